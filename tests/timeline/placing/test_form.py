"""The form of a place: its point as it is typed, accepted, questioned and recorded."""

import pytest
from django.urls import reverse
from django.utils import timezone

from geo.models import Place
from tests.factories import make_atlas, make_claim, make_event, make_movement, make_place
from timeline.admin.placing.candidates import search
from timeline.models import FormerSlug, Name

pytestmark = pytest.mark.django_db
ADD = "/admin/geo/place/add/"
NO_NAMES = {"names-TOTAL_FORMS": 0, "names-INITIAL_FORMS": 0}


def entered(**fields) -> dict:
    """What the add form sends: a town without a point unless told otherwise."""
    blank = {
        "name": "Astara",
        "slug": "astara",
        "kind": "town",
        "publication": "draft",
        "latitude": "",
        "longitude": "",
    }
    unread = {"seen_latitude": "", "seen_longitude": "", "accepted": "", "geocode_text": ""}
    return {**blank, **unread, **NO_NAMES, **fields}


def change(place: Place) -> str:
    return reverse("admin:geo_place_change", args=[place.pk])


def saved(desk, **fields) -> Place:
    answer = desk.post(ADD, entered(**fields))
    assert answer.status_code == 302, answer.context["errors"]
    return Place.objects.get(slug=fields.get("slug", "astara"))


def refused(desk, address: str = ADD, **fields):
    answer = desk.post(address, entered(**fields))
    assert answer.status_code == 200
    return answer


def token(query: str, number: int = 0) -> str:
    return search(query, None).proposed[number].accepted.token


def test_no_point_is_a_proper_state(desk):
    place = saved(desk)
    assert (place.has_point, place.geocoder, place.accepted_by) == (False, "", "")


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [("38.43", "48.87"), ("38,43", "48,87"), ("38°25′48″N", "48°52′12″E"), ("۳۸٫۴۳", "۴۸٫۸۷"), ("38.43, 48.87", "")],
)
def test_a_typed_point_is_read_and_recorded_as_the_editors(desk, latitude, longitude):
    place = saved(desk, latitude=latitude, longitude=longitude)
    assert (place.latitude, place.longitude) == pytest.approx((38.43, 48.87))
    assert (place.geocoder, place.geocode_query, place.gazetteer_id) == ("editor", "", "")
    assert (place.accepted_by, place.geocoded_on) == ("Iranshahr K.", timezone.localdate().isoformat())


@pytest.mark.parametrize(
    ("fields", "name", "words"),
    [
        ({"latitude": "north", "longitude": "48"}, "latitude", "can&#x27;t be read as a latitude"),
        ({"latitude": "38", "longitude": "48.87N"}, "longitude", "put it into the field for latitude"),
        ({"latitude": "38.43"}, "longitude", "The longitude is missing"),
        ({"longitude": "48.87"}, "latitude", "The latitude is missing"),
        ({"latitude": "138", "longitude": "48"}, "latitude", "between 90° south and 90° north"),
    ],
)
def test_what_is_no_point_gets_a_sentence_beside_its_field(desk, fields, name, words):
    answer = refused(desk, **fields)
    assert name in answer.context["adminform"].form.errors
    assert words in answer.content.decode()
    assert not Place.objects.exists()


def test_turned_coordinates_are_asked_about_and_turned_back_with_one_click(desk):
    make_atlas()
    answer = refused(desk, latitude="48.87", longitude="38.43")
    assert "the other way round" in answer.content.decode()
    place = saved(desk, latitude="48.87", longitude="38.43", _swap="1.")
    assert (place.latitude, place.longitude) == (38.43, 48.87)


def test_a_point_outside_every_atlas_that_is_not_inside_one_when_turned_is_not_asked_about(desk):
    make_atlas()
    assert saved(desk, latitude="51.5", longitude="-0.12").has_point


def test_zero_is_questioned_and_saved_where_it_is_meant(desk):
    answer = refused(desk, latitude="0", longitude="0")
    assert "leave both fields empty" in answer.content.decode()
    confirmation = answer.context["placing"].confirmation
    assert saved(desk, latitude="0", longitude="0", _nevertheless=f"{confirmation}.").has_point


