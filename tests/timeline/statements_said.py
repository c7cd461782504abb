"""Makes claims as the read model hands them over, without a database: for tests of what is pure."""

from datetime import UTC, datetime

from chronology.edtf import edtf_choices, parse_edtf
from timeline.chronicle.entries import ClaimEntry
from timeline.chronicle.values import Citation, Interpreted, Reading, Reference, When

EVENT = Reference("event", "thing", "The thing", "/events/thing/")
LONG_AGO = datetime(2026, 11, 22, tzinfo=UTC)


def when(edtf: str) -> When:
    """A date as it stands."""
    return When(parse_edtf(edtf).shape.value, parse_edtf(edtf), edtf)


def said(
    key: str,
    printed: str,
    edtf: str = "",
    *,
    source: str = "",
    supplied: tuple = (),
    meant: tuple = (),
    calendar: str = "gregorian",
    subject: Reference = EVENT,
    edge: str = "on",
) -> ClaimEntry:
    """A claim of a date; meant: (method, EDTF, arithmetic) of an accepted interpretation."""
    interpreted = None
    if meant:
        method, value, arithmetic = meant
        reading = Reading("date", when=when(value))
        interpreted = Interpreted(reading, method, method, value, arithmetic, "a reason", "an editor", "2026-11-22")
    date = When("instant", None) if not edtf else when(edtf)
    return _claim(
        key, source, subject, "date", edge, printed, calendar,
        Reading("date", when=date, supplied=supplied), interpreted,
    )  # fmt: skip


def placed(key: str, place: str, point: tuple[float, float] | None, source: str = "") -> ClaimEntry:
    """A claim of a place."""
    face = Reading("place", place=Reference("place", place.lower(), place, ""), relation="at", point=point)
    return _claim(key, source, EVENT, "place", "at", place, "", face)


def counted(key: str, low: float | None, high: float | None, unit: str = "men", source: str = "") -> ClaimEntry:
    """A claim of a number."""
    face = Reading("number", low=low, high=high, unit=unit)
    return _claim(key, source, EVENT, "strength", "", "", "", face)


def _claim(key, source, subject, attribute, edge, printed, calendar, face, interpreted=None) -> ClaimEntry:
    work = source or key
    return ClaimEntry(
        id=key, url=f"/claims/{key}/", subject=subject, of=EVENT, attribute=attribute, attribute_label=attribute,
        edge=edge, as_printed=printed, calendar=calendar, face=face, interpreted=interpreted, certainty="certain",
        certainty_label="stated", note="", gap="", relative_to=None, accepted=None,
        citation=Citation(work, work, "", None, "", "", witness=work), modified=LONG_AGO,
    )  # fmt: skip


def spans(edtf: str):
    """The stretches an EDTF text names."""
    return edtf_choices(edtf)
