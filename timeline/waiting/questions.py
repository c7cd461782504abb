"""Keeps the open questions of all atlases while the data stand: undecided disputes, doubtful marches, proposals.

They take a look at whole atlases, so they are found once for each state of the data. Of large atlases they are
found only for who asks for the whole list; meanwhile what was found last is shown, with its time.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from timeline.chronicle.answers import MarchQuestion
from timeline.chronicle.entries import DisputeEntry, MovementEntry
from timeline.chronicle.march_questions import march_questions
from timeline.chronicle.movements import movement_entries
from timeline.chronicle.sightings import Others, sightings_of
from timeline.chronicle.values import Reference
from timeline.kept_disputes import disputes_while
from timeline.models import Atlas, Dismissal, Event, Movement
from timeline.proposals import Proposal
from timeline.proposing import propose

OPEN = "open"
# Up to so many records a list is made while the page is made.
AT_ONCE = {"disputes": 400, "marches": 200, "proposals": 1_000}


@dataclass(frozen=True, slots=True)
class Doubt:
    """A march with what is asked of its dates."""

    march: MovementEntry
    questions: tuple[MarchQuestion, ...]


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal with the atlas (its slug) that it is made for."""

    atlas: str
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, when, and whether the data still stand as they did."""

    items: tuple
    when: datetime
    state: str


_found: OrderedDict[tuple[str, str], Found] = OrderedDict()


def open_questions(what: str, state: str, language: str, *, whole: bool = False) -> tuple[Found | None, bool]:
    """What was found of `what` (a key of AT_ONCE), and whether it is what stands in this `state` of the data.

    `whole` finds it however long that takes; else it is found where few records are concerned, and None
    means that nobody has asked for it yet.
    """
    kept = _found.get((what, language))
    if kept is not None and kept.state == state:
        return kept, True
    if whole or _concerned(what) <= AT_ONCE[what]:
        kept = Found(tuple(_FINDING[what](state, language)), timezone.now(), state)
        _found[what, language] = kept
        return kept, True
    return kept, False


def _concerned(what: str) -> int:
    """How many records are looked at, or one more than are looked at at once."""
    most = AT_ONCE[what] + 1
    if what == "disputes":
        return sum(
            model.objects.published().filter(disputed=True).order_by()[:most].count() for model in (Event, Movement)
        )
    model = Movement if what == "marches" else Event
    return model.objects.published().order_by()[:most].count()


def _disputes(state: str, language: str) -> list[DisputeEntry]:
    everything = disputes_while(state, _atlases(), language)
    return [dispute for dispute in everything.disputes if dispute.status == OPEN]


def _marches(_state: str, language: str) -> list[Doubt]:
    """The marches with a question, in the order of their keys; a fixed number of queries."""
    entries = movement_entries(Movement.objects.published().order_by("pk"), language)
    seen = {entry.id: sightings_of(entry) for entry in entries}
    doubts = ((entry, march_questions(entry, _beside(entry, entries, seen), language)) for entry in entries)
    return [Doubt(entry, questions) for entry, questions in doubts if questions]


def _beside(entry: MovementEntry, entries, seen) -> Others:
    """Where the other marches of the atlas put the movers of this one."""
    movers = {(mover.type, mover.id): mover.name for mover in entry.movers if mover.id}
    others = [
        other
        for other in entries
        if other.id != entry.id
        and other.atlas == entry.atlas
        and any((mover.type, mover.id) in movers for mover in other.movers)
    ]
    return Others(
        tuple(sighting for other in others for sighting in seen[other.id]),
        {f"{sort}:{slug}": name for (sort, slug), name in movers.items()},
        {other.id: Reference("movement", other.id, other.title, other.url) for other in others},
    )


def _proposals(_state: str, _language: str) -> list[Proposed]:
    aside = set(Dismissal.objects.values_list("atlas__slug", "proposal"))
    return [
        Proposed(atlas.slug, proposal)
        for atlas in Atlas.objects.published().order_by("-is_default", "title")
        for proposal in propose(atlas)
        if (atlas.slug, proposal.key) not in aside
    ]


def _atlases() -> tuple[int, ...]:
    return tuple(Atlas.objects.published().order_by("pk").values_list("pk", flat=True))


_FINDING: dict[str, Callable] = {"disputes": _disputes, "marches": _marches, "proposals": _proposals}
