"""Reckons what the rows of a march come to while they are edited: distances, pace, questions; writes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from geo.models import Place
from timeline.admin.leg_forms import LegForm, LegFormSet, StatedLeg
from timeline.admin.place_fields import text_of
from timeline.chronicle import claim_entries
from timeline.chronicle.answers import MarchQuestion
from timeline.chronicle.entries import ClaimEntry, LegEntry, MoverEntry
from timeline.chronicle.labels import worded
from timeline.chronicle.march_questions import march_questions
from timeline.chronicle.movements import days_of, measured, mover_entries, strength_of
from timeline.chronicle.places import mention
from timeline.chronicle.sightings import sightings_beside, sightings_of
from timeline.filter_words import figures
from timeline.models import Claim, Movement
from timeline.models.vocabulary import Mode, Status
from timeline.pages.claim_words import grouped, language
from timeline.pages.legs import LegRow, leg_row, legs_numbered


@dataclass(frozen=True, slots=True)
class LegOutlook:
    """A row and what it comes to. stated: the row; told: the same in words; days: of the journey, in words."""

    stated: StatedLeg
    told: LegRow
    days: str

    @property
    def way(self) -> str:
        """Karaj → Tehran; a question mark for an end that is not given."""
        return f"{_name(self.stated.start)} → {_name(self.stated.end)}"


@dataclass(frozen=True, slots=True)
class Outlook:
    """A march as its rows state it: legs in order, questions to its dates, its whole length in words."""

    legs: tuple[LegOutlook, ...]
    questions: tuple[MarchQuestion, ...]
    total: str


def outlook(movement: Movement | None, formset: LegFormSet) -> Outlook:
    """What the rows of a formset come to, saved or not. A fixed number of queries for a march that is saved."""
    stated = formset.stated()
    legs = [_entry(number, each) for number, each in enumerate(stated, start=1)]
    questions = _questions(movement, legs) if movement and movement.pk else ()
    asked = {order for question in questions for order in question.legs}
    return Outlook(
        tuple(
            LegOutlook(each, leg_row(leg, leg.order in asked), _days(leg))
            for each, leg in zip(stated, legs, strict=True)
        ),
        questions,
        # The further row that a page not yet sent offers is no leg.
        _total([leg for leg, each in zip(legs, stated, strict=True) if formset.is_bound or each.leg.pk]),
    )


def _questions(movement: Movement, legs: Sequence[LegEntry]) -> tuple[MarchQuestion, ...]:
    march = _March(movement.pk, legs)
    others = sightings_beside(march) if sightings_of(march) else None
    return march_questions(march, others, language())


class _March:
    """What the questions to a march rest on, named as its whole entry names it; read only as far as they go."""

    def __init__(self, key: int, legs: Sequence[LegEntry]):
        self.key, self.legs = key, tuple(legs)
        # As it is kept: the record at hand may be as a form would have it.
        self.id, self.atlas = Movement.objects.filter(pk=key).values_list("slug", "atlas__slug").get()

    @cached_property
    def movers(self) -> tuple[MoverEntry, ...]:
        return mover_entries(self.key)

    @cached_property
    def claims(self) -> tuple[ClaimEntry, ...]:
        return claim_entries(Claim.objects.published().filter(leg__movement=self.key, attribute="date"))


def _entry(number: int, stated: StatedLeg) -> LegEntry:
    leg = stated.leg
    departs, arrives = days_of(leg, "departs"), days_of(leg, "arrives")
    stops = [stated.start, *stated.via, stated.end]
    return LegEntry(
        key=str(number),
        order=number,
        start=mention(stated.start, {}),
        via=tuple(mention(place, {}) for place in stated.via),
        end=mention(stated.end, {}),
        departs=departs,
        arrives=arrives,
        mode=stated.mode,
        mode_label=worded(Mode, stated.mode),
        status=stated.status,
        status_label=worded(Status, stated.status),
        inferred=stated.inferred,
        note=stated.note,
        strength=strength_of(leg),
        claims=(),
        **measured(stops, departs, arrives, mode=stated.mode, status=stated.status),
    )


def _days(leg: LegEntry) -> str:
    if leg.days is None:
        return ""
    said = f"{leg.days:.1f}".removesuffix(".0")
    return ngettext("%(count)s day", "%(count)s days", 1 if said == "1" else 2) % {"count": figures(said)}


def _total(legs: Sequence[LegEntry]) -> str:
    known = [leg.distance_km for leg in legs if leg.distance_km is not None]
    if not known:
        return ""
    said = {"km": grouped(round(sum(known))), "missing": figures(len(legs) - len(known))}
    if len(known) == len(legs):
        return _("about %(km)s km in all") % said
    words = ngettext(
        "about %(km)s km, without the length of %(missing)s leg",
        "about %(km)s km, without the lengths of %(missing)s legs",
        len(legs) - len(known),
    )
    return words % said


def _name(place: Place | None) -> str:
    return place.name if place else "?"


def outlook_body(found: Outlook, formset: LegFormSet) -> dict:
    """The outlook as a script reads it; `problems` are by row and field."""
    return {
        "legs": [_leg_body(each) for each in found.legs],
        "total": found.total,
        "questions": [
            {"legs": legs_numbered(each.legs), "text": each.text, "asks": each.asks, "code": each.code}
            for each in found.questions
        ],
        "problems": [problem for row, form in enumerate(formset.forms) for problem in _problems(row, form)],
    }


def _leg_body(each: LegOutlook) -> dict:
    stated, told = each.stated, each.told
    stops = [
        {"role": role, "slug": place.slug, "name": place.name, "kind": place.kind, "text": text_of(place),
         "lat": place.latitude, "lon": place.longitude}
        for role, place in (("start", stated.start), *(("via", one) for one in stated.via), ("end", stated.end))
        if place
    ]  # fmt: skip
    return {
        "row": stated.row,
        "number": told.leg.order,
        "way": each.way,
        "km": told.leg.distance_km,
        "distance": told.distance or _no_distance(stated),
        "days": each.days,
        "km_per_day": told.leg.km_per_day,
        "pace": told.pace,
        "question": told.question,
        "asked": told.asked,
        "inferred": stated.inferred,
        "planned": stated.status != Status.HAPPENED,
        "open": stated.end is None,
        "stops": stops,
    }


def _no_distance(stated: StatedLeg) -> str:
    """Why a leg has no length, for whoever wonders."""
    if stated.start is None or stated.end is None:
        return _("no length: an end is not given")
    lost = [place.name for place in (stated.start, stated.end) if not place.has_point]
    return _("no length: %(place)s has no point") % {"place": lost[0]} if lost else ""


def _problems(row: int, form: LegForm) -> list[dict]:
    if not form.is_bound or not (form.instance.pk or form.has_changed()):
        return []
    return [
        {"row": row, "field": name, "code": error.code or "invalid", "text": " ".join(error.messages)}
        for name in ("start", "by_way", "end")
        for error in form.errors.as_data().get(name, ())
    ]
