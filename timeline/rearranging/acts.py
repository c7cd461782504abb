"""What an editor does: each function is one whole act, read, checked against what was seen, and carried out."""

from collections.abc import Iterable, Mapping
from copy import copy

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chronology.errors import ChronologyError
from timeline.claim_checks import check_claim
from timeline.models import Act, Atlas, Claim, Dismissal, Event, FormerSlug, Movement, Relation
from timeline.rearranging.beforehand import MANY, Beforehand, ChangedMeanwhile, made_ready
from timeline.rearranging.carrying import carry_out
from timeline.rearranging.merging import plan_merge
from timeline.rearranging.moving import plan_move
from timeline.rearranging.plan import Draft, New, Plan, Refused, Row
from timeline.rearranging.reading import (
    claims_to_move,
    holdings_of,
    moved,
    name_of,
    place_of,
    row_of,
    stamp,
    subject_named,
)
from timeline.rearranging.seen import refuse_stale
from timeline.rearranging.splitting import plan_split
from timeline.rearranging.undoing import plan_undo
from timeline.revision import data_stamp


def _locked(*keys: int) -> dict[int, Event]:
    """The events, held until the act is done so that no other save comes between."""
    found = {event.pk: event for event in Event.objects.select_for_update().filter(pk__in=keys)}
    if set(keys) - set(found):
        raise Refused(_("One of these events is not there any longer: it was deleted or merged."), "gone")
    return found


@transaction.atomic
def merge(
    keep: int, other: int, *, seen: str, by: str, reason: str = "",
    values: Mapping[str, object] | None = None, standing: Iterable[int] = (),
) -> Act:  # fmt: skip
    """Make the event `other` part of `keep`; see plan_merge. Raises Refused."""
    events = _locked(keep, other)
    kept, gone = holdings_of(events[keep]), holdings_of(events[other])
    refuse_stale(seen, (kept.stamps, gone.stamps), (kept.names, gone.names))
    return carry_out(plan_merge(kept, gone, values=values, standing=standing), by=by, reason=reason)


@transaction.atomic
def split(
    event: int, chosen: Iterable[Row], values: Mapping[str, object], *, seen: str, by: str, reason: str = ""
) -> Act:
    """Take the chosen rows of an event to a new one; see plan_split. Raises Refused."""
    origin = _locked(event)[event]
    refuse_taken_slug(str(values["slug"]))
    holdings = holdings_of(origin)
    refuse_stale(seen, (holdings.stamps,), (holdings.names,))
    inherited = {
        "status": origin.status, "shape": origin.shape, "importance": origin.importance, "order": origin.order,
        "publication": origin.publication, "published_on": timezone.now(),
    }  # fmt: skip
    return carry_out(plan_split(holdings, chosen, {**inherited, **values}), by=by, reason=reason)


def refuse_taken_slug(slug: str) -> None:
    """Raise Refused where the address leads somewhere already, or did once: addresses are for ever."""
    taken = Event.objects.filter(slug=slug).exists() or FormerSlug.objects.filter(kind="event", old=slug).exists()
    if taken:
        raise Refused(
            _("The address “%(slug)s” leads to another event: choose another.") % {"slug": slug}, "slug_taken"
        )


@transaction.atomic
def move(claims: Iterable[int], to: Row, *, seen: str, by: str, reason: str = "") -> Act:
    """Let claims speak of another subject; see plan_move. Raises Refused."""
    subject = subject_named(to.table, to.key)
    going = claims_to_move(claims)
    refuse_stale(seen, move_stamps(going, subject), move_names(going, subject))
    return carry_out(planned_move(going, subject), by=by, reason=reason)


def planned_move(claims: list[Claim], subject) -> Plan:
    """The plan of a move, once every claim was found to be one that can be said of its new subject; raises Refused."""
    plan = plan_move([moved(claim) for claim in claims], place_of(subject))
    changes = {change.row: change.values for change in plan.changes}
    for claim in claims:
        # Looked at as it will be, and never saved from here.
        changed = copy(claim)
        for column, value in changes.get(row_of(claim), {}).items():
            setattr(changed, column, 0 if isinstance(value, New) else value)
        try:
            check_claim(changed)
        except ValidationError as error:
            raise Refused(f"{claim.key}: {' '.join(error.messages)}", "claim_unfit") from error
    return plan


