"""Makes the dates of the read model from the columns that resolution filled."""

from chronology.edtf import format_edtf, parse_edtf, reshaped
from chronology.errors import ChronologyError
from chronology.spans import Shape, Span
from timeline.chronicle.values import When
from timeline.fields import span_of
from timeline.resolution import UNDECIDABLE, UNDECIDED


def when_of(record) -> When:
    """The date of an event, from its columns and the claim it was taken from."""
    span = span_of(record)
    claim = record.date_claim if span else None
    return When(
        shape=record.shape,
        span=span,
        edtf=record.edtf or edtf_of(span),
        as_printed=claim.as_printed if claim else "",
        calendar=claim.calendar if claim else "",
        rule=record.date_rule,
    )


def when_told(testimony, shape: str) -> When:
    """The date of an event as one source gives it."""
    claim = testimony.claim
    return When(
        shape=shape,
        span=testimony.span,
        edtf=edtf_of(testimony.span),
        as_printed=claim.as_printed if claim else "",
        calendar=claim.calendar if claim else "",
        rule=testimony.rule,
    )


def when_of_movement(record) -> When:
    """The days of a movement: a stretch, resolved from its legs."""
    span = span_of(record, shape=Shape.SPAN)
    return When(shape=Shape.SPAN.value, span=span, edtf=edtf_of(span))


def when_of_claim(claim) -> When:
    """The literal date of a claim, whether written out or hanging on something else."""
    span = span_of(claim)
    shape = span.shape.value if span else claim.face_shape or Shape.INSTANT.value
    return When(shape, span, claim.face or edtf_of(span), claim.as_printed, claim.calendar)


def when_meant(claim, value: str) -> When:
    """The date an editor holds the claim to mean; `value` is EDTF."""
    try:
        span = parse_edtf(value, Shape(claim.face_shape) if claim.face_shape else None)
    except ChronologyError:
        span = None
    return When(span.shape.value if span else Shape.INSTANT.value, span, value, claim.as_printed, claim.calendar)


def edtf_of(span: Span | None) -> str:
    """The canonical text of a span, or ""."""
    return format_edtf(span) if span else ""


def stands(claim_span: Span | None, edge: str, resolved: Span | None, rule: str) -> bool | None:
    """Whether a literal date agrees with the one that stands; None where nothing is decided.

    A `begin` is held against the beginning, an `end` against the end, anything else against both. `rule` may be
    that of the other end: a day is not the one that stands where the days that stand leave room for others.
    """
    if claim_span is None or resolved is None or rule in ("", UNDECIDED, UNDECIDABLE):
        return None if claim_span is None or resolved is None else False
    if edge in ("begin", "departs"):
        return _leaves(claim_span, resolved.begin_earliest, resolved.begin_latest)
    if edge in ("end", "arrives"):
        return _leaves(claim_span, resolved.end_earliest, resolved.end_latest)
    return reshaped(claim_span, resolved.shape).compatible_with(resolved)


def _leaves(said: Span, earliest: int | None, latest: int | None) -> bool:
    """Whether a literal date leaves room for every day that stands for this end."""
    return (said.earliest is None or (earliest is not None and said.earliest <= earliest)) and (
        said.latest is None or (latest is not None and latest <= said.latest)
    )
