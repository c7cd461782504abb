"""Follows keys of the tables to records that editors renamed, or merged into others."""

from collections.abc import Iterator, Mapping
from itertools import product

Former = Mapping[str, Mapping[str, str]]
"""By kind of record: an old slug -> the one that it leads to."""
# Who takes part, or of what, is not told by kind in the key of a part.
_SUBJECTS, _BEARERS = ("event", "movement"), ("person", "force")


def since(kind: str, key: str, former: Former) -> Iterator[str]:
    """The keys under which the record of a key may be kept now, the likeliest first; none where nothing was renamed.

    Parts carry the slugs of others in theirs: `<event>/<who>/<role>`, `<event>:<kind>:<event>`, `<atlas>/<lane>`.

    >>> list(since("relation", "fall:after:entry", {"event": {"entry": "entry-of-1909"}}))
    ['fall:after:entry-of-1909']
    """
    mark, kinds = _PARTS.get(kind, ("", ((kind,),)))
    parts = key.split(mark, len(kinds)) if mark else [key]
    if kind in ("name", "decision"):
        # These say in their first part of which kind the second is.
        kinds = ((), (parts[0],), *kinds[2:])
    choices = [[part, *_now(part, kinds[place] if place < len(kinds) else (), former)]
               for place, part in enumerate(parts)]  # fmt: skip
    for chosen in product(*choices):
        if (found := mark.join(chosen)) != key:
            yield found


def _now(part: str, kinds: tuple[str, ...], former: Former) -> Iterator[str]:
    for kind in kinds:
        if kind in _PARTS:
            yield from since(kind, part, former)
        elif part in former.get(kind, {}):
            yield former[kind][part]


_PARTS: dict[str, tuple[str, tuple[tuple[str, ...], ...]]] = {
    "theatre": ("/", (("atlas",),)),
    "side": ("/", (("atlas",),)),
    "period": ("/", (("atlas",),)),
    "participation": ("/", (_SUBJECTS, _BEARERS)),
    "leg": ("/", (("movement",),)),
    "lessonstep": ("/", (("lesson",),)),
    "relation": (":", (("event",), (), ("event",))),
    "mover": ("|", (("movement",), (), _BEARERS)),
    "decision": ("|", ((), ())),
    "name": ("|", ((), (), (), (), (), ("source",))),
}
"""By kind: what parts a key, and of which kinds of records its parts are the slugs."""
