"""The whole atlas, its marches and their positions as one source literally tells them."""

import pytest

from tests.factories import (
    make_claim,
    make_event,
    make_force,
    make_movement,
    make_participation,
    make_person,
    make_place,
    make_source,
)
from tests.timeline.tellings import make_capture
from timeline.models import Period

WHOLE = "atlases/revolution/whole.json"
JULY_13, JULY_22 = 2418501, 2418510


@pytest.fixture
def two_tellings(atlas):
    one, other = make_capture(atlas)
    make_event(atlas, "only-one", on="1909-07-15", source=one)
    undated = make_event(atlas, "mentioned", on="1909-07-16", source=one, bracket_from=JULY_13, bracket_to=JULY_22)
    make_claim(event=undated, source=other, attribute="outcome")
    twice = make_event(atlas, "twice", source=other, on="1909-07-01", disputed=True)
    make_claim(event=twice, source=other, face="1909-07-05", edge="on")
    return atlas


@pytest.fixture
def march(atlas):
    """A march of two legs: one source tells of both, the other of the second alone, a week later."""
    rasht = make_place("rasht", latitude=37.28, longitude=49.58)
    qazvin = make_place("qazvin", latitude=36.27, longitude=50.0)
    karaj = make_place("karaj", latitude=35.84, longitude=50.94)
    make_source("one")
    other = make_source("other")
    movement = make_movement(
        atlas,
        "march",
        force=make_force("army"),
        legs=(
            (rasht, qazvin, "1909-05-01", "1909-05-05"),
            (qazvin, karaj, "1909-06-01", "1909-06-11"),
        ),
    )
    second = movement.legs.get(order=2)
    make_claim(leg=second, source=other, attribute="place", edge="from", place=qazvin)
    make_claim(leg=second, source=other, attribute="place", edge="to", place=karaj)
    make_claim(leg=second, source=other, edge="departs", face="1909-06-08")
    make_claim(leg=second, source=other, edge="arrives", face="1909-06-18")
    make_claim(leg=second, source=other, attribute="strength", low=400, high=500, unit="men", as_printed="some")
    return movement


def told(ask, source: str = "other", **query) -> dict:
    response = ask(WHOLE, according_to=source, **query)
    assert response.status_code == 200, response.content
    return response.json()


def events(ask, source: str = "other") -> dict:
    return {event["id"]: event for event in told(ask, source)["events"]}


def test_what_the_source_does_not_mention_is_left_out(ask, two_tellings):
    assert set(events(ask)) == {"capture", "mentioned", "twice"}
    assert set(events(ask, "one")) == {"capture", "mentioned", "only-one"}


def test_face_values_stand_and_the_accepted_reading_is_told_beside_them(ask, two_tellings):
    capture = events(ask)["capture"]
    assert (capture["when4"], capture["display"]) == ([JULY_22] * 4, "22 July 1909")
    assert capture["meant4"] == [JULY_13] * 4
    assert (capture["place"], capture["lat"]) == ("tabriz", 38.08)
    assert events(ask, "one")["capture"]["meant4"] is None


def test_what_it_mentions_without_a_date_goes_to_the_shelf(ask, two_tellings):
    mentioned = events(ask)["mentioned"]
    assert (mentioned["when4"], mentioned["bracket"], mentioned["display"]) == ([None] * 4, None, "")


@pytest.mark.parametrize(("slug", "disputed", "ticks"), [("capture", False, 0), ("twice", True, 2)])
def test_it_is_disputed_only_where_the_source_contradicts_itself(ask, two_tellings, slug, disputed, ticks):
    event = events(ask)[slug]
    assert (event["disputed"], len(event["ticks"])) == (disputed, ticks)


def test_only_those_it_names_take_part(ask, two_tellings):
    capture = two_tellings.events.get(slug="capture")
    make_participation(event=capture, person=make_person("hero"), side="constitutionalists")
    named = make_participation(event=capture, person=make_person("general"), side="royalists")
    make_claim(participation=named, source=capture.claims.get(as_printed="22 July").source, attribute="participant")
    assert (events(ask)["capture"]["people"], events(ask)["capture"]["sides"]) == (["general"], ["royalists"])
    assert set(events(ask, "one")["capture"]["people"]) == {"hero", "general"}
    found = ask("events/", according_to="other", side="constitutionalists").json()
    assert found["count"] == 0


def test_a_band_ends_on_the_days_of_the_source(ask, two_tellings):
    capture, alone = (two_tellings.events.get(slug=slug) for slug in ("capture", "only-one"))
    made = {"atlas": two_tellings, "kind": "reign", "row": 1}
    Period.objects.create(slug="reign", label_en="Reign", begins=alone, ends=capture, **made)
    Period.objects.create(slug="unheard", label_en="Unheard", begins=alone, **made)
    (band,) = told(ask)["atlas"]["periods"]
    assert (band["id"], band["begin"], band["end"]) == ("reign", [None, None], [JULY_22, JULY_22])
    assert {band["id"] for band in told(ask, "one")["atlas"]["periods"]} == {"reign", "unheard"}


