"""The joint to whatever proposes: what events may be one, and what relations may be missing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from timeline.models import Atlas

SAME_EVENT, MISSING_RELATION = "same_event", "missing_relation"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something an editor may want to do.

    kind: same_event or missing_relation; subjects: slugs of events, for a relation the one it starts from
    first; why: a sentence; relation: the kind of relation proposed.
    """

    kind: str
    subjects: tuple[str, ...]
    why: str
    relation: str = ""

    @property
    def key(self) -> str:
        """What a dismissal is kept by: the same for the same proposal, whichever way round it is made."""
        named = sorted(self.subjects) if self.kind == SAME_EVENT else [*self.subjects, self.relation]
        return ":".join([self.kind, *named])[:300]


def none(atlas: Atlas) -> Iterable[Proposal]:
    return ()


# Replaced where a module proposes.
propose: Callable[[Atlas], Iterable[Proposal]] = none
