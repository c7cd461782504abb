"""Shows drafts as they would be shown: publishes them, lets the page be made, and takes it back before anyone sees."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Greatest

from timeline.models import Atlas, Claim, Lesson
from timeline.models.vocabulary import Publication
from timeline.publishing.advancing import Advance
from timeline.publishing.kinds import KINDS, OF_ATLAS, Ref, by_kind, ref_of
from timeline.publishing.steps import MOST, put_published
from timeline.publishing.ties import TOLD_OF
from timeline.support import supported_by


class TooMuch(Exception):
    """More drafts hang together than are shown at once; `message` says what to do."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a page made meanwhile shows that readers do not see.

    claims: keys of the claims that are not published; missing: why what was chosen can't be published yet;
    base: what addresses of the site begin with, so that its scripts stay within the preview; standing: where
    the record stands, in a word.
    """

    claims: frozenset[str]
    missing: tuple[str, ...]
    base: str
    standing: str


@contextmanager
def as_if_published(record: models.Model, *, base: str = "") -> Iterator[Preview]:
    """Within this, the record and what belongs to it stand published to whoever asks in this transaction.

    It ends by rolling back, so nothing is ever seen outside; kept answers are named by the time of the last
    change, which no later state can have. Raises TooMuch.
    """
    with transaction.atomic():
        chosen = {ref_of(each): each for each in _chosen(record)}
        if len(chosen) > MOST:
            raise TooMuch
        advance = Advance(chosen, (Publication.PUBLISHED,), KINDS, with_drafts=True)
        plan = advance.plan()
        refs = (advance.whatever_goes() | {*chosen}) - {*plan.refused}
        hidden = _not_published(refs)
        put_published(sorted(refs))
        _show_without_claim(record)
        _put_frame(record)
        yield Preview(hidden, tuple(dict.fromkeys(plan.refused.values())), base, str(_standing(record)))
        transaction.set_rollback(True)


def _standing(record: models.Model):
    return Publication(record.publication).label


def _chosen(record: models.Model) -> Sequence[models.Model]:
    """The record; of an atlas also what is told in it that readers do not see yet."""
    if not isinstance(record, Atlas):
        return [record]
    waiting = Q(atlas=record, publication__in=(Publication.DRAFT, Publication.REVIEW))
    return [record, *(each for kind in OF_ATLAS for each in KINDS[kind].objects.filter(waiting)[: MOST + 1])]


def _show_without_claim(record: models.Model) -> None:
    """What was asked for is shown even if it can't be published yet; without a claim there is nothing to weigh."""
    columns = {"publication": Publication.PUBLISHED}
    if ref_of(record).kind in TOLD_OF:
        columns["published_claims"] = Greatest("published_claims", 1)
    if isinstance(record, Lesson):
        columns["step_count"] = Greatest("step_count", 1)
    type(record).objects.filter(pk=record.pk).update(**columns)


def _not_published(refs: set[Ref]) -> frozenset[str]:
    keys = by_kind(refs).get("claim", set())
    hidden = Claim.objects.filter(pk__in=keys).exclude(publication=Publication.PUBLISHED)
    return frozenset(hidden.values_list("key", flat=True))


def _put_frame(record: models.Model) -> None:
    """Pages are coloured by the record's own atlas, and name one: that at the front, else its own, else any."""
    own = _atlas_of(record)
    Atlas.objects.filter(pk=own).update(publication=Publication.PUBLISHED)
    if Atlas.objects.published().filter(is_default=True).exists():
        return
    atlas = Atlas.objects.filter(pk=own).first() or Atlas.objects.first()
    if atlas:
        Atlas.objects.filter(is_default=True).update(is_default=False)
        Atlas.objects.filter(pk=atlas.pk).update(is_default=True, publication=Publication.PUBLISHED)


def _atlas_of(record: models.Model) -> int | None:
    """The key of the atlas in which a record is told; None of what all atlases share."""
    if isinstance(record, Atlas):
        return record.pk
    told = supported_by(record) if isinstance(record, Claim) else record
    return getattr(told, "atlas_id", None)
