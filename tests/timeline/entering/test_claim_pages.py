"""A claim is saved as it was typed, keeps its key, and leads on to the next or back to where it was begun."""

import pytest
from django.contrib.admin.utils import flatten
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_claim, make_movement, make_participation, make_person, make_place
from tests.timeline.entering.conftest import ADD, account, administrator, entered, published
from timeline.models import Claim, Event, Interpretation

READING = "solar_hijri_month_as_gregorian|1909-07-13"
NO_INTERPRETATION = {
    "interpretation-TOTAL_FORMS": 0,
    "interpretation-INITIAL_FORMS": 0,
    "interpretation-MIN_NUM_FORMS": 0,
    "interpretation-MAX_NUM_FORMS": 1,
}


def change_of(claim) -> str:
    return reverse("admin:timeline_claim_change", args=[claim.pk])


def added(desk, told, **more) -> Claim:
    answer = desk.post(ADD, entered(told, **more))
    assert answer.status_code == 302, answer.context["errors"]
    return Claim.objects.latest("pk")


def errors(answer) -> dict[str, list[str]]:
    found = answer.context["adminform"].form.errors.get_json_data()
    return {field: [each["code"] for each in each_of] for field, each_of in found.items()}


def test_what_was_left_empty_is_kept_as_the_words_say(desk, told):
    claim = added(desk, told, as_printed="۲۲ تیر ۱۲۸۸", calendar="solar_hijri")
    assert (claim.key, claim.number, claim.face, claim.calendar) == ("paper-1", 1, "1909-07-13", "solar_hijri")
    assert claim.as_printed == "۲۲ تیر ۱۲۸۸"


def test_a_claim_is_entered_as_a_draft_whatever_is_sent_and_counts_once_published(desk, told):
    claim = added(desk, told, as_printed="13 July 1909", publication="published")
    assert (claim.publication, Event.objects.get(slug="entry").published_claims) == ("draft", 1)
    published(claim)
    assert Event.objects.get(slug="entry").published_claims == 2


def test_what_is_saved_to_be_reviewed_is_in_review(desk, told):
    begun = f"{ADD}?event={told.entry.pk}&back=event.{told.entry.pk}"
    desk.post(begun, entered(told, as_printed="13 July 1909", _step_submit="1"))
    assert Claim.objects.latest("pk").publication == "review"


def test_a_year_from_the_context_is_kept_as_supplied(desk, told):
    claim = added(desk, told, as_printed="13 July", context_year=1909)
    assert (claim.face, claim.supplied) == ("1909-07-13", ["year"])


def test_ambiguous_words_are_not_saved_until_a_reading_is_chosen(desk, told):
    refused = desk.post(ADD, entered(told, as_printed="5 May 1288 AH", calendar="unknown"))
    assert errors(refused) == {"as_printed": ["ambiguous_date"]}
    claim = added(desk, told, as_printed="5 May 1288 AH", calendar="unknown", reading="1909-05-05")
    assert (claim.face, claim.calendar) == ("1909-05-05", "unknown")


def test_a_number_is_kept_with_its_bounds(desk, told):
    claim = added(desk, told, attribute="strength", edge="", calendar="", as_printed="about 1,200 riders")
    assert (claim.low, claim.high, claim.unit, claim.qualifier) == (1200, 1200, "riders", "about")


def test_a_key_is_given_once_and_stays(desk, told):
    claim = added(desk, told, as_printed="13 July 1909")
    values = entered(told, as_printed="13 July 1909", key="paper-99", **NO_INTERPRETATION)
    assert desk.post(change_of(claim), values).status_code == 302
    claim.refresh_from_db()
    assert (claim.key, claim.number) == ("paper-1", 1)


def test_a_number_that_was_given_is_not_given_again(client, told):
    client.force_login(administrator())
    added(client, told, as_printed="13 July 1909")
    second = added(client, told, as_printed="14 July 1909")
    client.post(reverse("admin:timeline_claim_delete", args=[second.pk]), {"post": "yes"})
    assert added(client, told, as_printed="15 July 1909").key == "paper-3"


def test_a_number_that_somebody_took_meanwhile_is_passed_over(desk, told, monkeypatch):
    """Two editors are shown the same number: the second to save gets the next."""
    from timeline.admin.entering import claim_form

    monkeypatch.setattr(claim_form.ClaimForm, "validate_unique", lambda self: None)
    monkeypatch.setattr(claim_form, "next_number", lambda source: 1)
    make_claim(event=told.entry, source=told.paper, key="paper-1")
    assert added(desk, told, as_printed="13 July 1909").key == "paper-2"


def test_a_proposed_reading_is_taken_over_under_the_reviewers_name_and_the_face_stays(reviewing, told):
    more = {"as_printed": "22 July 1909", "take": READING}
    refused = reviewing.post(ADD, entered(told, **more))
    assert errors(refused) == {"take_reason": ["reason_missing"]}
    claim = added(reviewing, told, **more, take_reason="The months sound alike.")
    held = claim.interpretation
    assert (held.method, held.value) == ("solar_hijri_month_as_gregorian", "1909-07-13")
    assert "22 Tir 1288 is 13 July 1909" in held.arithmetic
    assert (held.reason, held.by, held.on) == ("The months sound alike.", "rev", timezone.localdate().isoformat())
    assert claim.face == "1909-07-22"
    published(claim)
    entry = Event.objects.get(slug="entry")
    assert (entry.edtf, entry.disputed) == ("1909-07-13", True)


