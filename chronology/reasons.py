"""The sentences that say why a date may be read as it is, in each language."""

import json
from functools import cache
from importlib.resources import files

from chronology.calendars import Calendar
from chronology.formatting import format_day, format_weekday, localised_digits
from chronology.wording import words

_LANGUAGES = ("en", "fa")


def sentence(reasons: tuple[tuple[str, dict], ...], language: str = "en") -> str:
    """Return the reasons as one text; a language without sentences gets English."""
    base = language.partition("-")[0].lower()
    language = base if base in _LANGUAGES else "en"
    patterns = _sentences(language)
    return " ".join(patterns[code].format(**_said(facts, language)) for code, facts in reasons)


@cache
def _sentences(language: str) -> dict[str, str]:
    text = files("chronology.wording").joinpath(f"reasons_{language}.json").read_text(encoding="utf-8")
    return json.loads(text)


def _said(facts: dict, language: str) -> dict[str, str]:
    said = {}
    for name, value in facts.items():
        if name in ("begin", "end", "day"):
            said[name] = format_day(value, Calendar.GREGORIAN, language)
            if name == "day":
                said["day_weekday"] = format_weekday(value, language)
        elif name == "weekday":
            said[name] = words(language)["weekdays"][value]
        elif name.endswith("calendar"):
            said[name] = words(language)["calendars"][value]
        else:
            said[name] = localised_digits(str(value), language)
    return said
