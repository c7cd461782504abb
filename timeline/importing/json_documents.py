"""Opens JSON documents that editors send, and reads texts out of whatever they hold."""

import json

from django.utils.translation import gettext as _

from timeline.importing.grids import other_kind
from timeline.importing.refusals import BadFile, BadRow

MOST_RECORDS = 50_000
_HALVES = dict.fromkeys(range(55296, 57344), "�")


class Figure(float):
    """A number that remembers how it was written, so that its decimals can be counted."""

    written: str

    def __new__(cls, written: str):
        figure = super().__new__(cls, written)
        figure.written = written
        return figure


def read_json(file: bytes) -> dict:
    """Return the object that a JSON document is; raise BadFile for what is none."""
    if kind := other_kind(file):
        raise BadFile(
            "not_json", _("This file is not JSON but %(kind)s, whatever it is called.") % {"kind": kind}, kind
        )
    try:
        document = json.loads(file.decode(json.detect_encoding(file)).lstrip("\ufeff"), parse_float=Figure)
    except (ValueError, RecursionError) as error:
        # UnicodeDecodeError and JSONDecodeError are ValueErrors; so is a whole number of 5,000 figures.
        raise BadFile(
            "not_json", _("This file is no JSON document: %(error)s.") % {"error": str(error)[:120]}
        ) from error
    if not isinstance(document, dict):
        raise BadFile("not_json", _("This JSON document is a list or a value, where an object is needed."))
    return document


def records_of(document: dict, key: str) -> list:
    """Return the list under a key; raise BadFile where there is none, or one far too long."""
    records = document.get(key)
    if not isinstance(records, list) or not records:
        raise BadFile("nothing_in_it", _("The document has no “%(key)s”, so there is nothing to read.") % {"key": key})
    if len(records) > MOST_RECORDS:
        raise BadFile(
            "too_many_records",
            _("The document has %(count)d records, and at most %(most)d are read at once: send it in parts.")
            % {"count": len(records), "most": MOST_RECORDS},
        )
    return records


def object_in(record, key: str) -> dict:
    """The object under a key, an empty one where there is none."""
    found = record.get(key) if isinstance(record, dict) else None
    return found if isinstance(found, dict) else {}


def list_in(record, key: str) -> list:
    """The list under a key, an empty one where there is none."""
    found = record.get(key) if isinstance(record, dict) else None
    return found if isinstance(found, list) else []


def text_of(value) -> str:
    """A value as the text of a cell: a list's texts joined by semicolons, "" for what is no text."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return number_text(value)
    if isinstance(value, list) and all(isinstance(each, str | int | float) for each in value):
        return "; ".join(filter(None, (text_of(each) for each in value)))
    return ""


def number_text(value: int | float) -> str:
    """A number with its own decimals, never with an exponent; raise BadRow for what is no finite number."""
    try:
        if isinstance(value, int) or value.is_integer():
            written = getattr(value, "written", "")
            return written if written and "e" not in written.casefold() else str(int(value))
        return value.written if "e" not in value.written.casefold() else f"{float(value):.10f}".rstrip("0")
    except (ValueError, OverflowError, AttributeError) as error:
        raise BadRow("bad_number", _("A number is too large or no number: mend it."), str(value)[:40]) from error


def as_written(record) -> str:
    """A record as JSON, cut where it is long: what is shown of one that can't be read."""
    try:
        text = json.dumps(record, ensure_ascii=False)
    except (ValueError, TypeError, RecursionError):
        return ""
    return text[:2000].translate(_HALVES)
