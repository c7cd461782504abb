"""A march is edited leg by leg: order, claims, movers, places by name, and what the legs come to."""

import random

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import make_atlas, make_claim, make_force, make_movement, make_place
from tests.timeline.admin.desk import form_values, problems, signed_in
from timeline.admin.place_fields import PlaceField
from timeline.models import Claim, Leg, Movement, Mover

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def marched(django_db_setup, django_db_blocker):
    """Four places in a row and three legs between them, dated at both ends of the whole; made once for all tests."""
    with django_db_blocker.unblock(), transaction.atomic():
        rasht = make_place("rasht", latitude=37.28, longitude=49.58)
        qazvin = make_place("qazvin", latitude=36.27, longitude=50.0, names={"ru": "Казвин"})
        karaj = make_place("karaj", latitude=35.83, longitude=50.99)
        camp = make_place("yengi-imam", latitude=35.93, longitude=50.67)
        legs = [
            (rasht, qazvin, "1909-05-01", "1909-05-05", {"mode": "foot"}),
            (qazvin, karaj, "", "", {"via": (camp,)}),
            (karaj, make_place("tehran"), "", "1909-07-13"),
        ]
        make_movement(make_atlas(), "march", legs=legs, force=make_force("army"))
        get_user_model().objects.create_superuser("chief", password="not a common one 1288")
        yield
        transaction.set_rollback(True)


@pytest.fixture
def desk(client):
    client.force_login(get_user_model().objects.get(username="chief"))
    return client


@pytest.fixture
def march():
    return Movement.objects.get()


@pytest.fixture(scope="module")
def as_shown(marched, django_db_blocker):
    """What the form of the march sends where nothing is changed."""
    with django_db_blocker.unblock():
        client = Client()
        client.force_login(get_user_model().objects.get(username="chief"))
        return form_values(client.get(address(Movement.objects.get())))


def address(march: Movement) -> str:
    return reverse("admin:timeline_movement_change", args=[march.pk])


def ways(march: Movement) -> list[str]:
    return [str(leg) for leg in march.legs.order_by("order").select_related("start", "end")]


def test_a_save_without_a_change_changes_nothing(desk, march, as_shown):
    before = list(Leg.objects.order_by("pk").values("pk", "order", "start", "end", "mode", "version"))
    answer = desk.post(address(march), as_shown)
    assert answer.status_code == 302, problems(answer)
    assert list(Leg.objects.order_by("pk").values("pk", "order", "start", "end", "mode", "version")) == before
    assert [stop.place.slug for stop in march.legs.get(order=2).stops.all()] == ["yengi-imam"]


def test_typed_numbers_put_the_legs_in_any_order_and_claims_stay_with_them(desk, march, as_shown):
    claims = dict(Claim.objects.exclude(leg=None).values_list("pk", "leg"))
    chance = random.Random(1288)  # noqa: S311 - repeatable, not secret
    for values in (as_shown, None):
        legs = list(march.legs.order_by("order").values_list("pk", flat=True))
        numbers = chance.sample([1, 2, 3], 3)
        values = values or form_values(desk.get(address(march)))
        values = values | {f"legs-{at}-position": number for at, number in enumerate(numbers)}
        answer = desk.post(address(march), values)
        assert answer.status_code == 302, problems(answer)
        kept = list(march.legs.order_by("order").values_list("pk", "order"))
        assert kept == [(legs[numbers.index(number)], number) for number in (1, 2, 3)]
    assert dict(Claim.objects.exclude(leg=None).values_list("pk", "leg")) == claims


def test_movers_go_on_with_their_legs_unless_their_numbers_are_typed(desk, march):
    Mover.objects.update(from_leg=1, to_leg=1)
    other = Mover.objects.create(movement=march, goods="two guns", from_leg=3)
    values = form_values(desk.get(address(march)))
    values |= {"legs-2-position": "1", "movers-1-from_leg": "2"}
    answer = desk.post(address(march), values)
    assert answer.status_code == 302, problems(answer)
    assert [*Mover.objects.exclude(pk=other.pk).values_list("from_leg", "to_leg")] == [(2, 2)]
    other.refresh_from_db()
    assert other.from_leg == 2


def test_numbers_that_a_script_has_followed_are_taken_as_they_are(desk, march, as_shown):
    Mover.objects.update(from_leg=1)
    values = as_shown | {"movers-0-from_leg": "1"}
    assert desk.post(address(march), values | {"legs-2-position": "1", "legs-followed": "1"}).status_code == 302
    assert Mover.objects.get().from_leg == 1


