"""The small shapes that entries are made of: dates, references, readings, citations."""

from dataclasses import dataclass

from chronology.calendars import Calendar
from chronology.edtf import edtf_choices, read_edtf
from chronology.errors import ChronologyError
from chronology.formatting import format_either, four_calendars
from chronology.spans import Span


@dataclass(frozen=True, slots=True)
class When:
    """A date as it stands: its days, the text behind it and the rule that chose it.

    span: None where nothing dates it; edtf: its canonical text; as_printed and calendar: of the
    claim it was taken from, or ""; rule: how the value was chosen, a word of timeline/resolution.py.
    """

    shape: str
    span: Span | None
    edtf: str = ""
    as_printed: str = ""
    calendar: str = ""
    rule: str = ""

    @property
    def precision(self) -> str:
        """How finely it is stated: a word of chronology.precision."""
        if not self.edtf:
            return "unknown"
        try:
            return read_edtf(self.edtf).precision.value
        except ChronologyError:
            return "unknown"

    def display(self, language: str = "en", style: str = "long") -> str:
        """The date in words of the language, or "" where nothing dates it; of an ambiguous text each that it may be."""
        if self.span is None:
            return ""
        return format_either(self._candidates() or (self.span,), Calendar.GREGORIAN, language, style)

    def _candidates(self) -> tuple[Span, ...]:
        """The dates of which the text means one, the likeliest first; empty where it means one alone."""
        try:
            found = edtf_choices(self.edtf) if self.edtf else ()
        except ChronologyError:
            return ()
        return found if len(found) > 1 else ()

    def calendars(self, language: str = "en") -> dict | None:
        """The four calendars and their cautions, as chronology.formatting.four_calendars."""
        return four_calendars(self.span, language) if self.span else None


@dataclass(frozen=True, slots=True)
class Reference:
    """A record named from another one: enough to write a link to it."""

    type: str
    id: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class NameEntry:
    """One spelling; kind is printed, preferred or title; source is a slug or ""; period, in which it was used, EDTF."""

    text: str
    language: str
    script: str
    kind: str
    source: str = ""
    source_title: str = ""
    source_issued: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as an event or a leg names it, with its point in degrees (None: nobody knows)."""

    id: str
    name: str
    names: dict[str, str]
    kind: str
    lat: float | None
    lon: float | None
    uncertainty_km: float | None
    relation: str = ""
    other: Reference | None = None

    @property
    def url(self) -> str:
        return f"/places/{self.id}/"


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a source says it. text: one plain line for an essay; witness: the work it goes back to."""

    source: str
    source_title: str
    section: str
    paragraph: int | None
    page: str
    text: str
    witness: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A value as stated: `type` says which of the other fields speak.

    date: when, supplied · place: place, relation, other, point (degrees, latitude first) ·
    number: low, high, unit, qualifier, parts · route: route (slugs), stops (their names) ·
    outcome: outcome, winner · participant and side: who, role, side (a slug), side_name · sequence: relation, who
    (the event), or its place low to high in a series (unit) ·
    "": nothing but the printed words.
    """

    type: str
    when: When | None = None
    supplied: tuple[str, ...] = ()
    place: Reference | None = None
    relation: str = ""
    other: Reference | None = None
    point: tuple[float, float] | None = None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    qualifier: str = ""
    parts: tuple = ()
    route: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    outcome: str = ""
    winner: str = ""
    who: Reference | None = None
    role: str = ""
    side: str = ""
    side_name: str = ""


@dataclass(frozen=True, slots=True)
class Interpreted:
    """The value an editor holds the writer to have meant, with the reasons; on is an ISO day."""

    reading: Reading
    method: str
    method_label: str
    value: str
    arithmetic: str
    reason: str
    by: str
    on: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a relative statement hangs on, low to high days away; said: what a claim that it hangs on says, and
    meant: what an editor holds that claim to mean."""

    to: Reference
    low: int | None
    high: int | None
    said: "PrintedDay | None" = None
    meant: "Interpreted | None" = None


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A date with its printed words; supplied: what the words leave to their context."""

    as_printed: str
    when: When
    supplied: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StrengthEntry:
    """A number of men, riders, guns as resolved; printed is the source's own wording."""

    low: float | None
    high: float | None
    unit: str
    printed: str
