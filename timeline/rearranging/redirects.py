"""Leaves an address that leads on, where a record becomes part of another."""

from collections.abc import Iterable

from timeline.rearranging.holdings import FormerAddress
from timeline.rearranging.plan import Draft


def leave_redirect(draft: Draft, kind: str, former: Iterable[FormerAddress], *, kept: str, gone: str) -> None:
    """The old address leads on to the kept record, and so does what led to the old one.

    former: every redirect of this kind from or to either; kept, gone: their slugs.
    """
    redirected = False
    for each in former:
        if each.old == kept:
            draft.remove(each.row)
        elif each.old == gone:
            draft.change(each.row, new=kept)
            redirected = True
        elif each.new == gone:
            draft.change(each.row, new=kept)
    if not redirected:
        draft.make("formerslug", "redirect", kind=kind, old=gone, new=kept)
