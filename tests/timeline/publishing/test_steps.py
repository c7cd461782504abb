"""Records come to the reader by steps, take along what they stand on, and leave nothing standing on what is gone."""

import pytest
from django.core.exceptions import PermissionDenied

from geo.models import Place
from tests.factories import make_claim, make_event, make_movement, make_participation, make_person, make_place
from tests.factories import make_source as source
from tests.timeline.publishing.conftest import DRAFT
from tests.timeline.roles import account
from timeline.models import Atlas, Claim, Decision, Event, Movement, Person, Source, Step
from timeline.publishing.steps import entered, take
from timeline.publishing.verbs import VERBS

SUBMIT, PUBLISH, SEND_BACK, WITHDRAW, TAKE_UP = (
    VERBS[code] for code in ("submit", "publish", "send_back", "withdraw", "take_up")
)


def state(record) -> str:
    return type(record).objects.values_list("publication", flat=True).get(pk=record.pk)


def everything() -> dict:
    return {
        **dict(Claim.objects.values_list("key", "publication")),
        **dict(Source.objects.values_list("slug", "publication")),
        **dict(Place.objects.values_list("slug", "publication")),
        **dict(Event.objects.values_list("slug", "publication")),
    }


def why(plan) -> str:
    (sentence,) = plan.refused.values()
    return sentence


def test_a_draft_comes_to_the_reader_with_all_that_it_stands_on(draft, editor, reviewer):
    take(SUBMIT, [draft], user=editor)
    assert set(everything().values()) == {"review"}
    take(PUBLISH, [draft], user=reviewer)
    assert set(everything().values()) == {"published"}
    draft.refresh_from_db()
    assert (draft.edtf, draft.place.slug, draft.published_claims, draft.version) == ("1909-02-08", "rasht", 2, 3)
    assert draft.published_on is not None


def test_a_reviewer_publishes_a_draft_of_his_own_at_once(draft, reviewer):
    plan = take(PUBLISH, [draft], user=reviewer)
    assert (len(plan.going), len(plan.along), plan.refused) == (1, 4, {})
    assert set(everything().values()) == {"published"}


def test_a_record_in_review_leaves_drafts_behind(draft, editor, reviewer):
    take(SUBMIT, [draft], user=editor)
    make_claim(event=draft, source=Source.objects.get(), attribute="outcome", outcome="fled", key="letters-3", **DRAFT)
    take(PUBLISH, [draft], user=reviewer)
    assert (state(draft), everything()["letters-3"]) == ("published", "draft")


def test_who_did_what_is_kept_with_the_words(draft, editor, reviewer):
    entered(draft, by="editor")
    take(SUBMIT, [draft], user=editor)
    take(SEND_BACK, [draft], user=reviewer, words="Which bridge?")
    mine = Step.objects.filter(kind="event", key=draft.pk).order_by("pk")
    assert [(step.verb, step.by, step.became, step.words, step.latest) for step in mine] == [
        ("enter", "editor", "draft", "", False),
        ("submit", "editor", "review", "", False),
        ("send_back", "reviewer", "draft", "Which bridge?", True),
    ]


def test_what_is_sent_back_takes_its_claims_along_and_leaves_its_source(draft, editor, reviewer):
    take(SUBMIT, [draft], user=editor)
    take(SEND_BACK, [draft], user=reviewer, words="Which bridge?")
    assert everything() == {
        "letters-1": "draft", "letters-2": "draft", "rising": "draft", "letters": "review", "rasht": "review",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("verb", "stands", "sentence"),
    [
        (SUBMIT, "review", "Only a draft is submitted; this is in review."),
        (SUBMIT, "published", "Only a draft is submitted; this is published."),
        (PUBLISH, "withdrawn", "Only a draft or what is in review is published; this is withdrawn."),
        (PUBLISH, "published", "Only a draft or what is in review is published; this is published."),
        (SEND_BACK, "draft", "Only what is in review is sent back; this is draft."),
        (WITHDRAW, "draft", "Only what is published is withdrawn; this is draft."),
        (TAKE_UP, "published", "Only what was withdrawn is taken up again; this is published."),
    ],
    ids=lambda value: value if isinstance(value, str) else value.code.value,
)
def test_a_step_begins_where_it_belongs(db, reviewer, verb, stands, sentence):
    person = make_person(publication=stands)
    assert why(take(verb, [person], user=reviewer, words="x")) == sentence
    assert state(person) == stands


