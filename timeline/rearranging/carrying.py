"""Carries a plan out, whole or not at all, as an act that can be taken back."""

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_

from django.db import IntegrityError, models, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from chronology.errors import ChronologyError
from geo.models import Place
from timeline.claim_checks import put_face_days
from timeline.columns import write_columns
from timeline.fields import COLUMNS, put_span
from timeline.models import Act, Claim, Force, Name, Person
from timeline.models.vocabulary import Publication
from timeline.rearranging.beforehand import Beforehand
from timeline.rearranging.belonging import Kept
from timeline.rearranging.creating import create, with_keys
from timeline.rearranging.hanging import refuse_hanging
from timeline.rearranging.keeping import keep
from timeline.rearranging.plan import Change, New, Plan, Refused, Row
from timeline.rearranging.raising import holders, raise_versions
from timeline.rearranging.removing import remove_what_nothing_holds
from timeline.rearranging.rows import TABLES, Image, images, plain, values_from
from timeline.rearranging.safeguards import (
    refuse_lost_targets,
    refuse_stray_decisions,
    refuse_unsupported,
    release_resolved,
    still_referring,
)
from timeline.recording import unrecorded
from timeline.settling import settle
from timeline.spelling import respell
from timeline.touched import Touched
from timeline.touched_together import touched_by_all

# Nothing is resolved from these.
UNWEIGHED = ("formerslug", "dismissal", "period")
# Columns by which a claim's days do not change.
STANDING = {"publication", "published_on"}
# More legs than a march has, or steps a lesson.
BEYOND = 1_000_000


@transaction.atomic
def carry_out(
    plan: Plan, *, by: str, reason: str = "", undoes: Act | None = None, ready: Beforehand | None = None
) -> Act:
    """Do what the plan says and return the act that can take it back.

    by: the editor's name; undoes: the act whose undoing this is; ready: what was made ready of the plan. Raises
    Refused, with nothing written, where the rows are not as the plan takes them to be, a published record would
    keep no claim, or dates would hang on each other in a ring; ChangedMeanwhile where what is ready has aged.
    """
    if ready:
        ready.check()
    rows = [*(change.row for change in plan.changes), *plan.removals]
    before = ready.before if ready else images(rows)
    if set(rows) - set(before):
        raise Refused(_("Something this is about has been deleted meanwhile: open the page again."), "gone")
    touched = _touched(rows)
    bearers = _bearers(rows)
    try:
        with transaction.atomic(), unrecorded():
            _make_room(plan)
            left = remove_what_nothing_holds(plan.removals)
            made = ready.create() if ready else create(plan.creations)
            refuse_lost_targets(plan)
            _expect_claims(plan.changes)
            _change(plan.changes, made)
            faced = [] if ready else [*made.values()]
            _put_faces([*faced, *(each.row for each in plan.changes if not each.values.keys() <= STANDING)])
            _stamp_claims_of(change.row for change in plan.changes)
            _remove(left)
    except IntegrityError as error:
        raise Refused(
            _("The database refuses this: another record holds that address or that place already."),
            "refused_by_database",
        ) from error
    touched |= _touched([*made.values(), *(change.row for change in plan.changes)])
    refuse_stray_decisions(plan, before)
    refuse_unsupported(touched)
    refuse_hanging(plan, made.values())
    respell(bearers | _bearers([*made.values(), *(change.row for change in plan.changes)]))
    if touched != Touched():
        try:
            if ready and ready.foreweighed:
                ready.weigh()
            else:
                settle(touched | Touched(atlases=frozenset({plan.atlas} - {None})))
        except ChronologyError as error:
            raise Refused(error.message, error.code) from error
    act = Act.objects.create(
        atlas_id=plan.atlas, kind=plan.kind, subjects=[list(subject) for subject in plan.subjects],
        records=len(plan.subjects), by=by, reason=reason, undoes=undoes,
    )  # fmt: skip
    if ready:
        ready.keep(act)
    else:
        kept = _kept(plan, made, before)
        raise_versions(holders(kept) - set(rows) - set(made.values()))
        keep(act, kept)
    return act


def _touched(rows: Iterable[Row]) -> Touched:
    keys: dict[str, list[int]] = {}
    for row in rows:
        keys.setdefault(row.table, []).append(row.key)
    weighed = {table: wanted for table, wanted in keys.items() if table not in UNWEIGHED}
    claims = weighed.pop("claim", ())
    shown = list(Claim.objects.published().filter(pk__in=claims).values_list("pk", flat=True))
    found = reduce(or_, (touched_by_all(TABLES[table], wanted) for table, wanted in weighed.items()), Touched())
    # Nothing is worked out from a claim that is not published; only what editors see of its atlas is another.
    hidden = touched_by_all(Claim, set(claims) - set(shown)).atlases
    return found | touched_by_all(Claim, shown) | Touched(atlases=hidden)


