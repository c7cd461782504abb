"""Says of the records that a step's view names whether they are there, and told in the lesson's atlas."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from django.db import models
from django.utils.translation import gettext as _

from geo.models import Place
from timeline.addressed import former_slugs, slugs_of_today
from timeline.lessons.states import OF_THE_FRAME, Named, StepState, renamed_in
from timeline.models import Atlas, Claim, Event, Force, Movement, Person, Side, Source, Theatre
from timeline.problems import Problem
from timeline.support import SUPPORTING, supported_by

Find = Callable[[str, str], models.Model | None]
"""By kind and slug: the record, of whatever standing, None where there is none. A slug that it had before finds
it too. Of a part of the atlas the slug is `<atlas>/<slug>`."""
FINDABLE: dict[str, type[models.Model]] = {
    "event": Event, "movement": Movement, "place": Place, "person": Person, "force": Force, "source": Source,
    "claim": Claim, "side": Side, "theatre": Theatre,
}  # fmt: skip


def strangers(state: StepState, atlas: Atlas, find: Find) -> Iterator[tuple[Named, Problem]]:
    """Each record that the state names and the atlas does not have, with what is wrong."""
    for named in state.named():
        record = _found(named, atlas, find)
        if record is None:
            yield named, _problem("unknown_slug", _("There is no %(kind)s “%(slug)s”."), named)
        elif _is_told_elsewhere(record, atlas):
            yield named, _problem("in_another_atlas", _("The %(kind)s “%(slug)s” belongs to another atlas."), named)


def key_of(named: Named, atlas: Atlas) -> str:
    """By what tables call the record: a part of the atlas by `<atlas>/<slug>`."""
    return f"{atlas.slug}/{named.slug}" if named.kind in OF_THE_FRAME else named.slug


def as_it_stands(text: str, atlas: Atlas, find: Find) -> str:
    """The state with the slugs that what it names has today, and without what is there no longer."""

    def now(named: Named) -> str:
        record = _found(named, atlas, find)
        if record is None or _is_told_elsewhere(record, atlas):
            return ""
        return record.key if named.kind == "claim" else record.slug

    return renamed_in(text, now)


def as_called_today(states: Iterable[str]) -> list[str]:
    """The states with the slugs that what they name has today; what is there no longer is named as it was."""
    states = list(states)
    today = slugs_of_today((named.kind, named.slug) for state in states for named in StepState(state).named())
    return [renamed_in(state, lambda named: today.get((named.kind, named.slug), named.slug)) for state in states]


def _found(named: Named, atlas: Atlas, find: Find) -> models.Model | None:
    return find(named.kind, key_of(named, atlas))


def finder(states: Iterable[StepState], atlas: Atlas) -> Find:
    """Finds what these states name, among what is kept; a query for each kind that they name, and one more."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for named in (each for state in states for each in state.named()):
        wanted[named.kind].add(named.slug)
    former = former_slugs(wanted) if wanted else {}
    known: dict[tuple[str, str], models.Model] = {}
    for kind, slugs in wanted.items():
        now = {former.get(kind, {}).get(slug, slug) for slug in slugs}
        known |= {(kind, called): record for called, record in _kept(kind, slugs | now, atlas)}

    def find(kind: str, slug: str) -> models.Model | None:
        return known.get((kind, slug)) or known.get((kind, former.get(kind, {}).get(slug, "")))

    return find


def _kept(kind: str, slugs: Iterable[str], atlas: Atlas) -> Iterator[tuple[str, models.Model]]:
    records = FINDABLE[kind].objects.all()
    if kind in OF_THE_FRAME:
        yield from ((f"{atlas.slug}/{each.slug}", each) for each in records.filter(atlas=atlas, slug__in=slugs))
    elif kind == "claim":
        yield from ((each.key, each) for each in records.filter(key__in=slugs).select_related(*SUPPORTING))
    else:
        yield from ((each.slug, each) for each in records.filter(slug__in=slugs))


def _is_told_elsewhere(record: models.Model, atlas: Atlas) -> bool:
    """Whether it is told in another atlas; what all share is told in this one as well."""
    told = supported_by(record) if isinstance(record, Claim) else record
    return getattr(told, "atlas_id", atlas.pk) != atlas.pk


def _problem(code: str, sentence: str, named: Named) -> Problem:
    kind = FINDABLE[named.kind]._meta.verbose_name
    return Problem(code, sentence % {"kind": kind, "slug": named.slug}, named.key, named.value)
