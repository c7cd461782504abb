"""Explains the calendars that a disagreement names, in a sentence each, for a reader who knows none of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from chronology.calendars import Calendar, month_span
from chronology.errors import ChronologyError
from chronology.formatting import format_span, vocabulary
from chronology.spans import Span
from timeline.filter_words import figures
from timeline.pages.claim_words import language

MOST_MONTHS = 3
_OLD_STYLE = re.compile(r"\bO\.S\.|\bOld Style\b")
_HIJRA_YEAR = re.compile(r"\bAH\b")


@dataclass(frozen=True, slots=True)
class CalendarWord:
    """A name that needs a sentence, and the sentence."""

    name: str
    sentence: str


def calendar_words(told: Iterable[str]) -> tuple[CalendarWord, ...]:
    """The calendars named in these words, each once: Solar Hijri with the days of its months there, Old Style, AH."""
    text = "\n".join(told)
    found = []
    named = _named_months(text)
    if named or "Solar Hijri" in text:
        said = _("Iran’s solar calendar, with months of its own; its year begins in spring.")
        found.append(CalendarWord(_("Solar Hijri."), " ".join([said, *_days_of(named)])))
    if _HIJRA_YEAR.search(text):
        said = _("Years counted from the Hijra of 622, by the moon or by the sun: the letters do not say which.")
        found.append(CalendarWord(_("AH."), said))
    if _OLD_STYLE.search(text):
        said = _("The Julian calendar, in use in Russia until 1918, behind the Gregorian one of today (New Style).")
        found.append(CalendarWord(_("Old Style, O.S."), said))
    return tuple(found)


def _named_months(text: str) -> list[tuple[int, str, str]]:
    """The Solar Hijri months named with their year, each once: number, name, year."""
    names = vocabulary(language())["months"][Calendar.SOLAR_HIJRI]
    found = re.findall(rf"\b({'|'.join(map(re.escape, names))}) (\d{{4}})\b", text)
    return [(names.index(name) + 1, name, year) for name, year in dict.fromkeys(found)][:MOST_MONTHS]


def _days_of(named: Iterable[tuple[int, str, str]]) -> Iterable[str]:
    """Their days in the Gregorian calendar: "Tir 1288: 22 June to 22 July 1909."."""
    for number, name, year in named:
        try:
            days = Span.lasting(*month_span(Calendar.SOLAR_HIJRI, int(year), number))
        except ChronologyError:
            continue
        said = {"month": f"{name} {figures(year)}", "days": format_span(days, language=language())}
        yield _("%(month)s: %(days)s.") % said
