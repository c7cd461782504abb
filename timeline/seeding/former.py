"""Follows keys of the tables to the records that editors merged them into."""

from collections.abc import Mapping


def followed(kind: str, key: str, former: Mapping[str, str]) -> str:
    """The key under which a record is kept now; `former` leads from an event's old slug to the one it has.

    Parts of events carry its slug in theirs: `<event>/<who>/<role>`, `<event>:<kind>:<event>`.
    """
    if kind == "event":
        return former.get(key, key)
    if kind == "participation":
        event, slash, rest = key.partition("/")
        return f"{former.get(event, event)}{slash}{rest}"
    if kind == "relation":
        return ":".join(former.get(part, part) for part in key.split(":"))
    return key
