"""Whatever is sent to the admin's pages, the answer is a page, and never an error of the program."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from tests.factories import make_atlas, make_event
from timeline.models import Event

pytestmark = pytest.mark.django_db
NO_KEYS = ("", "x", "1.5", "-1", "²", "\x00", "9" * 30, str(2**63), "null")


@pytest.fixture
def desk() -> Client:
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("operator", password="x"))
    return client


@pytest.mark.parametrize("model", ["timeline/event", "geo/place", "timeline/relation"])
def test_what_is_ticked_and_is_no_record_is_left_out(desk, model):
    for key in NO_KEYS:
        told = {"action": "delete_selected", "_selected_action": [key], "index": "0"}
        assert desk.post(f"/admin/{model}/", told).status_code == 302, key


def test_what_is_ticked_beside_it_is_deleted(desk):
    event = make_event(make_atlas(), claims=0, publication="draft")
    told = {"action": "delete_selected", "_selected_action": ["9" * 30, str(event.pk)], "index": "0", "post": "yes"}
    assert desk.post("/admin/timeline/event/", told).status_code == 302
    assert not Event.objects.exists()


@pytest.mark.parametrize(("page", "name"), [("movement", "event"), ("relation", "from_event"), ("event", "atlas")])
def test_a_record_that_can_not_be_is_not_proposed(desk, page, name):
    for key in NO_KEYS:
        assert desk.get(f"/admin/timeline/{page}/add/", {name: key}).status_code == 200, key


def test_a_field_without_a_name_finds_a_record_by_its_key(desk):
    event = make_event(make_atlas(), publication="draft")
    for page in ("change", "delete"):
        assert desk.get(f"/admin/timeline/event/{event.pk}/{page}/?_to_field=").status_code == 200


@pytest.mark.parametrize(("page", "name"), [("geo/place", "parent"), ("timeline/relation", "from_event")])
def test_a_choice_that_can_be_no_record_is_said_at_its_field(desk, page, name):
    for key in NO_KEYS[1:]:
        answer = desk.post(f"/admin/{page}/add/", {name: key})
        assert answer.status_code == 200, key
        assert name in answer.context["errors"].data[0] or name in answer.context["adminform"].form.errors, key
