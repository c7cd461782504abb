"""window/, facets/ and positions/: what a screen needs, in a fixed number of queries."""

import pytest

from tests.factories import (
    make_atlas,
    make_event,
    make_force,
    make_movement,
    make_participation,
    make_person,
    make_place,
    make_source,
)

JULY_13 = 2418501


@pytest.fixture
def july(atlas):
    tehran = make_place("tehran")
    gate = make_place("gate", parent=tehran, latitude=35.70, longitude=51.41)
    rasht = make_place("rasht", latitude=37.28, longitude=49.58)
    for day in (13, 13, 14):
        make_event(
            atlas, f"in-tehran-{day}-{day if day > 13 else len(atlas.events.all())}", on=f"1909-07-{day}", place=tehran
        )
    make_event(atlas, "at-the-gate", on="1909-07-16", place=gate, importance=5, kind="siege")
    make_event(atlas, "in-rasht", on="1909-02-08", place=rasht, importance=4)
    make_event(atlas, "undated", place=tehran)
    make_movement(atlas, "march", force=make_force("army"), legs=((rasht, tehran, "1909-07-01", "1909-07-11"),))
    make_movement(atlas, "plan", status="planned", legs=((rasht, tehran, "1909-07-01", "1909-07-11"),))
    return atlas


def test_a_window_has_the_parts_of_the_contract(ask, july):
    body = ask("window/", **{"from": "1909-07-01", "to": "1909-07-31", "bins": 31}).json()
    assert body["total"] == 4
    assert body["bins"] == [[JULY_13, 2], [JULY_13 + 1, 1], [JULY_13 + 3, 1]]
    assert body["events"][0]["id"] == "at-the-gate"
    assert body["places"] == [{"id": "tehran", "count": 3}, {"id": "gate", "count": 1}]
    assert sum(cluster["count"] for cluster in body["clusters"]) == 4
    assert [movement["id"] for movement in body["movements"]] == ["march", "plan"]


def test_a_window_is_that_of_the_atlas_unless_told_otherwise(ask, july):
    body = ask("window/").json()
    assert (body["from"], body["to"], body["total"]) == (2418459, 2418550, 4)


def test_bins_cover_the_window_and_count_every_event_once(ask, july):
    for bins in (1, 7, 100, 1000):
        body = ask("window/", **{"from": "1909", "to": "1909", "bins": bins}).json()
        assert sum(count for _day, count in body["bins"]) == body["total"] == 5
        days = [day for day, _count in body["bins"]]
        assert days == sorted(days)
        assert all(body["from"] <= day <= body["to"] for day in days)


def test_a_bin_begins_no_later_than_its_events(ask, july):
    body = ask("window/", **{"from": "1909-07-10", "to": "1909-07-16", "bins": 3}).json()
    assert body["bins"] == [[2418501, 3], [2418503, 1]]


def test_the_limit_keeps_the_most_important(ask, july):
    body = ask("window/", **{"from": "1909", "to": "1909", "limit": 2}).json()
    assert [event["id"] for event in body["events"]] == ["at-the-gate", "in-rasht"]
    assert body["total"] == 5


def test_filters_narrow_every_part_of_a_window(ask, july):
    body = ask("window/", **{"from": "1909", "to": "1909", "kind": "siege"}).json()
    assert (body["total"], len(body["events"]), len(body["places"])) == (1, 1, 1)


QUERIES = {
    "/api/v1/window/?from=1909&to=1909": 21,
    "/api/v1/positions/?on=1909-07-05": 10,
    "/api/v1/facets/": 15,
    "/api/v1/events.geojson": 12,
    "/feed.json": 13,
    "/api/v1/atlas.zip": 97,
}


def test_a_dozen_events_take_no_more_queries_than_two(client, fill, django_assert_num_queries):
    for more in (2, 10):
        fill(more)
        for address, number in QUERIES.items():
            with django_assert_num_queries(number):
                assert client.get(address).status_code == 200


def test_a_mover_stands_where_its_claims_put_it(ask, july):
    body = ask("positions/", on="1909-07-06").json()
    assert (body["on"], body["date"]) == (2418494, "1909-07-06")
    (position,) = body["positions"]
    assert (position["movement"], position["mover"]["id"]) == ("march", "army")
    assert (position["kind"], position["certainty"], position["fraction"]) == ("point", "certainly", 0.5)
    assert len(position["claims"]) == 3
    assert ask("positions/", on="1909-06-30").json()["positions"] == []
    assert ask("positions/", on=2418499).json()["positions"][0]["place"] == "tehran"


def test_facets_are_counted_without_their_own_filter(ask, july):
    free = {facet: {one["id"]: one["count"] for one in choices} for facet, choices in ask("facets/").json().items()}
    assert free["kind"] == {"battle": 5, "siege": 1}
    narrowed = ask("facets/", kind="siege").json()
    assert {one["id"]: one["count"] for one in narrowed["kind"]} == {"battle": 5, "siege": 1}
    assert {one["id"]: one["count"] for one in narrowed["place"]} == {"gate": 1, "tehran": 1}
    assert set(free) == {"side", "kind", "theatre", "force", "person", "place", "source", "status", "disputed"}


def test_a_facet_tells_what_its_choice_would_show(ask, atlas, july):
    event = make_event(atlas, "meeting", kind="diplomacy", source=make_source("wire"))
    make_participation(event=event, person=make_person("envoy"), side="royalists", role="envoy")
    for facet, choices in ask("facets/").json().items():
        for choice in choices:
            shown = ask("events/", **{facet: choice["id"]}).json()["count"]
            assert shown == choice["count"], (facet, choice)


def test_a_window_before_any_atlas_is_a_sentence(client, db):
    response = client.get("/api/v1/window/")
    assert response.status_code == 400
    assert response.json()["error"]["code"] == "no_atlas"


def test_another_atlas_is_asked_for_by_name(ask, july):
    other = make_atlas("other", is_default=False)
    make_event(other, "elsewhere", on="1909-07-13")
    assert ask("window/", atlas="other").json()["total"] == 1
    assert "elsewhere" not in {event["id"] for event in ask("events/").json()["results"]}
    both = ask("events/?atlas=other&atlas=revolution").json()
    assert both["count"] == 7
