"""A record is put back row by row as it was, or refused with the reason."""

import pytest

from tests.factories import (
    make_claim,
    make_event,
    make_participation,
)
from tests.timeline.rearranging.atlases import every_row
from timeline.history.restoring import refusal, restore
from timeline.history.versions import acts_of, latest_act
from timeline.models import (
    Act,
    Claim,
    Decision,
    Event,
    Interpretation,
    Leg,
    LegStop,
    Movement,
    Mover,
    Name,
    Participation,
    Person,
    Relation,
)
from timeline.rearranging import acts
from timeline.rearranging.plan import Refused, Row
from timeline.recording import recording
from timeline.resolving import resolve_atlas
from timeline.spelling import put_search

pytestmark = pytest.mark.django_db
ASIDE = {"act", "actrow", "concern"}


def rows() -> dict:
    return every_row(aside=ASIDE)


def row(record) -> Row:
    return Row(record._meta.model_name, record.pk)


def event(slug: str) -> Event:
    return Event.objects.get(slug=slug)


def saved(record, **values):
    for name, value in values.items():
        setattr(record, name, value)
    record.save()


def swap_legs():
    first, second = Leg.objects.filter(order__lt=3).order_by("order")
    for leg, order in ((first, 99), (second, 1), (first, 2)):
        saved(leg, order=order)


def another_leg():
    Leg.objects.get(order=2).delete()
    movement = Movement.objects.get()
    leg = Leg.objects.create(movement=movement, order=2, mode="riders")
    LegStop.objects.create(leg=leg, place=movement.legs.get(order=1).start, order=1)


def renamed():
    Name.objects.filter(text="خان").first().delete()
    saved(Name.objects.get(text="Khan"), text="Chan")
    Name.objects.create(person=Person.objects.get(), text="Хан", language="ru", script="Cyrl")
    put_search(Person.objects.get())


def another_relation():
    Relation.objects.all().delete()
    relation = Relation.objects.create(
        atlas=event("battle").atlas, from_event=event("battle"), kind="after", to_event=event("siege")
    )
    make_claim(relation=relation, attribute="sequence", key="told-again")


