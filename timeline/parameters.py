"""Reads single values out of a query string, gathering a sentence for each that cannot be read."""

import math
import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from django.http import QueryDict
from django.utils.translation import gettext as _

from chronology.edtf import parse_edtf
from chronology.errors import ChronologyError
from chronology.julian_day import checked
from chronology.spans import Span
from geo.folding import words
from timeline.addressed import slugs_now
from timeline.problems import Problem

T = TypeVar("T")

LONGEST = 200
# The code of a value that names what was withdrawn.
WITHDRAWN = "withdrawn"
MOST_VALUES = 50
_DAY_NUMBER = re.compile(r"\d{6,8}", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,5}(\.\d{1,12})?", re.ASCII)
TRUTHS = {"true": True, "1": True, "false": False, "0": False}


class Parameters:
    """One query string. Every method returns what was read, or its default, and keeps the problems.

    `lenient` is for pages: an empty value counts as not given, as an HTML form sends it.
    """

    def __init__(self, query: QueryDict, *, lenient: bool = False):
        self.query = query
        self.lenient = lenient
        self.problems: list[Problem] = []

    def values(self, name: str, *, longest: int = LONGEST) -> list[str]:
        """Every value of a key; one that is empty or too long is a problem."""
        given = self.query.getlist(name)
        if self.lenient:
            given = [value for value in given if value]
        if len(given) > MOST_VALUES:
            message = _("At most %(most)s values can be given here.") % {"most": MOST_VALUES}
            self.refuse("too_many_values", message, name)
            return []
        kept = []
        for value in given:
            if not value or "\x00" in value:
                self.refuse("empty_value", _("This value is empty."), name, value)
            elif len(value) > longest:
                message = _("This value is longer than %(longest)s characters.") % {"longest": longest}
                self.refuse("too_long", message, name, value)
            else:
                kept.append(value)
        return kept

    def value(self, name: str, *, longest: int = LONGEST) -> str | None:
        """The one value of a key that may be given once."""
        given = self.values(name, longest=longest)
        if len(given) > 1:
            self.refuse("given_twice", _("This can be given once only."), name, given[1])
        return given[0] if given else None

    def read(self, name: str, reader: Callable[[str], T], default: T | None = None) -> T | None:
        """The one value of a key, read; `reader` raises ValueError with the sentence."""
        value = self.value(name)
        return default if value is None else self._read(name, value, reader, default)

    def read_all(self, name: str, reader: Callable[[str], T]) -> tuple[T, ...]:
        """Every value of a key, read."""
        found = [self._read(name, value, reader, None) for value in self.values(name)]
        return tuple(value for value in found if value is not None)

    def choice(self, name: str, allowed: Iterable[str], default: str = "") -> str:
        """One of the allowed words."""
        found = self.read(name, _one_of(allowed), default)
        return found if found is not None else default

    def choices(self, name: str, allowed: Iterable[str]) -> tuple[str, ...]:
        """Any of the allowed words, each once."""
        return tuple(dict.fromkeys(self.read_all(name, _one_of(allowed))))

    def known(self, name: str, records) -> dict[str, str]:
        """The asked slugs that the queryset has, in the order asked, each with its name; one query,
        and three more where it lacks one. A slug that the record had before stands for the one it has now."""
        slugs = self.values(name)
        if not slugs:
            return {}
        found = {record.slug: str(record) for record in records.filter(slug__in=slugs)}
        if renamed := slugs_now(records.model, set(slugs) - set(found)):
            slugs = [renamed.get(slug, slug) for slug in slugs]
            found |= {record.slug: str(record) for record in records.filter(slug__in=renamed.values())}
        unknown = [slug for slug in slugs if slug not in found]
        withdrawn = _withdrawn(records.model, unknown)
        for slug in unknown:
            if slug in withdrawn:
                self.refuse(WITHDRAWN, _("This record was withdrawn by its editors."), name, slug)
            else:
                self.refuse("unknown_slug", _("There is no such record here."), name, slug)
        return {slug: found[slug] for slug in slugs if slug in found}

    def one_known(self, name: str, records) -> dict[str, str]:
        """The same of a key that may be given once: {slug: name}, or {}."""
        found = self.known(name, records) if self.value(name) else {}
        return dict(list(found.items())[:1])

    def whole_number(self, name: str, default: int, *, least: int, most: int) -> int:
        """A whole number between two others."""

        def reader(value: str) -> int:
            if not value.isascii() or not value.isdigit() or len(value) > 12 or not least <= int(value) <= most:
                raise Unreadable(
                    "bad_number",
                    _("This is a whole number from %(least)s to %(most)s.") % {"least": least, "most": most},
                )
            return int(value)

        found = self.read(name, reader, default)
        return default if found is None else found

    def refuse(self, code: str, message: str, field: str, value: str = "") -> None:
        """Keep a problem."""
        self.problems.append(Problem(code, message, field, value))

    def _read(self, name: str, value: str, reader: Callable[[str], T], default: T | None) -> T | None:
        try:
            return reader(value)
        except Unreadable as error:
            self.refuse(error.code, str(error), name, value)
        except ChronologyError as error:
            self.refuse("bad_date", error.message, name, value)
        return default


