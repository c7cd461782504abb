"""Keeps the disagreements of an atlas while its data stand, and finds one of them by its name."""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from timeline.chronicle import atlas_disputes
from timeline.chronicle.entries import DisputeEntry, DisputeList
from timeline.dispute_names import renamed, slugs_in
from timeline.models import Event, FormerSlug, Movement

MOST_KEPT = 6
_kept: OrderedDict[tuple, DisputeList] = OrderedDict()
_reckoning = Lock()


@dataclass(frozen=True, slots=True)
class Found:
    """What a name leads to: the dispute with all those of its atlas; else `moved`, the name it has now, or ""."""

    dispute: DisputeEntry | None
    everything: DisputeList | None = None
    moved: str = ""


def disputes_while(state: str, atlases: tuple[int, ...], language: str) -> DisputeList:
    """The disputes of these atlases, kept for as long as the data stand in this state.

    A class that opens the page at once after a change waits for one reckoning, and not for thirty.
    """
    key = (state, atlases, language)
    with _reckoning:
        found = _kept.pop(key, None) or atlas_disputes(atlases, language)
        _kept[key] = found
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return found


def dispute_named(name: str, state: str, language: str) -> Found:
    """The dispute of this name, in whichever atlas it is."""
    # What no database can be asked, no dispute is called.
    if not name.isprintable():
        return Found(None)
    subject = name.partition(":")[0].partition("/")[0]
    holders = (model.objects.published().filter(slug=subject) for model in (Event, Movement))
    atlases = {pk for records in holders for pk in records.values_list("atlas", flat=True)}
    everything = disputes_while(state, tuple(sorted(atlases)), language)
    for dispute in everything.disputes:
        if dispute.id == name:
            return Found(dispute, everything)
    moved = _under_its_new_name(name)
    return Found(None, None, moved if moved != name else "")


def _under_its_new_name(name: str) -> str:
    """The name that a dispute has since its things were renamed or merged; the same where none was."""
    former = FormerSlug.objects.filter(kind__in=("event", "movement"), old__in=slugs_in(name))
    new = dict(former.values_list("old", "new"))
    return renamed(name, new) if new else name
