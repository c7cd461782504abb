"""The conditions in SQL say the same as the spans of chronology and the distances of geo."""

import random
from contextlib import suppress

import pytest

from chronology.errors import InvalidSpan
from chronology.spans import Shape, Span
from geo.points import Point, distance_km
from tests.factories import make_atlas, make_event, make_movement, make_place
from timeline.fields import put_span
from timeline.models import Event, Movement

pytestmark = pytest.mark.django_db

WINDOW = Span.lasting(100, 120)


def some_spans(number: int = 150) -> list[Span]:
    dice = random.Random(1909)  # noqa: S311 - repeatable, not secret
    spans = [
        Span(None, 110, None, 110, Shape.INSTANT),
        Span(110, None, 110, None, Shape.INSTANT),
        Span.span(None, None, 90, 105),
        Span.span(90, 105, None, None),
        Span.span(None, None, 80, 90),
        Span.span(130, 140, None, None),
    ]
    while len(spans) < number:
        days = sorted(dice.randint(80, 140) for _ in range(4))
        if dice.random() < 0.4:
            spans.append(Span.instant(days[0], days[1]))
        else:
            begun, ending = days[1], days[2]
            if dice.random() < 0.3:
                begun, ending = days[2], days[1]
            holes = [None if dice.random() < 0.1 else day for day in (days[0], begun, ending, days[3])]
            with suppress(InvalidSpan):
                spans.append(Span.span(*holes))
    return spans


@pytest.fixture
def spanned():
    atlas = make_atlas()
    template = make_event(atlas, "template")
    events = {}
    for number, span in enumerate(some_spans()):
        event = Event(
            slug=f"e{number}", atlas=atlas, theatre=template.theatre, title="", kind="battle",
            shape=span.shape, publication="published", published_claims=1,
        )  # fmt: skip
        put_span(event, span)
        events[event.slug] = span
        event.save()
    return events


@pytest.mark.parametrize("certainty", ["certainly", "possibly"])
def test_overlapping_agrees_with_the_spans(spanned, certainty):
    found = set(Event.objects.overlapping(WINDOW, certainty).values_list("slug", flat=True))
    expected = {slug for slug, span in spanned.items() if getattr(span, f"{certainty}_overlaps")(WINDOW)}
    assert found == expected
    assert 10 < len(expected) < len(spanned)


def test_certainly_within_agrees_with_the_spans(spanned):
    found = set(Event.objects.certainly_within(WINDOW).values_list("slug", flat=True))
    assert found == {slug for slug, span in spanned.items() if WINDOW.contains(span)}


@pytest.mark.parametrize(
    ("bracket", "certainly", "possibly"),
    [
        ((101, 119), True, True),
        ((90, 110), False, True),
        ((None, 110), False, True),
        ((None, 90), False, False),
        ((121, None), False, False),
        ((None, None), False, False),
    ],
)
def test_an_undated_event_counts_by_its_bracket(bracket, certainly, possibly):
    make_event(make_atlas(), "hemmed", bracket_from=bracket[0], bracket_to=bracket[1])
    assert Event.objects.overlapping(WINDOW, "certainly").exists() is certainly
    assert Event.objects.overlapping(WINDOW, "possibly").exists() is possibly


def test_a_movement_counts_as_a_stretch():
    place = make_place()
    make_movement(make_atlas(), "march", legs=((place, place, "1909-07-01", "1909-07-13"),))
    assert Movement.objects.overlapping(Span.lasting(2418495, 2418496)).count() == 1
    assert not Movement.objects.overlapping(Span.lasting(2418502, 2418503)).exists()


def test_near_agrees_with_the_distance_on_the_globe():
    atlas, here = make_atlas(), Point(35.69, 51.42)
    points = [Point(35.69 + north / 10, 51.42 + east / 10) for north in range(-4, 5) for east in range(-4, 5)]
    for number, point in enumerate(points):
        make_event(atlas, f"e{number}", place=make_place(latitude=point.lat, longitude=point.lon))
    found = set(Event.objects.near(*here.lat_lon, 25).values_list("slug", flat=True))
    expected = {f"e{number}" for number, point in enumerate(points) if distance_km(here, point) <= 25}
    assert found == expected
    assert len(expected) > 10


@pytest.mark.parametrize("point", [(89.9, 0.0), (-90.0, 10.0), (0.0, 179.99), (0.0, -180.0)])
def test_near_the_edges_of_the_globe_nothing_breaks(point):
    make_event(make_atlas(), "pole", place=make_place(latitude=point[0], longitude=point[1]))
    assert Event.objects.near(*point, 100).count() == 1


def test_an_event_without_a_published_claim_is_uncited():
    make_event(make_atlas(), "bare", publication="draft")
    Event.objects.update(published_claims=0)
    assert Event.objects.uncited().count() == 1
