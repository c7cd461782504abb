"""Says of the records that a step's view names whether they are there, and told in the lesson's atlas."""

from collections.abc import Callable, Iterator

from django.db import models
from django.utils.translation import gettext as _

from geo.models import Place
from timeline.addressed import slugs_now
from timeline.lessons.states import OF_THE_FRAME, Named, StepState
from timeline.models import Atlas, Claim, Event, Force, Movement, Person, Side, Source, Theatre
from timeline.problems import Problem
from timeline.support import supported_by

Find = Callable[[str, str], models.Model | None]
"""By kind and slug: the record, of whatever standing, None where there is none. A slug that it had before finds
it too. Of a part of the atlas the slug is `<atlas>/<slug>`."""
_MODELS: dict[str, type[models.Model]] = {
    "event": Event, "movement": Movement, "place": Place, "person": Person, "force": Force, "source": Source,
    "claim": Claim, "side": Side, "theatre": Theatre,
}  # fmt: skip


def strangers(state: StepState, atlas: Atlas, find: Find) -> Iterator[Problem]:
    """A problem for each record that the state names and the atlas does not have."""
    for named in state.named():
        if named.kind not in _MODELS:
            continue
        slug = f"{atlas.slug}/{named.slug}" if named.kind in OF_THE_FRAME else named.slug
        record = find(named.kind, slug)
        if record is None:
            yield _problem("unknown_slug", _("There is no %(kind)s “%(slug)s”."), named)
        elif (told := _atlas_of(record)) is not None and told != atlas:
            yield _problem("in_another_atlas", _("The %(kind)s “%(slug)s” belongs to another atlas."), named)


def in_database(kind: str, slug: str) -> models.Model | None:
    """Find, among what is kept; a query, and two more for a slug that is not there."""
    model = _MODELS[kind]
    if kind in OF_THE_FRAME:
        atlas, _slash, own = slug.partition("/")
        return model.objects.filter(atlas__slug=atlas, slug=own).select_related("atlas").first()
    column = "key" if kind == "claim" else "slug"
    record = model.objects.filter(**{column: slug}).first()
    if record is None and (now := slugs_now(model, [slug])):
        record = model.objects.filter(slug=now[slug]).first()
    return record


def _atlas_of(record: models.Model) -> Atlas | None:
    """The atlas in which a record is told; None of what all atlases share."""
    told = supported_by(record) if isinstance(record, Claim) else record
    return getattr(told, "atlas", None)


def _problem(code: str, sentence: str, named: Named) -> Problem:
    kind = _MODELS[named.kind]._meta.verbose_name
    return Problem(code, sentence % {"kind": kind, "slug": named.slug}, named.key, named.value)
