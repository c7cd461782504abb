"""An atlas is framed in the admin: days of any calendar, bounds, one at the front, sides that are told apart."""

import pytest
from django.urls import reverse

from tests.factories import make_atlas, make_side, make_theatre
from tests.timeline.admin.desk import form_values, problems, signed_in
from timeline.admin.atlas_form import AtlasForm
from timeline.models import Atlas, Side

pytestmark = pytest.mark.django_db

ADD = "/admin/timeline/atlas/add/"
NEW = {
    "title": "The Young Turks", "slug": "young-turks", "window_from": "Tir 1287", "window_to": "1908",
    "day": "24 July 1908", "west": "18", "south": "34", "east": "42", "north": "45", "rulers": ["gregorian", "julian"],
    "languages": ["en"], "licence": "CC0 1.0", "publication": "draft",
}  # fmt: skip
SIDE = {"label_en": "Committee", "slug": "committee", "order": "10", "colour": "#005f73", "colour_dark": "",
        "pattern": "beaded", "shape": "hexagon"}  # fmt: skip
PALACE = {"label_en": "Palace", "slug": "palace", "order": "20", "colour": "#8A3F00", "colour_dark": "#F2B27A",
          "pattern": "double", "shape": "triangle"}  # fmt: skip


@pytest.fixture
def desk(client):
    return signed_in(client)


def inline(prefix: str, *rows: dict) -> dict:
    sent = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": 0}
    return sent | {f"{prefix}-{at}-{name}": value for at, row in enumerate(rows) for name, value in row.items()}


def sent(*sides: dict, **more) -> dict:
    lanes = inline("theatres", {"label_en": "Salonica", "slug": "salonica", "order": "10"})
    return {**NEW, **lanes, **inline("sides", *sides), **inline("periods"), **more}


def test_a_new_atlas_with_two_sides_and_a_theatre_is_kept(desk):
    answer = desk.post(ADD, sent(SIDE, PALACE))
    assert answer.status_code == 302, problems(answer)
    atlas = Atlas.objects.get()
    # 1 Tir 1287 was 22 June 1908, and 1908 ends with its December.
    assert (atlas.window_from, atlas.window_to, atlas.day) == (2418115, 2418307, 2418147)
    assert (atlas.rulers, atlas.languages, atlas.licence) == (["gregorian", "julian"], ["en"], "CC0 1.0")
    assert [(side.slug, side.colour, side.shape) for side in atlas.sides.all()] == [
        ("committee", "#005F73", "hexagon"), ("palace", "#8A3F00", "triangle"),
    ]  # fmt: skip
    assert [theatre.slug for theatre in atlas.theatres.all()] == ["salonica"]


def test_the_only_atlas_stands_at_the_front_unasked(desk):
    desk.post(ADD, sent())
    assert Atlas.objects.get().is_default


DAYS = {
    "no date": ({"window_from": "Thursday last"}, "window_from", ("unknown_word",)),
    "two readings": ({"window_from": "3/4/1909"}, "window_from", ("ambiguous_date",)),
    "closes first": ({"window_to": "1907"}, "window_to", ("window_out_of_order",)),
    "cursor outside": ({"day": "1 January 1950"}, "day", ("day_outside_window",)),
    "east of west": ({"east": "17"}, "east", ("bounds_out_of_order",)),
    "north of south": ({"north": "34"}, "north", ("bounds_out_of_order",)),
    "off the globe": ({"west": "-181"}, "west", ("out_of_range",)),
    "not a number": ({"west": "nan"}, "west", ("invalid",)),
    "no ruler": ({"rulers": []}, "rulers", ("required",)),
    "unknown ruler": ({"rulers": ["mayan"]}, "rulers", ("invalid_choice",)),
}


@pytest.mark.parametrize(("wrong", "field", "codes"), DAYS.values(), ids=DAYS)
def test_a_frame_that_cannot_be_is_refused_at_its_field(wrong, field, codes):
    found = AtlasForm(sent(**wrong)).errors.as_data()
    assert [*found] == [field]
    assert {error.code for error in found[field]} == {*codes}


