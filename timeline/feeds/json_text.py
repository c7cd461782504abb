"""Writes a JSON document with one long list in it, entry by entry."""

import json
from collections.abc import Iterable, Iterator, Mapping


def document(head: Mapping, name: str, entries: Iterable, tail: Mapping | None = None) -> Iterator[str]:
    """The text of {**head, name: [entries], **tail} in parts, one entry a line."""
    yield "{" + "".join(f"{_written(key)}:{_written(value)},\n" for key, value in head.items())
    yield f"{_written(name)}:"
    yield from array(entries)
    yield "".join(f",\n{_written(key)}:{_written(value)}" for key, value in (tail or {}).items())
    yield "}\n"


def array(entries: Iterable) -> Iterator[str]:
    """The text of a list in parts, one entry a line."""
    yield "["
    before = "\n"
    for entry in entries:
        yield before + _written(entry)
        before = ",\n"
    yield "\n]"


def _written(value) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
