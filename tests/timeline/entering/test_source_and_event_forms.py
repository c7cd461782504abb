"""The forms of sources and events refuse with sentences that say what to do."""

import pytest
from django.urls import reverse

from tests.factories import make_atlas, make_event, make_source, make_theatre
from tests.timeline.entering.conftest import administrator
from timeline.models import Relation, Source

ADD_SOURCE = "/admin/timeline/source/add/"


@pytest.fixture
def desk(client, db):
    client.force_login(administrator())
    return client


def work(**more) -> dict:
    return {"title": "A Life", "slug": "life", "type": "book", "language": "en", "publication": "draft", **more}


def codes(answer) -> dict[str, list[str]]:
    found = answer.context["adminform"].form.errors.get_json_data()
    return {field: [each["code"] for each in each_of] for field, each_of in found.items()}


def test_authors_are_written_one_a_line(desk):
    assert desk.post(ADD_SOURCE, work(authors="Kasravi, Ahmad\n\n Browne,  Edward ")).status_code == 302
    assert Source.objects.get().authors == ["Kasravi, Ahmad", "Browne, Edward"]
    page = desk.get(reverse("admin:timeline_source_change", args=[Source.objects.get().pk])).content.decode()
    assert "Kasravi, Ahmad\nBrowne, Edward" in page


MISTAKES = [
    ({"issued": "last year"}, {"issued": ["unreadable_date"]}),
    ({"title": ""}, {"title": ["required"]}),
    ({"url": "not an address"}, {"url": ["invalid"]}),
    ({"authors": "\n".join(map(str, range(90)))}, {"authors": ["too_many_lines"]}),
]


@pytest.mark.parametrize(("typed", "found"), MISTAKES)
def test_a_mistake_in_a_source_is_a_sentence(desk, typed, found):
    answer = desk.post(ADD_SOURCE, work(**typed))
    assert set(codes(answer)) == set(found)
    assert all(
        message.endswith(".") for messages in answer.context["adminform"].form.errors.values() for message in messages
    )
    assert not Source.objects.exists()


def test_a_work_does_not_copy_itself_not_even_by_way_of_another(desk):
    life = make_source("life")
    copy = make_source("copy", based_on=life)
    change = reverse("admin:timeline_source_change", args=[life.pk])
    for original in (life, copy):
        answer = desk.post(change, work(based_on=original.pk, seen_version=1))
        assert codes(answer) == {"based_on": ["copies_itself"]}


def event_form(desk, event) -> dict:
    page = desk.get(reverse("admin:timeline_event_change", args=[event.pk]))
    form = page.context["adminform"].form
    values = {name: "" if (value := form[name].value()) is None else value for name in form.fields}
    for each in page.context["inline_admin_formsets"]:
        managed = each.formset.management_form
        values |= {f"{each.formset.prefix}-{name}": managed[name].value() for name in managed.fields}
    return values


def test_an_event_stands_in_a_lane_of_its_own_atlas_and_within_five_degrees(desk):
    event = make_event(make_atlas(), "entry", on="1909-07-13")
    elsewhere = make_theatre(make_atlas("other", is_default=False), "gilan")
    change = reverse("admin:timeline_event_change", args=[event.pk])
    answer = desk.post(change, {**event_form(desk, event), "theatre": elsewhere.pk, "importance": 9})
    assert codes(answer) == {"theatre": ["theatre_of_another_atlas"], "importance": ["importance_range"]}


def test_a_relation_takes_the_atlas_of_its_event_and_does_not_lead_to_itself(desk):
    atlas = make_atlas()
    event, other = make_event(atlas, "entry", on="1909-07-13"), make_event(atlas, "telegram", on="1909-07-14")
    change = reverse("admin:timeline_event_change", args=[event.pk])
    related = {**event_form(desk, event), "relations_out-TOTAL_FORMS": 1, "relations_out-0-kind": "before"}
    refused = desk.post(change, {**related, "relations_out-0-to_event": event.pk})
    assert "An event does not stand to itself" in refused.content.decode()
    assert desk.post(change, {**related, "relations_out-0-to_event": other.pk}).status_code == 302
    assert Relation.objects.get().atlas == atlas
