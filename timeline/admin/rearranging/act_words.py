"""Says an act of rearranging in a sentence."""

from django.utils.translation import gettext as _

from timeline.models import Act
from timeline.models.vocabulary import ActKind

SHOWN = 120


def told(act: Act) -> str:
    """What an act did, in one sentence; no query where `undoes` is loaded."""
    if act.kind == ActKind.UNDO:
        return _("Took act %(number)s back: %(what)s") % {
            "number": act.undoes_id,
            "what": told(act.undoes) if act.undoes else "",
        }
    titles = [_short(title) for _type, _slug, title in act.subjects]
    first = titles[0] if titles else ""
    rest = ", ".join(f"“{title}”" for title in titles[1:])
    sentences = {
        ActKind.MERGE: _("Merged %(rest)s into “%(first)s”."),
        ActKind.SPLIT: _("Split %(rest)s off “%(first)s”."),
        ActKind.MOVE: _("Moved claims of %(rest)s to “%(first)s”.") if rest else _("Moved claims within “%(first)s”."),
        ActKind.RELATE: _("Related “%(first)s” to %(rest)s."),
        ActKind.DISMISS: _("Put a proposal about “%(first)s” and %(rest)s aside."),
    }
    return sentences[ActKind(act.kind)] % {"first": first, "rest": rest}


def _short(title: str) -> str:
    return title if len(title) <= SHOWN else f"{title[:SHOWN]}…"
