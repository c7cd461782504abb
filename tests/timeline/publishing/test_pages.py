"""The steps are taken from forms, from lists and on pages of their own, and say what was done and what could not be."""

import pytest
from django.urls import reverse

from tests.factories import make_event, make_source
from tests.timeline.publishing.conftest import DRAFT
from tests.timeline.roles import browser
from timeline.models import Event, Step


def form_values(answer) -> dict:
    """What a browser would send of a form of the admin as it is shown."""
    values = {}
    forms = [answer.context["adminform"].form]
    for formset in answer.context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.forms]
    for form in forms:
        for name in form.fields:
            value = form[name].value()
            values[form.add_prefix(name)] = "" if value is None else value
    return values


def steps(verb: str, *records) -> str:
    keys = ",".join(str(record.pk) for record in records)
    return f"{reverse('admin:timeline_event_steps', args=[verb])}?records={keys}"


def state(event) -> str:
    return Event.objects.values_list("publication", flat=True).get(pk=event.pk)


def test_a_form_is_saved_and_submitted_with_one_button(draft, editor):
    client, form = browser(editor), reverse("admin:timeline_event_change", args=[draft.pk])
    values = {**form_values(client.get(form)), "title": "A greater rising", "_step_submit": "1"}
    answer = client.post(form, values, follow=True)
    content = answer.content.decode()
    assert "1 record was submitted for review. With it went: 2 claims, 1 source, 1 place." in content
    draft.refresh_from_db()
    assert (draft.title, draft.publication) == ("A greater rising", "review")


def test_publishing_from_the_form_shows_first_what_goes_along(draft, reviewer):
    client, form = browser(reviewer), reverse("admin:timeline_event_change", args=[draft.pk])
    answer = client.post(form, {**form_values(client.get(form)), "_step_publish": "1"}, follow=True)
    assert answer.redirect_chain[-1][0] == steps("publish", draft)
    assert [line["title"] for line in answer.context["along"]] == [
        "date “1909-02-08”, letters-1",
        "place, letters-2",
        "Letters",
        "Rasht",
    ]
    assert state(draft) == "draft"
    done = client.post(steps("publish", draft), {"records": draft.pk}, follow=True)
    assert "1 record was published." in done.content.decode()
    assert state(draft) == "published"


def test_sending_back_asks_for_a_sentence_which_the_editor_reads(draft, editor, reviewer):
    Event.objects.update(publication="review")
    Step.objects.create(kind="event", key=draft.pk, verb="submit", became="review", by="editor")
    client = browser(reviewer)
    empty = client.post(steps("send_back", draft), {"records": draft.pk, "words": " "})
    assert "Write a sentence first" in empty.content.decode()
    assert state(draft) == "review"
    client.post(steps("send_back", draft), {"records": draft.pk, "words": "Which <b>bridge</b>?"})
    mine = browser(editor)
    for address in (reverse("admin:index"), reverse("admin:timeline_event_change", args=[draft.pk])):
        assert "Which &lt;b&gt;bridge&lt;/b&gt;?" in mine.get(address).content.decode(), address


def test_a_withdrawn_record_answers_with_its_sentence(atlas, reviewer, client):
    event = make_event(atlas, "gate", on="1909-07-13", source=make_source("book"))
    assert client.get("/events/gate/").status_code == 200
    browser(reviewer).post(
        steps("withdraw", event), {"records": event.pk, "words": "It is <i>the same</i> as another."}
    )
    answer = client.get("/events/gate/")
    assert answer.status_code == 410
    assert "It is &lt;i&gt;the same&lt;/i&gt; as another." in answer.content.decode()
    assert client.get("/api/v1/events/gate/").status_code == 410


def test_a_withdrawn_atlas_is_gone(atlas, reviewer, client):
    type(atlas).objects.update(is_default=False)
    address = f"{reverse('admin:timeline_atlas_steps', args=['withdraw'])}?records={atlas.pk}"
    browser(reviewer).post(address, {"records": atlas.pk, "words": "Begun anew."})
    assert client.get(f"/a/{atlas.slug}/").status_code == 410


def test_of_many_chosen_in_a_list_each_that_could_not_be_changed_is_named_with_the_reason(draft, atlas, reviewer):
    bare = make_event(atlas, "bare", claims=0, title="Bare & unsaid", **DRAFT)
    shown = make_event(atlas, "shown", on="1909-07-13")
    chosen = [draft, bare, shown]
    client = browser(reviewer)
    listed = reverse("admin:timeline_event_changelist")
    page = client.post(listed, {"action": "step_publish", "_selected_action": [each.pk for each in chosen]})
    assert [line["title"] for line in page.context["going"]] == ["A rising"]
    assert [line["title"] for line in page.context["refused"]] == ["Bare & unsaid", "Shown"]
    done = client.post(steps("publish"), {"records": page.context["records"]}, follow=True)
    content = done.content.decode()
    assert "Bare &amp; unsaid</a>: Nothing is published without a claim: add a sourced claim first." in content
    assert "Shown</a>: Only a draft or what is in review is published; this is published." in content
    assert [state(each) for each in chosen] == ["published", "draft", "published"]


@pytest.mark.parametrize("records", ["", "x", "1,,2", "-1", "9" * 30, "99999999", "1;2"])
def test_what_names_no_record_is_not_found(draft, reviewer, records):
    client = browser(reviewer)
    address = reverse("admin:timeline_event_steps", args=["submit"])
    assert client.get(address, {"records": records}).status_code == 404
    assert client.post(address, {"records": records}).status_code == 404
    assert client.get(f"{reverse('admin:timeline_event_steps', args=['leap'])}?records=1").status_code == 404


def test_an_editor_reads_a_published_record_and_cannot_send_a_change(atlas, editor):
    event = make_event(atlas, "gate", on="1909-07-13")
    client, form = browser(editor), reverse("admin:timeline_event_change", args=[event.pk])
    assert "Only a reviewer changes it" in client.get(form).content.decode()
    assert client.post(form, {"title": "Mine"}).status_code == 403


def test_what_is_entered_is_kept_as_the_editors_own(atlas, editor):
    client = browser(editor)
    form = client.get(reverse("admin:geo_place_add"))
    client.post(reverse("admin:geo_place_add"), {**form_values(form), "name": "Anzali", "slug": "anzali"})
    assert list(Step.objects.values_list("kind", "verb", "by")) == [("place", "enter", "editor")]
    assert "Anzali" in client.get(reverse("admin:index")).content.decode()
