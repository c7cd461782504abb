"""Reads the filters of a question: a query string becomes a filter, or a list of what is wrong with it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields, replace
from functools import partial, reduce
from operator import or_

from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chronology.spans import Span
from geo.folding import words
from geo.models import Place
from timeline import hearing, querysets
from timeline.chronicle.references import label
from timeline.filter_words import sentence
from timeline.models import Atlas, Force, Leg, Person, Side, Source, Theatre
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
DEFAULT_RADIUS_KM = 50.0

Known = Callable[[Parameters, str], dict[str, str]]
"""Gives, for a key, those of the asked slugs that are known, each with its name."""
_MODELS = {"place": Place, "force": Force, "person": Person, "source": Source, "side": Side, "theatre": Theatre}


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events are asked for; an empty field asks for all. Slugs throughout; spans are as given.

    begin and end: of the window; on: any of these; boxes: (west, south, east, north); near: (lat, lon);
    places holds what was asked, inside every place that lies in those; phrases: the folded words of each q.
    """

    atlases: tuple[int, ...] = ()
    begin: Span | None = None
    end: Span | None = None
    on: tuple[Span, ...] = ()
    certainty: str = querysets.CERTAINLY
    boxes: tuple[tuple[float, float, float, float], ...] = ()
    places: tuple[str, ...] = ()
    inside: tuple[int, ...] = ()
    near: tuple[float, float] | None = None
    radius_km: float = DEFAULT_RADIUS_KM
    sides: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    theatres: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    disputed: tuple[bool, ...] = ()
    asked: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    according_to: str = ""
    names: dict[str, dict[str, str]] = field(default_factory=dict, compare=False)

    def sentence(self, shown: int, total: int) -> str:
        """What is shown, in words: "12 of 96 events: battles, May to July 1909"."""
        return sentence(self, shown, total, self.names)

    @property
    def window(self) -> Span | None:
        """The stretch from the first day of `from` to the last of `to`, or None where neither is asked."""
        if self.begin is None and self.end is None:
            return None
        first = self.begin.earliest if self.begin else None
        last = self.end.latest if self.end else None
        return Span.span(first, first, last, last)

    def without(self, *names: str) -> "EventFilter":
        """The same filter with these fields emptied."""
        defaults = {each.name: each.default for each in fields(self) if each.name in names}
        return replace(self, **defaults)

    @property
    def is_empty(self) -> bool:
        """Whether it asks for everything of its atlas."""
        return self.without("atlases", "certainty", "radius_km") == type(self)()

    def of_movements(self) -> "MovementFilter | None":
        """The same asked of movements; None where it asks for what only events have: no movement passes."""
        if self.kinds or self.places or self.near or self.sources:
            return None
        return MovementFilter(**{each.name: getattr(self, each.name) for each in fields(self)})

    def restrict(self, events):
        """The published events of the queryset that pass."""
        chosen, asked = events.published().filter(atlas__in=self.atlases), self
        if self.according_to and hearing.asks(self):
            heard = hearing.heard_events(self, chosen)
            if heard is None:
                chosen = chosen.filter(*self._days_told())
            else:
                chosen, asked = heard, self.without(*hearing.HEARD)
        elif not self.according_to:
            chosen = _dated(chosen, self)
        chosen = chosen.filter(*asked._conditions())
        return chosen.near(*asked.near, asked.radius_km) if asked.near else chosen

    def _days_told(self) -> Iterable[Q]:
        """The window and the days, asked of each statement of the one source."""
        if self.window is not None:
            yield querysets.told_overlapping_q(self.according_to, self.window, self.certainty)
        if self.on:
            told = (querysets.told_overlapping_q(self.according_to, day, self.certainty) for day in self.on)
            yield reduce(or_, told)

    def _conditions(self) -> Iterable[Q]:
        yield from _common(self, "event")
        if self.boxes:
            yield reduce(or_, (querysets.in_box_q(*one) for one in self.boxes))
        if self.places:
            yield Q(place__in=self.inside)
        if self.kinds:
            yield Q(kind__in=self.kinds)
        if self.sources:
            yield querysets.by_source_q(*self.sources)
        if self.according_to:
            yield querysets.by_source_q(self.according_to)


@dataclass(frozen=True, slots=True)
class MovementFilter(EventFilter):
    """Which movements are asked for: the fields of events that movements have."""

    def restrict(self, movements):
        """The published movements of the queryset that pass."""
        chosen = movements.published().filter(atlas__in=self.atlases)
        if not self.according_to:
            return _dated(chosen, self).filter(*self._conditions())
        told = chosen.filter(*self.without(*hearing.HEARD)._conditions())
        return hearing.heard_movements(self, told) if hearing.asks(self) else told

    def _conditions(self) -> Iterable[Q]:
        yield from _common(self, "movement")
        if self.boxes:
            yield reduce(or_, (_leg_in(*one) for one in self.boxes))
        if self.according_to:
            yield querysets.marches_by_source_q(self.according_to)


def _leg_in(west: float, south: float, east: float, north: float) -> Q:
    inside = Place.objects.filter(
        latitude__gte=south, latitude__lte=north, longitude__gte=west, longitude__lte=east
    ).values("pk")
    return Q(pk__in=Leg.objects.filter(Q(start__in=inside) | Q(end__in=inside)).values("movement"))


def _dated(chosen, asked: EventFilter):
    if asked.window is not None:
        chosen = chosen.overlapping(asked.window, asked.certainty)
    if asked.on:
        shaped = chosen.shaped
        on = (querysets.overlapping_q(day, asked.certainty, shaped=shaped) for day in asked.on)
        chosen = chosen.filter(reduce(or_, on))
    return chosen


def _common(asked: EventFilter, subject: str) -> Iterable[Q]:
    for bearer, slugs in (("side", asked.sides), ("force", asked.forces), ("person", asked.people)):
        if slugs:
            yield querysets.by_bearer_q(subject, bearer, *slugs, told_by=asked.according_to)
    if asked.theatres:
        yield Q(theatre__slug__in=asked.theatres)
    if asked.statuses:
        yield Q(status__in=asked.statuses)
    if asked.disputed:
        yield Q(disputed__in=asked.disputed)
    if asked.phrases:
        yield reduce(or_, (Q(*(Q(search__contains=word) for word in phrase)) for phrase in asked.phrases))


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