def test_a_disputed_place_says_which_source_puts_it_elsewhere(ask, two_tellings):
    whole = {event["id"]: event for event in ask(WHOLE).json()["events"]}
    assert (whole["capture"]["ghosts"], whole["capture"]["ghosts_by"]) == ([[38.08, 46.29]], [["other"]])
    assert "ghosts_by" not in whole["only-one"]
    assert events(ask)["capture"]["ghosts"] == []


def test_only_the_legs_it_speaks_of_are_told_on_its_own_days(ask, march):
    (movement,) = told(ask)["movements"]
    (leg,) = movement["legs"]
    assert (leg["order"], leg["from"], leg["to"]) == (2, "qazvin", "karaj")
    assert (leg["departs"], leg["arrives"]) == ([2418466, 2418466], [2418476, 2418476])
    assert (leg["strength"]["low"], leg["strength"]["printed"]) == (400, "some")
    assert movement["when4"] == [2418466, 2418466, 2418476, 2418476]
    assert len(told(ask, "one")["movements"][0]["legs"]) == 2


def test_an_end_it_does_not_name_is_open(ask, march):
    march.legs.get(order=2).claims.get(source__slug="other", edge="to").delete()
    (leg,) = told(ask)["movements"][0]["legs"]
    assert (leg["from"], leg["to"], leg["km"]) == ("qazvin", None, None)


def test_the_full_record_of_a_movement_is_told_the_same(ask, march):
    (movement,) = ask("movements/", according_to="other").json()["results"]
    (leg,) = movement["legs"]
    assert (leg["from"]["id"], leg["departs"]) == ("qazvin", [2418466, 2418466])
    assert {claim["citation"]["source"] for claim in movement["claims"]} == {"other"}
    assert set(leg["claims"]) <= {claim["id"] for claim in movement["claims"]}


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"on": "1909-06-05"}, 0),
        ({"on": "1909-06-10"}, 1),
        ({"from": "1909-05", "to": "1909-05"}, 0),
        ({"from": "1909-06", "to": "1909-06"}, 1),
    ],
)
def test_movements_are_asked_for_by_the_days_of_the_source(ask, march, query, count):
    assert ask("movements/", according_to="other", **query).json()["count"] == count


def test_movements_it_does_not_mention_are_left_out(ask, march):
    make_movement(march.atlas, "unheard")
    assert [one["id"] for one in told(ask)["movements"]] == ["march"]
    assert ask("movements/", according_to="other").json()["count"] == 1


def test_a_mover_stands_where_the_source_puts_it(ask, march):
    (position,) = ask("positions/", on="1909-06-13", according_to="other").json()["positions"]
    assert (position["leg"], position["fraction"], position["kind"]) == (2, 0.5, "point")
    assert all(key.startswith("other-") for key in position["claims"])
    assert ask("positions/", on="1909-05-03", according_to="other").json()["positions"] == []
    assert ask("positions/", on="1909-05-03").json()["positions"] != []


def test_a_screen_has_the_marches_of_the_source(ask, march):
    window = {"from": "1909-06-01", "to": "1909-06-30"}
    (movement,) = ask("window/", according_to="other", **window).json()["movements"]
    assert [leg["order"] for leg in movement["legs"]] == [2]


@pytest.fixture
def loose_ends(atlas):
    """Told by one source: a siege whose end alone it dates, a reign whose beginning alone, a day it gives twice."""
    teller = make_source("teller")
    for slug, edge in (("siege", "end"), ("reign", "begin")):
        event = make_event(atlas, slug, shape="span", claims=0)
        make_claim(event=event, source=teller, face="1909-07-13", edge=edge)
    twice = make_event(atlas, "twice", source=teller, on="1909-07-13")
    make_claim(event=twice, source=teller, face="1909-07-22", edge="on")
    return atlas


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ({"from": "1909-07-10", "to": "1909-07-15"}, {"siege", "reign"}),
        ({"from": "1909-07-10", "to": "1909-07-31"}, {"siege", "reign", "twice"}),
        ({"from": "1909-08-01", "to": "1909-08-31"}, set()),
        ({"from": "1909-08-01", "to": "1909-08-31", "certainty": "possibly"}, {"reign"}),
        ({"from": "1909-06-01", "to": "1909-06-30", "certainty": "possibly"}, {"siege"}),
        ({"on": "1909-07-13"}, {"siege", "reign"}),
        ({"on": "1909-07-18", "certainty": "possibly"}, {"reign", "twice"}),
    ],
)
def test_days_are_asked_of_all_that_the_source_says_of_an_event(ask, loose_ends, query, slugs):
    found = ask("events/", according_to="teller", **query).json()["results"]
    assert {event["id"] for event in found} == slugs


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ({"place": "tabriz"}, {"capture"}),
        ({"place": "tehran"}, set()),
        ({"bbox": "46,38,47,39"}, {"capture"}),
        ({"bbox": "51,35,52,36"}, set()),
        ({"near": "38.1,46.3"}, {"capture"}),
        ({"near": "35.7,51.4"}, set()),
        ({"disputed": "true"}, {"twice"}),
        ({"disputed": "false"}, {"capture", "mentioned"}),
    ],
)
def test_places_and_contradictions_are_asked_of_the_source(ask, two_tellings, query, slugs):
    found = ask("events/", according_to="other", **query).json()["results"]
    assert {event["id"] for event in found} == slugs


