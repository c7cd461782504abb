"""What a section of the board holds: a heading, a count, the first lines, and the way to all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.urls import reverse

from timeline.publishing.kinds import KINDS


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that waits. aside: what sort of thing it is; words: what is said of it; do: what it is done by."""

    title: str
    address: str
    aside: str = ""
    words: str = ""
    do: tuple[str, str] | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """count is None where nobody has counted yet; `more` says that there are more than were counted."""

    key: str
    heading: str
    nothing: str
    count: int | None
    lines: Sequence[Line]
    more: bool = False
    ways: Sequence[tuple[str, str]] = ()
    note: str = ""


def change_address(kind: str, key: int) -> str:
    return reverse(f"admin:{_name(KINDS[kind])}_change", args=[key])


def list_address(model: type[models.Model], query: str = "") -> str:
    return f"{reverse(f'admin:{_name(model)}_changelist')}{query}"


def _name(model: type[models.Model]) -> str:
    return f"{model._meta.app_label}_{model._meta.model_name}"
