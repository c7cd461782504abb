"""Says an act in a sentence."""

from django.utils.translation import gettext as _

from timeline.models import Act
from timeline.models.vocabulary import ActKind
from timeline.rearranging.rows import TABLES

SHOWN = 120


def told(act: Act) -> str:
    """What an act did, in one sentence; no query where `undoes` is loaded."""
    if act.kind == ActKind.UNDO:
        return _("Took act %(number)s back: %(what)s") % {
            "number": act.undoes_id,
            "what": told(act.undoes) if act.undoes else "",
        }
    return _rearranged(act) or _written(act)


def _rearranged(act: Act) -> str:
    titles = [_short(subject[2]) for subject in act.subjects]
    first = titles[0] if titles else ""
    rest = ", ".join(f"“{title}”" for title in titles[1:])
    sentences = {
        ActKind.MERGE: _("Merged %(rest)s into “%(first)s”."),
        ActKind.SPLIT: _("Split %(rest)s off “%(first)s”."),
        ActKind.MOVE: _("Moved claims of %(rest)s to “%(first)s”.") if rest else _("Moved claims within “%(first)s”."),
        ActKind.RELATE: _("Related “%(first)s” to %(rest)s."),
        ActKind.DISMISS: _("Put a proposal about “%(first)s” and %(rest)s aside."),
    }
    return sentences.get(act.kind, "") % {"first": first, "rest": rest}


def _written(act: Act) -> str:
    sentences = {
        ActKind.ADD: _("Added %(what)s."),
        ActKind.CHANGE: _("Changed %(what)s."),
        ActKind.DELETE: _("Deleted %(what)s."),
        ActKind.RESTORE: _("Restored an older version of %(what)s."),
        ActKind.UNDELETE: _("Brought %(what)s back."),
        ActKind.SUBMIT: _("Submitted %(what)s."),
        ActKind.PUBLISH: _("Published %(what)s."),
        ActKind.SEND_BACK: _("Sent %(what)s back."),
        ActKind.WITHDRAW: _("Withdrew %(what)s."),
        ActKind.TAKE_UP: _("Took %(what)s up again."),
        ActKind.SHOW_AGAIN: _("Showed %(what)s again."),
        ActKind.IMPORT: _("Imported %(what)s."),
        ActKind.LOAD: _("Loaded tables, with changes of %(what)s."),
    }
    return sentences.get(act.kind, "%(what)s") % {"what": _subjects(act)}


def _subjects(act: Act) -> str:
    named = ", ".join(f"{_sort(table)} “{_short(title)}”" for table, _slug, title in act.subjects)
    more = act.records - len(act.subjects)
    if not named:
        return _("%(count)s records") % {"count": act.records}
    return _("%(named)s and %(more)s more") % {"named": named, "more": more} if more > 0 else named


def _sort(table: str) -> str:
    return str(TABLES[table]._meta.verbose_name) if table in TABLES else table


def _short(title: str) -> str:
    return title if len(title) <= SHOWN else f"{title[:SHOWN]}…"