class Unreadable(ValueError):
    """A value that is not what its key takes; `code` is for programs."""

    def __init__(self, code: str, message: str):
        super().__init__(message)
        self.code = code


def days(value: str) -> Span:
    """EDTF, an ISO day or a Julian day number, as a span of days; raises ChronologyError."""
    if _DAY_NUMBER.fullmatch(value):
        return Span.day(checked(int(value)))
    return parse_edtf(value)


def point(value: str) -> tuple[float, float]:
    """Latitude and longitude in degrees, with a comma between."""
    numbers = _numbers(value, 2)
    if not numbers or abs(numbers[0]) > 90 or abs(numbers[1]) > 180:
        raise Unreadable("bad_point", _("This is a latitude and a longitude in degrees, as 35.69,51.42."))
    return numbers[0], numbers[1]


def box(value: str) -> tuple[float, float, float, float]:
    """West, south, east and north in degrees, with commas between."""
    numbers = _numbers(value, 4)
    if numbers:
        west, south, east, north = numbers
        if -180 <= west <= east <= 180 and -90 <= south <= north <= 90:
            return west, south, east, north
    raise Unreadable("bad_box", _("This is west, south, east and north in degrees, as 44,30,62,40."))


def kilometres(value: str) -> float:
    """A distance above nothing and no longer than half the way round the globe."""
    numbers = _numbers(value, 1)
    if not numbers or not 0 < numbers[0] <= 20_040:
        raise Unreadable("bad_radius", _("This is a number of kilometres from 0 to 20,040."))
    return numbers[0]


def searched(value: str) -> str:
    """Words to look for: the text itself, which must hold one that a name can be spelt with."""
    if not words(value):
        raise Unreadable("no_words", _("There is no word in this that could be looked for."))
    return value


def truth(value: str) -> bool:
    """true or false."""
    if value not in TRUTHS:
        raise Unreadable("bad_choice", _("This is true or false."))
    return TRUTHS[value]


def _withdrawn(model, slugs: list[str]) -> set[str]:
    """Those of the slugs whose records readers saw once."""
    if not slugs or not any(field.name == "publication" for field in model._meta.concrete_fields):
        return set()
    gone = model._base_manager.filter(slug__in=slugs, publication="withdrawn")
    return set(gone.values_list("slug", flat=True))


def _numbers(value: str, count: int) -> list[float] | None:
    parts = [part.strip() for part in value.split(",")]
    if len(parts) != count or not all(_NUMBER.fullmatch(part) for part in parts):
        return None
    numbers = [float(part) for part in parts]
    return numbers if all(map(math.isfinite, numbers)) else None


def _one_of(allowed: Iterable[str]) -> Callable[[str], str]:
    known = list(allowed)

    def reader(value: str) -> str:
        if value not in known:
            raise Unreadable("bad_choice", _("This is one of: %(known)s.") % {"known": ", ".join(known)})
        return value

    return reader
