"""Completes a plan that gives a record another address: the one it had leads on, and routes go on naming a place."""

from dataclasses import replace

from django.utils.translation import gettext as _

from timeline.addressed import ADDRESSED, readers_may_know
from timeline.models import FormerSlug
from timeline.rearranging.place_reading import claims_on_way
from timeline.rearranging.plan import Change, Creation, New, Plan, Refused, Row


def with_addresses(plan: Plan) -> Plan:
    """The plan with what follows from new slugs; a few queries for each, none where there is none.

    Raises Refused where a slug is an old one of another record: readers who have that are led there.
    """
    for change in plan.changes:
        kind, slug = change.row.table, change.values.get("slug")
        if kind not in ADDRESSED or not slug:
            continue
        rows = ADDRESSED[kind]._base_manager.filter(pk=change.row.key)
        now = rows.values_list("slug", "publication", "published_on").first()
        if now and now[0] != slug:
            plan = _readdressed(plan, kind, now[0], str(slug), leaving=readers_may_know(*now[1:]))
    return plan


def _readdressed(plan: Plan, kind: str, old: str, new: str, *, leaving: bool) -> Plan:
    """The plan with the addresses of one record of this kind. leaving: whether the old one is to lead on."""
    creations, changes, removals = list(plan.creations), list(plan.changes), list(plan.removals)
    going, changed = {*removals}, {change.row for change in changes}
    former = FormerSlug.objects.filter(kind=kind)
    # What leads to the address that is taken up again would lead to itself.
    for key, leads in former.filter(old=new).values_list("pk", "new"):
        if (row := Row("formerslug", key)) not in going:
            _refuse_another(kind, new, leads, old)
            removals.append(row)
            changes = [change for change in changes if change.row != row]
    for key in former.filter(new=old).exclude(old=new).values_list("pk", flat=True):
        if (row := Row("formerslug", key)) not in going | changed:
            changes.append(Change(row, {"new": new}))
    made = {(creation.values.get("kind"), creation.values.get("old")) for creation in creations
            if creation.new.table == "formerslug"}  # fmt: skip
    if leaving and (kind, old) not in made:
        creations.append(Creation(New("formerslug", f"{kind} {old}"), {"kind": kind, "old": old, "new": new}))
    for claim in claims_on_way(old) if kind == "place" else ():
        if (row := Row("claim", claim.pk)) not in going | changed:
            changes.append(Change(row, {"route": [new if slug == old else slug for slug in claim.route]}))
    return replace(plan, creations=tuple(creations), changes=tuple(changes), removals=tuple(removals))


def _refuse_another(kind: str, slug: str, leads: str, own: str) -> None:
    if leads != own and ADDRESSED[kind]._base_manager.filter(slug=leads).exists():
        raise Refused(
            _("The address “%(slug)s” leads to “%(moved)s” by now, and addresses are for ever.")
            % {"slug": slug, "moved": leads},
            "address_taken",
        )
