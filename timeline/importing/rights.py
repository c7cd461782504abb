"""Says which rows of an import a person may bring in: those that they might as well enter by hand."""

from dataclasses import dataclass
from typing import Protocol

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _

from timeline.publishing.holders import holder_of
from timeline.publishing.kinds import KINDS, titled
from timeline.publishing.rights import is_open_to, may_publish, right
from timeline.seeding.judging import Standing, Verdict
from timeline.seeding.tables import Problem

ADD = "timeline.add_job"


class Person(Protocol):
    """Whoever has permissions, or has none."""

    def has_perm(self, named: str) -> bool: ...


@dataclass(frozen=True, slots=True)
class Rights:
    """What somebody may do by an import."""

    person: Person

    @property
    def add(self) -> bool:
        """Whether this person may bring files in at all."""
        return self.person.has_perm(ADD)

    @property
    def publish(self) -> bool:
        """Whether this person may publish what a file holds, which may be of every kind."""
        return all(may_publish(self.person, model) for model in KINDS.values())

    def objection(self, verdict: Verdict) -> Problem | None:
        """Why this person may not do what the row asks for, or None."""
        record, adding = verdict.record, verdict.standing == Standing.ADDED
        if not self.person.has_perm(right("add" if adding else "change", type(record))):
            sentence = _("Your account may not enter %(kinds)s: ask a reviewer to bring this row in.")
            return verdict.row.problem(sentence % {"kinds": record._meta.verbose_name_plural}, "may_not_enter")
        # What is new and has a standing of its own begins as a draft, whatever it is told of.
        if (adding and record._meta.model_name in KINDS) or is_open_to(self.person, record):
            return None
        sentence = _("“%(name)s” is published: ask somebody who may publish to bring this row in.")
        return verdict.row.problem(sentence % {"name": titled(holder_of(record))}, "published_record")


class _Anybody:
    """Somebody who may do everything, or nothing."""

    def __init__(self, may: bool):
        self.may = may

    def has_perm(self, named: str) -> bool:
        return self.may


def rights_of(username: str) -> Rights:
    """What the account of this name may do now; nothing where there is none."""
    user = get_user_model().objects.filter(username=username, is_active=True).first()
    return Rights(user or _Anybody(False))


OPERATOR = Rights(_Anybody(True))
"""Who may run commands on the server may do everything."""
