"""Lets the old address of a place lead on, and routes that name it by its slug keep naming it."""

from django.db.models import F
from django.utils import timezone

from geo.models import Place
from timeline.models import FormerSlug
from timeline.rearranging.place_reading import claims_on_way
from timeline.recording import current


def follow_rename(place: Place, old: str) -> None:
    """Put things right after the slug of a place was changed from `old`; call it in the transaction of the save."""
    former = FormerSlug.objects.filter(kind="place")
    claims = list(claims_on_way(old))
    if record := current():
        record.watch(former.filter(new=old))
        record.watch(claims)
    former.filter(old=place.slug).delete()
    former.filter(new=old).update(new=place.slug)
    FormerSlug.objects.update_or_create(kind="place", old=old, defaults={"new": place.slug})
    for claim in claims:
        route = [place.slug if slug == old else slug for slug in claim.route]
        type(claim).objects.filter(pk=claim.pk).update(route=route, version=F("version") + 1, modified=timezone.now())
