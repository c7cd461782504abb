"""After one change, weighing again only what it reaches leaves every record as weighing the whole does."""

import random

import pytest
from django.db import models, transaction
from django.utils import timezone

from chronology.errors import RelativeDateCycle
from geo.models import Place
from tests.factories import (
    make_atlas,
    make_claim,
    make_event,
    make_force,
    make_movement,
    make_participation,
    make_place,
    make_relation,
    make_source,
)
from timeline.claim_checks import put_face_days
from timeline.models import (
    Claim,
    Decision,
    Event,
    Interpretation,
    Leg,
    Movement,
    Participation,
    Relation,
    Source,
)
from timeline.resolving import resolve_atlas, resolve_touched
from timeline.touched import Touched, touched_by
from timeline.touched_together import touched_by_all

pytestmark = pytest.mark.django_db

DAYS = ("1909-07-11", "1909-07-13", "1909-07-17", "1909-07", "1909", "1909-06-30/1909-07-02")
EVENTS, MOVEMENTS = 14, 4


def random_atlas(chance: random.Random):
    """Events with and without dates, half of them hanging on others, and marches that hang on events."""
    atlas = make_atlas()
    sources = [make_source() for _ in range(3)]
    city = make_place("city", uncertainty_km=5.0)
    places = [city, *(make_place(parent=city, latitude=35.0 + n) for n in range(3))]
    events: list[Event] = []
    for number in range(EVENTS):
        event = make_event(atlas, f"event-{number}", claims=0, importance=3)
        source = chance.choice(sources)
        if events and chance.random() < 0.5:
            hang(chance, event, source, events)
        elif chance.random() < 0.7:
            make_claim(event=event, source=source, face=chance.choice(DAYS), edge=chance.choice(("on", "begin")))
        make_claim(event=event, source=chance.choice(sources), attribute="place", edge="at",
                   place=chance.choice(places))  # fmt: skip
        make_participation(event=event, force=make_force(), side="royalists")
        if events and chance.random() < 0.5:
            make_relation(event, chance.choice(("after", "part_of", "because_of")), chance.choice(events))
        events.append(event)
    contradict(chance, atlas, events, sources)
    for _ in range(MOVEMENTS):
        movement = make_movement(atlas, event=chance.choice([None, *events]),
                                 legs=((places[0], places[1], "", ""), (places[1], None, "", "")))  # fmt: skip
        for leg in movement.legs.all():
            if chance.random() < 0.7:
                hang(chance, leg, chance.choice(sources), events, edge=chance.choice(("departs", "arrives")))
    resolve_atlas(atlas)
    return atlas


def contradict(chance: random.Random, atlas, events, sources) -> None:
    """Events with days of their own, each told to follow others, and some firsts of one series."""
    dated = [
        make_event(atlas, f"dated-{n}", on=chance.choice(DAYS[:4]), source=chance.choice(sources)) for n in range(6)
    ]
    for number, event in enumerate(dated):
        for other in (*dated[:number], *events):
            if chance.random() < 0.2:
                make_relation(event, chance.choice(("after", "part_of", "because_of")), other)
        if chance.random() < 0.5:
            place = {"low": 1, "high": chance.choice((1, None)), "unit": "firsts"}
            make_claim(event=event, source=chance.choice(sources), attribute="sequence", **place)


def hang(chance: random.Random, subject, source, events, edge: str = "on") -> Claim:
    """A statement so many days from an earlier event, or from a claim about one."""
    anchor = chance.choice(events)
    claims = [c for c in anchor.claims.all() if c.attribute == "date"]
    on = {"relative_to_claim": chance.choice(claims)} if claims and chance.random() < 0.5 else {
        "relative_to_event": anchor}  # fmt: skip
    kind = "leg" if isinstance(subject, Leg) else "event"
    low = chance.choice((-3, 1, 5))
    return make_claim(source=source, edge=edge, offset_low=low, offset_high=low + 2, **{kind: subject}, **on)


def change(chance: random.Random):
    """Change, add or delete one record; return what that touches."""
    return chance.choice((
        redate, redate, unhang, move_place, copy_source, delete_relation, add_relation, hide_claim,
        reshape, interpret, decide, delete_participation, rename_place, relate, unrank, withdraw,
    ))(chance)  # fmt: skip


def one(chance, records):
    found = list(records.order_by("pk"))
    return chance.choice(found) if found else None


def saved(record, **values):
    before = touched_by(type(record).objects.get(pk=record.pk))
    for name, value in values.items():
        setattr(record, name, value)
    if isinstance(record, Claim):
        put_face_days(record)
    record.save()
    return before | touched_by(record)


def deleted(record):
    touched = touched_by(record)
    record.delete()
    return touched


def redate(chance):
    claim = one(chance, Claim.objects.filter(attribute="date").exclude(face=""))
    return saved(claim, face=chance.choice(DAYS[:4]))


def unhang(chance):
    claim = one(chance, Claim.objects.filter(relative_to_event__isnull=False))
    if claim is None:
        return redate(chance)
    return saved(claim, relative_to_event=None, offset_low=None, offset_high=None, face="1909-08-01")


def hide_claim(chance):
    return saved(one(chance, Claim.objects.filter(attribute="date", event__isnull=False)), publication="draft")


def move_place(chance):
    return saved(one(chance, Place.objects.all()), latitude=33.0, uncertainty_km=80.0)


def rename_place(chance):
    place = one(chance, Place.objects.all())
    place.names.create(text="Anderswo", language="de")
    return touched_by(place)


def copy_source(chance):
    first, *others = Source.objects.order_by("pk")
    return saved(chance.choice(others), based_on=first)


