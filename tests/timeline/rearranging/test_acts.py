"""Whole acts on whole atlases: nothing is lost, and what is taken back is as it was."""

import pytest

from tests.factories import (
    make_atlas,
    make_claim,
    make_event,
    make_force,
    make_relation,
)
from tests.timeline.rearranging.atlases import every_row
from tests.timeline.rearranging.doing import merge, move, seen, split
from timeline.models import (
    Act,
    Atlas,
    Claim,
    Dismissal,
    Event,
    FormerSlug,
    Movement,
    Participation,
    Period,
    Relation,
)
from timeline.rearranging import acts
from timeline.rearranging.plan import Refused, Row
from timeline.rearranging.reading import claims_to_move
from timeline.rearranging.seen import written

pytestmark = pytest.mark.django_db
REFERRING_TO_EVENTS = {
    "claim.event", "claim.relative_to_event", "decision.event", "movement.event", "participation.event",
    "period.begins", "period.ends", "relation.from_event", "relation.to_event",
}  # fmt: skip


def test_every_reference_to_an_event_is_one_that_a_merge_knows():
    found = {
        f"{field.related_model._meta.model_name}.{field.field.name}"
        for field in Event._meta.get_fields(include_hidden=True)
        if field.auto_created and not field.concrete and field.field.editable
    }
    assert found == REFERRING_TO_EVENTS


def test_a_merge_keeps_every_kind_of_row(pair):
    kept, gone = pair
    keys = set(Claim.objects.values_list("key", flat=True))
    merge(kept, gone)
    kept.refresh_from_db()
    assert not Event.objects.filter(slug="gone").exists()
    assert set(Claim.objects.values_list("key", flat=True)) == keys
    assert kept.claims.filter(attribute="date").count() == 2
    assert [(p.force.slug, p.claims.count()) for p in kept.participations.all()] == [("army", 2), ("band", 1)]
    assert [(r.kind, r.to_event.slug, r.claims.count()) for r in kept.relations_out.all()] == [("before", "third", 2)]
    assert [r.from_event.slug for r in kept.relations_in.all()] == ["third"]
    assert [m.slug for m in kept.movements.all()] == ["march"]
    assert [d.claim.event_id for d in kept.decisions.all()] == [kept.pk]
    assert [c.event.slug for c in kept.hanging.all()] == ["hanging"]
    assert Period.objects.get().ends == kept
    assert set(FormerSlug.objects.values_list("old", "new")) == {("older", "kept"), ("gone", "kept")}


def test_claims_that_contradict_conflict_as_soon_as_their_events_are_one(pair):
    kept, gone = pair
    gone.decisions.all().delete()
    revision = kept.atlas.revision
    assert (kept.disputed, kept.edtf) == (False, "1909-07-13")
    act = merge(kept, gone)
    kept.refresh_from_db()
    assert (kept.disputed, kept.date_rule) == (True, "undecided")
    assert Event.objects.get(slug="hanging").edtf == "[1909-07-15..1909-07-22]"
    assert Atlas.objects.get().revision == revision + 1
    acts.undo(act, by="Editor")
    kept.refresh_from_db()
    assert (kept.disputed, kept.edtf) == (False, "1909-07-13")


def test_the_old_address_leads_to_the_kept_event_and_back_again_after_undo(pair, client):
    act = merge(*pair)
    answers = [client.get("/events/gone/"), client.get("/events/older/")]
    assert [(answer.status_code, answer["Location"]) for answer in answers] == [(301, "/events/kept/")] * 2
    api = client.get("/api/v1/events/gone/")
    assert (api.status_code, api["Location"]) == (301, "/api/v1/events/kept/")
    acts.undo(act, by="Editor")
    assert client.get("/events/gone/").status_code == 200
    assert client.get("/events/older/")["Location"] == "/events/gone/"


def test_a_split_event_has_an_address_that_leads_back_once_it_is_undone(pair, client):
    kept, gone = pair
    merge(kept, gone)
    kept.refresh_from_db()
    claim = Claim.objects.get(event=kept, attribute="date", face="1909-07-20")
    act = split(kept, [Row("claim", claim.pk)], "apart")
    assert client.get("/events/apart/").status_code == 200
    kept.refresh_from_db()
    assert not kept.disputed
    undone = acts.undo(act, by="Editor")
    assert client.get("/events/apart/")["Location"] == "/events/kept/"
    acts.undo(undone, by="Editor")
    assert client.get("/events/apart/").status_code == 200


