"""The days one printed date can mean, calendar by calendar, likeliest first, each with its reason."""

from dataclasses import dataclass, replace

from chronology.calendars import Calendar, days_in_month, from_day, month_span, to_day, year_span
from chronology.dates import MIXED
from chronology.edtf_units import read_unit
from chronology.errors import DateParseError, InvalidDate
from chronology.julian_day import weekday
from chronology.lexicon import Month
from chronology.precision import Precision
from chronology.printed import Printed

# Years from here on are read as the common era: no Hijri year has reached them.
FIRST_COMMON_YEAR = 1500
_FIRST_GREGORIAN_YEAR = 1583
_HIJRI = {"solar": Calendar.SOLAR_HIJRI, "lunar": Calendar.LUNAR_HIJRI}
_COMMON = {"ce": Calendar.GREGORIAN, "new_style": Calendar.GREGORIAN, "old_style": Calendar.JULIAN}
_PARTS = {"early": (0, 3), "mid": (1, 3), "late": (2, 3), "first_half": (0, 2), "second_half": (1, 2)}

Reason = tuple[str, dict]


@dataclass(frozen=True, slots=True)
class Sense:
    """The days first to last that a date may mean.

    calendar: a Calendar, or MIXED; year_calendar: the calendar its year was counted in;
    reasons: codes of wording.reasons with their values; note: such a code, or None.
    """

    first: int
    last: int
    precision: Precision
    calendar: str
    year_calendar: Calendar
    reasons: tuple[Reason, ...]
    note: Reason | None = None


def senses_of(printed: Printed, digits_are_persian: bool = False) -> list[Sense]:
    """Return what a date can mean; raise DateParseError where no calendar has it."""
    found: list[Sense] = []
    failure: InvalidDate | None = None
    for year_calendar, reason in _year_readings(printed, digits_are_persian):
        try:
            found += _in_calendar(printed, year_calendar, reason)
        except InvalidDate as error:
            failure = failure or error
    if not found:
        raise _refused(printed, failure)
    if printed.weekday is not None:
        found = _agreeing_with_weekday(printed, found)
    return found


def _year_readings(printed: Printed, persian: bool) -> list[tuple[Calendar, str]]:
    """The calendars the year may be counted in, with the code of why, likeliest first."""
    era, year = printed.era, printed.year
    own = printed.month.calendar if printed.month else None
    solar, lunar = Calendar.SOLAR_HIJRI, Calendar.LUNAR_HIJRI
    if printed.decade is not None:
        return [(Calendar.GREGORIAN, "plain")]
    if era in _COMMON:
        return [(_COMMON[era], "old_style" if era == "old_style" else "plain")]
    if era in _HIJRI:
        return [(_HIJRI[era], "labelled")]
    if year >= FIRST_COMMON_YEAR:
        return [(Calendar.GREGORIAN, "label_too_late" if era == "ah" else "plain")]
    if own in (solar, lunar):
        return [(own, "month_tells")]
    common = Calendar.GREGORIAN if year >= _FIRST_GREGORIAN_YEAR else Calendar.JULIAN
    if era == "ah":
        # Lunar dates hardly ever carry a Gregorian month; half-converted solar ones often do.
        return [(solar, "ah_solar"), (lunar, "ah_lunar")] if own else [(lunar, "ah_lunar"), (solar, "ah_solar")]
    numbered = printed.month is not None and not printed.reason.startswith("numeric")
    if persian or (numbered and own is None):
        return [(solar, "unlabelled"), (lunar, "unlabelled"), (common, "before_reform")]
    return [(common, "before_reform"), (solar, "unlabelled"), (lunar, "unlabelled")]


def _in_calendar(printed: Printed, year_calendar: Calendar, code: str) -> list[Sense]:
    own = printed.month.calendar if printed.month else None
    same = own is None or own == year_calendar or {own, year_calendar} == {Calendar.GREGORIAN, Calendar.JULIAN}
    reasons: tuple[Reason, ...] = ((code, _year_facts(printed, year_calendar)),)
    if printed.reason:
        reasons = ((printed.reason, {}), *reasons)
    base = Sense(0, 0, Precision.DAY, year_calendar, year_calendar, reasons)
    if printed.decade is not None:
        return [_unit(base, f"{printed.decade // 10:03}X", Precision.DECADE)]
    if printed.season is not None:
        return _season(printed, base)
    if printed.month is None:
        first, last = year_span(year_calendar, printed.year)
        return [_part(printed, replace(base, first=first, last=last, precision=Precision.YEAR))]
    if same:
        return [_part(printed, _own_month(printed, number, base)) for number in printed.month.numbers]
    return [_part(printed, sense) for sense in _mixed(printed, base)]


def _own_month(printed: Printed, number: int, base: Sense) -> Sense:
    calendar, year = base.year_calendar, printed.year
    base = _said_which(printed.month, number, base)
    if printed.day is None:
        first, last = month_span(calendar, year, number)
        return replace(base, first=first, last=last, precision=Precision.MONTH)
    thirtieth = calendar is Calendar.LUNAR_HIJRI and printed.day == 30
    if thirtieth and days_in_month(calendar, year, number) == 29:
        day = to_day(calendar, year, number, 29) + 1
        return replace(base, first=day, last=day, note=("lunar_thirtieth", {}))
    day = to_day(calendar, year, number, printed.day)
    return replace(base, first=day, last=day)


