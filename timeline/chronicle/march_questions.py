"""Puts to the dates of a march the question whether there was time for it, with the readings that would give it.

Pure, but for the other movements of the same movers, which `sightings_beside` reads.
"""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chronology.formatting import format_span
from chronology.spans import Span
from geo.plausibility import Apart, Moment, Sighting, Stage, Stretch, doubtful_stretches, sustained, too_far_apart
from geo.routes import SUSTAINED_SOURCES, TOO_FAST
from timeline.chronicle.answers import MarchQuestion, Proposal
from timeline.chronicle.entries import ClaimEntry, LegEntry, MovementEntry
from timeline.chronicle.labels import worded
from timeline.chronicle.proposals import proposals_in
from timeline.chronicle.sightings import Others, sightings_of
from timeline.filter_words import figures
from timeline.models.vocabulary import Mode

TWO_PLACES = "two_places"


def march_questions(
    movement: MovementEntry, others: Others | None = None, language: str = "en"
) -> tuple[MarchQuestion, ...]:
    """What is to be asked of a march; `others` is where its movers are put by other movements."""
    asked = [_pace(movement, stretch, language) for stretch in doubtful_stretches(_stages(movement.legs))]
    if others is not None:
        found = too_far_apart(sightings_of(movement), others.sightings)
        asked += [_two_places(apart, others, language) for apart in found]
    return tuple(asked)


def _stages(legs: Iterable[LegEntry]) -> list[Stage]:
    """The legs that were made; one that was not breaks the way."""
    return [
        Stage(
            order=leg.order,
            start=leg.start.id if leg.start else "",
            end=leg.end.id if leg.end else "",
            km=leg.distance_km if leg.status == "happened" else None,
            mode=leg.mode,
            departs=_bounded(leg.departs),
            arrives=_bounded(leg.arrives),
        )
        for leg in legs
    ]


def _bounded(days: tuple[int | None, int | None] | None) -> tuple[int, int] | None:
    return None if days is None or None in days else days


def _pace(movement: MovementEntry, stretch: Stretch, language: str) -> MarchQuestion:
    too_fast = stretch.implausible == TOO_FAST
    days = stretch.longest if too_fast else stretch.shortest
    legs = {leg.order: leg for leg in movement.legs}
    start, end = legs[stretch.legs[0]].start, legs[stretch.legs[-1]].end
    said = {
        "from": start.name if start else "",
        "to": end.name if end else "",
        "km": _km(stretch.km),
        "days": ngettext("%(count)s day", "%(count)s days", days) % {"count": figures(days)},
        "between": _between(stretch, too_fast, language),
        "pace": _km(stretch.km / days),
    }
    if too_fast:
        text = _("%(from)s to %(to)s, %(km)s km in at most %(days)s (%(between)s): %(pace)s km a day.") % said
        asks = _("Is one of the dates wrong, or was it travelled in another way?")
    else:
        text = _("%(from)s to %(to)s, %(km)s km in at least %(days)s (%(between)s): %(pace)s km a day.") % said
        asks = _("Less than 3 km a day for more than ten days: did it halt, or is one of the dates wrong?")
    return MarchQuestion(
        code=stretch.implausible,
        legs=stretch.legs,
        text=text,
        arithmetic=_needed(_parts(stretch)),
        basis=_basis(_parts(stretch)),
        asks=asks,
        km=round(stretch.km, 1),
        days=days,
        km_per_day=round(stretch.km / days, 1),
        proposals=_proposals(movement, stretch, language),
    )


def _parts(stretch: Stretch) -> dict[str, float]:
    """Kilometres by means of travel; what is slow is held against a column, where no means is given."""
    slow = stretch.implausible != TOO_FAST
    parts: dict[str, float] = {}
    for mode, km in stretch.parts:
        told = "column" if slow and mode == "unknown" else mode
        parts[told] = parts.get(told, 0.0) + km
    return parts


def _needed(parts: dict[str, float]) -> str:
    """Ship: 325 km at 450 km a day; column with guns: 185 km at 25 km a day, so about 8.1 days."""
    said = [
        _("%(mode)s: %(km)s km at %(pace)s km a day")
        % {"mode": worded(Mode, mode), "km": _km(km), "pace": _km(sustained(mode))}
        for mode, km in parts.items()
    ]
    days = sum(km / sustained(mode) for mode, km in parts.items())
    told = "; ".join(said)
    return _("%(parts)s, so about %(days)s days.") % {
        "parts": _upper(told),
        "days": figures(f"{days:.1f}"),
    }


def _basis(modes: Iterable[str]) -> str:
    return "; ".join(f"{worded(Mode, mode)}: {SUSTAINED_SOURCES[mode]}" for mode in modes)


def _between(stretch: Stretch, longest: bool, language: str) -> str:
    first, last = stretch.first.days, stretch.last.days
    begin, end = (first[0], last[1]) if longest else (first[1], last[0])
    return format_span(Span.lasting(begin, max(begin, end)), language=language)


def _proposals(movement: MovementEntry, stretch: Stretch, language: str) -> tuple[Proposal, ...]:
    """Readings of either date that would leave time, each once, the likeliest first."""
    departing, arriving = stretch.room
    found: dict[tuple[str, str], Proposal] = {}
    for moment, (first, last) in ((stretch.first, departing), (stretch.last, arriving)):
        for claim in _claims(movement, moment):
            for each in proposals_in(claim, first, last, language):
                found.setdefault((each.claim, each.edtf), each)
    return tuple(sorted(found.values(), key=lambda each: -each.score))


def _claims(movement: MovementEntry, moment: Moment) -> list[ClaimEntry]:
    key = f"{movement.id}/{moment.order}"
    dated = (claim for claim in movement.claims if claim.attribute == "date" and claim.edge == moment.edge)
    return [claim for claim in dated if claim.subject.type == "leg" and claim.subject.id == key]


def _two_places(apart: Apart, others: Others, language: str) -> MarchQuestion:
    one, other = apart.one, apart.other
    text = _("%(who)s: %(one)s and, by “%(title)s”, %(other)s, at least %(km)s km apart in at most %(days)s.") % {
        "who": others.names[one.who],
        "title": others.movements[other.movement].name,
        "one": _seen(one, language),
        "other": _seen(other, language),
        "km": _km(apart.km),
        "days": ngettext("%(count)s day", "%(count)s days", apart.days) % {"count": figures(apart.days)},
    }
    fastest = max((one.mode, other.mode, "unknown"), key=sustained)
    arithmetic = _("%(mode)s: %(km)s km a day at the most; this would take %(pace)s.") % {
        "mode": _upper(worded(Mode, fastest)),
        "km": _km(sustained(fastest)),
        "pace": _km(apart.km_per_day),
    }
    return MarchQuestion(
        code=TWO_PLACES,
        legs=(one.order,),
        text=text,
        arithmetic=arithmetic,
        basis=_basis([fastest]),
        asks=_("Was it divided, or is one of the dates wrong?"),
        km=round(apart.km, 1),
        days=apart.days,
        km_per_day=round(apart.km_per_day, 1),
        other=others.movements[other.movement],
    )


def _seen(sighting: Sighting, language: str) -> str:
    """at Karaj 13 July 1909."""
    days = format_span(Span.instant(*sighting.days), language=language)
    return _("at %(place)s %(days)s") % {"place": sighting.place, "days": days}


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _km(km: float) -> str:
    return figures(f"{km:,.0f}" if km >= 10 else f"{km:.1f}".removesuffix(".0"))
