"""The days that a whole expression (before, between, to …) bounds, with its precision and EDTF."""

from chronology.edtf import format_edtf, parse_edtf
from chronology.edtf_units import unit_text
from chronology.expressions import Expression
from chronology.precision import Precision
from chronology.senses import Sense
from chronology.spans import Span


def bounded(expression: Expression, senses: tuple[Sense, ...]) -> tuple[Span, Precision, str]:
    """Return the span, precision and EDTF text; raise InvalidSpan where the dates are the wrong way round."""
    ends = [_widened(sense) if expression.circa else (sense.first, sense.last) for sense in senses]
    (first, last), (other_first, other_last) = ends[0], ends[-1]
    kind = expression.kind
    if expression.circa and kind in ("before", "after"):
        # "Before circa 1907" leaves room for all of 1907: the day it is before may be later.
        first, last = senses[0].last + 1, senses[0].first - 1
    if kind == "one":
        return _one(senses[0], expression)
    if kind == "either":
        texts = [format_edtf(Span.instant(*end)).strip("[]") for end in ends]
        edtf = "[" + ",".join(texts) + "]"
        return parse_edtf(edtf), Precision.CHOICE, edtf
    made = {
        "before": lambda: Span.instant(None, first - 1),
        "by": lambda: Span.instant(None, last),
        "after": lambda: Span.instant(last + 1, None),
        "not_before": lambda: Span.instant(first, None),
        "until": lambda: Span.span(None, None, first, last),
        "from": lambda: Span.span(first, last, None, None),
        "throughout": lambda: Span.lasting(first, last),
        "between": lambda: Span.instant(first, other_last),
        "range": lambda: Span.span(first, last, other_first, other_last),
    }[kind]()
    closed = kind in ("between", "range", "throughout")
    return made, Precision.RANGE if closed else Precision.OPEN, format_edtf(made)


def _one(sense: Sense, expression: Expression) -> tuple[Span, Precision, str]:
    mark = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}[
        (expression.circa, expression.doubtful)
    ]
    single = unit_text(sense.first, sense.last)
    if single is not None:
        return parse_edtf(single + mark), sense.precision, single + mark
    span = Span.instant(*(_widened(sense) if expression.circa else (sense.first, sense.last)))
    return span, sense.precision, format_edtf(span)


def _widened(sense: Sense) -> tuple[int, int]:
    """Circa widens by a date's own width on either side, in EDTF's units where it is one of them."""
    single = unit_text(sense.first, sense.last)
    if single is not None:
        span = parse_edtf(single + "~")
        return span.earliest, span.latest
    width = sense.last - sense.first + 1
    return sense.first - width, sense.last + width
