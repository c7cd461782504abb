"""Finds persons told on two sides of one event, and two bearers of a role that only one can have.

Pure: it knows what claims say of taking part, not records.
"""

from collections.abc import Iterable
from dataclasses import dataclass

# Roles of which an event or a march has one bearer: two are two accounts of it.
SINGLE_ROLES = ("ruler", "governor")


@dataclass(frozen=True, slots=True)
class TakingPart:
    """Somebody in one role, on one side ("" where none is given), with the keys of the claims that say so."""

    who: str
    role: str
    side: str
    claims: tuple[str, ...]
    person: bool = True


@dataclass(frozen=True, slots=True)
class Divided:
    """What cannot be of one event: a person (`about`) on two sides, or two bearers of a role (`about`)."""

    about: str
    claims: tuple[str, ...]


def on_two_sides(parts: Iterable[TakingPart]) -> tuple[Divided, ...]:
    """Return the persons who are told to stand on more than one side of the event."""
    parts = [part for part in parts if part.person and part.side and part.claims]
    return _divided((part.who, part.side, part.claims) for part in parts)


def two_in_one_role(parts: Iterable[TakingPart]) -> tuple[Divided, ...]:
    """Return the roles marked single that more than one person is told to have had."""
    parts = [part for part in parts if part.person and part.role in SINGLE_ROLES and part.claims]
    return _divided((part.role, part.who, part.claims) for part in parts)


def _divided(told: Iterable[tuple[str, str, tuple[str, ...]]]) -> tuple[Divided, ...]:
    values: dict[str, dict[str, tuple[str, ...]]] = {}
    for about, value, claims in told:
        known = values.setdefault(about, {})
        known[value] = (*known.get(value, ()), *claims)
    return tuple(
        Divided(about, tuple(dict.fromkeys(key for claims in of.values() for key in claims)))
        for about, of in values.items()
        if len(of) > 1
    )