MOVERS = {
    "a leg there is not": ({"movers-0-from_leg": "4"}, "name one of 1 to 3 instead of 4"),
    "nought": ({"movers-0-to_leg": "0"}, "name one of 1 to 3 instead of 0"),
    "leaves before it joins": ({"movers-0-from_leg": "3", "movers-0-to_leg": "2"}, "before it joins at leg 3"),
    "a leg that goes": ({"movers-0-from_leg": "3", "legs-1-DELETE": "on"}, "name one of 1 to 2 instead of 3"),
    "two things in one": ({"movers-0-goods": "guns"}, "Name exactly one: a force, a person, or goods."),
}


@pytest.mark.parametrize(("wrong", "sentence"), MOVERS.values(), ids=MOVERS)
def test_movers_are_held_against_the_legs_there_are(desk, march, as_shown, wrong, sentence):
    answer = desk.post(address(march), as_shown | wrong)
    assert answer.status_code == 200
    assert sentence in problems(answer)
    assert march.legs.count() == 3


PLACES = {
    "the name": ("Karaj", "karaj"),
    "the short name": ("karaj", "karaj"),
    "as it is offered": ("Karaj (karaj)", "karaj"),
    "another spelling": ("Казвин", "qazvin"),
    "the beginning": ("Qazv", "qazvin"),
    "nothing": ("", None),
}


@pytest.mark.parametrize(("typed", "slug"), PLACES.values(), ids=PLACES)
def test_a_place_is_named_by_any_of_its_names(typed, slug):
    place = PlaceField(required=False).clean(typed)
    assert (place.slug if place else None) == slug


def test_a_place_that_is_typed_is_kept(desk, march, as_shown):
    answer = desk.post(address(march), as_shown | {"legs-2-end": "Казвин"})
    assert answer.status_code == 302, problems(answer)
    assert march.legs.get(order=3).end.slug == "qazvin"


WRONG = {
    "no such place": ("Xanadu", "“Xanadu” is no place of the atlas."),
    "several": ("Old Town", "may be several places. Write one of: Old Town (old-1); Old Town (old-2)."),
    "markup": ("<script>", "is no place of the atlas."),
    "nul": ("a\x00b", "Null characters are not allowed."),
}


@pytest.mark.parametrize(("typed", "sentence"), WRONG.values(), ids=WRONG)
def test_a_place_that_is_not_known_is_asked_about(typed, sentence):
    for slug in ("old-1", "old-2"):
        make_place(slug, name="Old Town", names={"en": "Old Town"})
    with pytest.raises(ValidationError) as refused:
        PlaceField().clean(typed)
    assert sentence in " ".join(refused.value.messages)


def test_a_place_that_is_not_known_is_refused_in_its_row(desk, march, as_shown):
    answer = desk.post(address(march), as_shown | {"legs-2-end": "<script>alert(1)</script>"})
    assert "is no place of the atlas" in problems(answer)
    assert "<script>alert" not in answer.content.decode()


def test_stops_are_kept_in_the_order_typed(desk, march, as_shown):
    typed = {"legs-1-by_way": "tehran; Rasht (rasht);; yengi-imam"}
    assert desk.post(address(march), as_shown | typed).status_code == 302
    stops = march.legs.get(order=2).stops.order_by("order")
    assert [(stop.place.slug, stop.order) for stop in stops] == [("tehran", 1), ("rasht", 2), ("yengi-imam", 3)]


def test_the_further_leg_begins_where_the_last_ended_and_may_go_between(desk, march, as_shown):
    values = as_shown
    assert values["legs-3-start"] == "Tehran (tehran)"
    assert desk.post(address(march), values | {"legs-3-end": "rasht"}).status_code == 302
    assert ways(march)[3] == "Tehran → Rasht"
    values = form_values(desk.get(address(march)))
    between = {"legs-4-start": "karaj", "legs-4-end": "karaj", "legs-4-position": "2"}
    assert desk.post(address(march), values | between).status_code == 302
    assert ways(march)[1] == "Karaj → Karaj"
    assert [*march.legs.order_by("order").values_list("order", flat=True)] == [1, 2, 3, 4, 5]


def test_a_leg_with_neither_end_is_refused(desk, march, as_shown):
    answer = desk.post(address(march), as_shown | {"legs-1-start": "", "legs-1-end": ""})
    assert "Say where this leg begins or where it ends" in problems(answer)


def test_a_leg_that_nothing_hangs_on_goes_and_the_others_close_up(desk, march, as_shown):
    assert desk.post(address(march), as_shown | {"legs-1-DELETE": "on"}).status_code == 302
    assert [*march.legs.order_by("order").values_list("order", "start__slug")] == [(1, "rasht"), (2, "karaj")]


HOMES = {
    "not said": ("", "2 claims hang on leg 1"),
    "a leg that goes too": ("2", "cannot go to a leg that is deleted too"),
    "what is no leg": ("nowhere", "cannot go to a leg that is deleted too"),
}


