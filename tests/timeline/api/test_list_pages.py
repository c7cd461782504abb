"""Pages of lists: they skip and repeat nothing, lead both ways, and keep the question."""

from urllib.parse import urlsplit

import pytest

from tests.factories import make_atlas, make_event
from timeline.api import paging
from timeline.models import Atlas, Event

pytestmark = pytest.mark.django_db


def pages(client, address: str) -> list[list[str]]:
    found = []
    while address:
        body = client.get(address).json()
        found.append([record["id"] for record in body["results"]])
        address = body["next"] and urlsplit(body["next"])._replace(scheme="", netloc="").geturl()
    return found


@pytest.fixture(scope="module")
def dozen(lasting):
    """Events with days, without days, and with days and titles that are the same."""
    atlas = make_atlas()
    for number, on in enumerate(["1909", "1909-07", "", "1908-02-03", "", "1909-07-13", "1909-07-13", "", "1911/1912"]):
        make_event(atlas, f"e{number}", on=on, title=f"Title {number % 3}", importance=number % 5 + 1)
    return [f"e{number}" for number in range(9)]


@pytest.mark.parametrize(
    "ordering", ["date", "-date", "importance", "-importance", "title", "-title", "modified", "-modified"]
)
def test_pages_skip_and_repeat_nothing(client, dozen, ordering):
    whole = [record["id"] for record in client.get(f"/api/v1/events/?ordering={ordering}").json()["results"]]
    assert sorted(whole) == dozen
    for size in (2, 4, 9):
        found = pages(client, f"/api/v1/events/?ordering={ordering}&page_size={size}")
        assert [slug for page in found for slug in page] == whole, size


@pytest.mark.parametrize("sign", ["", "-"])
def test_what_has_no_date_comes_last_both_ways(client, dozen, sign):
    (told,) = pages(client, f"/api/v1/events/?ordering={sign}date")
    assert set(told[-3:]) == {"e2", "e4", "e7"}


def test_a_record_added_between_pages_repeats_nothing(client, ask, dozen):
    first = ask("events/", page_size=4).json()
    make_event(Atlas.objects.get(), "intruder", on="1900")
    rest = [slug for page in pages(client, first["next"]) for slug in page]
    assert sorted([record["id"] for record in first["results"]] + rest) == dozen


def test_a_record_withdrawn_between_pages_loses_no_other(client, ask, dozen):
    first = ask("events/", page_size=4).json()
    last = first["results"][-1]["id"]
    Event.objects.filter(slug=last).update(publication="withdrawn")
    rest = [slug for page in pages(client, first["next"]) for slug in page]
    assert sorted([record["id"] for record in first["results"]] + rest) == dozen


def test_previous_leads_back_over_the_same_pages(client, dozen):
    forwards, backwards, address = [], [], "/api/v1/events/?page_size=2&kind=battle"
    while address:
        body = client.get(address).json()
        forwards.append([record["id"] for record in body["results"]])
        last, address = address, body["next"]
    address = last
    while address:
        body = client.get(address).json()
        backwards.append([record["id"] for record in body["results"]])
        address = body["previous"]
    assert backwards == forwards[::-1]
    assert len(forwards) == 5


def test_counts_beyond_the_limit_are_not_made_up(ask, dozen, monkeypatch):
    assert ask("events/", page_size=1).json()["count"] == 9
    monkeypatch.setattr(paging, "EXACT_COUNT", 5)
    body = ask("events/", page_size=2).json()
    assert (body["count"], body["count_at_least"]) == (None, 5)


def test_links_keep_the_filters(ask, dozen):
    following = ask("events/", page_size=2, kind="battle", ordering="-date").json()["next"]
    assert "kind=battle" in following
    assert "ordering=-date" in following
    assert "page_size=2" in following
