"""Explains why a length does not fit the days, or another length: how many days there are, and what would fit."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chronology.edtf_units import unit_text
from chronology.formatting import format_span
from chronology.spans import Span
from timeline.chronicle.answers import Explanation, Proposal
from timeline.chronicle.entries import ClaimEntry
from timeline.chronicle.proposals import meant_of, proposals_in
from timeline.filter_words import figures
from timeline.lengths import Length, length, misfit

LENGTHS_DIFFER = "lengths_differ"
# So many pairs of ends are told.
MOST_TOLD = 8
YEAR = 365.2425
BEGIN_EDGES, END_EDGES = ("begin", "departs"), ("end", "arrives")


def explain_lengths(claims: Sequence[ClaimEntry], language: str = "en") -> tuple[Explanation, tuple[Proposal, ...]]:
    """What lies between the days told, as editors hold them to be meant, and the ends that a length would fit."""
    begins, ends = _ends(claims, BEGIN_EDGES), _ends(claims, END_EDGES)
    lengths = [(claim.as_printed, found) for claim in claims if (found := _length(claim)) is not None]
    if begins and ends:
        text = _("The length told does not fit the days told, or not all of them.")
    else:
        text = _("The lengths told do not fit each other.")
    told = [
        f"{_between(begin, end, language)} {_fits(lengths, _room(begin, end))}".strip()
        for begin in begins
        for end in ends
        if _room(begin, end)[1] >= 0
    ]
    first = [begin.earliest for begin in begins if begin.is_exact]
    proposals = _proposals(claims, first, [found for _printed, found in lengths], language)
    return Explanation(LENGTHS_DIFFER, text, "\n".join(told[:MOST_TOLD])), proposals


def _ends(claims: Sequence[ClaimEntry], edges: Sequence[str]) -> list[Span]:
    """The stretches in which one end lies, each once, in order; those open to a side left out."""
    spans = [span for claim in claims if claim.attribute == "date" and claim.edge in edges for span in meant_of(claim)]
    closed = {(span.earliest, span.latest) for span in spans if span.earliest is not None and span.latest is not None}
    return [Span.instant(*days) for days in sorted(closed)]


def _room(begin: Span, end: Span) -> tuple[int, int]:
    """The days that may lie between the two ends."""
    return max(0, end.earliest - begin.latest), end.latest - begin.earliest


def _fits(lengths: Sequence[tuple[str, Length]], room: tuple[int, int]) -> str:
    """Which of the printed lengths these days fit, and which not."""
    fitting, others = [], []
    for printed, told in dict(lengths).items() if all(printed for printed, _told in lengths) else ():
        (others if misfit(told, room) else fitting).append(_("“%(printed)s”") % {"printed": printed})
    said = {"fit": ", ".join(fitting), "unfit": ", ".join(others)}
    if fitting and others:
        return _("That fits %(fit)s, not %(unfit)s.") % said
    if fitting:
        return _("That fits %(fit)s.") % said
    return _("That does not fit %(unfit)s.") % said if others else ""


def _length(claim: ClaimEntry) -> Length | None:
    if claim.attribute != "duration":
        return None
    return length(claim.id, claim.face.low, claim.face.high, claim.face.unit, claim.face.qualifier)


def _between(begin: Span, end: Span, language: str) -> str:
    """From 13 to 17 July 1909 are 4 days, or 5 with both ends counted; of two years, how many lie between."""
    if not (begin.is_exact and end.is_exact):
        return _about_years(begin, end, language)
    days = end.earliest - begin.earliest
    said = ngettext(
        "%(span)s: %(days)s day, or %(both)s with both ends counted.",
        "%(span)s: %(days)s days, or %(both)s with both ends counted.",
        days,
    )
    words = format_span(Span.lasting(begin.earliest, end.earliest), language=language)
    return said % {"span": words[:1].upper() + words[1:], "days": figures(days), "both": figures(days + 1)}


def _about_years(begin: Span, end: Span, language: str) -> str:
    least, most = _room(begin, end)
    said = {
        "begin": _end_words(begin, language),
        "end": _end_words(end, language),
        "least": figures(f"{least / YEAR:.1f}"),
        "most": figures(f"{most / YEAR:.1f}"),
    }
    return _("Begun %(begin)s, ended %(end)s: %(least)s to %(most)s years.") % said


def _end_words(end: Span, language: str) -> str:
    """1918 for some day of that year, else the day or days."""
    unit = unit_text(end.earliest, end.latest) or ""
    return figures(unit) if unit.isdigit() else format_span(end, language=language)


def _proposals(
    claims: Sequence[ClaimEntry], begins: Sequence[int], lengths: Sequence[Length], language: str
) -> tuple[Proposal, ...]:
    """Readings of an end that a length told would fit, where the beginning is known to the day."""
    found: dict[tuple[str, str], Proposal] = {}
    ends = [claim for claim in claims if claim.attribute == "date" and claim.edge in END_EDGES]
    for told in lengths if len(begins) == 1 else ():
        for claim in ends if told.most is not None else ():
            for each in proposals_in(claim, begins[0] + told.least, begins[0] + told.most, language):
                found.setdefault((each.claim, each.edtf), each)
    return tuple(sorted(found.values(), key=lambda each: -each.score))
