"""The disputes of an atlas over the API: filters, pages, one by its name."""

from collections import OrderedDict

import pytest

from tests.factories import make_atlas, make_claim, make_event, make_movement, make_place, make_relation, make_source
from timeline.models import Atlas, Decision, Event, FormerSlug, Interpretation
from timeline.resolving import resolve_atlas


@pytest.fixture(scope="module")
def told(lasting):
    """A date explained, an order decided, numbers still open, a march that arrives before it leaves."""
    atlas, one, two = make_atlas(), make_source("one"), make_source("two")
    entry = make_event(atlas, "entry", on="1909-07-22", source=one, title="B")
    make_claim(event=entry, face="1909-07-13", edge="on", source=two)
    Interpretation.objects.create(claim=entry.claims.get(face="1909-07-22"), method="solar_hijri_month_as_gregorian",
                                  value="1909-07-13", reason="So.")  # fmt: skip
    fall = make_event(atlas, "fall", on="1909-07-10", source=one, title="A")
    relation = make_relation(fall, "after", entry)
    Decision.objects.create(atlas=atlas, relation=relation, attribute="sequence", claim=relation.claims.get(),
                            reason="So.", by="Editor", on="2026-11-29")  # fmt: skip
    camp = make_event(atlas, "camp", on="1908", source=one, title="C")
    for source, men in ((one, 300), (two, 3000)):
        make_claim(event=camp, attribute="strength", low=men, high=men, unit="men", source=source)
    make_movement(atlas, "march", legs=((make_place(), make_place(), "1909-07-05", "1909-07-01"),))
    resolve_atlas(atlas)


@pytest.fixture
def disputed(told, db):
    return Atlas.objects.get()


DATE, ORDER, MEN, MARCH = "entry:date:on", "entry:sequence:fall", "camp:strength:men", "march/1:sequence"


def ids(response) -> list[str]:
    assert response.status_code == 200, response.content
    return [dispute["id"] for dispute in response.json()["results"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, {DATE, ORDER, MEN, MARCH}),
        ({"kind": "number"}, {MEN}),
        ({"kind": ["number", "date"]}, {MEN, DATE}),
        ({"attribute": "sequence"}, {ORDER, MARCH}),
        ({"status": "explained"}, {DATE}),
        ({"status": "open"}, {MEN, MARCH}),
        ({"status": "decided"}, {ORDER}),
        ({"status": "undecidable"}, set()),
        ({"explained_by": "solar_hijri_month_as_gregorian"}, {DATE, ORDER}),
        ({"explained_by": "old_style"}, set()),
        ({"event": "fall"}, {ORDER}),
        ({"event": ["fall", "camp"]}, {ORDER, MEN}),
        ({"event": "entry", "kind": "date"}, {DATE}),
        ({"source": "two"}, {DATE, ORDER, MEN}),
        ({"source": "two", "kind": "date"}, {DATE}),
        ({"atlas": "revolution"}, {DATE, ORDER, MEN, MARCH}),
    ],
)
def test_filters_say_or_within_a_key_and_and_between_keys(ask, disputed, query, found):
    response = ask("disputes/", **query)
    assert set(ids(response)) == found
    assert response.json()["count"] == len(found)


@pytest.mark.parametrize(
    ("ordering", "found"),
    [
        ({}, [MARCH, ORDER, DATE, MEN]),
        ({"ordering": "-date"}, [DATE, ORDER, MARCH, MEN]),
        ({"ordering": "-size"}, [ORDER, DATE, MARCH, MEN]),
        ({"ordering": "size"}, [MARCH, DATE, ORDER, MEN]),
        ({"ordering": "title"}, [ORDER, DATE, MEN]),
        ({"ordering": "-title"}, [MEN, DATE, ORDER]),
    ],
)
def test_the_order_is_by_the_first_day_claimed_unless_asked_otherwise(ask, disputed, ordering, found):
    assert [one for one in ids(ask("disputes/", **ordering)) if one in found] == found


