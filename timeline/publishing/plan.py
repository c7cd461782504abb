"""A step of some records as data, before anything is written: which take it, what goes along, which can't and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext as _

from timeline.models.vocabulary import Publication
from timeline.publishing.kinds import Ref, titled


@dataclass(frozen=True, slots=True)
class Plan:
    """`going` were chosen and take the step, `along` go with them, `refused` says of each other why it can't.

    parents: of what goes along because what it is told of goes, with which record it goes; records: every record
    named, and those that the sentences speak of; of very many that go along only the first.
    """

    going: tuple[Ref, ...] = ()
    along: tuple[Ref, ...] = ()
    refused: Mapping[Ref, str] = field(default_factory=dict)
    records: Mapping[Ref, models.Model] = field(default_factory=dict)
    parents: Mapping[Ref, Ref] = field(default_factory=dict)


def standing(record: models.Model) -> str:
    """Where a record stands, in a word: "in review"."""
    return str(Publication(record.publication).label)


def told_with_kind(record: models.Model) -> str:
    """A record in a sentence: the place “Tabriz”."""
    return _("the %(kind)s “%(title)s”") % {"kind": record._meta.verbose_name, "title": titled(record)}


def listed(records: Iterable[models.Model], most: int = 3) -> str:
    """The first of some records in a sentence, and how many more there are."""
    records = list(records)
    words = ", ".join(told_with_kind(record) for record in records[:most])
    if len(records) > most:
        return _("%(first)s and %(count)s more") % {"first": words, "count": len(records) - most}
    return words
