"""The joint to whatever proposes: what events may be one, what relations and ties may be missing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from timeline.models import Atlas

SAME_EVENT, MISSING_RELATION, MARCH_OF_EVENT = "same_event", "missing_relation", "march_of_event"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something an editor may want to do.

    kind: SAME_EVENT (subjects are the slugs of two events), MISSING_RELATION (two events, the one it starts
    from first; relation is its kind) or MARCH_OF_EVENT (a movement and an event); why: a sentence.
    """

    kind: str
    subjects: tuple[str, ...]
    why: str
    relation: str = ""

    @property
    def key(self) -> str:
        """What a dismissal is kept by: the same for the same proposal, whichever way round it is made."""
        named = sorted(self.subjects) if self.kind == SAME_EVENT else [*self.subjects, self.relation]
        return ":".join([self.kind, *named])


def nothing(atlas: Atlas) -> Iterable[Proposal]:
    """Proposes nothing."""
    return ()


propose: Callable[[Atlas], Iterable[Proposal]] = nothing
