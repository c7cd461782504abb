"""Says which rows of an import a person may bring in: what is published is changed by those who may publish."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.db import models
from django.utils.translation import gettext as _

from timeline.models.vocabulary import Publication
from timeline.seeding.judging import Standing, Verdict
from timeline.seeding.tables import Problem

ADD = "timeline.add_job"
PUBLISH = "timeline.publish_event"
OPEN = (Publication.DRAFT, Publication.REVIEW)
# Steps from a part to the record that it is a part of, as far as that has a publication of its own.
_HELD_BY = (
    "event", "movement", "leg", "participation", "relation", "from_event", "claim", "place", "person", "force", "work",
    "atlas",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rights:
    """What somebody may do by an import."""

    add: bool
    publish: bool

    def objection(self, verdict: Verdict) -> Problem | None:
        """Why this person may not do what the row asks for, or None."""
        if self.publish:
            return None
        if verdict.standing == Standing.ADDED and hasattr(verdict.record, "publication"):
            return None
        holder = holder_of(verdict.record)
        if holder is None or holder.pk < 0 or holder.publication in OPEN:
            return None
        sentence = _("“%(name)s” is published: ask somebody who may publish to bring this row in.")
        return verdict.row.problem(sentence % {"name": holder}, "published_record")


def rights_of(username: str) -> Rights:
    """What the account of this name may do now; nothing where there is none."""
    user = get_user_model().objects.filter(username=username, is_active=True).first()
    return Rights(user.has_perm(ADD), user.has_perm(PUBLISH)) if user else Rights(False, False)


OPERATOR = Rights(True, True)
"""Who may run commands on the server may do everything."""


def holder_of(record: models.Model) -> models.Model | None:
    """The record with a publication that this one is, or is a part of."""
    holder: models.Model | None = record
    while holder is not None and not hasattr(holder, "publication"):
        names = [name for name in _HELD_BY if getattr(holder, f"{name}_id", None)]
        holder = getattr(holder, names[0]) if names else None
    return holder