@pytest.mark.parametrize(("home", "sentence"), HOMES.values(), ids=HOMES)
def test_a_leg_with_claims_asks_where_they_go(desk, march, as_shown, home, sentence):
    values = as_shown
    home = str(march.legs.get(order=2).pk) if home == "2" else home
    gone = {"legs-0-DELETE": "on", "legs-1-DELETE": "on", "legs-0-claims_to": home}
    assert sentence in problems(desk.post(address(march), values | gone))
    assert march.legs.count() == 3


@pytest.mark.parametrize("home", ["march", "3"])
def test_claims_of_a_leg_that_goes_are_kept_where_they_are_sent(desk, march, as_shown, home):
    first, third = march.legs.get(order=1), march.legs.get(order=3)
    keys = {*Claim.objects.filter(leg=first).values_list("pk", flat=True)}
    sent = {"legs-0-DELETE": "on", "legs-0-claims_to": "march" if home == "march" else str(third.pk)}
    answer = desk.post(address(march), as_shown | sent)
    assert answer.status_code == 302, problems(answer)
    kept = Claim.objects.filter(movement=march) if home == "march" else Claim.objects.filter(leg=third)
    assert keys <= {*kept.values_list("pk", flat=True)}
    assert {*Claim.objects.filter(pk__in=keys).values_list("version", flat=True)} == {2}


def test_claims_may_go_with_their_leg_but_not_what_others_lean_on_nor_the_last(desk, march, as_shown):
    values = as_shown
    gone = {"legs-0-DELETE": "on", "legs-0-claims_to": "delete"}
    hanging = make_claim(movement=march, relative_to_claim=march.legs.get(order=1).claims.first(), offset_low=3)
    assert "Others lean on the claims of leg 1." in problems(desk.post(address(march), values | gone))
    Claim.objects.filter(movement=march).delete()
    assert not Claim.objects.filter(pk=hanging.pk).exists()
    march.legs.get(order=3).claims.all().delete()
    assert "are the last ones of this published march" in problems(desk.post(address(march), values | gone))
    make_claim(movement=march, key="book-9", attribute="strength", as_printed="300 men")
    assert desk.post(address(march), form_values(desk.get(address(march))) | gone).status_code == 302
    assert march.legs.count() == 2


def outlook(desk, march: Movement, values: dict, **changed) -> dict:
    values = values | {key.replace("__", "-"): value for key, value in changed.items()}
    answer = desk.post(reverse("admin:timeline_movement_outlook", args=[march.pk]), values)
    assert answer.status_code == 200
    return answer.json()


def test_the_outlook_reckons_what_the_rows_say_and_writes_nothing(desk, march, as_shown):
    before = list(Leg.objects.values())
    body = outlook(desk, march, as_shown, legs__2__position="1", legs__0__mode="ship", legs__1__end="nowhere at all")
    assert [(leg["row"], leg["number"], leg["way"]) for leg in body["legs"]] == [
        (2, 1, "Karaj → Tehran"), (0, 2, "Rasht → Qazvin"), (1, 3, "Qazvin → ?"),
    ]  # fmt: skip
    by_road, by_sea, unknown = body["legs"]
    assert by_road["km"] == pytest.approx(54.5, abs=1)
    assert by_sea["km"] == pytest.approx(118.3, abs=1)
    assert (by_sea["days"], by_sea["pace"]) == ("4 days", "29.5 km a day")
    assert (unknown["km"], unknown["open"], unknown["distance"]) == (None, True, "no length: an end is not given")
    assert [stop["role"] for stop in unknown["stops"]] == ["start", "via"]
    assert [(one["row"], one["field"], one["code"]) for one in body["problems"]] == [(1, "end", "unknown_place")]
    assert body["total"].endswith("without the length of 1 leg")
    assert list(Leg.objects.values()) == before


def test_the_outlook_asks_of_a_pace_that_cannot_be(desk, march, as_shown):
    far = make_place("bushehr", latitude=28.97, longitude=50.84)
    question, *_others = outlook(desk, march, as_shown, legs__0__start=far.slug)["questions"]
    assert (question["code"], question["legs"]) == ("too_fast", "leg 1")
    assert "Bushehr to Qazvin" in question["text"]
    assert question["asks"].endswith("?")


