"""Refuses a rearrangement that would lose something or leave it without what it rests on."""

from collections.abc import Mapping
from functools import partial

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from timeline.lessons.keeping import left_without_steps
from timeline.models import Claim, Decision, Event, Movement
from timeline.models.claims import SUBJECTS
from timeline.models.vocabulary import Publication
from timeline.publishing.ties import TOLD_OF
from timeline.rearranging.plan import New, Plan, Refused, Row
from timeline.rearranging.removing import references_to
from timeline.rearranging.rows import TABLES, Image
from timeline.touched import Touched


def still_referring(record: models.Model) -> list[str]:
    """What would be lost or loosened with the record: the names of rows that refer to it."""
    found = []
    for column in references_to(type(record)):
        others = column.model._base_manager.filter(**{column.name: record})
        found += [f"{other._meta.verbose_name} “{str(other)[:120]}”" for other in others[:3]]
    return found


def release_resolved(record: models.Model) -> None:
    """Empty the resolved columns that name a record about to go: weighing fills them again."""
    for relation in record._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and (relation.one_to_many or relation.one_to_one):
            column = relation.field
            if not column.editable and column.null:
                relation.related_model._base_manager.filter(**{column.name: record}).update(**{column.name: None})


def refuse_lost_targets(plan: Plan) -> None:
    """Refuse to write a reference to something that was deleted in the meantime."""
    wanted: dict[type[models.Model], set[int]] = {}
    written = [(creation.new.table, creation.values) for creation in plan.creations]
    written += [(change.row.table, change.values) for change in plan.changes]
    for table, values in written:
        for field in TABLES[table]._meta.concrete_fields:
            value = values.get(field.attname)
            if field.is_relation and value is not None and not isinstance(value, New) and field.editable:
                wanted.setdefault(field.related_model, set()).add(value)
    for model, keys in wanted.items():
        there = set(model._base_manager.filter(pk__in=keys).values_list("pk", flat=True))
        if keys - there:
            raise Refused(
                _("A %(kind)s that this needs has been deleted since, so it can't be done any more.")
                % {"kind": model._meta.verbose_name},
                "target_deleted",
            )


def refuse_stray_decisions(plan: Plan, before: Mapping[Row, Image]) -> None:
    """Refuse to leave a decision behind whose claim goes elsewhere."""
    columns = [f"{name}_id" for name in SUBJECTS]
    claims = [change.row for change in plan.changes if change.row.table == "claim"]
    for decision in Decision.objects.filter(claim__in=[row.key for row in claims]).select_related("claim"):
        then = before[Row("claim", decision.claim_id)]
        was, now, decided = (
            [get(column) for column in columns]
            for get in (then.get, partial(getattr, decision.claim), partial(getattr, decision))
        )
        if was != now and decided == was:
            raise Refused(
                _("A decision made since prefers %(claim)s, which would go elsewhere: take that decision back first.")
                % {"claim": decision.claim.key},
                "decision_left_behind",
            )


def refuse_unsupported(touched: Touched) -> None:
    """Refuse to leave a published event or movement without a published claim, or a published lesson without a step."""
    for lesson in left_without_steps(Q(pk__in=touched.lessons)) if touched.lessons else ():
        raise Refused(
            _("This would leave “%(title)s” without a step, and it is published: leave it at least one.")
            % {"title": lesson.title},
            "left_without_step",
        )
    for model, keys in ((Event, touched.events), (Movement, touched.movements)):
        bare = model.objects.filter(pk__in=keys, publication=Publication.PUBLISHED)
        for column in TOLD_OF[model._meta.model_name]:
            bare = bare.exclude(Exists(Claim.objects.published().filter(**{column: OuterRef("pk")})))
        subject = bare.first()
        if subject is not None:
            raise Refused(
                _("This would leave “%(title)s” without a claim, and it is published: leave it at least one.")
                % {"title": subject.title[:200]},
                "left_without_claim",
            )
