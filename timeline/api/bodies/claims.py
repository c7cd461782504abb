"""How a claim looks in JSON: the literal value, what it is held to mean, and where it stands."""

from typing import Any, TypedDict

from chronology.calendars import Calendar
from timeline.api.bodies.dates import when_body
from timeline.api.bodies.links import ReferenceBody, optional_reference, reference_body
from timeline.chronicle.entries import ClaimEntry
from timeline.chronicle.values import Anchor, Interpreted, Reading


class LocatorBody(TypedDict):
    """The spot within the source."""

    section: str
    paragraph: int | None
    page: str


class CitationBody(TypedDict):
    """Where it is said; text is one line for an essay."""

    source: str
    source_title: str
    locator: LocatorBody
    text: str


class AnchorBody(TypedDict, total=False):
    """What a relative statement hangs on: `claim` or `event`, low to high days away."""

    claim: str
    event: str
    name: str
    low: int | None
    high: int | None


class ClaimBody(TypedDict):
    """One statement of one source. A reading is a date, {place, relation}, a number, or another value."""

    id: str
    url: str
    subject: ReferenceBody
    of: ReferenceBody
    attribute: str
    attribute_label: str
    edge: str
    as_printed: str
    calendar: str
    face: dict[str, Any] | None
    interpreted: dict[str, Any] | None
    reading: dict[str, Any] | None
    certainty: str
    certainty_label: str
    note: str
    gap: str
    relative_to: AnchorBody | None
    accepted: bool | None
    citation: CitationBody


def claim_body(claim: ClaimEntry, language: str) -> ClaimBody:
    """The body of a claim."""
    citation = claim.citation
    face = reading_body(claim.face, language)
    interpreted = _interpreted(claim.interpreted, language) if claim.interpreted else None
    return {
        "id": claim.id,
        "url": claim.url,
        "subject": reference_body(claim.subject),
        "of": reference_body(claim.of),
        "attribute": claim.attribute,
        "attribute_label": claim.attribute_label,
        "edge": claim.edge,
        "as_printed": claim.as_printed,
        "calendar": claim.calendar,
        "face": face,
        "interpreted": interpreted,
        "reading": reading_body(claim.interpreted.reading, language) if claim.interpreted else face,
        "certainty": claim.certainty,
        "certainty_label": claim.certainty_label,
        "note": claim.note,
        "gap": claim.gap,
        "relative_to": _anchor(claim.relative_to) if claim.relative_to else None,
        "accepted": claim.accepted,
        "citation": {
            "source": citation.source,
            "source_title": citation.source_title,
            "locator": {
                "section": citation.section,
                "paragraph": citation.paragraph,
                "page": citation.page,
            },
            "text": citation.text,
        },
    }


def reading_body(reading: Reading, language: str) -> dict[str, Any] | None:
    """A stated value: the shape goes with its type; None where only words are printed."""
    shape = READINGS.get(reading.type)
    return shape(reading, language) if shape else None


def _date(reading: Reading, language: str) -> dict[str, Any]:
    # The cautions about calendars stand once, with the date of the event.
    body = when_body(reading.when, language)
    calendars = body["calendars"] and {name: body["calendars"][name] for name in Calendar}
    return {**body, "calendars": calendars, "supplied": list(reading.supplied)}


def _place(reading: Reading, _language: str) -> dict[str, Any]:
    return {
        "place": optional_reference(reading.place),
        "relation": reading.relation,
        "other": optional_reference(reading.other),
    }


def _number(reading: Reading, _language: str) -> dict[str, Any]:
    return {
        "low": reading.low,
        "high": reading.high,
        "unit": reading.unit,
        "qualifier": reading.qualifier,
        "parts": list(reading.parts),
    }


def _participant(reading: Reading, _language: str) -> dict[str, Any]:
    return {"who": optional_reference(reading.who), "role": reading.role, "side": reading.side or None}


def _sequence(reading: Reading, _language: str) -> dict[str, Any]:
    if reading.unit:
        return {"series": reading.unit, "low": reading.low, "high": reading.high}
    return {"kind": reading.relation, "event": optional_reference(reading.who)}


READINGS = {
    "date": _date,
    "place": _place,
    "number": _number,
    "route": lambda reading, _: {"route": list(reading.route)},
    "outcome": lambda reading, _: {"outcome": reading.outcome, "winner": reading.winner or None},
    "participant": _participant,
    "sequence": _sequence,
}


def _interpreted(interpreted: Interpreted, language: str) -> dict[str, Any]:
    return {
        **(reading_body(interpreted.reading, language) or {}),
        "method": interpreted.method,
        "method_label": interpreted.method_label,
        "arithmetic": interpreted.arithmetic,
        "reason": interpreted.reason,
        "by": interpreted.by,
        "on": interpreted.on,
    }


def _anchor(anchor: Anchor) -> AnchorBody:
    named = {anchor.to.type: anchor.to.id, "name": anchor.to.name}
    return {**named, "low": anchor.low, "high": anchor.high}
