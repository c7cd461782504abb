"""Tells whether anything was saved between an editor's look at a page and the act that was sent from it."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from timeline.rearranging.plan import Refused, Row

Stamps = Mapping[Row, str]


def written(*stamps: Stamps) -> str:
    """The stamps of all rows shown, as text for a hidden field of a form."""
    rows = {row: stamp for each in stamps for row, stamp in each.items()}
    return " ".join(f"{row.table}.{row.key}.{rows[row]}" for row in sorted(rows))


def read(text: str) -> dict[Row, str]:
    """The stamps that `written` made; what can't be read is left out, and so is noticed as changed."""
    found = {}
    for word in text.split():
        table, _dot, rest = word.partition(".")
        key, _dot, stamp = rest.partition(".")
        if key.isdecimal() and len(key) < 19:
            found[Row(table, int(key))] = stamp
    return found


def refuse_stale(seen: str, stamps: Iterable[Stamps], names: Iterable[Mapping[Row, str]]) -> None:
    """Raise Refused, naming what was saved, added or deleted since the page was opened."""
    now = {row: stamp for each in stamps for row, stamp in each.items()}
    called = {row: name for each in names for row, name in each.items()}
    then = read(seen)
    changed = [
        called.get(row, _("one that is there no longer"))
        for row in sorted({*then, *now})
        if then.get(row) != now.get(row)
    ]
    if changed:
        raise Refused(
            _(
                "Somebody else has saved what this is about since you opened the page: %(names)s."
                " Nothing was changed. Look at both sides again below, then confirm."
            )
            % {"names": "; ".join(dict.fromkeys(changed))[:600]},
            "stale_version",
        )
