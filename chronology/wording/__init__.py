"""The words of dates in each language, as data: month names, weekdays and patterns."""

import json
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "fa", "ru")


@cache
def words(language: str) -> dict:
    """Return the words of a language ("fa-IR" is "fa"); an unknown language gets English."""
    base = language.partition("-")[0].lower()
    name = base if base in LANGUAGES else "en"
    return json.loads(files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8"))
