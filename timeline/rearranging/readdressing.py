"""Completes a plan that gives a place another address: the one it had leads on, and routes go on naming it."""

from dataclasses import replace

from timeline.models import FormerSlug
from timeline.rearranging.place_reading import claims_on_way
from timeline.rearranging.plan import Change, Creation, New, Plan, Row
from timeline.rearranging.rows import TABLES

KIND = "place"


def with_addresses(plan: Plan) -> Plan:
    """The plan with what follows from new slugs of places; a few queries for each, none where there is none."""
    for change in plan.changes:
        slug = change.values.get("slug") if change.row.table == KIND else None
        old = slug and TABLES[KIND]._base_manager.filter(pk=change.row.key).values_list("slug", flat=True).first()
        if old and old != slug:
            plan = _readdressed(plan, old, str(slug))
    return plan


def _readdressed(plan: Plan, old: str, new: str) -> Plan:
    creations, changes, removals = list(plan.creations), list(plan.changes), list(plan.removals)
    going, changed = {*removals}, {change.row for change in changes}
    former = FormerSlug.objects.filter(kind=KIND)
    # What leads to the address that is taken up again would lead to itself.
    for key in former.filter(old=new).values_list("pk", flat=True):
        if (row := Row("formerslug", key)) not in going:
            removals.append(row)
            changes = [change for change in changes if change.row != row]
    for key in former.filter(new=old).exclude(old=new).values_list("pk", flat=True):
        if (row := Row("formerslug", key)) not in going | changed:
            changes.append(Change(row, {"new": new}))
    made = {(creation.values.get("kind"), creation.values.get("old")) for creation in creations
            if creation.new.table == "formerslug"}  # fmt: skip
    if (KIND, old) not in made:
        creations.append(Creation(New("formerslug", f"{KIND} {old}"), {"kind": KIND, "old": old, "new": new}))
    for claim in claims_on_way(old):
        if (row := Row("claim", claim.pk)) not in going | changed:
            changes.append(Change(row, {"route": [new if slug == old else slug for slug in claim.route]}))
    return replace(plan, creations=tuple(creations), changes=tuple(changes), removals=tuple(removals))
