"""whole.json: an atlas in one document, small, kept and never different from the records."""

import gzip
import json

import brotli
import pytest
from django.test import Client

from tests.factories import (
    make_claim,
    make_event,
    make_force,
    make_movement,
    make_participation,
    make_person,
    make_place,
    make_relation,
)

pytestmark = pytest.mark.django_db

KEYS = {
    "id", "title", "fa", "kind", "theatre", "sides", "importance", "shape", "when4", "bracket", "display",
    "place", "place_relation", "lat", "lon", "uncertainty_km", "disputed", "status", "ticks", "ghosts",
    "people", "forces", "sources", "search",
}  # fmt: skip


def whole(client: Client, slug: str = "revolution", **query) -> dict:
    response = client.get(f"/api/v1/atlases/{slug}/whole.json", query)
    assert response.status_code == 200, response.content
    return response.json()


def test_a_brief_record_has_the_keys_of_the_contract(client, atlas):
    make_event(atlas, "capture", on="1909-07-13", place=make_place("tehran"))
    (event,) = whole(client)["events"]
    assert set(event) == KEYS
    assert event["when4"] == [2418501, 2418501, 2418501, 2418501]
    assert event["display"] == "13 July 1909"
    assert event["place"] == "tehran"
    assert (event["lat"], event["lon"]) == (35.69, 51.42)


def test_an_event_without_a_date_has_four_empty_days(client, atlas):
    make_event(atlas, "somewhen", bracket_from=2418000, bracket_to=None)
    (event,) = whole(client)["events"]
    assert event["when4"] == [None] * 4
    assert event["bracket"] == [2418000, None]
    assert event["display"] == ""
    assert event["ticks"] == []


def test_ticks_tell_every_claimed_date_and_which_stands(client, atlas):
    event = make_event(atlas, "capture", on="1909-07-13", disputed=True)
    make_claim(event=event, face="1909-07-17", edge="on")
    (brief,) = whole(client)["events"]
    assert [tick[:2] + tick[3:] for tick in brief["ticks"]] == [
        [2418501, 2418501, 1],
        [2418505, 2418505, 0],
    ]


def test_undecided_dates_have_no_accepted_tick(client, atlas):
    event = make_event(atlas, "capture", on="1909-07-13", disputed=True, claims=0)
    for face in ("1909-07-13", "1909-07-17"):
        make_claim(event=event, face=face, edge="on")
    event.date_rule = "undecided"
    event.save()
    (brief,) = whole(client)["events"]
    assert [tick[3] for tick in brief["ticks"]] == [0, 0]


def test_drafts_and_withdrawn_records_are_left_out(client, atlas):
    make_event(atlas, "draft", publication="draft")
    make_event(atlas, "gone", publication="withdrawn")
    make_event(atlas, "shown")
    assert [event["id"] for event in whole(client)["events"]] == ["shown"]


def test_a_movement_carries_its_movers_and_legs(client, atlas):
    rasht = make_place("rasht", latitude=37.28, longitude=49.58)
    qazvin = make_place("qazvin", latitude=36.27, longitude=50.0)
    tehran = make_place("tehran")
    make_movement(
        atlas,
        "march",
        force=make_force("sepahdar"),
        legs=((rasht, tehran, "1909-05-04", "1909-07-13", {"via": [qazvin], "mode": "foot"}),),
    )
    (movement,) = whole(client)["movements"]
    assert movement["movers"] == [
        {
            "type": "force", "id": "sepahdar", "name": "Sepahdar", "letter": "S",
            "side": "constitutionalists", "from_leg": None, "to_leg": None,
        }
    ]  # fmt: skip
    (leg,) = movement["legs"]
    assert (leg["from"], leg["via"], leg["to"]) == ("rasht", ["qazvin"], "tehran")
    assert leg["departs"] == [2418431, 2418431]
    assert leg["strength"] is None
    assert 300 < leg["km"] < 380


def test_the_number_of_queries_does_not_grow_with_the_atlas(client, atlas, django_assert_num_queries):
    def fill(number: int) -> None:
        for _ in range(number):
            place = make_place()
            event = make_event(atlas, on="1909-07-13", place=place)
            make_participation(event=event, person=make_person(), side="royalists")
            make_movement(atlas, legs=((place, make_place(), "1909-07-01", ""),))

    fill(1)
    with django_assert_num_queries(26):
        whole(client)
    fill(11)
    with django_assert_num_queries(26):
        assert len(whole(client)["events"]) == 12


def test_it_is_sent_compressed_and_says_the_same(client, atlas):
    make_event(atlas, "capture", on="1909-07-13")
    address = "/api/v1/atlases/revolution/whole.json"
    plain = client.get(address)
    zipped = client.get(address, headers={"accept-encoding": "gzip"})
    assert zipped["Content-Encoding"] == "gzip"
    assert json.loads(gzip.decompress(zipped.content)) == plain.json()
    smaller = client.get(address, headers={"accept-encoding": "gzip, deflate, br, zstd"})
    assert smaller["Content-Encoding"] == "br"
    assert json.loads(brotli.decompress(smaller.content)) == plain.json()
    assert zipped["ETag"] == plain["ETag"]


def test_an_edit_shows_at_once(client, atlas):
    event = make_event(atlas, "capture")
    first = client.get("/api/v1/atlases/revolution/whole.json")
    event.title = "The capture of the city"
    event.save()
    second = client.get("/api/v1/atlases/revolution/whole.json", headers={"if-none-match": first["ETag"]})
    assert second.status_code == 200
    assert second.json()["events"][0]["title"] == "The capture of the city"


def test_relations_do_not_make_a_source_twice(client, atlas):
    one, other = make_event(atlas, "one", on="1909"), make_event(atlas, "other", on="1909")
    make_relation(one, "after", other)
    assert all(len(event["sources"]) == 1 for event in whole(client)["events"])


def test_an_unknown_atlas_is_a_404_with_a_sentence(client):
    response = client.get("/api/v1/atlases/nowhere/whole.json")
    assert response.status_code == 404
    assert response.json()["error"]["code"] == "unknown"


def test_search_leaves_out_what_title_and_names_already_say(client, atlas):
    make_event(
        atlas,
        "landing",
        title="The landing",
        summary="Troops landed by night",
        place=make_place("anzali", names={"fa": "انزلی"}),
    )
    (event,) = whole(client)["events"]
    assert event["search"] == "troops landed by night"
