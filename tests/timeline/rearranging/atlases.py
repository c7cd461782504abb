"""Random atlases to rearrange, and a picture of every row to compare them by."""

import random

from django.apps import apps
from django.db import connection

from tests.factories import make_movement, make_participation, make_relation
from tests.timeline.test_touched import random_atlas
from timeline.models import Decision, Event, Force, Period, Side
from timeline.rearranging.rows import STAMPS
from timeline.resolving import resolve_atlas

ASIDE = {"act", "actrow", "concern", "formerslug"}
"""What rearranging adds for good: the record of acts, and addresses that lead on."""

LEFT = {*STAMPS, "revision"} - {"created"}
"""What a save stamps."""


def crowded_atlas(chance: random.Random):
    """A random atlas whose events share people, relations, movements, decisions and bands of time."""
    atlas = random_atlas(chance)
    events = list(Event.objects.order_by("pk"))
    forces = list(Force.objects.order_by("pk"))[:3]
    sides = ["royalists", "constitutionalists", ""]
    for event in events:
        for _ in range(chance.randrange(3)):
            make_participation(event=event, force=chance.choice(forces), side=chance.choice(sides))
        other = chance.choice(events)
        if other != event and not event.relations_out.filter(kind="orders", to_event=other).exists():
            make_relation(event, "part_of", other) if not event.relations_out.filter(
                kind="part_of", to_event=other
            ).exists() else None
        dated = event.claims.filter(attribute="date").first()
        if dated and chance.random() < 0.4:
            Decision.objects.create(
                atlas=atlas, event=event, attribute="date", edge=dated.edge, claim=chance.choice([dated, None]),
                reason="So.", by="Editor", on="2026-01-01",
            )  # fmt: skip
    for number in range(3):
        make_movement(atlas, event=chance.choice(events))
        Period.objects.create(
            atlas=atlas, slug=f"band-{number}", label_en="Band", begins=chance.choice(events),
            ends=chance.choice(events),
        )  # fmt: skip
    resolve_atlas(atlas)
    assert Side.objects.exists()
    return atlas


def every_row(*, aside: set[str] = ASIDE) -> dict[str, list[dict]]:
    """Every row of every table of ours as the database holds it, without the stamps that a save leaves."""
    return {
        model._meta.model_name: list(_rows(model._meta))
        for label in ("geo", "timeline")
        for model in apps.get_app_config(label).get_models()
        if model._meta.model_name not in aside
    }


def _rows(table):
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table.db_table}" ORDER BY "{table.pk.column}"')  # noqa: S608 - our own names
        names = [column[0] for column in cursor.description]
        for row in cursor.fetchall():
            yield {name: value for name, value in zip(names, row, strict=True) if name not in LEFT}
