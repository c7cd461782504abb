"""A printed date as a whole: one date, or dates joined by before, after, between, to, or."""

from dataclasses import dataclass, replace

from chronology.errors import DateParseError
from chronology.printed import HINT, Printed, read_printed
from chronology.tokens import Token, tokenise

_PREFIXES = ("before", "by", "until", "after", "from", "not_before", "throughout")
_JOINS = {"to": "range", "until": "range", "by": "range", "and": "range", "or": "either"}


@dataclass(frozen=True, slots=True)
class Expression:
    """One reading of how the text is built.

    kind: one, before, by, until, after, from, not_before, throughout, between, range, either or
    twice (one date printed in two calendars or styles); dates: one Printed, or two;
    circa, doubtful: what the text adds.
    """

    kind: str
    dates: tuple[Printed, ...]
    circa: bool = False
    doubtful: bool = False


def read_expressions(text: str, year: int | None = None, era: str | None = None) -> list[Expression]:
    """Return the ways a text can be built, likeliest first; raise DateParseError.

    year and era are those of the context, for dates that leave them unsaid.
    """
    tokens = tokenise(text)
    circa = any(token.kind in ("circa", "tilde") for token in tokens)
    doubtful = any(token.kind in ("doubt", "query") for token in tokens)
    tokens = [token for token in tokens if token.kind not in ("circa", "tilde", "doubt", "query")]
    kind, groups = _grouped(_without_idle_brackets(tokens))
    read = [read_printed(group, text) for group in groups]
    expressions = []
    for first in read[0]:
        for second in read[1] if len(read) > 1 else [None]:
            dates = (first,) if second is None else _completed(first, second, shares_era=kind != "twice")
            dates = _with_context(dates, year, era, text)
            expressions.append(_settled(Expression(kind, dates, circa, doubtful)))
    return expressions


def _without_idle_brackets(tokens: list[Token]) -> list[Token]:
    """A bracket matters only when it opens a second date: "24 Jumada II 1327 (13 July 1909)"."""
    return [
        token
        for at, token in enumerate(tokens)
        if token.kind != "bracket" or (at > 0 and _dated(tokens[at + 1 :], years_count=_dated(tokens[:at])))
    ]


def _dated(tokens: list[Token], *, years_count: bool = True) -> bool:
    """Whether the tokens hold a month, or, where years count, a year."""
    return any(
        token.kind in ("month", "numeric") or (years_count and token.kind == "number" and len(token.text) > 2)
        for token in tokens
    )


def _grouped(tokens: list[Token]) -> tuple[str, list[list[Token]]]:
    """Split the tokens into the dates they hold, and say how these are joined."""
    kind = "one"
    if tokens and tokens[0].kind == "link" and tokens[0].value in (*_PREFIXES, "between"):
        kind = str(tokens[0].value)
        tokens = tokens[1:]
    if tokens and tokens[-1].kind == "link" and tokens[-1].value == "onwards":
        kind, tokens = "from", tokens[:-1]
    at = _joint(tokens)
    if at is None:
        if kind == "between":
            raise DateParseError(
                "“between” takes two dates.", hint="between May and July 1909", value=tokens[0].text if tokens else ""
            )
        return kind, [tokens]
    joint = tokens[at]
    groups = [tokens[:at], tokens[at + 1 :]]
    if kind == "between":
        return kind, groups
    if kind not in ("one", "from"):
        raise DateParseError(
            f"“{joint.text}” joins two dates after “{kind.replace('_', ' ')}”, which takes one.",
            position=joint.start,
            hint="before 20 April 1909; between May and July 1909",
            value=joint.text,
        )
    if joint.kind in ("slash", "bracket"):
        return "twice", groups
    return "range" if joint.kind == "dash" else _JOINS[str(joint.value)], groups


def _joint(tokens: list[Token]) -> int | None:
    """The place of the word or dash that joins two dates, or None."""
    places = [
        at
        for at, token in enumerate(tokens)
        if 0 < at < len(tokens) - 1
        and (token.kind in ("dash", "slash", "bracket") or (token.kind == "link" and token.value in _JOINS))
    ]
    dashes = [at for at in places if tokens[at].kind == "dash" and tokens[at - 1].kind != "part"]
    others = [at for at in places if tokens[at].kind != "dash"]
    if others:
        return others[0]
    return dashes[len(dashes) // 2] if len(dashes) % 2 else None


def _completed(first: Printed, second: Printed, *, shares_era: bool = True) -> tuple[Printed, Printed]:
    """Each date takes from the other what it leaves unsaid: "13 to 16 July 1909"."""
    if first.month is None and first.day is not None:
        first = replace(first, month=second.month)
    if second.month is None and second.day is not None:
        second = replace(second, month=first.month)
    shares_era = shares_era or first.year is None or second.year is None
    if shares_era and first.era is None:
        first = replace(first, era=second.era)
    if shares_era and second.era is None:
        second = replace(second, era=first.era)
    crosses = _later_in_year(first, second)
    if first.year is None and second.year is not None:
        first = replace(first, year=second.year - crosses)
    elif second.year is None and first.year is not None:
        second = replace(second, year=first.year + crosses)
    return first, second


def _later_in_year(first: Printed, second: Printed) -> bool:
    """Whether the first date stands later in the calendar year than the second."""
    if first.month is None or second.month is None:
        return False
    one = first.month.numbers[-1], first.day or 0
    two = second.month.numbers[0], second.day or 31
    return one > two


def _with_context(dates: tuple[Printed, ...], year: int | None, era: str | None, text: str) -> tuple[Printed, ...]:
    lacking = next((date for date in dates if date.day is not None and date.month is None), None)
    if lacking is not None:
        raise DateParseError(
            "The month is missing.",
            code="month_missing",
            position=lacking.position,
            hint=HINT,
            field="month",
            value=text,
        )
    if all(date.year is not None or date.decade is not None for date in dates):
        return dates
    if year is None:
        raise DateParseError(
            "The text leaves the year to its context.",
            code="year_missing",
            position=dates[0].position,
            hint="Give the year that the passage is about.",
            field="year",
            value=text,
        )
    completed = [
        date if date.year is not None else replace(date, year=year, era=date.era or era, supplied=True)
        for date in dates
    ]
    if len(completed) == 2 and _later_in_year(*completed) and completed[0].year == completed[1].year:
        completed[1] = replace(completed[1], year=completed[1].year + 1)
    return tuple(completed)


def _settled(expression: Expression) -> Expression:
    """Two years or two days printed as one date become the pair they are."""
    date = expression.dates[0]
    if expression.kind == "one" and date.until_year is not None and date.season is None:
        second = replace(date, year=date.until_year, until_year=None)
        return replace(expression, kind="range", dates=(replace(date, until_year=None), second))
    if expression.kind == "one" and date.other_day is not None:
        second = replace(date, day=date.other_day, other_day=None)
        return replace(expression, kind="twice", dates=(replace(date, other_day=None), second))
    return expression