def _change(changes: Iterable[Change], made: Mapping[New, Row]) -> None:
    """Write the changes; rows that get the same values are written together."""
    alike: dict[tuple[str, tuple], tuple[Image, list[int]]] = {}
    for change in changes:
        values = values_from(TABLES[change.row.table], with_keys(change.values, made))
        same = (change.row.table, tuple(sorted((name, repr(value)) for name, value in values.items())))
        alike.setdefault(same, (values, []))[1].append(change.row.key)
    for (table, _same), (values, keys) in alike.items():
        model = TABLES[table]
        columns = {field.name for field in model._meta.concrete_fields}
        stamps = {"version": F("version") + 1, "modified": timezone.now()} if "version" in columns else {}
        model._base_manager.filter(pk__in=keys).update(**values, **stamps)


def _expect_claims(changes: Iterable[Change]) -> None:
    """Let the database take as published again what weighing will find claims of, or the act be refused."""
    for table, counted in (("event", "published_claims"), ("movement", "published_claims"), ("lesson", "step_count")):
        shown = [
            change.row.key
            for change in changes
            if change.row.table == table and change.values.get("publication") == Publication.PUBLISHED
        ]
        TABLES[table]._base_manager.filter(pk__in=shown, **{counted: 0}).update(**{counted: 1})


def _put_faces(rows: Iterable[Row]) -> None:
    """Write the days of claims' faces again, which no weighing does."""
    keys = [row.key for row in rows if row.table == "claim"]
    claims = list(Claim.objects.filter(pk__in=keys, relative_to_claim__isnull=True, relative_to_event__isnull=True))
    for claim in claims:
        put_span(claim, None)
        claim.face_shape = ""
        put_face_days(claim)
    write_columns(claims, [*COLUMNS, "face_shape"])


def _stamp_claims_of(rows: Iterable[Row]) -> None:
    """Let claims of a part that now belongs elsewhere be newer than any page that shows them where they were."""
    parts = [row for row in rows if row.table in ("participation", "relation")]
    for table in {row.table for row in parts}:
        claims = Claim.objects.filter(**{f"{table}__in": [row.key for row in parts if row.table == table]})
        claims.update(version=F("version") + 1, modified=timezone.now())


def _make_room(plan: Plan) -> None:
    """Number legs, stops and steps that get other numbers, or go, beyond all others: no two may have one number."""
    for table in ("leg", "legstop", "lessonstep"):
        keys = [change.row.key for change in plan.changes if change.row.table == table and "order" in change.values]
        keys += [row.key for row in plan.removals if row.table == table]
        TABLES[table]._base_manager.filter(pk__in=keys).update(order=F("order") + BEYOND)


def _last_first(rows: Iterable[Row]) -> list[Row]:
    order = list(TABLES)
    return sorted(rows, key=lambda row: order.index(row.table), reverse=True)


def _bearers(rows: Iterable[Row]) -> set[tuple[type[models.Model], int]]:
    """The places, people and forces whose names are among the rows, or are the rows."""
    rows = list(rows)
    found = {(TABLES[row.table], row.key) for row in rows if row.table in ("place", "person", "force")}
    if keys := [row.key for row in rows if row.table == "name"]:
        names = Name.objects.filter(pk__in=keys)
        for model, column in ((Place, "place"), (Person, "person"), (Force, "force")):
            found |= {(model, key) for key in _column(names, column)}
    return found


def _column(records, name: str) -> frozenset[int]:
    return frozenset(records.values_list(name, flat=True)) - {None}


def _remove(rows: Iterable[Row]) -> None:
    for row in _last_first(rows):
        record = TABLES[row.table]._base_manager.get(pk=row.key)
        held = still_referring(record)
        if held:
            raise Refused(
                _("%(held)s still refers to “%(name)s”, so it can't go: move or delete that first.")
                % {"held": held[0], "name": str(record)[:200]},
                "still_referred_to",
            )
        release_resolved(record)
        record.delete()


def _kept(plan: Plan, made: Mapping[New, Row], before: Mapping[Row, Image]) -> list[Kept]:
    now = images(made.values())
    kept = [Kept(row, None, now[row]) for row in made.values()]
    for change in plan.changes:
        values = {name: plain(value) for name, value in with_keys(change.values, made).items()}
        kept.append(Kept(change.row, before[change.row], values))
    kept += [Kept(row, before[row], None) for row in plan.removals]
    return kept
