"""Kept copies: a change ends them, and confirming one costs next to nothing."""

import pytest

from tests.factories import make_event, make_place
from timeline.models import Atlas


@pytest.fixture
def capture(atlas):
    return make_event(atlas, "capture", on="1909-07-13", place=make_place())


def full(address: str) -> str:
    return address if address.startswith("/") else f"/api/v1/{address}"


@pytest.mark.parametrize("address", ["events/", "window/", "atlases/revolution/whole.json", "/feed.json"])
def test_a_change_ends_the_copy(client, capture, address):
    first = client.get(full(address))
    capture.title = "Another title"
    capture.save()
    second = client.get(full(address), headers={"if-none-match": first["ETag"]})
    assert second.status_code == 200
    assert second.content != first.content


def test_a_new_revision_ends_the_copy(client, capture):
    first = client.get(full("events/"))
    Atlas.objects.update(revision=2)
    assert client.get(full("events/"), headers={"if-none-match": first["ETag"]}).status_code == 200


def test_another_question_is_another_copy(client, capture):
    first = client.get(full("events/"))
    second = client.get(full("events/?kind=siege"), headers={"if-none-match": first["ETag"]})
    assert second.status_code == 200


@pytest.mark.parametrize("address", ["events/?kind=fight", "events/nothing/", "nothing/"])
def test_a_refusal_is_not_kept(client, capture, address):
    assert "ETag" not in client.get(full(address))


def test_a_304_costs_two_queries(client, capture, django_assert_num_queries):
    first = client.get(full("atlases/revolution/whole.json"))
    with django_assert_num_queries(2):
        client.get(full("atlases/revolution/whole.json"), headers={"if-none-match": first["ETag"]})
