"""Filters: what each key chooses, what each bad value is told, and the sentence that says it."""

import pytest
from django.db import transaction
from django.http import QueryDict

from tests.factories import (
    make_atlas,
    make_claim,
    make_event,
    make_force,
    make_movement,
    make_participation,
    make_person,
    make_place,
    make_side,
    make_source,
)
from timeline.filter_reading import event_filter, movement_filter
from timeline.models import Event, Movement

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def told(django_db_setup, django_db_blocker):
    """The records are made once for all tests of this file, and taken back after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield five_events()
        transaction.set_rollback(True)


@pytest.fixture
def atlas(told):
    return told


def five_events():
    """An atlas of five events of July 1909, each apart from the others in one respect."""
    atlas = make_atlas()
    make_side(atlas, "constitutionalists", label_en="constitutionalists")
    make_side(atlas, "royalists", label_en="royalists")
    iran = make_place("iran", latitude=None, longitude=None)
    tehran = make_place("tehran", parent=iran, names={"fa": "تهران"})
    gate = make_place("gate", parent=tehran, latitude=35.70, longitude=51.40)
    enzeli = make_place("enzeli", latitude=37.47, longitude=49.46, names={"fa": "انزلی", "en": "Bandar-e Anzalī"})
    wiki, abridged = make_source("wiki"), make_source("abridged")
    battle = make_event(atlas, "battle", on="1909-07-13", place=tehran, source=wiki, title="Battle at the city")
    make_event(atlas, "siege", on="1909-05-05/1909-07-09", place=gate, kind="siege", source=abridged)
    make_event(atlas, "landing", on="1909-07", place=enzeli, kind="march", theatre="gilan", source=wiki)
    make_event(atlas, "plan", kind="politics", status="planned", source=wiki, disputed=True)
    make_event(atlas, "hemmed", kind="politics", source=wiki, bracket_from=2418480, bracket_to=2418490)
    make_participation(event=battle, person=make_person("yeprem"), force=None, side="constitutionalists")
    make_participation(event=battle, force=make_force("cossacks"), side="royalists")
    make_claim(event=battle, source=abridged, face="1909-07-17", edge="on")
    return atlas


def chosen(text: str) -> set[str]:
    asked, problems = event_filter(QueryDict(text))
    assert problems == []
    return set(asked.restrict(Event.objects.all()).values_list("slug", flat=True))


EVERYTHING = {"battle", "siege", "landing", "plan", "hemmed"}


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("", EVERYTHING),
        ("kind=battle", {"battle"}),
        ("kind=battle&kind=siege", {"battle", "siege"}),
        ("kind=battle&theatre=gilan", set()),
        ("theatre=gilan", {"landing"}),
        ("status=planned", {"plan"}),
        ("disputed=true", {"plan"}),
        ("disputed=false", EVERYTHING - {"plan"}),
        ("disputed=true&disputed=false", EVERYTHING),
        ("person=yeprem", {"battle"}),
        ("force=cossacks", {"battle"}),
        ("side=royalists", {"battle"}),
        ("side=royalists&side=constitutionalists", {"battle"}),
        ("source=abridged", {"battle", "siege"}),
        ("source=abridged&source=wiki", EVERYTHING),
        ("according_to=abridged", {"battle", "siege"}),
        ("place=gate", {"siege"}),
        ("place=tehran", {"battle", "siege"}),
        ("place=iran", {"battle", "siege"}),
        ("bbox=51,35,52,36", {"battle", "siege"}),
        ("bbox=51,35,52,36&bbox=49,37,50,38", {"battle", "siege", "landing"}),
        ("near=35.69,51.42&radius_km=1", {"battle"}),
        ("near=35.69,51.42", {"battle", "siege"}),
        ("near=37.47,49.46&radius_km=5", {"landing"}),
        ("q=انزلي", {"landing"}),
        ("q=bandar+anzali", {"landing"}),
        ("q=ENZELI", {"landing"}),
        ("q=city+battle", {"battle"}),
        ("q=Yeprem", {"battle"}),
        ("q=yeprem&q=enzeli", {"battle", "landing"}),
        ("q=nothing", set()),
        ("from=1909-07-13&to=1909-07-13", {"battle"}),
        ("from=1909-07-10&to=1909-07-20", {"battle"}),
        ("from=1909-07-09&to=1909-07-13", {"battle", "siege"}),
        ("from=1909-07&to=1909-07", {"battle", "siege", "landing"}),
        ("from=1909-07-13&to=1909-07-13&certainty=possibly", {"battle", "landing"}),
        ("from=1909-06-25&to=1909-06-26&certainty=possibly", {"siege", "hemmed"}),
        ("from=1909-06-25&to=1909-06-26", {"siege"}),
        ("on=1909-07-13", {"battle"}),
        ("on=2418501", {"battle"}),
        ("on=1909-07-13&on=1909-06-01", {"battle", "siege"}),
        ("on=1909", {"battle", "siege", "landing", "hemmed"}),
        ("from=1909-07-14", set()),
        ("to=1909-06", {"siege"}),
        ("atlas=revolution", EVERYTHING),
    ],
)
def test_a_filter_chooses(atlas, text, slugs):
    assert chosen(text) == slugs


def test_a_draft_passes_no_filter(atlas):
    make_event(atlas, "hidden", publication="draft")
    assert "hidden" not in chosen("")


@pytest.mark.parametrize(
    ("text", "code", "field"),
    [
        ("from=yesterday", "bad_date", "from"),
        ("to=1909-13", "bad_date", "to"),
        ("on=1909-02-30", "bad_date", "on"),
        ("on=99999999", "bad_date", "on"),
        ("from=1909-08&to=1909-07", "bad_range", "to"),
        ("from=1909&from=1910", "given_twice", "from"),
        ("certainty=maybe", "bad_choice", "certainty"),
        ("kind=fight", "bad_choice", "kind"),
        ("side=martians", "bad_choice", "side"),
        ("theatre=moon", "bad_choice", "theatre"),
        ("status=done", "bad_choice", "status"),
        ("disputed=maybe", "bad_choice", "disputed"),
        ("place=atlantis", "unknown_slug", "place"),
        ("person=nobody", "unknown_slug", "person"),
        ("source=nowhere", "unknown_slug", "source"),
        ("atlas=nowhere", "unknown_slug", "atlas"),
        ("bbox=1,2,3", "bad_box", "bbox"),
        ("bbox=60,30,44,40", "bad_box", "bbox"),
        ("bbox=nan,30,44,40", "bad_box", "bbox"),
        ("near=91,0", "bad_point", "near"),
        ("near=inf,0", "bad_point", "near"),
        ("near=1,2&radius_km=-1", "bad_radius", "radius_km"),
        ("radius_km=5", "missing_point", "radius_km"),
        ("q=", "empty_value", "q"),
        ("q=%00", "empty_value", "q"),
        ("q=" + "x" * 201, "too_long", "q"),
        ("&".join(["kind=battle"] * 51), "too_many_values", "kind"),
    ],
)
def test_a_bad_value_is_told_in_a_sentence(atlas, text, code, field):
    _asked, problems = event_filter(QueryDict(text))
    assert [(problem.code, problem.field) for problem in problems] == [(code, field)]
    assert problems[0].message.endswith(".")


def test_every_bad_value_is_told_at_once(atlas):
    _asked, problems = event_filter(QueryDict("kind=fight&from=never&side=martians"))
    assert {problem.field for problem in problems} == {"kind", "from", "side"}


def test_a_page_takes_an_empty_field_for_none(atlas):
    asked, problems = event_filter(QueryDict("q=&kind=&from="), lenient=True)
    assert problems == []
    assert asked.is_empty


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "5 events"),
        ("kind=battle", "1 of 5 events: battles"),
        ("kind=battle&kind=siege&kind=march", "3 of 5 events: battles, sieges or marches"),
        (
            "kind=battle&side=constitutionalists&from=1909-05&to=1909-07",
            "1 of 5 events: battles, constitutionalists, May to July 1909",
        ),
        ("from=1909-07-13&to=1909-07-17", "1 of 5 events: 13 to 17 July 1909"),
        ("on=1909-07-13", "1 of 5 events: 13 July 1909"),
        ("place=tehran&disputed=false", "2 of 5 events: at Tehran, not disputed"),
        ("q=Enzeli", "1 of 5 events: mentioning “Enzeli”"),
        ("near=35.69,51.42&radius_km=12.5", "2 of 5 events: within 12.5 km of a point"),
        ("to=1909-06&certainty=possibly", "2 of 5 events: until June 1909, certainly or possibly in these days"),
    ],
)
def test_a_filter_says_itself(atlas, text, sentence):
    asked, _problems = event_filter(QueryDict(text))
    shown = asked.restrict(Event.objects.all()).count()
    total = asked.without(*(set(asked.__slots__) - {"atlases"})).restrict(Event.objects.all()).count()
    assert asked.sentence(shown, total) == sentence


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("", {"march", "voyage"}),
        ("force=cossacks", {"march"}),
        ("side=royalists", {"voyage"}),
        ("status=planned", {"voyage"}),
        ("on=1909-07-05", {"march"}),
        ("on=1909-07-20", set()),
        ("bbox=51,35,52,36", {"march"}),
    ],
)
def test_movements_are_chosen_by_the_same_keys(atlas, text, slugs):
    from geo.models import Place
    from timeline.models import Force

    places = {place.slug: place for place in Place.objects.all()}
    make_movement(
        atlas,
        "march",
        force=Force.objects.get(slug="cossacks"),
        legs=((places["enzeli"], places["tehran"], "1909-07-01", "1909-07-13"),),
    )
    make_movement(atlas, "voyage", side="royalists", status="planned", legs=((None, places["enzeli"], "", ""),))
    asked, problems = movement_filter(QueryDict(text))
    assert problems == []
    assert set(asked.restrict(Movement.objects.all()).values_list("slug", flat=True)) == slugs