def test_nothing_is_published_without_a_claim(atlas, reviewer):
    bare = make_event(atlas, claims=0, **DRAFT)
    for verb in (SUBMIT, PUBLISH):
        assert why(take(verb, [bare], user=reviewer)) == (
            "Nothing is published without a claim: add a sourced claim first."
        )
    assert state(bare) == "draft"


def test_an_event_in_review_whose_claims_are_drafts_says_so(draft, reviewer):
    Event.objects.update(publication="review")
    draft.refresh_from_db()
    assert "submit a claim about it first" in why(take(PUBLISH, [draft], user=reviewer))


@pytest.mark.parametrize("model", [Source, Place], ids=lambda model: model.__name__)
def test_a_claim_is_not_published_upon_what_was_withdrawn(draft, reviewer, model):
    model.objects.update(publication="withdrawn")
    claims = Claim.objects.filter(key="letters-2")
    needed = "source “Letters”" if model is Source else "place “Rasht”"
    assert why(take(PUBLISH, claims, user=reviewer)) == (
        f"It needs the {needed}, which is withdrawn: see to that first."
    )


def test_an_event_goes_with_the_claims_that_can(draft, reviewer):
    Place.objects.update(publication="withdrawn")
    plan = take(PUBLISH, [draft], user=reviewer)
    assert (state(draft), everything()["letters-1"], everything()["letters-2"]) == ("published", "published", "draft")
    assert plan.refused == {}


def test_an_event_is_not_published_with_somebody_who_is_not(draft, reviewer):
    make_participation(event=draft, person=make_person("khan", publication="withdrawn"))
    assert "It needs the person “Khan”" in why(take(PUBLISH, [draft], user=reviewer))


def test_a_march_takes_its_stations_and_movers_along(atlas, reviewer):
    start, end = make_place("start", **DRAFT), make_place("end", latitude=36.0, longitude=50.0, **DRAFT)
    march = make_movement(atlas, "march", legs=((start, end, "1909-07-10", "1909-07-13"),))
    Claim.objects.update(publication="draft")
    Movement.objects.update(publication="draft", published_claims=0)
    Person.objects.update(publication="draft")
    take(PUBLISH, [Movement.objects.get(pk=march.pk)], user=reviewer)
    assert state(march) == state(start) == state(end) == "published"
    assert not Claim.objects.exclude(publication="published").exists()


def test_a_claim_is_shown_with_its_event_and_an_event_in_its_atlas(draft, reviewer):
    claims = Claim.objects.filter(key="letters-1")
    assert "It belongs to the event “A rising”, which is draft" in why(take(PUBLISH, claims, user=reviewer))
    assert take(PUBLISH, [*claims, draft], user=reviewer).refused == {}
    Atlas.objects.update(publication="draft", is_default=False)
    other = make_event(draft.atlas, claims=1, on="1909-07-13", **DRAFT)
    assert "It belongs to the atlas “The Revolution”" in why(take(PUBLISH, [other], user=reviewer))
    assert take(PUBLISH, [other, draft.atlas], user=reviewer).refused == {}


def test_what_one_record_may_not_take_along_another_may(draft, atlas, reviewer):
    shared = Source.objects.get()
    other = make_event(atlas, "other", claims=0, publication="review")
    make_claim(event=other, source=shared, face="1909-02-09", edge="on", publication="review")
    Event.objects.filter(pk=other.pk).update(published_claims=0)
    other = Event.objects.get(pk=other.pk)
    assert "they need the source “Letters”" in why(take(PUBLISH, [other], user=reviewer))
    assert take(PUBLISH, [other, draft], user=reviewer).refused == {}


