"""Proposes what else a printed date may mean, heard beside the other statements of the same thing.

Pure: claims as the read model hands them over go in, readings of chronology.readings come out, and nothing
is asked of the database. Judging takes a few thousandths of a second, so what was judged is kept.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from chronology.calendars import Calendar, from_day
from chronology.edtf import edtf_choices
from chronology.errors import ChronologyError
from chronology.formatting import format_span
from chronology.parsing import parse_candidates
from chronology.readings import Claimed, Judgement, Method, Reading, Reconciliation, Witness, judge, reconcile
from chronology.spans import Span
from timeline.chronicle.answers import Proposal
from timeline.chronicle.entries import ClaimEntry
from timeline.chronicle.values import Interpreted, PrintedDay

# What has nine to one against it is possible, and would only be in the way of the rest.
WORTH_PROPOSING = 0.1
MOST = 3


def printed_day(claim: ClaimEntry) -> PrintedDay | None:
    """The printed words of a claim, where its date can be read from them; None for "five days later"."""
    when = claim.face.when
    if claim.attribute != "date" or claim.relative_to or when is None:
        return None
    said = PrintedDay(claim.as_printed, when, claim.face.supplied)
    return said if is_readable(said) else None


def is_readable(said: PrintedDay) -> bool:
    """Whether the words alone, with the year of their context, give the literal days."""
    faces = faces_of(said.when)
    return bool(faces) and any(span in faces for span in _literal(said.as_printed, year_of(said)))


def year_of(said: PrintedDay) -> int | None:
    """The year that the words leave to their context, or None where they name it."""
    span = said.when.span
    if "year" not in said.supplied or span is None or span.earliest is None:
        return None
    return from_day(Calendar.GREGORIAN, span.earliest)[0]


def faces_of(when) -> tuple[Span, ...]:
    """Every stretch of days that a literal date may name, as stretches without a shape of their own."""
    try:
        spans = edtf_choices(when.edtf) if when.edtf else (when.span,)
    except ChronologyError:
        spans = (when.span,)
    return tuple(_days(span) for span in spans if span is not None)


def meant_of(claim: ClaimEntry) -> tuple[Span, ...]:
    """The days an editor holds to be meant, else the literal ones; empty where there are none."""
    if claim.interpreted and claim.interpreted.reading.when.span:
        return (_days(claim.interpreted.reading.when.span),)
    return faces_of(claim.face.when) if claim.face.when else ()


def held_of(claim: ClaimEntry) -> Interpreted | None:
    """What an editor holds to be meant by a claim, or by the one it hangs on ("the same day")."""
    return claim.interpreted or (claim.relative_to.meant if claim.relative_to else None)


def witness_of(claim: ClaimEntry) -> Witness | None:
    """What a claim says to the others; the source is the work it goes back to."""
    spans = meant_of(claim)
    return Witness.of(*spans, source=source_of(claim)) if spans else None


def source_of(claim: ClaimEntry) -> str:
    """The work a claim goes back to: a copy has the voice of what it copies."""
    return claim.citation.witness or claim.citation.source


def judged(said: PrintedDay, near: Iterable[Witness], source: str = "") -> Judgement:
    """The readings of a readable date beside the witnesses; what was judged once is kept."""
    return _judged(said.as_printed, year_of(said), tuple(near), source)


def reconciled(claims: Sequence[ClaimEntry]) -> Reconciliation | None:
    """The day that makes sense of all the claims at once; None where one of them cannot be read."""
    days = [printed_day(claim) for claim in claims]
    if not claims or None in days:
        return None
    said = [
        Claimed(claim.id, day.as_printed, source_of(claim), year=year_of(day))
        for claim, day in zip(claims, days, strict=True)
    ]
    return _reconciled(tuple(said))


def proposals_of(claim: ClaimEntry, near: Sequence[Witness], language: str = "en") -> tuple[Proposal, ...]:
    """At most three readings of a claim, the likeliest first, that agree with a witness its face contradicts."""
    said = printed_day(claim)
    if said is None or claim.interpreted:
        return ()
    return _proposals(claim.id, said, near, source_of(claim), language)


def proposals_in(claim: ClaimEntry, first: int, last: int, language: str = "en") -> tuple[Proposal, ...]:
    """Readings that would put a claim's day between two days: of its own words, or, where it hangs on
    another claim ("five days later"), of that claim's words."""
    anchor = claim.relative_to
    if anchor is None or anchor.said is None:
        return proposals_of(claim, [Witness.of(Span.instant(first, last))], language)
    if claim.interpreted or not is_readable(anchor.said):
        return ()
    room = Span.instant(first - (anchor.high or 0), last - (anchor.low or 0))
    return _proposals(anchor.to.id, anchor.said, [Witness.of(room)], source_of(claim), language)


