"""How somebody taking part looks in JSON."""

from typing import TypedDict

from timeline.chronicle.entries import Participant


class ParticipantBody(TypedDict):
    """A person or force in one role; claims are keys."""

    id: str
    url: str
    name: str
    role: str
    role_label: str
    side: str | None
    claims: list[str]


def participant_body(participant: Participant) -> ParticipantBody:
    """The body of a participation."""
    return {
        "id": participant.who.id,
        "url": participant.who.url,
        "name": participant.who.name,
        "role": participant.role,
        "role_label": participant.role_label,
        "side": participant.side or None,
        "claims": list(participant.claims),
    }
