"""Lets the old addresses of a renamed record lead on, and routes that name a place by its slug keep naming it."""

from django.db import models
from django.db.models import F
from django.utils import timezone

from timeline.addressed import ADDRESSED, readers_may_know
from timeline.models import FormerSlug
from timeline.rearranging.place_reading import claims_on_way
from timeline.recording import current


def follow_rename(record: models.Model, before: models.Model) -> None:
    """Put things right after a record was saved that had another slug before; call it in the transaction of the save.

    before: the record as it was. What has no address of its own, or keeps the one it had, is left.
    """
    kind = record._meta.model_name
    if kind not in ADDRESSED or before.slug == record.slug:
        return
    former = FormerSlug.objects.filter(kind=kind)
    watching = current()
    if watching:
        watching.watch(former.filter(new=before.slug))
    former.filter(old=record.slug).delete()
    former.filter(new=before.slug).update(new=record.slug)
    if readers_may_know(before.publication, before.published_on):
        FormerSlug.objects.update_or_create(kind=kind, old=before.slug, defaults={"new": record.slug})
    if kind == "place":
        _keep_on_routes(before.slug, record.slug)


def _keep_on_routes(old: str, new: str) -> None:
    claims = list(claims_on_way(old))
    if watching := current():
        watching.watch(claims)
    for claim in claims:
        route = [new if slug == old else slug for slug in claim.route]
        type(claim).objects.filter(pk=claim.pk).update(route=route, version=F("version") + 1, modified=timezone.now())