def test_a_chosen_candidate_moves_the_point_and_is_recorded(desk):
    place = saved(desk, slug="enzeli", name="Enzeli", accepted=token("enzeli"))
    assert (place.latitude, place.longitude) == (37.4732, 49.4578)
    assert (place.geocoder, place.geocode_query, place.gazetteer_id) == ("geonames", "enzeli", "geonames:3")
    assert (place.accepted_by, place.geocoded_on) == ("Iranshahr K.", timezone.localdate().isoformat())


def test_a_candidate_that_was_moved_afterwards_is_the_editors_point_and_says_from_where(desk):
    place = saved(desk, accepted=token("enzeli"), latitude="37.48", longitude="49.46")
    assert (place.latitude, place.geocoder) == (37.48, "editor")
    assert (place.geocode_query, place.gazetteer_id) == ("enzeli", "geonames:3")
    assert place.basis.startswith("Moved 0.78 km from the point that geonames gives")


def test_a_candidate_that_the_site_did_not_propose_is_refused(desk):
    answer = refused(desk, accepted=token("enzeli").replace("a", "b", 1))
    assert "search for it again" in answer.content.decode()


def test_an_untouched_point_keeps_its_record(desk):
    place = make_place("rasht", geocoder="geonames", geocode_query="Rasht", accepted_by="The first editor")
    answer = desk.post(change(place), entered(slug="rasht", name="Resht", latitude="35.69", longitude="51.42"))
    assert answer.status_code == 302
    place.refresh_from_db()
    assert (place.name, place.geocoder, place.accepted_by) == ("Resht", "geonames", "The first editor")


def test_an_emptied_point_loses_its_record(desk):
    place = make_place("rasht", geocoder="geonames", geocode_query="Rasht", accepted_by="The first editor")
    assert desk.post(change(place), entered(slug="rasht", name="Rasht")).status_code == 302
    place.refresh_from_db()
    assert (place.has_point, place.geocoder, place.geocode_query, place.accepted_by) == (False, "", "", "")


def test_an_address_that_leads_to_a_merged_place_is_not_given_again(desk):
    FormerSlug.objects.create(kind="place", old="astara", new="astara-iran")
    answer = refused(desk)
    assert "leads to “astara-iran”" in answer.content.decode()


def test_a_renamed_place_leaves_its_address_and_stays_on_the_routes_that_name_it(desk, client):
    place = make_place("rasht")
    make_place("qazvin", latitude=36.27, longitude=50.0)
    FormerSlug.objects.create(kind="place", old="recht", new="rasht")
    march = make_movement(make_atlas(), legs=((place, place, "", ""),))
    way = make_claim(movement=march, attribute="route", route=["rasht", "qazvin"])
    for slug in ("resht", "recht"):
        answer = desk.post(change(place), entered(slug=slug, name="Rasht", latitude="35.69", longitude="51.42"))
        # The second is one of its own old addresses, which it may have again.
        assert answer.status_code == 302, answer.context["errors"]
    way.refresh_from_db()
    assert way.route == ["recht", "qazvin"]
    assert dict(FormerSlug.objects.values_list("old", "new")) == {"rasht": "recht", "resht": "recht"}


def test_a_place_on_a_route_is_not_deleted(desk):
    place = make_place("rasht")
    make_claim(event=make_event(make_atlas()), attribute="route", route=["rasht"], key="book-7")
    page = desk.post(reverse("admin:geo_place_delete", args=[place.pk]), {"post": "yes"})
    assert "book-7" in page.content.decode()
    assert Place.objects.filter(pk=place.pk).exists()


def test_a_place_does_not_lie_in_what_lies_in_it(desk):
    city = make_place("city")
    gate = make_place("gate", parent=make_place("quarter", parent=city))
    answer = refused(desk, change(city), slug="city", name="City", parent=gate.pk)
    assert "choose a larger place" in answer.content.decode()


def test_a_ring_has_no_negative_radius(desk):
    assert "give 0 or more" in refused(desk, uncertainty_km="-3").content.decode()


@pytest.mark.parametrize(("period", "kept"), [("1895/1925", "1895/1925"), ("", ""), ("long ago", None)])
def test_the_period_of_a_name_is_read_as_edtf(desk, period, kept):
    if kept is None:
        answer = refused(desk, **spelling("Astara", period=period))
        assert "“long ago” can&#x27;t be read as a period" in answer.content.decode()
    else:
        saved(desk, **spelling("Astara", period=period))
        assert Name.objects.get().period == kept