def test_a_refused_frame_is_shown_again_and_not_kept(desk):
    answer = desk.post(ADD, sent(window_from="<script>alert(1)</script>"))
    assert answer.status_code == 200
    assert "window_from" in answer.context["adminform"].form.errors
    assert "<script>alert" not in answer.content.decode()
    assert not Atlas.objects.exists()


def test_the_days_of_a_kept_atlas_are_said_in_four_calendars_and_kept_by_a_save(desk):
    atlas = make_atlas(rulers=["solar_hijri", "gregorian"])
    change = reverse("admin:timeline_atlas_change", args=[atlas.pk])
    page = desk.get(change)
    text = page.content.decode()
    assert 'value="1 June 1909"' in text
    for said in ("11 Khordad 1288", "Lunar Hijri", "19 May 1909 O.S.", "2418459"):
        assert said in text
    assert desk.post(change, form_values(page)).status_code == 302
    kept = Atlas.objects.get()
    assert (kept.window_from, kept.window_to, kept.rulers) == (2418459, 2418550, ["solar_hijri", "gregorian"])


def test_whoever_may_only_look_reads_the_days_in_four_calendars(client):
    atlas = make_atlas()
    signed_in(client, "view_atlas")
    text = client.get(reverse("admin:timeline_atlas_change", args=[atlas.pk])).content.decode()
    assert "<b>11 Khordad 1288</b>" in text
    assert 'name="window_from"' not in text


def test_another_atlas_takes_the_place_at_the_front(desk):
    first = make_atlas()
    change = reverse("admin:timeline_atlas_change", args=[make_atlas("west", is_default=False).pk])
    answer = desk.post(change, form_values(desk.get(change)) | {"is_default": "on"})
    assert answer.status_code == 302, problems(answer)
    first.refresh_from_db()
    assert (first.is_default, first.version, first.revision) == (False, 2, 2)
    assert Atlas.objects.get(is_default=True).slug == "west"


FRONTS = {
    "a draft": ({"is_default": "on"}, "default_not_published"),
    "one withdrawn": ({"is_default": "on", "publication": "withdrawn"}, "default_not_published"),
}


@pytest.mark.parametrize(("wrong", "code"), FRONTS.values(), ids=FRONTS)
def test_readers_never_find_the_front_empty(wrong, code):
    make_atlas()
    assert [error.code for error in AtlasForm(sent(**wrong)).errors.as_data()["is_default"]] == [code]


def test_the_front_is_left_only_to_another(desk):
    atlas = make_atlas()
    make_atlas("west", is_default=False)
    change = reverse("admin:timeline_atlas_change", args=[atlas.pk])
    values = form_values(desk.get(change))
    del values["is_default"]
    assert "One atlas must stand at the front." in problems(desk.post(change, values))
    doomed = desk.post(reverse("admin:timeline_atlas_delete", args=[atlas.pk]), {"post": "yes"})
    assert "stands at the front: put another atlas there first" in doomed.content.decode()
    assert Atlas.objects.filter(is_default=True).count() == 1


SIDES = {
    "too pale": ([SIDE | {"colour": "#FFE08A"}], "side_too_pale"),
    "no colour": ([SIDE | {"colour": "teal"}], "bad_colour"),
    "not told apart": ([SIDE, SIDE | {"slug": "other", "colour": "#00606F"}], "not_apart"),
}


@pytest.mark.parametrize(("sides", "code"), SIDES.values(), ids=SIDES)
def test_sides_that_cannot_be_seen_or_told_apart_are_refused(desk, sides, code):
    answer = desk.post(ADD, sent(*sides))
    (formset,) = [one.formset for one in answer.context["inline_admin_formsets"] if one.formset.prefix == "sides"]
    found = [error.code for form in formset.forms for errors in form.errors.as_data().values() for error in errors]
    found += [error.code for error in formset.non_form_errors().as_data()]
    assert code in found
    assert not Side.objects.exists()


