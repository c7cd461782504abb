"""Leads an address whose state names records by earlier slugs to the one that names them by their own."""

from timeline.addressed import ADDRESSED, former_slugs
from timeline.embedding.state import NAMED, address_with


def address_now(request) -> str:
    """The address of the same view with the slugs that its records have now; "" where they stand in it already.

    One query where it names any, and another for each of them that an earlier slug may be meant by.
    """
    if not any(key in request.GET for key in ("at", *NAMED)):
        return ""
    former = former_slugs()
    pairs = [(key, value) for key, values in request.GET.lists() for value in values]
    now = [(key, _now(key, value, former)) for key, value in pairs]
    return address_with(request.path, now) if now != pairs else ""


def _now(key: str, value: str, former: dict[str, dict[str, str]]) -> str:
    kind, colon, slug = value.partition(":") if key == "at" else (NAMED.get(key, ""), "", value)
    new = former.get(kind, {}).get(slug)
    if new is None or ADDRESSED[kind].objects.filter(slug=slug).exists():
        return value
    return f"{kind}{colon}{new}" if key == "at" else new
