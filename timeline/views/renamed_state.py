"""Leads an address whose state names records by earlier slugs to the one that names them by their own."""

from timeline.addressed import slugs_of_today
from timeline.embedding.state import NAMED, address_with


def address_now(request) -> str:
    """The address of the same view with the slugs that its records have now; "" where they stand in it already.

    Where it names any, as many queries as slugs_of_today.
    """
    pairs = [(key, value) for key, values in request.GET.lists() for value in values]
    today = slugs_of_today(_named(key, value) for key, value in pairs)
    now = [(key, _now(key, value, today)) for key, value in pairs]
    return address_with(request.path, now) if now != pairs else ""


def _named(key: str, value: str) -> tuple[str, str]:
    kind, _colon, slug = value.partition(":") if key == "at" else (NAMED.get(key, ""), "", value)
    return kind, slug


def _now(key: str, value: str, today: dict[tuple[str, str], str]) -> str:
    kind, _slug = named = _named(key, value)
    if named not in today:
        return value
    return f"{kind}:{today[named]}" if key == "at" else today[named]