def test_an_editor_does_not_take_a_reading_over(desk, told):
    refused = desk.post(ADD, entered(told, as_printed="22 July 1909", take=READING, take_reason="So."))
    assert errors(refused) == {"take": ["not_allowed"]}
    assert not Interpretation.objects.exists()


def test_the_face_of_an_interpreted_claim_stays(desk, reviewing, told):
    claim = added(reviewing, told, as_printed="22 July 1909", take=READING, take_reason="So.")
    page = desk.get(change_of(claim))
    assert "An editor holds it to mean 13 July 1909." in page.content.decode()
    kept = {**NO_INTERPRETATION, "interpretation-TOTAL_FORMS": 1, "interpretation-INITIAL_FORMS": 1}
    kept |= {"interpretation-0-id": claim.interpretation.pk, "interpretation-0-claim": claim.pk}
    kept |= {f"interpretation-0-{name}": getattr(claim.interpretation, name) for name in ("method", "value", "reason")}
    refused = desk.post(change_of(claim), entered(told, as_printed="", face="1909-07-13", **kept))
    assert errors(refused) == {"face": ["face_is_interpreted"]}
    note = entered(told, as_printed="22 July 1909", face="1909-07-22", note="Seen again.", **kept)
    assert desk.post(change_of(claim), note).status_code == 302


TYPED = {**NO_INTERPRETATION, "interpretation-TOTAL_FORMS": 1, "interpretation-0-method": "other"}


def test_a_reading_typed_by_hand_is_signed_and_must_be_a_day(reviewing, told):
    claim = added(reviewing, told, as_printed="22 July 1909")
    values = entered(told, as_printed="22 July 1909", face="1909-07-22", **TYPED)
    values |= {"interpretation-0-claim": claim.pk, "interpretation-0-reason": "A letter says so."}
    refused = reviewing.post(change_of(claim), {**values, "interpretation-0-value": "the thirteenth"})
    assert refused.status_code == 200
    assert "Write the day as 1909-07-13" in refused.content.decode()
    assert reviewing.post(change_of(claim), {**values, "interpretation-0-value": "1909-07-13"}).status_code == 302
    held = Interpretation.objects.get(claim=claim)
    assert (held.by, held.on) == ("rev", timezone.localdate().isoformat())


def test_another_of_the_source_keeps_source_section_and_paragraph(desk, told):
    values = entered(told, as_printed="13 July 1909", section="Events", paragraph=4, _addofsource="1")
    answer = desk.post(f"{ADD}?back=event.{told.entry.pk}", values)
    page = desk.get(answer["Location"])
    form = page.context["adminform"].form
    assert [form[name].value() for name in ("source", "section", "paragraph", "event")] == [
        told.paper.pk, "Events", 4, told.entry.pk,
    ]  # fmt: skip
    assert form["as_printed"].value() in (None, "")
    assert f"back=event.{told.entry.pk}" in answer["Location"]


def test_a_claim_begun_on_an_events_page_leads_back_there(desk, told):
    begun = f"{ADD}?event={told.entry.pk}&attribute=date&edge=on&back=event.{told.entry.pk}"
    form = desk.get(begun).context["adminform"].form
    assert (form["event"].value(), form["attribute"].value(), form["subject_kind"].value()) == (
        told.entry.pk,
        "date",
        "event",
    )
    answer = desk.post(begun, entered(told, as_printed="13 July 1909"))
    assert answer["Location"] == f"{reverse('admin:timeline_event_change', args=[told.entry.pk])}#claims"


@pytest.mark.parametrize(
    "back", ["https://example.org/", "//example.org", "event.x", "user.1", "event.1/../../x", "x" * 5000]
)
def test_no_address_leads_out_of_the_desk(desk, told, back):
    answer = desk.post(f"{ADD}?back={back}", entered(told, as_printed="13 July 1909"))
    assert answer["Location"].startswith("/admin/timeline/claim/")


@pytest.mark.parametrize(
    "asked",
    ["event=abc", "source=9999999999999999", "paragraph=-1", "attribute=nonsense", "same=1", "section=" + "x" * 9000],
)
def test_a_new_claim_begins_whatever_the_address_says(desk, db, asked):
    assert desk.get(f"{ADD}?{asked}").status_code == 200


def test_the_source_of_last_time_is_offered_to_who_entered_it(client, told):
    client.force_login(account("one", "add_claim", "view_claim", "change_claim"))
    assert client.get(ADD).context["last_claim"] is None
    claim = added(client, told, as_printed="13 July 1909", section="Events", paragraph=4, page="12")
    page = client.get(ADD)
    assert page.context["last_claim"] == claim
    assert 'id="same-source"' in page.content.decode()
    form = client.get(f"{ADD}?same=1").context["adminform"].form
    assert [form[name].value() for name in ("source", "section", "paragraph", "page")] == [
        told.paper.pk,
        "Events",
        4,
        "12",
    ]
    client.force_login(account("two", "add_claim", "view_claim"))
    assert client.get(ADD).context["last_claim"] is None


