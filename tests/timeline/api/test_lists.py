"""Lists: a fixed number of queries, names and dates in the reader's words, bodies."""

import pytest

from tests.factories import make_claim, make_event, make_movement, make_person, make_place, make_source

QUERIES = {
    "events/": 12,
    "movements/": 13,
    "places/": 7,
    "people/": 6,
    "forces/": 6,
    "sources/": 5,
    "claims/": 5,
    "disputes/": 18,
    "atlases/": 8,
    "lessons/": 7,
}


def test_a_dozen_records_take_no_more_queries_than_two(ask, fill, django_assert_num_queries):
    for more, least in ((2, 1), (10, 12)):
        fill(more)
        for address, number in QUERIES.items():
            with django_assert_num_queries(number):
                found = ask(address, page_size=200).json()["results"]
            assert len(found) >= (1 if address == "atlases/" else least), address


@pytest.mark.parametrize(
    ("address", "number"),
    [("events/{}/", 10), ("movements/{}/", 12), ("lessons/{}/", 6)],
)
def test_one_record_takes_a_fixed_number_of_queries(ask, fill, django_assert_num_queries, address, number):
    fill(1)
    first = ask(address.partition("/")[0] + "/").json()["results"][0]["id"]
    with django_assert_num_queries(number):
        ask(address.format(first))


def test_an_empty_list_is_no_error(ask, atlas):
    body = ask("events/").json()
    assert body == {"count": 0, "says": "", "next": None, "previous": None, "results": []}


def test_names_are_found_in_any_spelling(ask, atlas):
    make_place("anzali", names={"fa": "انزلی", "en": "Bandar-e Anzalī"})
    make_place("rasht")
    for text in ("انزلي", "bandar anzali", "ANZALI"):
        assert [place["id"] for place in ask("places/", q=text).json()["results"]] == ["anzali"]


def test_names_come_in_the_language_asked_for(ask, atlas):
    make_place("anzali", names={"fa": "انزلی"})
    make_event(atlas, "landing", title_fa="پیاده‌شدن")
    assert ask("places/anzali/", lang="fa").json()["name"] == "انزلی"
    assert ask("events/landing/", lang="fa").json()["title"] == "پیاده‌شدن"
    assert ask("places/anzali/", lang="ru").json()["name"] == "Anzali"


def test_dates_come_in_the_words_of_the_language(ask, atlas):
    make_event(atlas, "capture", on="1909-07-13")
    assert ask("events/capture/").json()["when"]["display"] == "13 July 1909"
    assert "ژوئیه" in ask("events/capture/", lang="fa").json()["when"]["display"]


def test_claims_are_listed_by_source_event_movement_and_attribute(ask, atlas):
    one, other = make_source("one"), make_source("other")
    event = make_event(atlas, "capture", on="1909-07-13", source=one)
    make_claim(event=event, source=other, attribute="outcome", key="other-9")
    place = make_place()
    make_movement(atlas, "march", legs=((place, place, "1909-07-01", ""),))

    def keys(**query):
        return {claim["id"] for claim in ask("claims/", **query).json()["results"]}

    assert keys(source="other", event="capture") == {"other-9"}
    assert keys(event="capture") == {"one-1", "other-9"}
    assert keys(attribute="outcome") == {"other-9"}
    assert keys(event="capture", source="one", attribute="outcome") == set()
    assert len(keys(movement="march")) == 2


def test_an_event_says_everything_of_the_contract(ask, fill):
    fill(2)
    event = ask("events/").json()["results"][1]
    assert {
        "id", "url", "atlas", "title", "summary", "kind", "theatre", "status", "sides", "importance", "modified",
        "when", "place", "people", "forces", "relations", "claims", "disputed", "disputes", "position",
    } <= set(event)  # fmt: skip
    assert {
        "shape", "edtf", "begin_earliest", "begin_latest", "end_earliest", "end_latest", "earliest", "latest",
        "precision", "display", "as_printed", "calendar", "calendars", "rule",
    } == set(event["when"])  # fmt: skip
    assert event["when"]["calendars"]["solar_hijri"] == "22 Tir 1288"
    assert event["when"]["earliest"] == "1909-07-13"
    assert event["sides"] == ["constitutionalists", "royalists"]
    assert event["place"]["names"]["fa"] == "تهران"
    assert event["disputes"] == [f"{event['id']}:date:on"]
    assert event["relations"][0]["kind"] == "after"
    assert all(event["people"][0]["claims"])
    claim = event["claims"][0]
    assert {
        "id", "url", "subject", "attribute", "edge", "as_printed", "calendar", "face", "interpreted", "reading",
        "certainty", "note", "gap", "relative_to", "accepted", "citation",
    } <= set(claim)  # fmt: skip
    assert set(claim["citation"]) == {"source", "source_title", "locator", "text"}


def test_a_movement_says_everything_of_the_contract(ask, fill):
    fill(1)
    movement = ask("movements/").json()["results"][0]
    assert {"id", "url", "atlas", "title", "movers", "commanders", "when", "strength", "distance_km", "legs"} <= set(
        movement
    )
    (leg,) = movement["legs"]
    assert {
        "order", "from", "via", "to", "departs", "arrives", "mode", "status", "inferred", "strength",
        "distance_km", "days", "km_per_day", "implausible", "geometry", "claims",
    } <= set(leg)  # fmt: skip
    assert leg["days"] == 10
    assert leg["km_per_day"] == pytest.approx(leg["distance_km"] / 10, abs=0.1)
    assert len(leg["geometry"]) == 25
    assert len(leg["claims"]) == 2


def test_an_interpretation_never_hides_what_is_printed(ask, atlas):
    from timeline.models import Interpretation

    event = make_event(atlas, "capture", on="1909-07-13")
    claim = make_claim(event=event, face="1909-07-22", as_printed="22 July 1909", edge="on", key="slip-1")
    Interpretation.objects.create(
        claim=claim, method="solar_hijri_month_as_gregorian", value="1909-07-13",
        arithmetic="22 Tir 1288 is 13 July 1909", reason="The month is one of the other calendar.",
        by="An editor", on="2026-11-22",
    )  # fmt: skip
    body = ask("claims/slip-1/").json()
    assert body["as_printed"] == "22 July 1909"
    assert body["face"]["earliest"] == "1909-07-22"
    assert body["reading"]["earliest"] == "1909-07-13"
    assert body["interpreted"]["arithmetic"] == "22 Tir 1288 is 13 July 1909"
    assert body["accepted"] is False


def test_a_person_without_an_event_is_still_listed(ask, atlas):
    make_person("nobody")
    (person,) = ask("people/").json()["results"]
    assert person["events_count"] == 0
