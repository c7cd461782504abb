"""An editor prefers a claim, or holds that the documents cannot tell, with a reason and under their name."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_claim
from tests.timeline.entering.conftest import account, administrator
from timeline.models import Decision, Event


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