def test_what_is_doubtful_is_said_after_the_save(desk):
    answer = desk.post(ADD, sent(SIDE, SIDE | {"slug": "other", "label_en": "Others", "colour": "#00606F",
                                              "pattern": "solid"}), follow=True)  # fmt: skip
    said = " ".join(map(str, answer.context["messages"]))
    assert "“Committee” and “Others” differ by" in said
    assert "their tokens are the same: give one another token" in said


def test_a_side_on_its_own_page_is_held_against_the_others(desk):
    atlas = make_atlas()
    make_side(atlas, "reds", colour="#942A14")
    answer = desk.post("/admin/timeline/side/add/", {"atlas": atlas.pk, **SIDE, "colour": "#8E2C14",
                                                     "pattern": "solid", "shape": "circle"})  # fmt: skip
    assert "not told apart by colour, and their lines and tokens are the same" in problems(answer)


def test_the_verdicts_come_while_sides_are_typed(desk):
    two = {"slug": ["", ""], "label": ["A", "B"], "colour": ["#942A14", "#942A15"], "colour_dark": ["", ""],
           "pattern": ["solid", "solid"], "shape": ["circle", "circle"]}  # fmt: skip
    check = reverse("admin:timeline_atlas_check")
    told = desk.get(check, two).json()["verdicts"]
    assert [one["code"] for one in told] == ["side_seen", "side_seen", "not_apart"]
    assert desk.get(check).json() == {"verdicts": []}
    uneven = desk.get(check, two | {"shape": ["circle"]})
    assert (uneven.status_code, uneven.json()["error"]["code"]) == (400, "uneven_sides")
    assert desk.get(check, two | {"pattern": ["<b>", "\x00"], "shape": ["", "x" * 999]}).status_code == 200


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"text": "May 1909", "edge": "earliest"}, "1 May 1909"),
        ({"text": "May 1909", "edge": "latest"}, "31 May 1909"),
        ({"text": "22 Tir 1288"}, "13 July 1909"),
        ({"text": "<script>"}, None),
        ({}, None),
    ],
)
def test_the_day_comes_while_it_is_typed(desk, asked, said):
    body = desk.get(reverse("admin:timeline_atlas_day"), asked).json()
    assert (body["said"][0][0] if body["said"] else None) == said
    assert bool(body["problem"]) is (said is None)


def test_the_first_steps_say_how_far_an_atlas_is(desk):
    atlas = make_atlas()
    make_theatre(atlas)
    page = desk.get(reverse("admin:timeline_atlas_first"), {"atlas": atlas.pk})
    done = {step.heading: step.done for step in page.context["steps"]}
    assert list(done.values()) == [True, True, False, False, False, False, True]
    assert "1 theatre" in page.content.decode()
    assert desk.get(reverse("admin:timeline_atlas_first"), {"atlas": "9" * 30}).status_code == 404
    assert desk.get(reverse("admin:timeline_atlas_first")).status_code == 200


PAGES = ("admin:timeline_atlas_first", "admin:timeline_atlas_check", "admin:timeline_atlas_day")
RIGHTS = {"view_atlas": (200, 403, 403), "change_atlas": (200, 200, 200), "add_atlas": (200, 200, 200),
          "change_side": (403, 200, 403), "view_event": (403, 403, 403)}  # fmt: skip


@pytest.mark.parametrize("right", RIGHTS)
def test_who_may_ask_is_settled_at_the_address(client, right):
    signed_in(client, right)
    assert tuple(client.get(reverse(name)).status_code for name in PAGES) == RIGHTS[right]


def test_a_stranger_is_asked_to_log_in_and_nothing_is_written_by_asking(client, desk):
    assert desk.post(reverse(PAGES[1])).status_code == 405
    client.logout()
    assert [client.get(reverse(name)).status_code for name in PAGES] == [302, 302, 302]