def _mixed(printed: Printed, base: Sense) -> list[Sense]:
    """A month of one calendar in the year of another: each time it falls in that year."""
    own = printed.month.calendar
    window = year_span(base.year_calendar, printed.year)
    senses = []
    years = range(from_day(own, window[0])[0], from_day(own, window[1])[0] + 1)
    for year in years:
        for number in printed.month.numbers:
            dated = replace(printed, year=year, month=Month(own, (number,)))
            try:
                sense = _own_month(dated, number, replace(base, year_calendar=own))
            except InvalidDate:
                # 29 February, say, in the one of the two years that has none.
                continue
            first, last = max(sense.first, window[0]), min(sense.last, window[1])
            if first <= last:
                facts = dict(base.reasons[-1][1], month_calendar=own)
                reasons = (*base.reasons[:-1], ("mixed", facts), base.reasons[-1])
                if base.year_calendar in (Calendar.GREGORIAN, Calendar.JULIAN):
                    reasons = (*base.reasons[:-1], ("mixed_common", facts))
                reasons = _said_which(printed.month, number, replace(base, reasons=reasons)).reasons
                senses.append(
                    replace(base, first=first, last=last, precision=sense.precision, calendar=MIXED, reasons=reasons)
                )
    if not senses:
        # Raises with the calendar's own sentence when the day exists in no year.
        to_day(own, years[0], printed.month.numbers[0], printed.day or 1)
        raise InvalidDate(
            f"That day does not fall in the year {printed.year} of this calendar.",
            field="day",
            value=printed.day,
        )
    return senses


def _said_which(month: Month, number: int, sense: Sense) -> Sense:
    if len(month.numbers) == 1:
        return sense
    which = "first_of_two" if number == month.numbers[0] else "second_of_two"
    return replace(sense, reasons=((which, {}), *sense.reasons))


def _season(printed: Printed, base: Sense) -> list[Sense]:
    if base.calendar not in (Calendar.GREGORIAN, Calendar.JULIAN):
        first = month_span(base.year_calendar, printed.year, printed.season * 3 - 2)[0]
        last = month_span(base.year_calendar, printed.year, printed.season * 3)[1]
        return [_part(printed, replace(base, first=first, last=last, precision=Precision.SEASON))]
    year = printed.year
    if printed.season != 4 or printed.until_year is not None:
        return [_part(printed, _unit(base, f"{year:04}-{20 + printed.season}", Precision.SEASON))]
    ended = _unit(replace(base, reasons=(("winter_ends", {"year": year}),)), f"{year - 1:04}-24", Precision.SEASON)
    began = _unit(replace(base, reasons=(("winter_begins", {"year": year}),)), f"{year:04}-24", Precision.SEASON)
    return [_part(printed, ended), _part(printed, began)]


def _unit(base: Sense, edtf: str, precision: Precision) -> Sense:
    first, last = read_unit(edtf).days
    return replace(base, first=first, last=last, precision=precision)


def _part(printed: Printed, sense: Sense) -> Sense:
    """Early, middle and late are thirds: days 1-10, 11-20 and the rest of a month, or whole months."""
    if printed.part is None or printed.day is not None:
        return sense
    index, of = _PARTS[printed.part]
    if sense.precision is Precision.MONTH:
        length = 15 if of == 2 else 10
        first = sense.first + index * length
        last = sense.last if index == of - 1 else first + length - 1
    else:
        starts = _month_starts(sense)
        share = len(starts) // of
        first = starts[index * share]
        last = sense.last if index == of - 1 else starts[(index + 1) * share] - 1
    return replace(sense, first=first, last=last, precision=Precision.PART)


def _month_starts(sense: Sense) -> list[int]:
    starts, day = [], sense.first
    while day <= sense.last:
        starts.append(day)
        year, month, _ = from_day(sense.year_calendar, day)
        day = month_span(sense.year_calendar, year, month)[1] + 1
    return starts


def _agreeing_with_weekday(printed: Printed, found: list[Sense]) -> list[Sense]:
    """A weekday that fits one reading speaks for it; one that fits none is noted."""
    days = [sense for sense in found if sense.precision is Precision.DAY]
    if not days:
        return found
    fitting = [sense for sense in days if weekday(sense.first) == printed.weekday]
    if fitting:
        return fitting
    noted = [
        replace(sense, note=("weekday_contradicts", {"weekday": printed.weekday, "day": sense.first}))
        for sense in found
    ]
    if noted[0].calendar != Calendar.GREGORIAN or printed.era is not None:
        return noted
    old_style = _in_calendar(replace(printed, era="old_style"), Calendar.JULIAN, "weekday_old_style")
    return [sense for sense in old_style if weekday(sense.first) == printed.weekday] + noted


def _year_facts(printed: Printed, calendar: Calendar) -> dict:
    facts: dict = {"year": printed.year, "calendar": calendar}
    if printed.year is not None:
        first, last = year_span(calendar, printed.year)
        facts |= {"begin": first, "end": last}
    return facts


def _refused(printed: Printed, failure: InvalidDate | None) -> DateParseError:
    if failure is None:
        return DateParseError("No calendar has this date.", code="invalid_date", position=printed.position)
    return DateParseError(
        failure.message,
        code=failure.code,
        position=printed.position,
        field=failure.field,
        value=failure.value,
    )