@pytest.mark.parametrize("ordering", ["date", "-date", "title", "-title"])
def test_pages_skip_and_repeat_nothing(client, ask, disputed, ordering):
    whole = ids(ask("disputes/", ordering=ordering))
    assert len(whole) == 4
    for size in (1, 2, 3):
        found, address, pages = [], f"/api/v1/disputes/?ordering={ordering}&page_size={size}", []
        while address:
            body = client.get(address).json()
            found += [dispute["id"] for dispute in body["results"]]
            pages.append([dispute["id"] for dispute in body["results"]])
            last, address = address, body["next"]
        assert found == whole, size
        back = [pages[-1]]
        while (previous := client.get(last).json()["previous"]) is not None:
            back.append(ids(client.get(previous)))
            last = previous
        assert back == pages[::-1], size


def test_a_body_says_what_it_is_about_and_who_decided(ask, disputed):
    body = ask(f"disputes/{ORDER}/").json()
    assert body["subject"] == {"type": "event", "id": "fall", "name": "A", "url": "/events/fall/"}
    assert [subject["id"] for subject in body["subjects"]] == ["fall", "entry"]
    assert (body["kind"], body["attribute"], body["edge"], body["status"]) == ("sequence", "sequence", "", "decided")
    assert body["decision"] == {"claim": body["claims"][1], "reason": "So.", "by": "Editor", "on": "2026-11-29"}
    assert set(body["claims"]) <= {claim["id"] for claim in ask("claims/", page_size=200).json()["results"]}


@pytest.mark.parametrize("name", [DATE, ORDER, MEN, MARCH])
def test_each_is_found_by_the_name_that_lists_and_records_give_it(ask, disputed, name):
    assert ask(f"disputes/{name}/").json()["id"] == name
    holders = [*ask("events/").json()["results"], *ask("movements/").json()["results"]]
    assert name in {dispute for holder in holders for dispute in holder["disputes"]}


@pytest.mark.parametrize(
    "name", ["nobody:date:on", "entry:date", "entry", ":::", "entry:sequence:fall/..", "march/1", "é:ü"]
)
def test_a_name_of_nothing_is_unknown(ask, disputed, name):
    response = ask(f"disputes/{name}/")
    assert response.status_code == 404
    assert response.json()["error"]["code"] in ("unknown", "unknown_address")


@pytest.mark.parametrize(
    ("name", "moved"),
    [("old", "entry"), ("old:date:on", DATE), ("fall:sequence:old", ORDER), ("gone/1:sequence", MARCH)],
)
def test_a_former_slug_leads_on(ask, disputed, name, moved):
    FormerSlug.objects.create(kind="event", old="old", new="entry")
    FormerSlug.objects.create(kind="movement", old="gone", new="march")
    response = ask(f"disputes/{name}/")
    assert (response.status_code, response["Location"]) == (301, f"/api/v1/disputes/{moved}/")


def test_a_name_with_a_zero_byte_is_unknown(ask, disputed):
    assert ask("disputes/entry%00:date:on/").status_code == 404


def test_a_dispute_goes_with_its_subject(ask, disputed):
    event = Event.objects.get(slug="fall")
    event.publication = "withdrawn"
    event.save()
    assert ask(f"disputes/{ORDER}/").status_code == 404
    assert ORDER not in ids(ask("disputes/"))


def test_a_second_visit_is_a_304_until_something_changes(client, disputed):
    address = f"/api/v1/disputes/{MARCH}/"
    first = client.get(address)
    assert client.get(address, headers={"if-none-match": first["ETag"]}).status_code == 304
    Event.objects.get(slug="camp").save()
    assert client.get(address, headers={"if-none-match": first["ETag"]}).status_code == 200


def test_one_dispute_takes_as_many_queries_as_another(ask, disputed, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr("timeline.kept_disputes._kept", OrderedDict())
    with django_assert_num_queries(32):
        ask(f"disputes/{ORDER}/")
    make_event(disputed, "more", on="1909")
    with django_assert_num_queries(32):
        ask(f"disputes/{MARCH}/")
