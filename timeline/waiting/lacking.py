"""Finds the records that lack what a reader needs: a claim, or a point."""

from django.db.models import Exists, OuterRef, QuerySet

from geo.models import Place
from timeline.models import Claim, Event, Movement
from timeline.models.vocabulary import Publication
from timeline.publishing.ties import TOLD_OF

# Beyond this many nobody counts: "more than 1,000".
COUNTED = 1_000


def uncited(model: type[Event] | type[Movement]) -> QuerySet:
    """Events or movements on their way of which no claim of any standing is told."""
    records = model.objects.filter(publication__in=(Publication.DRAFT, Publication.REVIEW), published_claims=0)
    for column in TOLD_OF[model._meta.model_name]:
        records = records.filter(~Exists(Claim.objects.filter(**{column: OuterRef("pk")})))
    return records


def without_point() -> QuerySet:
    """Places that can't be drawn."""
    return Place.objects.filter(latitude__isnull=True).exclude(publication=Publication.WITHDRAWN)


def counted(records: QuerySet) -> int:
    """How many there are, at the most one more than are counted."""
    return records.order_by()[: COUNTED + 1].count()
