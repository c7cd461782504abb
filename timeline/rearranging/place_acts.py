"""The act by which two places become one: read, checked against what was seen, and carried out whole."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from geo.models import Place
from timeline.models import Act
from timeline.rearranging.carrying import carry_out
from timeline.rearranging.place_merging import plan_place_merge
from timeline.rearranging.place_reading import place_holdings
from timeline.rearranging.plan import Refused
from timeline.rearranging.seen import refuse_stale


@transaction.atomic
def merge_places(
    keep: int, other: int, *, seen: str, by: str, reason: str = "", values: Mapping[str, object] | None = None
) -> Act:
    """Make the place `other` part of `keep`; see plan_place_merge. Raises Refused."""
    found = {place.pk: place for place in Place.objects.select_for_update().filter(pk__in=(keep, other))}
    if {keep, other} - set(found):
        raise Refused(_("One of these places is not there any longer: it was deleted or merged."), "gone")
    kept, gone = place_holdings(found[keep]), place_holdings(found[other])
    refuse_stale(seen, (kept.stamps, gone.stamps), (kept.called, gone.called))
    return carry_out(plan_place_merge(kept, gone, values), by=by, reason=reason)
