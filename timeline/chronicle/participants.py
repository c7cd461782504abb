"""Reads who took part in events and movements, each once a role."""

from collections.abc import Iterable, Mapping

from timeline.chronicle.entries import Participant
from timeline.chronicle.labels import worded
from timeline.chronicle.references import reference
from timeline.models import Participation
from timeline.models.vocabulary import Role


def participations(column: str, ids: Iterable[int]) -> dict[int, list[Participation]]:
    """Participations grouped by event or movement (`column`), persons and forces loaded; one query."""
    rows = Participation.objects.filter(**{f"{column}__in": list(ids)})
    grouped: dict[int, list[Participation]] = {}
    for row in rows.select_related("person", "force", "side").order_by("order", "id"):
        grouped.setdefault(getattr(row, f"{column}_id"), []).append(row)
    return grouped


def participants(rows: Iterable[Participation], claims: Mapping[int, tuple[str, ...]]) -> tuple[Participant, ...]:
    """Entries of participations; `claims` gives the keys by the participation's primary key."""
    return tuple(
        Participant(
            who=reference(row.who),
            role=row.role,
            role_label=worded(Role, row.role),
            side=row.side.slug if row.side else "",
            claims=claims.get(row.pk, ()),
        )
        for row in rows
    )


def sides_of(sides: Iterable) -> tuple[str, ...]:
    """The slugs of the sides, each once, in the order in which they are first named."""
    return tuple(dict.fromkeys(side.slug for side in sides if side))