def test_columns_are_taken_from_the_other_event_where_an_editor_says_so(pair):
    kept, gone = pair
    act = merge(kept, gone, values={"title": "Both", "importance": 5})
    assert Event.objects.filter(pk=kept.pk).values_list("title", "importance").get() == ("Both", 5)
    acts.undo(act, by="Editor")
    assert Event.objects.get(pk=kept.pk).title == kept.title


SAVES = {
    "the kept event": lambda kept, gone: kept.save(),
    "the other event": lambda kept, gone: gone.save(),
    "a claim of the other": lambda kept, gone: gone.claims.first().save(),
    "a participation": lambda kept, gone: gone.participations.first().save(),
    "a relation": lambda kept, gone: gone.relations_in.first().save(),
    "a decision": lambda kept, gone: gone.decisions.first().save(),
    "a movement": lambda kept, gone: gone.movements.first().save(),
    "what hangs on it": lambda kept, gone: gone.hanging.first().save(),
    "a period": lambda kept, gone: Period.objects.get().save(),
    "a new claim": lambda kept, gone: make_claim(event=gone, face="1909-07-21"),
    "a claim that went": lambda kept, gone: gone.relations_out.first().claims.all().delete(),
    "a new relation": lambda kept, gone: make_relation(gone, "after", Event.objects.get(slug="hanging")),
}


@pytest.mark.parametrize("what", SAVES)
def test_a_merge_of_what_somebody_saved_meanwhile_is_refused(pair, what):
    kept, gone = pair
    looked_at = seen(kept, gone)
    SAVES[what](kept, gone)
    before = every_row()
    with pytest.raises(Refused, match="Somebody else has saved") as refused:
        acts.merge(kept.pk, gone.pk, seen=looked_at, by="Editor")
    assert refused.value.code == "stale_version"
    assert every_row() == before
    assert not Act.objects.exists()


def test_a_merge_sent_without_what_was_seen_is_refused(pair):
    for looked_at in ("", "nonsense", "event.x.1 claim.999999999999999999999.2"):
        with pytest.raises(Refused, match="Somebody else has saved"):
            acts.merge(pair[0].pk, pair[1].pk, seen=looked_at, by="Editor")


def test_a_split_and_a_move_of_what_somebody_saved_meanwhile_are_refused(pair):
    kept, gone = pair
    claim = gone.claims.first()
    looked_at = seen(gone)
    stamps = written(*acts.move_stamps(claims_to_move([claim.pk]), kept))
    claim.save()
    values = {"slug": "part", "title": "A part", "kind": "battle", "theatre_id": gone.theatre_id}
    with pytest.raises(Refused, match=f"claim “{claim.key}”"):
        acts.split(gone.pk, [Row("claim", claim.pk)], values, seen=looked_at, by="Editor")
    with pytest.raises(Refused, match=f"claim “{claim.key}”"):
        acts.move([claim.pk], Row("event", kept.pk), seen=stamps, by="Editor")


def test_a_page_opened_before_a_merge_can_not_save_over_it(pair):
    kept, gone = pair
    versions = dict(Claim.objects.values_list("key", "version"))
    spoken_of = Claim.objects.filter(event=gone) | Claim.objects.filter(participation__event=gone)
    keys = list(spoken_of.values_list("key", flat=True))
    act = merge(kept, gone)
    assert all(Claim.objects.get(key=key).version > versions[key] for key in keys)
    acts.undo(act, by="Editor")
    assert Event.objects.get(slug="gone").version > gone.version


def test_the_last_claim_of_a_published_event_is_not_moved_away(pair):
    kept, _gone = pair
    lonely = make_event(kept.atlas, "lonely", on="1909-07-14")
    before = every_row()
    with pytest.raises(Refused, match="without a claim") as refused:
        move(list(lonely.claims.all()), kept)
    assert refused.value.code == "left_without_claim"
    assert every_row() == before


def test_a_move_may_take_the_last_claim_from_the_event_to_a_part_of_it(pair):
    atlas = pair[0].atlas
    lonely = make_event(atlas, "lonely", claims=0)
    claim = make_claim(event=lonely, attribute="participant")
    part = Participation.objects.create(event=lonely, force=make_force("guard"), role="defender")
    move([claim], part)
    assert Claim.objects.get(key=claim.key).participation == part
    lonely.refresh_from_db()
    assert (lonely.publication, lonely.published_claims) == ("published", 1)