def test_a_march_is_asked_for_by_the_places_the_source_names(ask, march):
    near_rasht, near_karaj = "49,37,50,38", "50.5,35.5,51.5,36"
    assert ask("movements/", according_to="other", bbox=near_karaj).json()["count"] == 1
    assert ask("movements/", according_to="other", bbox=near_rasht).json()["count"] == 0
    assert ask("movements/", according_to="other", disputed="true").json()["count"] == 0


def test_a_facet_tells_what_its_choice_would_show(ask, two_tellings):
    capture = two_tellings.events.get(slug="capture")
    make_participation(event=capture, person=make_person("hero"), side="constitutionalists")
    named = make_participation(event=capture, person=make_person("general"), side="royalists")
    make_claim(participation=named, source=capture.claims.get(as_printed="22 July").source, attribute="participant")
    facets = ask("facets/", according_to="other").json()
    assert [one["id"] for one in facets["person"]] == ["general"]
    assert {one["id"]: one["count"] for one in facets["disputed"]} == {"false": 2, "true": 1}
    for facet, choices in facets.items():
        for choice in choices:
            shown = ask("events/", according_to="other", **{facet: choice["id"]}).json()["count"]
            assert shown == choice["count"], (facet, choice)


def test_of_very_many_events_the_statements_are_asked_one_by_one(ask, loose_ends, monkeypatch):
    monkeypatch.setattr("timeline.hearing.MOST_HEARD", 2)
    found = ask("events/", according_to="teller", **{"from": "1909-07-10", "to": "1909-07-15"}).json()["results"]
    assert {event["id"] for event in found} == {"twice"}


def test_a_screen_counts_on_the_days_and_at_the_places_of_the_source(ask, two_tellings):
    window = {"from": "1909-07-01", "to": "1909-07-31", "bins": 31}
    body = ask("window/", according_to="other", **window).json()
    assert body["bins"] == [[JULY_13 - 12, 1], [JULY_22, 1]]
    assert body["places"] == [{"id": "tabriz", "count": 1}]
    assert body["clusters"] == [{"lat": 38.08, "lon": 46.29, "count": 1}]
    assert [event["id"] for event in body["events"]] == ["twice", "capture"]
    assert body["total"] == 2


@pytest.mark.parametrize("address", [WHOLE, "positions/?on=1909-06-13", "movements/", "window/", "events/"])
@pytest.mark.parametrize(("sources", "code"), [(["nobody"], "unknown_slug"), (["one", "other"], "given_twice")])
def test_a_source_that_is_not_there_is_refused(client, march, address, sources, code):
    asked = "&".join(f"according_to={source}" for source in sources)
    response = client.get(f"/api/v1/{address}{'&' if '?' in address else '?'}{asked}")
    assert response.status_code == 400
    error = response.json()["error"]
    assert (error["code"], error["field"]) == (code, "according_to")


def test_a_telling_is_kept_under_its_own_tag(ask, two_tellings):
    tags = {ask(WHOLE, **query)["ETag"] for query in ({}, {"according_to": "one"}, {"according_to": "other"})}
    assert len(tags) == 3
    tag = ask(WHOLE, according_to="other")["ETag"]
    assert ask(WHOLE, according_to="other", headers={"if-none-match": tag}).status_code == 304


QUERIES = {
    "/api/v1/atlases/revolution/whole.json?according_to=told": 31,
    "/api/v1/movements/?according_to=told": 17,
    "/api/v1/positions/?on=1909-07-05&according_to=told": 12,
    "/api/v1/window/?from=1909&to=1909&according_to=told": 30,
}


def test_a_dozen_events_take_no_more_queries_than_two(client, fill, atlas, django_assert_num_queries):
    source = make_source("told")
    for more in (2, 10):
        fill(more)
        for event in atlas.events.exclude(claims__source=source):
            make_claim(event=event, source=source, face="1909-07-14", edge="on")
        for movement in atlas.movements.exclude(legs__claims__source=source):
            make_claim(leg=movement.legs.get(), source=source, edge="arrives", face="1909-07-12")
        for address, number in QUERIES.items():
            with django_assert_num_queries(number):
                assert client.get(address).status_code == 200
