"""Finds the records that wait on their way to the reader, of all kinds at once: two queries for each list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, CharField, Count, OuterRef, Q, QuerySet, Subquery, TextField, Value, When
from django.db.models.functions import Cast, Concat

from timeline.models import Step
from timeline.models.vocabulary import Publication, StepKind
from timeline.publishing.kinds import KINDS, TITLES

# By these steps somebody makes a record his own.
HOLDING = (StepKind.ENTER, StepKind.SUBMIT, StepKind.TAKE_UP)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A record that waits; `words` is what a reviewer asks of it, "" where nobody does."""

    kind: str
    key: int
    title: str
    since: datetime
    words: str


@dataclass(frozen=True, slots=True)
class Pile:
    """How many records wait, by kind, and the first of them, the longest waiting first."""

    counts: Mapping[str, int]
    first: tuple[Waiting, ...]

    @property
    def count(self) -> int:
        return sum(self.counts.values())


def to_review(kinds: Iterable[str], most: int, skip: int = 0) -> Pile:
    """What was submitted, of the kinds that somebody may publish."""
    return _pile({kind: KINDS[kind].objects.filter(publication=Publication.REVIEW) for kind in kinds}, most, skip)


def drafts_of(person: str, most: int, skip: int = 0) -> Pile:
    """The drafts that this person entered and that nobody sent back."""
    return _pile({kind: _drafts(kind, person).exclude(_sent_back(kind)) for kind in KINDS}, most, skip)


def sent_back_to(person: str, most: int, skip: int = 0) -> Pile:
    """The drafts of this person that a reviewer sent back, with what is asked."""
    found = {}
    for kind in KINDS:
        asked = Step.objects.filter(kind=kind, key=OuterRef("pk"), latest=True).values("words")[:1]
        found[kind] = _drafts(kind, person).filter(_sent_back(kind)).annotate(words=Subquery(asked))
    return _pile(found, most, skip)


def _drafts(kind: str, person: str) -> QuerySet:
    steps = Step.objects.filter(kind=kind, by=person, verb__in=HOLDING)
    return KINDS[kind].objects.filter(publication=Publication.DRAFT, pk__in=steps.values("key"))


def _sent_back(kind: str) -> Q:
    steps = Step.objects.filter(kind=kind, latest=True, verb=StepKind.SEND_BACK)
    return Q(pk__in=steps.values("key"))


def _pile(found: Mapping[str, QuerySet], most: int, skip: int) -> Pile:
    if not found:
        return Pile({}, ())
    counts = _union(
        records.order_by()
        .annotate(sort=_said(kind))
        .values("sort")
        .annotate(number=Count("pk"))
        .values_list("sort", "number")
        for kind, records in found.items()
    )
    rows = _union(
        _with_words(records.order_by())
        .annotate(sort=_said(kind), called=_called(kind))
        .values_list("sort", "pk", "called", "modified", "said")
        for kind, records in found.items()
    ).order_by("modified", "pk")[skip : skip + most]
    return Pile(dict(counts), tuple(Waiting(*row) for row in rows))


def _with_words(records: QuerySet) -> QuerySet:
    known = "words" in records.query.annotations
    return records.annotate(said=Cast("words", TextField()) if known else Value("", output_field=TextField()))


def _called(kind: str):
    title = Cast(TITLES[kind], TextField())
    if kind != "claim":
        return title
    printed = Concat(Value("“"), "as_printed", Value("”, "), "key", output_field=TextField())
    return Case(When(as_printed="", then=title), default=printed)


def _said(kind: str) -> Value:
    return Value(kind, output_field=CharField())


def _union(parts: Iterable[QuerySet]) -> QuerySet:
    first, *rest = parts
    return first.union(*rest, all=True) if rest else first
