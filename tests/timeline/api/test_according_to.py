"""according_to: the atlas as one source literally tells it."""

import pytest

from chronology.edtf import format_edtf
from tests.factories import make_claim, make_event, make_participation, make_person
from tests.timeline.tellings import make_capture
from timeline.chronicle.rows import event_rows
from timeline.models import Event, Source
from timeline.resolving import resolve_atlas


@pytest.fixture
def two_sources(atlas):
    one, other = make_capture(atlas)
    make_event(atlas, "only-one", on="1909-07-15", source=one)
    undated = make_event(atlas, "mentioned", on="1909-07-16", source=one)
    make_claim(event=undated, source=other, attribute="outcome")
    siege = make_event(atlas, "siege", on="1909-05/1909-06", source=one)
    make_claim(event=siege, source=other, face="1909-01", edge="begin")
    make_claim(event=siege, source=other, face="1909-03", edge="end")
    return atlas


def told(ask, **query):
    return {event["id"]: event for event in ask("events/", according_to="other", **query).json()["results"]}


def test_only_what_the_source_mentions_is_told(ask, two_sources):
    assert set(told(ask)) == {"capture", "mentioned", "siege"}


@pytest.mark.parametrize(
    ("anchor", "earliest", "latest", "meant"),
    [
        # The source itself has the capture on the 22nd, and an editor reads it as the 13th; the day that stands is
        # the other source's.
        ("capture", "1909-07-23", "1909-07-23", "1909-07-14"),
        # It mentions the event and gives it no day: what hangs on it has none of its own either.
        ("mentioned", None, None, None),
        # It does not speak of the event at all.
        ("only-one", None, None, None),
        ("siege", "1909-03-02", "1909-04-01", None),
    ],
)
def test_days_are_counted_from_an_event_as_the_source_itself_dates_it(
    ask, two_sources, anchor, earliest, latest, meant
):
    day_after = make_event(two_sources, "day-after", claims=0)
    make_claim(event=day_after, source=Source.objects.get(slug="other"), edge="on", as_printed="the next day",
               relative_to_event=Event.objects.get(slug=anchor), offset_low=1, offset_high=1)  # fmt: skip
    resolve_atlas(two_sources)
    when = told(ask)["day-after"]["when"]
    assert ((when or {}).get("earliest"), (when or {}).get("latest")) == (earliest, latest)
    (row,) = event_rows(Event.objects.filter(slug="day-after"), according_to="other")
    assert (format_edtf(row.meant) if row.meant else None) == meant


def test_the_literal_date_stands_and_not_what_an_editor_holds_to_be_meant(ask, two_sources):
    capture = told(ask)["capture"]
    assert capture["when"]["earliest"] == "1909-07-22"
    assert capture["when"]["as_printed"] == "22 July"
    assert capture["claims"][0]["interpreted"]["earliest"] == "1909-07-13"


def test_the_place_is_that_of_the_source(ask, two_sources):
    capture = told(ask)["capture"]
    assert (capture["place"]["id"], capture["lat"]) == ("tabriz", 38.08)


def test_what_it_mentions_without_a_date_has_none(ask, two_sources):
    mentioned = told(ask)["mentioned"]
    assert mentioned["when"]["begin_earliest"] is None
    assert mentioned["place"] is None


def test_its_claims_alone_are_listed(ask, two_sources):
    for event in told(ask).values():
        assert {claim["citation"]["source"] for claim in event["claims"]} == {"other"}


def test_only_those_it_names_take_part_and_only_its_own_contradictions_are_disputes(ask, two_sources):
    capture = two_sources.events.get(slug="capture")
    make_participation(event=capture, person=make_person("hero"), side="constitutionalists")
    named = make_participation(event=capture, person=make_person("general"), side="royalists")
    make_claim(participation=named, source=capture.claims.get(as_printed="22 July").source, attribute="participant")
    event = told(ask)["capture"]
    assert ([one["id"] for one in event["people"]], event["sides"]) == (["general"], ["royalists"])
    assert (event["disputed"], event["disputes"]) == (False, [])


def test_two_ends_make_a_stretch(ask, two_sources):
    siege = told(ask)["siege"]["when"]
    assert (siege["earliest"], siege["latest"]) == ("1909-01-01", "1909-03-31")


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ({"on": "1909-07-13"}, set()),
        ({"on": "1909-07-22"}, {"capture"}),
        ({"on": "1909-02-10"}, {"siege"}),
        ({"on": "1909-03-10"}, set()),
        ({"on": "1909-03-10", "certainty": "possibly"}, {"siege"}),
        ({"from": "1909-05", "to": "1909-06"}, set()),
        ({"from": "1909"}, {"capture", "siege"}),
    ],
)
def test_days_are_asked_of_the_source(ask, two_sources, query, slugs):
    assert set(told(ask, **query)) == slugs


def test_a_screen_shows_the_same(ask, two_sources):
    events = ask("window/", according_to="other", **{"from": "1909", "to": "1909"}).json()["events"]
    capture = next(event for event in events if event["id"] == "capture")
    assert capture["display"] == "22 July 1909"
    assert capture["place"] == "tabriz"
    assert {event["id"] for event in events} == {"capture", "siege"}