def test_a_march_that_is_not_saved_yet_has_an_outlook(desk, march):
    new = {"legs-TOTAL_FORMS": "1", "legs-INITIAL_FORMS": "0", "legs-0-start": "karaj", "legs-0-end": "tehran",
           "legs-0-mode": "foot", "legs-0-status": "happened"}  # fmt: skip
    body = desk.post(reverse("admin:timeline_movement_outlook_of_new"), new).json()
    assert [leg["distance"] for leg in body["legs"]] == ["about 54 km"]
    bare = desk.post(reverse("admin:timeline_movement_outlook_of_new"))
    assert (bare.status_code, bare.json()["error"]["code"]) == (400, "no_legs")
    assert desk.post(reverse("admin:timeline_movement_outlook", args=[999_999]), new).status_code == 404
    assert desk.get(reverse("admin:timeline_movement_outlook_of_new")).status_code == 405


ASKED = {
    "by a spelling": ({"q": "Казвин"}, ["qazvin"]),
    "near a point, the nearest first": ({"near": "35.8,51.0"}, ["karaj", "yengi-imam", "tehran"]),
    "in a box": ({"box": "37,49,38,50"}, ["rasht"]),
    "by nothing": ({"q": ""}, []),
    "by marks alone": ({"q": "’"}, []),
}


@pytest.mark.parametrize(("asked", "slugs"), ASKED.values(), ids=ASKED)
def test_places_are_found(desk, march, asked, slugs):
    body = desk.get(reverse("admin:timeline_movement_places"), asked).json()
    assert [place["slug"] for place in body["places"]] == slugs
    assert body["add"] == "/admin/geo/place/add/"


@pytest.mark.parametrize(
    "asked", [{"near": "north"}, {"near": "1"}, {"near": "nan,1"}, {"box": "1,2,3"}, {"box": "9,9,1,1"}]
)
def test_what_is_no_point_is_refused(desk, asked):
    answer = desk.get(reverse("admin:timeline_movement_places"), asked)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "bad_point")


RIGHTS = {"change_movement": (200, 200, 200), "view_movement": (403, 403, 200), "view_leg": (403, 403, 403)}


@pytest.mark.parametrize("right", RIGHTS)
def test_who_may_ask_is_settled_at_the_address(client, march, right):
    Movement.objects.update(publication="draft")
    signed_in(client, right)
    outlook_of = client.post(reverse("admin:timeline_movement_outlook", args=[march.pk]),
                             {"legs-TOTAL_FORMS": "0", "legs-INITIAL_FORMS": "0"})  # fmt: skip
    found = client.get(reverse("admin:timeline_movement_places"), {"q": "karaj"})
    assert (outlook_of.status_code, found.status_code, client.get(address(march)).status_code) == RIGHTS[right]
    assert "add" not in (found.json() if found.status_code == 200 else {})
    client.logout()
    assert client.get(reverse("admin:timeline_movement_places")).status_code == 302


def test_who_may_not_change_legs_reads_them(client, march):
    Movement.objects.update(publication="draft")
    signed_in(client, "change_movement", "view_leg")
    page = client.get(address(march))
    text = page.content.decode()
    assert "Rasht → Qazvin, about 154 km" in text
    assert 'name="legs-0-start"' not in text
    assert client.post(address(march), form_values(page) | {"title": "Renamed"}).status_code == 302
    assert ways(march)[0] == "Rasht → Qazvin"


def test_the_page_costs_the_same_queries_whatever_the_legs(desk, march):
    def queries() -> int:
        with CaptureQueriesContext(connection) as counted:
            desk.get(address(march))
        return len(counted)

    queries()
    few = queries()
    place = make_place("camp")
    Leg.objects.bulk_create(Leg(movement=march, order=number, start=place, end=place) for number in range(4, 16))
    assert queries() == few


def test_a_new_march_is_kept_with_its_legs_stops_and_movers(desk, march):
    values = form_values(desk.get(reverse("admin:timeline_movement_add")))
    values |= {
        "title": "Back again", "slug": "back-again", "atlas": march.atlas_id, "theatre": march.theatre_id,
        "legs-TOTAL_FORMS": "2", "legs-0-start": "tehran", "legs-0-end": "karaj", "legs-0-position": "2",
        "legs-1-start": "Qazvin", "legs-1-by_way": "yengi-imam", "legs-1-end": "tehran", "legs-1-position": "1",
        "legs-1-mode": "riders", "legs-1-status": "happened",
        "movers-TOTAL_FORMS": "1", "movers-0-goods": "two guns", "movers-0-from_leg": "2",
    }  # fmt: skip
    answer = desk.post(reverse("admin:timeline_movement_add"), values)
    assert answer.status_code == 302, problems(answer)
    made = Movement.objects.get(slug="back-again")
    assert ways(made) == ["Qazvin → Tehran", "Tehran → Karaj"]
    assert [*made.legs.order_by("order").values_list("order", "mode")] == [(1, "riders"), (2, "unknown")]
    assert [stop.place.slug for stop in made.legs.get(order=1).stops.all()] == ["yengi-imam"]
    assert made.movers.get().from_leg == 2