def test_dates_that_would_hang_on_each_other_in_a_ring_are_refused_whole(pair):
    kept, gone = pair
    hanging = Event.objects.get(slug="hanging")
    make_claim(event=kept, face="", relative_to_event=hanging, offset_low=1, offset_high=1)
    before = every_row()
    with pytest.raises(Refused, match="in a ring"):
        merge(kept, gone)
    assert every_row() == before


def test_a_claim_that_its_new_subject_can_not_have_is_refused_by_name(pair):
    kept, gone = pair
    sequence = make_claim(event=kept, attribute="sequence", low=1, high=1, unit="day of fighting")
    with pytest.raises(Refused, match=sequence.key):
        move([sequence], gone.movements.first())


@pytest.mark.parametrize(("taken", "by_former"), [("third", False), ("older", True)])
def test_a_split_never_takes_an_address_that_leads_elsewhere(pair, taken, by_former):
    assert FormerSlug.objects.filter(old=taken).exists() == by_former
    with pytest.raises(Refused, match=taken):
        split(pair[0], [Row("claim", pair[0].claims.first().pk)], taken)


def test_relating_makes_the_relation_and_undoing_takes_it(pair):
    kept, gone = pair
    act = acts.relate(kept.pk, "because_of", gone.pk, by="Editor", reason="It is told so.")
    assert Relation.objects.filter(from_event=kept, kind="because_of", to_event=gone).exists()
    with pytest.raises(Refused, match="already"):
        acts.relate(kept.pk, "because_of", gone.pk, by="Editor")
    acts.undo(act, by="Editor")
    assert not Relation.objects.filter(from_event=kept, kind="because_of").exists()


def test_a_movement_is_told_with_an_event_and_undoing_leaves_it_where_it_was(pair):
    kept, gone = pair
    march = Movement.objects.get(slug="march")
    act = acts.attach(march.pk, kept.pk, by="Editor")
    assert Movement.objects.get(pk=march.pk).event == kept
    with pytest.raises(Refused, match="already"):
        acts.attach(march.pk, kept.pk, by="Editor")
    acts.undo(act, by="Editor")
    assert Movement.objects.get(pk=march.pk).event == gone


def test_nothing_is_joined_across_two_atlases(pair):
    kept, _gone = pair
    far = make_event(make_atlas("elsewhere", is_default=False), "far", on="1909-07-13")
    before = every_row()
    for joining in (
        lambda: merge(kept, far),
        lambda: acts.relate(kept.pk, "after", far.pk, by="Editor"),
        lambda: acts.attach(Movement.objects.get(slug="march").pk, far.pk, by="Editor"),
        lambda: move([kept.claims.first()], far),
    ):
        with pytest.raises(Refused) as refused:
            joining()
        assert refused.value.code == "two_atlases"
    assert every_row() == before


def test_a_relation_that_has_been_given_a_claim_is_not_taken_back(pair):
    act = acts.relate(pair[0].pk, "because_of", pair[1].pk, by="Editor")
    claim = make_claim(relation=Relation.objects.get(kind="because_of", from_event=pair[0]), attribute="sequence")
    with pytest.raises(Refused, match=claim.key):
        acts.undo(act, by="Editor")
    assert Claim.objects.filter(pk=claim.pk).exists()


def test_a_dismissal_is_kept_with_its_reason_and_can_be_taken_back(pair):
    kept, gone = pair
    subjects = [("event", kept.slug, kept.title), ("event", gone.slug, gone.title)]
    with pytest.raises(Refused, match="Say why"):
        acts.dismiss(kept.atlas, "same_event:gone:kept", subjects, by="Editor", reason=" ")
    revision = Atlas.objects.get().revision
    act = acts.dismiss(kept.atlas, "same_event:gone:kept", subjects, by="Editor", reason="Two days.")
    assert Dismissal.objects.get().reason == "Two days."
    assert Atlas.objects.get().revision == revision, "readers see nothing of it"
    acts.undo(act, by="Editor")
    assert not Dismissal.objects.exists()


def test_an_act_names_who_when_why_and_what(pair):
    act = merge(*pair, reason="The same entry.")
    assert (act.by, act.reason, act.kind, act.atlas) == ("Editor", "The same entry.", "merge", pair[0].atlas)
    assert act.subjects == [["event", "kept", "Kept"], ["event", "gone", "Gone"]]
    assert act.on is not None
    assert act.rows.get(table="event", key=pair[1].pk).before["title"] == "Gone"
    assert not act.rows.filter(before=None, after=None).exists()
