"""An editor prefers a claim, or holds that the documents cannot tell, with a reason and under their name."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_claim, make_force, make_participation, make_person, make_side
from tests.timeline.entering.conftest import account, administrator
from timeline.models import Decision, Event
from timeline.resolving import resolve_atlas


@pytest.fixture
def rival(told):
    return make_claim(event=told.entry, source=told.paper, face="1909-07-22", edge="on")


def page_of(claim) -> str:
    return reverse("admin:timeline_claim_decide", args=[claim.pk])


def test_a_preferred_claim_stands_and_the_other_is_kept_beside_it(reviewing, told, rival):
    answer = reviewing.post(page_of(told.first), {"verdict": rival.key, "reason": "It is the older."})
    assert answer.status_code == 302
    decision = Decision.objects.get()
    assert (decision.event, decision.attribute, decision.edge, decision.claim) == (told.entry, "date", "on", rival)
    assert (decision.reason, decision.by, decision.on) == ("It is the older.", "rev", timezone.localdate().isoformat())
    entry = Event.objects.get(slug="entry")
    assert (entry.edtf, entry.date_rule, entry.disputed) == ("1909-07-22", "decision", True)


def test_deciding_again_changes_the_decision_there_is(reviewing, told, rival):
    reviewing.post(page_of(rival), {"verdict": rival.key, "reason": "It is the older."})
    page = reviewing.get(page_of(told.first)).content.decode()
    assert "It is the older." in page
    back = f"{page_of(told.first)}?back=event.{told.entry.pk}"
    answer = reviewing.post(back, {"verdict": "undecidable", "reason": "Neither says how it knows."})
    assert answer["Location"].endswith(f"/event/{told.entry.pk}/change/#claims")
    decision = Decision.objects.get()
    assert (decision.claim, decision.reason, decision.version) == (None, "Neither says how it knows.", 2)
    assert Event.objects.get(slug="entry").date_rule == "undecidable"


def test_only_claims_about_the_same_are_to_choose_from(reviewing, told, rival):
    make_claim(event=told.entry, source=told.paper, attribute="strength", low=5, high=5, unit="men")
    make_claim(event=told.entry, source=told.paper, face="1909-07-01", edge="begin")
    draft = make_claim(event=told.entry, source=told.paper, face="1909-07-02", edge="on", publication="draft")
    form = reviewing.get(page_of(told.first)).context["form"]
    assert [value for value, _label in form.fields["verdict"].choices] == [told.first.key, rival.key, "undecidable"]
    assert reviewing.post(page_of(told.first), {"verdict": draft.key, "reason": "So."}).status_code == 200
    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    "sent", [{}, {"verdict": "undecidable"}, {"reason": "So."}, {"verdict": "x", "reason": "y" * 9000}]
)
def test_a_decision_needs_a_verdict_and_a_reason(reviewing, told, rival, sent):
    answer = reviewing.post(page_of(told.first), sent)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not Decision.objects.exists()


def test_deciding_is_for_who_may_decide(client, told):
    assert client.get(page_of(told.first)).status_code == 302
    client.force_login(account("enters", "add_claim", "change_claim"))
    assert client.get(page_of(told.first)).status_code == 403
    client.force_login(account("decides", "add_decision"))
    assert client.get(page_of(told.first)).status_code == 403, "readers see the event"
    Event.objects.filter(pk=told.entry.pk).update(publication="draft")
    assert client.get(page_of(told.first)).status_code == 200
    Event.objects.filter(pk=told.entry.pk).update(publication="published")
    client.force_login(account("publishes", "add_decision", "publish_event"))
    assert client.get(page_of(told.first)).status_code == 200
    assert client.get(reverse("admin:timeline_claim_decide", args=[999_999])).status_code == 404


ADD = "/admin/timeline/decision/add/"


def test_a_decision_typed_into_its_own_form_follows_its_claim(client, told, rival):
    client.force_login(administrator())
    assert client.post(ADD, {"claim": rival.pk, "reason": "It is the older."}).status_code == 302
    decision = Decision.objects.get()
    assert (decision.atlas, decision.event, decision.attribute, decision.edge) == (told.atlas, told.entry, "date", "on")
    assert (decision.by, decision.on) == ("all", timezone.localdate().isoformat())


TYPED = [
    ({"reason": "So."}, {"event": ["subject_missing"], "attribute": ["attribute_missing"]}),
    ({"attribute": "date", "event": "entry"}, {"reason": ["required"]}),
    ({"claim": "rival", "event": "telegram", "reason": "So."}, {"event": ["claim_of_another"]}),
]


@pytest.mark.parametrize(("typed", "found"), TYPED)
def test_a_decision_that_is_about_nothing_or_something_else_is_refused(client, told, rival, typed, found):
    client.force_login(administrator())
    keys = {"rival": rival.pk, "entry": told.entry.pk, "telegram": told.telegram.pk}
    answer = client.post(ADD, {name: keys.get(value, value) for name, value in typed.items()})
    errors = answer.context["adminform"].form.errors.get_json_data()
    said = {name: [each["code"] for each in errors[name]] for name in found}
    assert said == found
    assert not Decision.objects.exists()


@pytest.fixture
def divided(told):
    """A khan on both sides, another on one, and two who are told to have governed; all of one event."""
    khan, other, rival = (make_person(slug) for slug in ("khan", "other", "rival"))
    taken = {
        "for": make_participation(event=told.entry, person=khan, side="constitutionalists"),
        "against": make_participation(event=told.entry, person=khan, side="royalists", role="leader"),
        "clear": make_participation(event=told.entry, person=other, side="royalists"),
        "governor": make_participation(event=told.entry, person=other, role="governor"),
        "governor too": make_participation(event=told.entry, person=rival, role="governor"),
        "force": make_participation(event=told.entry, force=make_force(), side="royalists"),
    }
    resolve_atlas(told.atlas)
    return {name: part.claims.get() for name, part in taken.items()}


@pytest.mark.parametrize(
    ("of", "rivals", "attribute"),
    [
        ("for", ["for", "against"], "side"),
        ("against", ["for", "against"], "side"),
        ("governor", ["governor", "governor too"], "participant"),
    ],
)
def test_a_side_and_a_role_are_decided_of_the_whole_event(reviewing, told, divided, of, rivals, attribute):
    form = reviewing.get(page_of(divided[of])).context["form"]
    chosen = [divided[name].key for name in rivals]
    assert [value for value, _label in form.fields["verdict"].choices] == [*chosen, "undecidable"]
    sent = {"verdict": chosen[1], "reason": "He says so himself."}
    assert reviewing.post(page_of(divided[of]), sent).status_code == 302
    decision = Decision.objects.get()
    assert (decision.event, decision.attribute, decision.edge) == (told.entry, attribute, "")
    assert decision.claim.key == chosen[1]
    assert reviewing.get(page_of(divided[of])).context["form"].initial == sent
    status = {"khan": "open", "governor": "open"} | {"khan" if attribute == "side" else "governor": "decided"}
    for about, stands in status.items():
        kind = "side" if about == "khan" else "participant"
        page = reviewing.get(f"/disputes/{told.entry.slug}:{kind}:{about}/").content.decode()
        assert ("He says so himself." in page) == (stands == "decided")


@pytest.mark.parametrize("of", ["clear", "force"])
def test_of_who_took_part_nothing_is_decided_that_nobody_disputes(reviewing, divided, of):
    assert reviewing.get(page_of(divided[of])).status_code == 404


def test_a_decision_about_one_person_leaves_the_dispute_about_another_open(reviewing, told, divided):
    person = divided["clear"].participation.person
    make_participation(event=told.entry, person=person, side="constitutionalists", role="envoy")
    reviewing.post(page_of(divided["for"]), {"verdict": divided["for"].key, "reason": "He says so himself."})
    khan, other = (
        reviewing.get(f"/disputes/{told.entry.slug}:side:{who}/").content.decode() for who in ("khan", "other")
    )
    assert "He says so himself." in khan
    assert "He says so himself." not in other


def test_the_desk_leads_to_deciding_a_side_and_an_outcome(reviewing, told, divided):
    page = reviewing.get(reverse("admin:timeline_event_change", args=[told.entry.pk])).content.decode()
    offered = {name for name, claim in divided.items() if page_of(claim) in page}
    assert offered == {"for", "against", "governor", "governor too"}
    assert page_of(divided["for"]) in reviewing.get(reverse("admin:waiting", args=["disputes"])).content.decode()


def test_an_outcome_is_decided(reviewing, told):
    sides = [make_side(told.atlas, slug) for slug in ("constitutionalists", "royalists")]
    one, other = (
        make_claim(event=told.entry, source=source, attribute="outcome", outcome="victory", winner=side)
        for source, side in zip((told.paper, None), sides, strict=True)
    )
    assert reviewing.post(page_of(one), {"verdict": other.key, "reason": "It is the older."}).status_code == 302
    page = reviewing.get(f"/disputes/{told.entry.slug}:outcome/").content.decode()
    assert "It is the older." in page


def test_a_decision_typed_about_a_side_follows_its_claim(client, told, divided):
    client.force_login(administrator())
    assert client.post(ADD, {"claim": divided["for"].pk, "reason": "He says so."}).status_code == 302
    decision = Decision.objects.get()
    assert (decision.event, decision.participation, decision.attribute) == (told.entry, None, "side")
    answer = client.post(ADD, {"claim": divided["clear"].pk, "reason": "He says so."})
    errors = answer.context["adminform"].form.errors.get_json_data()
    assert [each["code"] for each in errors["claim"]] == ["not_decidable"]