def move_stamps(claims, subject) -> list[dict[Row, str]]:
    """By what a change of the claims or of where they go is noticed."""
    return [{row_of(record): stamp(record) for record in (*claims, subject)}]


def move_names(claims, subject) -> list[dict[Row, str]]:
    return [{row_of(record): name_of(record) for record in (*claims, subject)}]


@transaction.atomic
def relate(one: int, kind: str, other: int, *, by: str, reason: str = "") -> Act:
    """Say how one event stands to another: a new relation, to which claims may be given. Raises Refused."""
    events = _locked(one, other)
    if one == other:
        raise Refused(_("An event can't be related to itself: choose two events."), "same_event")
    start, end = events[one], events[other]
    if start.atlas_id != end.atlas_id:
        raise Refused(_("The two belong to different atlases, and relations stay within one."), "two_atlases")
    if Relation.objects.filter(from_event=start, kind=kind, to_event=end).exists():
        raise Refused(_("The two are related in this way already."), "related_already")
    draft = Draft()
    draft.make("relation", "relation", atlas_id=start.atlas_id, from_event_id=one, kind=kind, to_event_id=other)
    subjects = tuple(("event", event.slug, event.title) for event in (start, end))
    return carry_out(draft.finished("relate", start.atlas_id, subjects), by=by, reason=reason)


@transaction.atomic
def attach(movement: int, event: int, *, by: str, reason: str = "") -> Act:
    """Say that a movement is the marching of an event. Raises Refused."""
    kept = _locked(event)[event]
    marched = Movement.objects.select_for_update().filter(pk=movement).first()
    if marched is None:
        raise Refused(_("This movement is not there any longer."), "gone")
    if marched.atlas_id != kept.atlas_id:
        raise Refused(_("The two belong to different atlases, and relations stay within one."), "two_atlases")
    if marched.event_id == event:
        raise Refused(_("The movement is told with that event already."), "related_already")
    draft = Draft()
    draft.change(row_of(marched), event_id=event)
    subjects = (("movement", marched.slug, marched.title), ("event", kept.slug, kept.title))
    return carry_out(draft.finished("relate", kept.atlas_id, subjects), by=by, reason=reason)


@transaction.atomic
def dismiss(atlas: Atlas, proposal: str, subjects: Iterable[tuple[str, str, str]], *, by: str, reason: str) -> Act:
    """Put a proposal aside with a reason, so that it is not made again. Raises Refused."""
    if not reason.strip():
        raise Refused(_("Say why it is put aside: the next editor will want to know."), "reason_missing")
    if Dismissal.objects.filter(atlas=atlas, proposal=proposal).exists():
        raise Refused(_("This proposal was put aside already."), "dismissed_already")
    draft = Draft()
    draft.make("dismissal", "dismissal", atlas_id=atlas.pk, proposal=proposal, reason=reason, by=by)
    return carry_out(draft.finished("dismiss", atlas.pk, tuple(subjects)), by=by, reason=reason)


def undo(act: Act, *, by: str, reason: str = "") -> Act:
    """Take an act back, every row as it was; see plan_undo. A large one is made ready first. Raises Refused."""
    try:
        plan, ready = _undo_made_ready(act)
        with transaction.atomic():
            act = Act.objects.select_for_update().get(pk=act.pk)
            if ready and Act.objects.filter(undoes=act).exists():
                raise ChangedMeanwhile
            return carry_out(plan or plan_undo(act), by=by, reason=reason, undoes=act, ready=ready)
    except ChangedMeanwhile:
        with transaction.atomic():
            act = Act.objects.select_for_update().get(pk=act.pk)
            return carry_out(plan_undo(act), by=by, reason=reason, undoes=act)


def _undo_made_ready(act: Act) -> tuple[Plan | None, Beforehand | None]:
    """The undoing of a large act, planned and made ready; of another nothing."""
    if act.rows.count() < MANY:
        return None, None
    stamp = data_stamp()[0]
    plan = plan_undo(act)
    try:
        ready = made_ready(plan, stamp)
    except ChronologyError as error:
        raise Refused(error.message, error.code) from error
    return (plan, ready) if ready else (None, None)