CHANGES = {
    "columns of an event": (lambda: event("battle"), lambda: saved(event("battle"), title="x", importance=5)),
    "a claim of an event": (lambda: event("battle"), lambda: saved(Claim.objects.filter(event__slug="battle").first(),
                                                                   note="x")),
    "a date claim that moves the event": (
        lambda: event("battle"),
        lambda: saved(Claim.objects.get(event__slug="battle", attribute="date"), face="1909-07-14",
                      begin_earliest=2418502, begin_latest=2418502, end_earliest=2418502, end_latest=2418502),
    ),
    "an interpretation": (lambda: Claim.objects.get(interpretation__isnull=False),
                          lambda: saved(Interpretation.objects.get(), value="1909-07-12")),
    "a decision deleted": (lambda: event("siege"), lambda: Decision.objects.get().delete()),
    "a participation in another role": (lambda: event("battle"),
                                        lambda: saved(Participation.objects.get(), role="commander")),
    "a participation added": (lambda: event("siege"),
                              lambda: make_participation(event=event("siege"), person=Person.objects.get())),
    "a relation deleted and made again": (lambda: event("battle"), another_relation),
    "legs in another order": (lambda: Movement.objects.get(), swap_legs),
    "a leg replaced by another with its stops": (lambda: Movement.objects.get(), another_leg),
    "a mover": (lambda: Movement.objects.get(), lambda: saved(Mover.objects.get(), from_leg=2)),
    "names of a person": (lambda: Person.objects.get(), renamed),
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_put_back_row_by_row_and_again(atlas, what):
    of, change = CHANGES[what]
    record = row(of())
    before = rows()
    with recording(by="anna") as kept:
        change()
    resolve_atlas(atlas)
    changed = rows()
    assert changed != before
    back = restore(record, kept.act.pk - 1, by="ben", reason="It was right.", publishing=True)
    assert rows() == before
    assert (back.kind, back.by, back.reason) == ("restore", "ben", "It was right.")
    restore(record, kept.act.pk, by="ben", publishing=True)
    assert rows() == changed
    assert list(acts_of(record).values_list("kind", flat=True)) == ["restore", "restore", "change"]


DELETED = {
    "an event with all that belongs to it": lambda: event("battle"),
    "a movement": lambda: Movement.objects.get(),
    "a claim with its interpretation": lambda: Claim.objects.get(interpretation__isnull=False),
    "a relation with its claim": lambda: Relation.objects.get(),
    "a leg with its stop": lambda: Leg.objects.get(order=2),
}


@pytest.mark.parametrize("what", DELETED)
def test_what_was_deleted_comes_back_whole(atlas, what):
    record = DELETED[what]()
    before, key = rows(), row(record)
    with recording(by="anna", kind="delete") as kept:
        record.delete()
    resolve_atlas(atlas)
    assert rows() != before
    back = restore(key, kept.act.pk - 1, by="ben", publishing=True)
    assert rows() == before
    assert back.kind == "undelete"


def test_an_older_version_of_what_was_changed_and_then_deleted_comes_back(atlas):
    before, key = rows(), row(event("battle"))
    with recording(by="anna") as changed:
        saved(event("battle"), title="Another title")
    with recording(by="anna"):
        event("battle").delete()
    restore(key, changed.act.pk - 1, by="ben", publishing=True)
    assert rows() == before


def test_what_a_restored_row_comes_back_as_is_newer_than_any_page_that_shows_it(atlas):
    with recording(by="anna") as kept:
        saved(event("battle"), title="x", version=2)
    restore(row(event("battle")), kept.act.pk - 1, by="ben", publishing=True)
    assert event("battle").version == 3


def test_without_the_right_to_publish_nothing_is_published_by_restoring(atlas):
    key = row(event("battle"))
    with recording(by="anna") as withdrawn:
        saved(event("battle"), publication="withdrawn", title="x")
        saved(event("battle").claims.first(), note="x", publication="draft")
    restore(key, withdrawn.act.pk - 1, by="ben", publishing=False)
    assert (event("battle").publication, event("battle").title) == ("withdrawn", "Battle")
    assert event("battle").claims.filter(publication="draft", note="").exists()
    saved(Movement.objects.get(), publication="draft")
    with recording(by="anna") as gone:
        event("battle").delete()
    restore(key, gone.act.pk - 1, by="ben", publishing=False)
    published = Claim.objects.filter(event__slug="battle", publication="published")
    assert (event("battle").publication, published.count()) == ("withdrawn", 0)


def last_claim_back():
    """The battle's claims, the only ones of a published event, came to it from elsewhere."""
    siege, battle = event("siege"), event("battle")
    Relation.objects.all().delete()
    Participation.objects.all().delete()
    Interpretation.objects.all().delete()
    with recording(by="anna") as kept:
        Claim.objects.filter(event=battle).delete()
        saved(siege.claims.last(), event=battle)
    return row(siege), kept.act.pk - 1


def slug_taken():
    key = row(event("battle"))
    with recording(by="anna") as kept:
        event("battle").delete()
    make_event(event("siege").atlas, "battle", title="A new one", claims=0)
    return key, kept.act.pk - 1


def whole_gone():
    claim = Claim.objects.filter(event__slug="battle").first()
    with recording(by="anna") as kept:
        claim.delete()
    with recording(by="anna"):
        event("battle").delete()
    return row(claim.__class__(pk=kept.act.rows.first().key)), kept.act.pk - 1


def not_there_yet():
    with recording(by="anna") as kept:
        made = make_event(event("siege").atlas, "new")
    return row(made), kept.act.pk - 1


def the_same():
    with recording(by="anna") as kept:
        saved(event("battle"), title="x")
    return row(event("battle")), kept.act.pk


REFUSED = {
    "it would take a published event its last claim": (last_claim_back, "without a claim"),
    "another has its address": (slug_taken, "“battle” is that of another event by now, “A new one”"),
    "what it belonged to is gone": (whole_gone, "A event that this needs has been deleted since"),
    "it was not there yet": (not_there_yet, "not there yet"),
    "nothing would change": (the_same, "Nothing would change"),
}


@pytest.mark.parametrize("why", REFUSED)
def test_what_cannot_be_put_back_is_refused_with_a_sentence_and_nothing_is_written(atlas, why):
    prepare, words = REFUSED[why]
    record, after = prepare()
    before, count = rows(), Act.objects.count()
    with pytest.raises(Refused, match=words):
        restore(record, after, by="ben", publishing=True)
    assert words in refusal(record, after, publishing=True)
    assert (rows(), Act.objects.count()) == (before, count)


def test_without_the_right_to_publish_other_records_that_readers_see_are_not_changed(atlas):
    saved(event("battle"), publication="draft")
    with recording(by="anna") as kept:
        saved(Participation.objects.get(), event=event("siege"))
    with pytest.raises(Refused, match="This would change “Siege”, which is published"):
        restore(row(event("battle")), kept.act.pk - 1, by="ben", publishing=False)
    restore(row(event("battle")), kept.act.pk - 1, by="ben", publishing=True)
    assert Participation.objects.get().event == event("battle")


def test_without_the_right_to_publish_no_part_comes_back_to_what_readers_see(atlas):
    last, name = Leg.objects.last(), Name.objects.get(text="خان")
    for part, whole in ((last, "March"), (name, "Khan")):
        key = row(part)
        with recording(by="anna", kind="delete") as kept:
            part.delete()
        before = rows()
        with pytest.raises(Refused, match=f"This would change “{whole}”, which is published"):
            restore(key, kept.act.pk - 1, by="ben", publishing=False)
        assert rows() == before
        restore(key, kept.act.pk - 1, by="ben", publishing=True)
    assert (Leg.objects.count(), Name.objects.filter(text="خان").count()) == (3, 1)


def test_looking_whether_it_can_be_put_back_changes_nothing(atlas):
    with recording(by="anna") as kept:
        saved(event("battle"), title="x")
    before, count = every_row(aside=set()), Act.objects.count()
    assert refusal(row(event("battle")), kept.act.pk - 1, publishing=True) == ""
    assert (every_row(aside=set()), Act.objects.count()) == (before, count)


def test_what_was_changed_since_the_page_was_opened_is_told_of_first(atlas):
    with recording(by="anna") as kept:
        saved(event("battle"), title="x")
    seen = latest_act()
    with recording(by="carl"):
        saved(event("battle"), summary="New.")
    with pytest.raises(Refused, match="changed again since you opened this page"):
        restore(row(event("battle")), kept.act.pk - 1, by="ben", publishing=True, seen=seen)
    assert event("battle").title == "x"


def test_what_was_added_without_an_act_stays_when_an_older_version_is_restored(atlas):
    with recording(by="anna") as kept:
        saved(event("battle"), title="x")
    added = make_claim(event=event("battle"), face="1909-07-15")
    restore(row(event("battle")), kept.act.pk - 1, by="ben", publishing=True)
    assert Claim.objects.get(pk=added.pk).event == event("battle")


def test_a_saved_change_is_taken_back_as_rearranging_is(atlas):
    before = rows()
    with recording(by="anna") as kept:
        saved(event("battle"), title="x")
        event("siege").claims.last().delete()
    resolve_atlas(atlas)
    undone = acts.undo(kept.act, by="ben")
    assert rows() == before
    acts.undo(undone, by="ben")
    assert event("battle").title == "x"
