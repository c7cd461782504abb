"""Reads the filters of a question: a query string becomes a filter, or a list of what is wrong with it."""

from collections.abc import Callable
from functools import partial

from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from geo.folding import words
from geo.models import Place
from timeline import querysets
from timeline.chronicle.references import label
from timeline.filters import DEFAULT_RADIUS_KM, EventFilter, MovementFilter
from timeline.models import Atlas, Force, Person, Side, Source, Theatre
from timeline.models.vocabulary import EventKind, Status
from timeline.parameters import Parameters, box, days, kilometres, point, searched, truth
from timeline.problems import Problem

TIME_KEYS = ("from", "to", "on", "certainty")
EVENT_KEYS = (
    "atlas", *TIME_KEYS, "bbox", "place", "near", "radius_km", "side", "kind", "theatre", "force",
    "person", "source", "status", "disputed", "q", "according_to",
)  # fmt: skip
MOVEMENT_KEYS = (
    "atlas", *TIME_KEYS, "bbox", "side", "theatre", "force", "person", "status", "disputed", "q", "according_to",
)  # fmt: skip

Known = Callable[[Parameters, str], dict[str, str]]
"""Gives, for a key, those of the asked slugs that are known, each with its name."""
_MODELS = {"place": Place, "force": Force, "person": Person, "source": Source, "side": Side, "theatre": Theatre}


def event_filter(query: QueryDict, *, lenient: bool = False) -> tuple[EventFilter, list[Problem]]:
    """Read the filters of events. A page is `lenient`; what cannot be read is left out of the filter.

    Keys that are no filter are not looked at here: an API view refuses what it does not know.
    """
    return read_filter(EventFilter, query, EVENT_KEYS, lenient=lenient)


def movement_filter(query: QueryDict, *, lenient: bool = False) -> tuple[MovementFilter, list[Problem]]:
    """Read the filters of movements."""
    return read_filter(MovementFilter, query, MOVEMENT_KEYS, lenient=lenient)


def read_filter(
    kind: type, query: QueryDict, keys: tuple[str, ...], *, lenient: bool = False, known: Known | None = None
):
    """Read these keys into a filter of this kind; (the filter, its problems).

    With `known` nothing is asked of the database: such a filter says itself in words, and restricts nothing.
    """
    asked = QueryDict(mutable=True)
    for key in keys:
        if key in query:
            asked.setlist(key, query.getlist(key))
    parameters = Parameters(asked, lenient=lenient)
    atlases = _atlases(parameters) if known is None else []
    known, worded = known or partial(_known, atlases), known is not None
    begin, end = parameters.read("from", days), parameters.read("to", days)
    if begin and end and _after(begin.earliest, end.latest):
        message = _("The window ends before it begins.")
        parameters.refuse("bad_range", message, "to", asked.get("to", ""))
        end = None
    names: dict[str, dict[str, str]] = {}
    places = names["places"] = known(parameters, "place")
    texts = tuple(dict.fromkeys(parameters.read_all("q", searched)))
    names["sides"] = known(parameters, "side")
    names["theatres"] = known(parameters, "theatre")
    names["forces"] = known(parameters, "force")
    names["people"] = known(parameters, "person")
    names["sources"] = known(parameters, "source")
    names["according_to"] = known(parameters, "according_to")
    near = parameters.read("near", point)
    radius = parameters.read("radius_km", kilometres)
    if radius is not None and "near" not in asked:
        message = _("A radius needs a point in “near”.")
        parameters.refuse("missing_point", message, "radius_km", asked.get("radius_km", ""))
    return kind(
        atlases=tuple(atlas.pk for atlas in atlases),
        begin=begin,
        end=end,
        on=tuple(dict.fromkeys(parameters.read_all("on", days))),
        certainty=parameters.choice("certainty", (querysets.CERTAINLY, querysets.POSSIBLY), querysets.CERTAINLY),
        boxes=tuple(dict.fromkeys(parameters.read_all("bbox", box))),
        places=tuple(places),
        inside=() if worded else _inside(tuple(places)),
        near=near,
        radius_km=radius or DEFAULT_RADIUS_KM,
        sides=tuple(names["sides"]),
        kinds=parameters.choices("kind", EventKind.values),
        theatres=tuple(names["theatres"]),
        forces=tuple(names["forces"]),
        people=tuple(names["people"]),
        sources=tuple(names["sources"]),
        statuses=parameters.choices("status", Status.values),
        disputed=tuple(dict.fromkeys(parameters.read_all("disputed", truth))),
        asked=texts,
        phrases=tuple(tuple(words(text)) for text in texts),
        according_to=next(iter(names["according_to"]), ""),
        names=names,
    ), parameters.problems


def _atlases(parameters: Parameters) -> list[Atlas]:
    published = Atlas.objects.published()
    if "atlas" not in parameters.query:
        return list(published.filter(is_default=True))
    return list(published.filter(slug__in=parameters.known("atlas", published)))


def _known(atlases: list[Atlas], parameters: Parameters, name: str) -> dict[str, str]:
    if name == "according_to":
        return parameters.one_known(name, Source.objects.published())
    if name in ("side", "theatre"):
        return _slugs_of(parameters, name, _MODELS[name], atlases)
    return parameters.known(name, _MODELS[name].objects.published())


def _slugs_of(parameters: Parameters, name: str, kind: type, atlases: list[Atlas]) -> dict[str, str]:
    """The asked sides or theatres that these atlases have, each with its label."""
    slugs = parameters.values(name)
    if not slugs:
        return {}
    language = get_language() or "en"
    found = {record.slug: label(record, language) for record in kind.objects.filter(atlas__in=atlases)}
    for slug in slugs:
        if slug not in found:
            message = _("This is one of: %(known)s.") % {"known": ", ".join(found)}
            parameters.refuse("bad_choice", message, name, slug)
    return {slug: found[slug] for slug in slugs if slug in found}


def _inside(places: tuple[str, ...]) -> tuple[int, ...]:
    """The places themselves and everything that lies in them, as primary keys."""
    if not places:
        return ()
    rows = list(Place.objects.values_list("pk", "slug", "parent_id"))
    inside = {pk for pk, slug, _parent in rows if slug in places}
    grew = True
    while grew:
        more = {pk for pk, _slug, parent in rows if parent in inside} - inside
        grew = bool(more)
        inside |= more
    return tuple(sorted(inside))


def _after(first: int | None, last: int | None) -> bool:
    return first is not None and last is not None and first > last