def test_a_claim_stays_behind_with_an_event_that_cannot_go(draft, reviewer):
    make_participation(event=draft, person=make_person("khan", publication="withdrawn"))
    plan = take(PUBLISH, [draft, *Claim.objects.filter(key="letters-1")], user=reviewer)
    assert (plan.going, len(plan.refused)) == ((), 2)


def test_the_last_claim_of_a_published_event_is_not_withdrawn(atlas, reviewer):
    event = make_event(atlas, "gate", on="1909-07-13", claims=2)
    one, other = event.claims.all()
    assert take(WITHDRAW, [one], user=reviewer, words="Misread.").refused == {}
    assert "It is the last claim of the event “Gate”" in why(take(WITHDRAW, [other], user=reviewer, words="Misread."))
    assert take(WITHDRAW, [other, event], user=reviewer, words="Misread.").refused == {}
    assert state(event) == state(one) == state(other) == "withdrawn"


def test_of_two_last_claims_neither_is_withdrawn_together(atlas, reviewer):
    event = make_event(atlas, on="1909-07-13", claims=2)
    plan = take(WITHDRAW, event.claims.all(), user=reviewer, words="Misread.")
    assert (plan.going, len(plan.refused)) == ((), 2)


def test_a_claim_that_a_decision_prefers_is_not_withdrawn(atlas, reviewer):
    event = make_event(atlas, on="1909-07-13", claims=2)
    claim = event.claims.first()
    Decision.objects.create(
        atlas=atlas, event=event, claim=claim, attribute="date", reason="x", by="x", on="2026-01-01"
    )
    assert "A decision prefers it" in why(take(WITHDRAW, [claim], user=reviewer, words="x"))


def test_what_published_records_stand_on_is_not_withdrawn(atlas, reviewer):
    city, khan = make_place("city"), make_person("khan")
    event = make_event(atlas, "gate", on="1909-07-13", place=city, source=source("book"))
    make_participation(event=event, person=khan)
    for record, needed_by in ((city, "the claim"), (Source.objects.first(), "the claim"), (khan, "the event “Gate”")):
        assert f"It is still needed by {needed_by}" in why(take(WITHDRAW, [record], user=reviewer, words="x"))
    assert "shown at the front" in why(take(WITHDRAW, [atlas], user=reviewer, words="x"))


def test_a_claim_withdrawn_is_weighed_no_more(atlas, reviewer):
    event = make_event(atlas, on="1909-07-13", claims=1, source=source("book"))
    rival = make_claim(event=event, source=source("other"), face="1909-07-16", edge="on")
    take(WITHDRAW, [rival], user=reviewer, words="Misread.")
    event.refresh_from_db()
    assert (event.edtf, event.disputed, event.published_claims) == ("1909-07-13", False, 1)
    before = Atlas.objects.get().revision
    take(TAKE_UP, [rival], user=reviewer)
    take(PUBLISH, [rival], user=reviewer)
    event.refresh_from_db()
    assert (event.disputed, event.published_claims) == (True, 2)
    assert Atlas.objects.get().revision > before


@pytest.mark.parametrize("verb", [PUBLISH, SEND_BACK, WITHDRAW, TAKE_UP], ids=lambda verb: verb.code.value)
def test_an_editor_takes_no_step_of_a_reviewer(draft, editor, verb):
    with pytest.raises(PermissionDenied):
        take(verb, [draft], user=editor)


def test_somebody_without_a_role_takes_no_step(draft):
    with pytest.raises(PermissionDenied):
        take(SUBMIT, [draft], user=account(""))


def test_the_standing_is_read_again_when_the_step_is_taken(draft, editor, reviewer):
    seen = Event.objects.get(pk=draft.pk)
    take(SUBMIT, [draft], user=editor)
    assert "this is in review" in why(take(SUBMIT, [seen], user=reviewer))