def test_what_belongs_to_another_attribute_is_dropped_when_the_page_no_longer_sends_it(desk, told):
    make_place("karaj", name="Karaj")
    route = added(desk, told, attribute="route", edge="", calendar="", route="Karaj\nkaraj")
    assert route.route == ["karaj", "karaj"]
    values = entered(told, attribute="outcome", edge="", outcome="victory", **NO_INTERPRETATION)
    values.pop("calendar")
    assert desk.post(change_of(route), values).status_code == 302
    route.refresh_from_db()
    assert (route.attribute, route.route, route.outcome) == ("outcome", [], "victory")


SUBJECTS = [
    ({"event": "", "subject_kind": ""}, "subject_missing"),
    ({"event": "", "subject_kind": "leg"}, "subject_missing"),
    ({"subject_kind": "movement"}, "subject_twice"),
]


@pytest.mark.parametrize(("typed", "code"), SUBJECTS)
def test_a_claim_speaks_of_one_thing(desk, told, typed, code):
    refused = desk.post(ADD, entered(told, as_printed="13 July 1909", **typed))
    assert errors(refused) == {"subject_kind": [code]}


def test_a_source_can_be_named_where_the_choosers_are_empty(desk, told):
    claim = added(desk, told, source="", source_named="paper", as_printed="13 July 1909")
    assert claim.source == told.paper


def test_an_event_shows_what_is_claimed_of_it_and_of_its_parts(desk, told):
    part = make_participation(event=told.entry, person=make_person())
    page = desk.get(reverse("admin:timeline_event_change", args=[told.entry.pk])).content.decode()
    back = f"back=event.{told.entry.pk}"
    assert f"{change_of(told.first)}?{back}" in page
    assert f"{ADD}?event={told.entry.pk}&amp;{back}&amp;attribute=date&amp;edge=on" in page
    assert f"{ADD}?participation={part.pk}&amp;{back}&amp;attribute=participant" in page
    assert part.claims.get().key in page


def test_who_may_not_enter_claims_is_offered_none(client, told):
    client.force_login(account("looks-on", "view_event", "view_claim"))
    page = client.get(reverse("admin:timeline_event_change", args=[told.entry.pk])).content.decode()
    assert told.first.as_printed in page
    assert ADD not in page
    assert f"{change_of(told.first)}?back" not in page
    assert client.get(ADD).status_code == 403
    assert client.post(ADD, entered(told, as_printed="13 July 1909")).status_code == 403
    assert "entry-preview" not in client.get(change_of(told.first)).content.decode()


def test_a_published_claim_is_looked_at_by_an_editor_and_edited_by_a_reviewer(desk, reviewing, told):
    added(desk, told, as_printed="22 July 1909")
    event = reverse("admin:timeline_event_change", args=[told.entry.pk])
    look, edit = (f'>{label}<span class="visually-hidden"> %s</span>' for label in ("Look at", "Edit"))
    page = desk.get(event).content.decode()
    assert look % told.first.key in page
    assert edit % "paper-1" in page
    assert f"{ADD}?event={told.entry.pk}" in page
    assert edit % told.first.key in reviewing.get(event).content.decode()
    looked_at = desk.get(change_of(told.first))
    assert "entry-preview" not in looked_at.content.decode()
    # Nothing that is empty, and nothing that the form alone asks.
    shown = {name for fieldset in looked_at.context["adminform"] for name in flatten(fieldset.fields)}
    assert shown == {
        "source", "section", "paragraph", "event", "attribute", "edge", "as_printed", "calendar", "face_said",
        "certainty", "key", "publication",
    }  # fmt: skip
    assert "entry-preview" in reviewing.get(change_of(told.first)).content.decode()


def test_movements_and_legs_show_their_claims_too(client, told):
    client.force_login(administrator())
    places = make_place("rasht"), make_place("qazvin")
    march = make_movement(told.atlas, "march", legs=((*places, "1909-05-05", ""),))
    leg = march.legs.get()
    for record in (march, leg):
        page = client.get(reverse(f"admin:timeline_{record._meta.model_name}_change", args=[record.pk]))
        assert f"{ADD}?{record._meta.model_name}={record.pk}" in page.content.decode()


def test_the_claims_of_an_event_take_the_same_number_of_questions(desk, told, django_assert_max_num_queries):
    address = reverse("admin:timeline_event_change", args=[told.entry.pk])
    desk.get(address)
    for _ in range(12):
        make_claim(event=told.entry, source=told.paper, face="1909-07-13", edge="on")
    with django_assert_max_num_queries(40):
        desk.get(address)


def test_nonsense_in_a_chooser_is_answered_on_the_page(desk, told):
    answer = desk.post(ADD, entered(told, as_printed="13 July 1909", source="abc", place="9" * 40))
    assert answer.status_code == 200
    assert errors(answer) == {"source": ["invalid_choice"], "place": ["invalid_choice"]}
