"""Follows keys of the tables to the records that editors merged them into."""

from collections.abc import Mapping


def followed(kind: str, key: str, former: Mapping[str, str]) -> str:
    """The key under which a record is kept now; `former` leads from an old slug, of an event or a place, to its own.

    Parts of events carry its slug in theirs: `<event>/<who>/<role>`, `<event>:<kind>:<event>`.
    """
    if kind in ("event", "place"):
        return former.get(key, key)
    if kind == "participation":
        event, slash, rest = key.partition("/")
        return f"{former.get(event, event)}{slash}{rest}"
    if kind == "relation":
        return ":".join(former.get(part, part) for part in key.split(":"))
    return key
