"""A form field for a day typed as a date of any calendar; says what it is in all four."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chronology.errors import ChronologyError
from chronology.formatting import format_day, four_calendars
from chronology.parsing import parse_candidates
from chronology.spans import Span

LONGEST = 80
CALENDARS = ("gregorian", "solar_hijri", "lunar_hijri", "julian")

FIRST, LAST = "earliest", "latest"


class DayInput(forms.TextInput):
    """The text field with a line below it that says the day; a script keeps that line up to date."""

    def __init__(self, edge: str):
        super().__init__(attrs={"size": 24, "maxlength": LONGEST, "autocomplete": "off", "data-day": edge})
        self.edge = edge

    def render(self, name, value, attrs=None, renderer=None):
        attrs = {**(attrs or {}), "aria-describedby": f"{attrs['id']}_said" if attrs and attrs.get("id") else ""}
        field = super().render(name, value, attrs, renderer)
        return format_html('{}<output id="{}" class="day-said" for="{}">{}</output>', field,
                           attrs["aria-describedby"], attrs.get("id", ""), said(value, self.edge))  # fmt: skip


class DayField(forms.CharField):
    """Cleans to a Julian day number. edge: of a month or year typed, its `earliest` or its `latest` day."""

    def __init__(self, *, edge: str = FIRST, **kwargs):
        self.edge = edge
        super().__init__(max_length=LONGEST, widget=DayInput(edge), **kwargs)

    def prepare_value(self, value):
        if not isinstance(value, int):
            return value
        try:
            return format_day(value, language="en")
        except ChronologyError:
            return str(value)

    def clean(self, value):
        text = super().clean(value)
        return day_of(text, self.edge) if text else None

    def has_changed(self, initial, data):
        try:
            return self.clean(data) != initial
        except ValidationError:
            return True


def day_of(text: str, edge: str) -> int:
    """The day that a text names; ValidationError where it names none, or several."""
    try:
        candidates = parse_candidates(text)
    except ChronologyError as error:
        hint = getattr(error, "hint", "")
        words = _("%(problem)s Type a date such as 1 May 1909, 22 Tir 1288 or 24 Jumada II 1327.")
        if hint:
            words = _("%(problem)s Try: %(hint)s.")
        said_so = {"problem": error.message, "hint": hint.rstrip(".")}
        raise ValidationError(words, code=error.code, params={**said_so, "value": text}) from error
    days = {getattr(candidate.date.span, edge): candidate for candidate in candidates}
    if len(days) > 1:
        language = get_language() or "en"
        ways = "; ".join(format_day(day, language=language) for day in days if day is not None)
        raise ValidationError(
            _("“%(value)s” can be read in several ways: %(ways)s. Write the month as a word."),
            code="ambiguous_date",
            params={"value": text, "ways": ways},
        )
    (day,) = days
    if day is None:
        raise ValidationError(
            _("“%(value)s” is open at this end. Type a day, a month or a year."),
            code="open_date",
            params={"value": text},
        )
    return day


def said(value, edge: str):
    """The day in the four calendars and as a number, as spans; "" where the text names none."""
    try:
        rows = told(value if isinstance(value, int) else day_of(str(value or ""), edge))
    except ValidationError:
        return ""
    return format_html_join("", "<span><b>{}</b> {}</span>", rows)


def told(day: int) -> list[tuple[str, str]]:
    """(words, name of the calendar) of a day, in each calendar that has it; its Julian day number last."""
    names = {
        "gregorian": _("Gregorian"),
        "solar_hijri": _("Solar Hijri"),
        "lunar_hijri": _("Lunar Hijri"),
        "julian": _("Julian"),
    }
    try:
        four = four_calendars(Span.instant(day, day), get_language() or "en")
    except ChronologyError:
        four = {}
    rows = [(four[calendar], names[calendar]) for calendar in CALENDARS if four.get(calendar)]
    return [*rows, (str(day), _("Julian day number"))]