def delete_relation(chance):
    relation = one(chance, Relation.objects.all())
    return deleted(relation) if relation else redate(chance)


def add_relation(chance):
    first, other = Event.objects.order_by("pk")[0], one(chance, Event.objects.exclude(slug="event-0"))
    made, _ = Relation.objects.get_or_create(atlas=first.atlas, from_event=first, kind="before", to_event=other)
    return touched_by(made)


def relate(chance):
    later, earlier = Event.objects.get(slug="dated-5"), one(chance, Event.objects.exclude(slug="dated-5"))
    made, new = Relation.objects.get_or_create(
        atlas=later.atlas, from_event=later, kind=chance.choice(("after", "orders")), to_event=earlier
    )
    claim = make_claim(relation=made, attribute="sequence", key=f"order-{made.pk}") if new else made.claims.first()
    return touched_by(claim) if claim else touched_by(made)


def unrank(chance):
    claim = one(chance, Claim.objects.filter(attribute="sequence", unit="firsts"))
    return saved(claim, unit=chance.choice(("firsts", "seconds"))) if claim else redate(chance)


def withdraw(chance):
    return saved(one(chance, Event.objects.filter(slug__startswith="dated")), publication="withdrawn")


def reshape(chance):
    return saved(one(chance, Event.objects.all()), shape="span")


def interpret(chance):
    claim = one(chance, Claim.objects.filter(attribute="date").exclude(face=""))
    return touched_by(Interpretation.objects.create(claim=claim, method="other", value="1909-05-05", reason="So."))


def decide(chance):
    event = one(chance, Event.objects.filter(claims__attribute="date").distinct())
    claim = event.claims.filter(attribute="date").first()
    made = Decision.objects.create(
        atlas=event.atlas, event=event, attribute="date", claim=claim, reason="So.", by="Editor",
        on=timezone.now().date().isoformat(),
    )  # fmt: skip
    return touched_by(made)


def delete_participation(chance):
    return deleted(one(chance, Participation.objects.filter(event__isnull=False)))


def standing() -> dict:
    """Every column of every record, but for stamps."""
    return {
        model.__name__: [
            {name: value for name, value in row.items() if name != "modified"}
            for row in model.objects.order_by("pk").values()
        ]
        for model in (Event, Movement, Leg, Claim)
    }


@pytest.mark.parametrize("seed", range(2))
def test_what_is_reached_stands_as_after_weighing_the_whole(seed):
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    atlas = random_atlas(chance)
    assert Event.objects.filter(at_odds=True).exists(), "an atlas that contradicts itself nowhere would not tell"
    for _ in range(12):
        with transaction.atomic():
            try:
                resolve_touched(change(chance))
            except RelativeDateCycle:
                transaction.set_rollback(True)
                continue
        partly = standing()
        resolve_atlas(atlas)
        assert partly == standing()


def test_a_ring_is_refused_when_only_its_last_link_is_weighed():
    atlas = make_atlas()
    first, second = make_event(atlas, "first", on="1909-07-13"), make_event(atlas, "second")
    make_claim(event=second, relative_to_event=first, offset_low=1, offset_high=1)
    ring = make_claim(event=first, relative_to_event=second, offset_low=1, offset_high=1)
    with pytest.raises(RelativeDateCycle):
        resolve_touched(touched_by(ring))


def test_one_claim_of_many_events_takes_few_queries_and_leaves_the_others(django_assert_max_num_queries):
    atlas = make_atlas()
    for number in range(20):
        make_event(atlas, f"event-{number}", on="1909-07-13")
    resolve_atlas(atlas)
    Event.objects.filter(slug="event-7").update(search="as it was")
    claim = Event.objects.get(slug="event-3").claims.first()
    with django_assert_max_num_queries(40):
        resolve_touched(touched_by(claim))
    assert Event.objects.get(slug="event-7").search == "as it was"


def test_what_many_rows_touch_is_what_each_of_them_does():
    chance = random.Random(5)  # noqa: S311 - atlases, not secrets
    atlas = random_atlas(chance)
    for model in (Place, Source, Event, Movement, Participation, Relation, Leg, Claim, Decision, Interpretation):
        records = list(model._base_manager.all())
        each = Touched()
        for record in records:
            each |= touched_by(record)
        assert touched_by_all(model, [record.pk for record in records]) == each, model
    assert touched_by_all(type(atlas), [atlas.pk]) == touched_by(atlas)


def test_no_column_of_what_is_weighed_is_read_by_itself(monkeypatch):
    atlas = random_atlas(random.Random(2))  # noqa: S311 - the chances are to be the same each time
    copy = make_source(based_on=make_source(based_on=make_source()))
    Claim.objects.filter(attribute="date", event__slug__contains="1").update(source=copy)
    Place.objects.filter(slug="city").update(parent=make_place(parent=make_place()))
    claim = Claim.objects.filter(hanging__isnull=False).exclude(face="").first()
    about = {"by": "E", "on": "2026-11-29", "reason": "So."}
    Interpretation.objects.create(claim=claim, value="1909-07-15", method="judgement", **about)
    Decision.objects.create(atlas=atlas, event=claim.event, attribute="date", claim=claim, **about)
    # The last is weighed first, so that its anchors are not yet known.
    for event in reversed([make_event(atlas, f"later-{number}", claims=0) for number in range(3)]):
        said = {"source": make_source(), "offset_low": 1, "offset_high": 3, "edge": "on"}
        claim = make_claim(event=event, relative_to_claim=claim, **said)
    read = []
    monkeypatch.setattr(models.Model, "refresh_from_db", lambda _record, fields=(), **_more: read.append(fields))
    resolve_atlas(atlas)
    assert read == []