def test_search_without_script_shows_candidates_and_saves_nothing(desk):
    answer = refused(desk, geocode_text="Astara", _search="1", latitude="38.4", longitude="48.87")
    page = answer.content.decode()
    assert not Place.objects.exists()
    assert [each.accepted.id for each in answer.context["placing"].proposed] == ["geonames:1", "geonames:2"]
    for said in ("39,065 people today, Iran, GeoNames 1", "3.3 km from the point as it is", "None of these"):
        assert said in page
    first = answer.context["placing"].proposed[0].accepted.token
    again = refused(desk, name="", accepted=first, latitude="38.4", seen_latitude="38.4")
    assert 'name="latitude" value="38.43"' in again.content.decode()
    assert "39,065 people today" in again.content.decode()
    place = saved(
        desk, accepted=first, latitude="38.4", longitude="48.87", seen_latitude="38.4", seen_longitude="48.87"
    )
    assert place.latitude == 38.43


def test_a_double_is_pointed_out_and_saved_nevertheless_with_one_click(desk):
    make_place("anzali", names={"fa": "آستارا"}, latitude=38.44, longitude=48.87)
    answer = refused(desk, latitude="38.43", longitude="48.87", **spelling("آستارا"), _continue="1")
    assert "“Anzali” has the name “آستارا” too, and lies 1.1 km from here." in answer.content.decode()
    confirmation = f"{answer.context['placing'].confirmation}._continue"
    assert confirmation in answer.content.decode()
    answer = desk.post(
        ADD, entered(latitude="38.43", longitude="48.87", **spelling("آستارا"), _nevertheless=confirmation)
    )
    # The button goes on where the one first pressed would have gone.
    assert answer["Location"] == change(Place.objects.get(slug="astara"))


def spelling(text: str, **fields) -> dict:
    row = {"id": "", "place": "", "text": text, "language": "", "script": "", "kind": "printed"}
    row |= {"period": "", "source": "", "note": "", **fields}
    return {"names-TOTAL_FORMS": 1, **{f"names-0-{name}": value for name, value in row.items()}}


def test_a_question_that_comes_up_afterwards_is_asked_anew(desk):
    answer = refused(desk, latitude="0", longitude="0")
    make_place("zero", latitude=0.0, longitude=0.0)
    again = refused(desk, latitude="0", longitude="0", _nevertheless=f"{answer.context['placing'].confirmation}.")
    assert len(again.context["placing"].asked) == 2


def test_what_was_answered_once_is_not_asked_with_every_save(desk):
    first, second = make_place("one"), make_place("two")
    values = {"slug": "two", "name": "Two", "latitude": "35.69", "longitude": "51.42"}
    assert desk.post(change(second), entered(**values, basis="Read again.")).status_code == 302
    answer = desk.post(change(second), entered(**{**values, "latitude": "35.70"}, seen_latitude=""))
    assert first.name in answer.content.decode()


@pytest.mark.parametrize(
    ("text", "chosen", "kept"),
    [
        ("آستارا", {}, ("fa", "Arab")),
        ("Astara", {}, ("en", "Latn")),
        ("Астара", {"language": "ru"}, ("ru", "Cyrl")),
        ("Astara", {"language": "tr", "script": "Latn"}, ("tr", "Latn")),
    ],
)
def test_the_script_of_a_name_is_read_from_its_letters(desk, text, chosen, kept):
    place = saved(desk, **spelling(text, **chosen))
    assert tuple(Name.objects.values_list("language", "script").get(place=place)) == kept


def test_a_script_that_the_letters_are_not_of_is_refused(desk):
    answer = refused(desk, **spelling("آستارا", script="Latn"))
    assert "is not written in the script chosen for it" in answer.content.decode()


def test_a_page_that_may_only_be_read_shows_the_map_and_no_field(desk_of):
    place = make_place("rasht")
    page = desk_of("geo.view_place").get(change(place)).content.decode()
    assert 'id="place-chart" data-latitude="35.69"' in page
    assert "id_latitude" not in page
