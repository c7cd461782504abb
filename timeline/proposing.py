"""Reads an atlas for proposals, and words them."""

from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from chronology.calendars import Calendar, from_day
from chronology.edtf import edtf_choices
from chronology.errors import ChronologyError
from chronology.formatting import format_span
from chronology.readings import Verdict, Witness, judge
from chronology.spans import Span
from geo.folding import words
from timeline.fields import range_of, span_of
from timeline.models import Atlas, Claim, Event, Leg, Name, Participation, Relation
from timeline.models.vocabulary import EventKind, Publication
from timeline.proposals import Arrival, Days, Meeting, Occasion, Proposal, proposals

# Of such places only themselves are one place: that two things lie in a province says little.
WIDE = ("country", "province", "region", "sea", "river", "desert", "other")
ORDERS = (EventKind.ORDER, EventKind.TELEGRAM)
# Short words join and do not name.
SHORTEST_WORD = 4
DECISIVE = 0.5
# Whoever acts stands first.
ACTING = Prefetch("participations", queryset=Participation.objects.select_related("side").order_by("order", "id"))


def propose(atlas: Atlas) -> tuple[Proposal, ...]:
    """What may be one event and what relation may be missing in an atlas, each with a sentence; six queries."""
    made = proposals(_occasions(atlas), _arrivals(atlas), _relations(atlas), _reading_that_meets)
    return tuple(replace(proposal, why=sentence(proposal), values=()) for proposal in made)


def sentence(proposal: Proposal) -> str:
    """Why it is proposed, in a sentence."""
    values = dict(proposal.values)
    if proposal.why == "near" and values["days"] == "0":
        return _("Both are of one kind at %(place)s, and their days may be the same.") % values
    if proposal.why == "near":
        return _("Both are of one kind at %(place)s, %(days)s days apart.") % values
    if proposal.why == "reading":
        return (
            _("Both are of one kind at %(place)s, and “%(printed)s” may mean the days of the other: %(why)s") % values
        )
    if proposal.why == "order":
        return _("The order names what the act is called (%(words)s), and no relation joins them.") % values
    day = format_span(Span.day(int(values["day"])))
    return _("“%(march)s” comes to %(place)s on %(day)s, where this happened.") % {**values, "day": day}


def _relations(atlas: Atlas) -> Iterable[tuple[str, str]]:
    """Pairs of events, the later or the part first, so that chains run one way."""
    rows = Relation.objects.filter(atlas=atlas).values_list("from_event__slug", "kind", "to_event__slug")
    return [(other, one) if kind in ("before", "orders") else (one, other) for one, kind, other in rows]


def _occasions(atlas: Atlas) -> list[Occasion]:
    claims: dict[int, list[Claim]] = {}
    told = Claim.objects.published().filter(event__atlas=atlas, attribute__in=("date", "place"))
    for claim in told.select_related("source__based_on__based_on"):
        claims.setdefault(claim.event_id, []).append(claim)
    events = Event.objects.filter(atlas=atlas, publication=Publication.PUBLISHED)
    rows = events.select_related("place__parent__parent__parent").prefetch_related(ACTING).order_by("order", "pk")
    names = {word for text in Name.objects.values_list("text", flat=True) for word in _words(text)}
    return [_occasion(event, claims.get(event.pk, []), names) for event in rows]


def _words(text: str) -> set[str]:
    return {word.removesuffix("s") for word in words(text) if len(word) >= SHORTEST_WORD}


def _occasion(event: Event, claims: list[Claim], names: set[str]) -> Occasion:
    said = _words(event.title)
    acting = next((row.side for row in event.participations.all() if row.side), None)
    return Occasion(
        slug=event.slug,
        title=event.title,
        kind=event.kind,
        place=event.place.slug if event.place else "",
        place_name=str(event.place or ""),
        within=_within(event.place),
        days=_days(span_of(event)) or _bracket(event),
        side=acting.slug if acting else "",
        acts=frozenset(said - names),
        names=frozenset(said & names),
        passages=frozenset((claim.source.witness, claim.section, claim.paragraph) for claim in claims),
        printed=tuple((c.as_printed, _year(c)) for c in claims if c.attribute == "date" and c.as_printed and c.face),
        is_order=event.kind in ORDERS,
    )


def _within(place) -> tuple[str, ...]:
    found = []
    while place is not None and place.parent is not None and place.parent.kind not in WIDE:
        place = place.parent
        found.append(place.slug)
    return tuple(found)


def _days(span: Span | None) -> Days | None:
    if span is None or span.earliest is None or span.latest is None:
        return None
    return span.earliest, span.latest


def _bracket(event: Event) -> Days | None:
    bounds = event.bracket_from, event.bracket_to
    return None if None in bounds else bounds


def _year(claim: Claim) -> int | None:
    if "year" not in claim.supplied:
        return None
    earliest = edtf_choices(claim.face)[0].earliest
    return None if earliest is None else from_day(Calendar.GREGORIAN, earliest)[0]


def _arrivals(atlas: Atlas) -> Iterable[Arrival]:
    legs = Leg.objects.filter(movement__atlas=atlas, movement__publication=Publication.PUBLISHED, end__isnull=False)
    for leg in legs.select_related("movement__event", "end").order_by("movement", "order"):
        days = _days(range_of(leg, "arrives"))
        if days:
            event = leg.movement.event
            yield Arrival(leg.movement.slug, leg.movement.title, event.slug if event else "", leg.end.slug, days)


def _reading_that_meets(printed: str, year: int | None, days: Days) -> Meeting | None:
    """The reading of a printed date that an exact day of another event makes the likeliest, if one does."""
    if days[0] != days[1]:
        return None
    try:
        found = judge(printed, year=year, near=[Witness.of(Span.day(days[0]))])
    except ChronologyError:
        return None
    best = found.best
    if found.verdict is not Verdict.EXPLAINED or best is None or best.score < DECISIVE:
        return None
    return Meeting(printed, best.why)