def _proposals(key: str, said: PrintedDay, near: Sequence[Witness], source: str, language: str) -> tuple[Proposal, ...]:
    found = judged(said, near, source)
    faces = faces_of(said.when)
    contradicted = {witness for witness in near if not any(witness.agrees_with(face) for face in faces)}
    kept = [
        reading
        for reading in found.readings
        if reading.score >= WORTH_PROPOSING and _days(reading.span) not in faces and contradicted & set(reading.meets)
    ]
    return tuple(proposal(key, reading, language) for reading in kept[:MOST])


def joint_proposals(found: Reconciliation, claims: Sequence[ClaimEntry], language: str = "en") -> tuple[Proposal, ...]:
    """The readings that bring these claims to one day; the score of each is that of all the days it leads to.

    At most three of a claim, in the order of the claims and the likeliest first.
    """
    scores: dict[tuple[str, Reading], float] = {}
    for account in found.accounts:
        for key, reading in account.slips if account.explains_all else ():
            scores[key, reading] = scores.get((key, reading), 0.0) + account.score
    kept = []
    for claim in claims:
        own = [(reading, score) for (key, reading), score in scores.items() if key == claim.id]
        likely = sorted((each for each in own if each[1] >= WORTH_PROPOSING), key=lambda each: -each[1])
        kept += [proposal(claim.id, replace(reading, score=score), language) for reading, score in likely[:MOST]]
    return tuple(kept)


def proposal(claim: str, reading: Reading, language: str = "en") -> Proposal:
    """A reading put into words, as a proposal for the claim of this key."""
    return Proposal(
        claim=claim,
        as_printed=reading.printed,
        meant=_words(reading.span, reading.calendar, language),
        display=_words(reading.span, Calendar.GREGORIAN, language),
        calendar=reading.calendar,
        edtf=reading.edtf,
        span=reading.span,
        score=round(reading.score, 4),
        method=reading.method.value,
        why=reading.why_in(language),
    )


def why_of(claim: ClaimEntry, language: str = "en") -> str:
    """The arithmetic of the reading an editor accepted, in the language; "" where it is none of ours."""
    said = printed_day(claim)
    if said is None or claim.interpreted is None or claim.interpreted.method == Method.OTHER:
        return ""
    held = claim.interpreted
    found = judged(said, (), source_of(claim)).readings
    fitting = (each for each in found if each.edtf == held.value and each.method.value == held.method)
    return next((each.why_in(language) for each in fitting), "")


def _days(span: Span) -> Span:
    return Span.instant(span.earliest, span.latest)


def _words(span: Span, calendar: str, language: str) -> str:
    counted = Calendar(calendar) if calendar in list(Calendar) else Calendar.GREGORIAN
    try:
        return format_span(span, counted, language)
    except ChronologyError:
        return ""


@lru_cache(maxsize=2048)
def _literal(printed: str, year: int | None) -> tuple[Span, ...]:
    try:
        return tuple(_days(each.date.span) for each in parse_candidates(printed, year=year))
    except ChronologyError:
        return ()


@lru_cache(maxsize=2048)
def _judged(printed: str, year: int | None, near: tuple[Witness, ...], source: str) -> Judgement:
    return judge(printed, year=year, near=near, source=source)


@lru_cache(maxsize=1024)
def _reconciled(said: tuple[Claimed, ...]) -> Reconciliation:
    return reconcile(said)
