"""What must hold of the shipped atlas as a whole."""

import pytest
from django.db.models import Count

from geo.models import Place
from timeline.models import Claim, Event, Force, Movement, Person, Source
from timeline.models.vocabulary import Publication


def test_the_reading_is_of_the_expected_order():
    assert Claim.objects.count() >= 250
    assert Event.objects.count() >= 100
    assert Movement.objects.count() >= 35
    assert Place.objects.count() >= 60
    assert Person.objects.count() >= 50


def test_everything_loaded_is_published():
    for model in (Event, Movement, Claim, Place, Person, Force, Source):
        assert not model.objects.exclude(publication=Publication.PUBLISHED).exists(), model


def test_no_published_event_is_without_a_claim_of_a_source():
    assert not Event.objects.filter(published_claims=0).exists()
    assert not Movement.objects.filter(published_claims=0).exists()


def test_every_claim_has_a_locator():
    assert not Claim.objects.filter(section="", page="").exists()
    # What stands in a heading has a section and no paragraph.
    for claim in Claim.objects.filter(paragraph=None, page=""):
        assert "heading" in claim.note, claim.key


@pytest.mark.parametrize("model", [Place, Person, Force], ids=lambda model: model.__name__)
def test_every_bearer_has_its_name_in_persian_script(model):
    without = model.objects.exclude(pk__in=model.objects.filter(names__language="fa", names__kind="preferred"))
    assert list(without.values_list("slug", flat=True)) == []


def test_every_point_has_its_ring_its_reason_and_whoever_accepted_it():
    for place in Place.objects.placed():
        assert place.uncertainty_km is not None, place.slug
        assert place.geocoder, place.slug
        assert place.accepted_by, place.slug
        assert place.basis, place.slug


def test_nothing_stands_at_null_island():
    assert not Place.objects.filter(latitude=0, longitude=0).exists()


def test_every_source_has_claims():
    assert not Source.objects.annotate(n=Count("claims")).filter(n=0).exists()


@pytest.mark.parametrize(
    ("slug", "days"),
    [
        ("entry-into-tehran", {"13 July 1909", "13 July", "22 July"}),
        ("deposition-of-mohammad-ali", {"16 July 1909", "15 July 1909"}),
        ("coup-of-june-1908", {"2 July 1287 AH", "24 June 1908", "23 June 1908"}),
        ("fall-of-tabriz", {"20 April 1909", "29 April 1909"}),
        ("shah-in-the-russian-legation", {"17 July", "July 17", "25 July", "July 25"}),
    ],
)
def test_the_disputed_days_of_the_documents_are_disputed(slug, days):
    event = Event.objects.get(slug=slug)
    assert event.disputed
    assert days <= set(event.claims.filter(attribute="date").values_list("as_printed", flat=True))


def test_the_days_around_the_fall_of_tehran_are_visible_as_disputed(client):
    window = client.get("/api/v1/window/", {"from": "1909-07-13", "to": "1909-07-17"}).json()
    disputed = {event["id"]: event for event in window["events"] if event["disputed"]}
    assert "entry-into-tehran" in disputed
    sources_days = {(tick[0], tick[1]) for tick in disputed["entry-into-tehran"]["ticks"]}
    assert len(sources_days) >= 2, "a tick for every claimed date"


def test_a_source_gives_every_claim_taken_from_it(client):
    for source in Source.objects.annotate(n=Count("claims")):
        body = client.get("/api/v1/claims/", {"source": source.slug, "page_size": 1}).json()
        assert body["count"] == source.n


def test_every_band_that_is_said_to_end_or_begin_has_days_for_it(client):
    bands = client.get("/api/v1/atlases/persian-constitutional-revolution/").json()["periods"]
    open_ends = {(band["id"], edge) for band in bands for edge in ("begin", "end") if None in band[edge]}
    assert open_ends == {("reign-of-mozaffar-ad-din", "begin"), ("reign-of-ahmad", "end")}


def test_a_deposition_is_coloured_by_those_who_deposed(client):
    assert client.get("/api/v1/events/deposition-of-mohammad-ali/").json()["sides"][0] == "constitutionalists"


def test_only_what_no_sentence_bounds_is_left_open_on_a_side():
    unbounded = Event.objects.filter(begin_earliest=None, end_latest=None, begin_latest=None)
    unbounded = unbounded.exclude(bracket_from__isnull=False, bracket_to__isnull=False)
    assert set(unbounded.values_list("slug", flat=True)) == {
        "sardar-assad-returns",
        "provincial-council-of-isfahan",
        "benckendorff-reports",
        "gates-of-tehran-fortified",
    }
