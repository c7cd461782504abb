"""Turns the declared shape of a body (a TypedDict) into JSON Schema, a component for each record."""

import types
from collections.abc import Callable
from typing import Any, Union, get_args, get_origin, get_type_hints, is_typeddict

BASIC = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}


def schema_of(hint: Any, named: Callable[[str, dict], dict]) -> dict:
    """The schema of a type hint: str, bytes, int, float, bool, None, list, dict, unions and TypedDicts of these.

    `named` keeps a record's schema under its name and returns a reference to it. Raises TypeError for
    any other hint.
    """
    if hint is Any:
        return {}
    if hint is bytes:
        return {"type": "string", "contentEncoding": "binary"}
    if hint in BASIC:
        return {"type": BASIC[hint]}
    if is_typeddict(hint):
        return named(name_of(hint), _record(hint, named))
    origin, parts = get_origin(hint), get_args(hint)
    if origin is list:
        return {"type": "array", "items": schema_of(parts[0], named)}
    if origin is dict:
        return {"type": "object", "additionalProperties": schema_of(parts[1], named)}
    if origin in (Union, types.UnionType):
        return _either([schema_of(part, named) for part in parts])
    raise TypeError(f"{hint!r} has no schema here.")


def name_of(hint: type) -> str:
    """The name a record has in the schema: EventBody is Event."""
    return hint.__name__.removesuffix("Body")


def _record(hint: type, named: Callable[[str, dict], dict]) -> dict:
    fields = get_type_hints(hint)
    return {
        "type": "object",
        "description": " ".join((hint.__doc__ or "").split()),
        "properties": {field: schema_of(kind, named) for field, kind in fields.items()},
        "required": sorted(hint.__required_keys__),
    }


def _either(schemas: list[dict]) -> dict:
    if all(set(schema) == {"type"} for schema in schemas):
        return {"type": [schema["type"] for schema in schemas]}
    return {"anyOf": schemas}
