"""Sides are checked in sentences with figures, and coloured on every ground by what their atlas states."""

import re
from pathlib import Path

import pytest

from tests.factories import (
    make_atlas,
    make_event,
    make_movement,
    make_participation,
    make_person,
    make_place,
    make_side,
)
from timeline.colours import contrast
from timeline.side_checks import AskedSide, check_sides
from timeline.side_inks import LAND, ON_SIDE, PAPER, inks_of, style_rules

ROOT = Path(__file__).resolve().parents[2]
RED, BLUE = AskedSide("red", "Reds", "#942A14"), AskedSide("blue", "Blues", "#0B2A4C", "#BED4FA", "double", "square")
ALONE = {
    "#942A14": ("good", "side_seen"),
    "#FFD400": ("refused", "side_too_pale"),
    "#A08060": ("doubtful", "letters_too_pale"),
}
LIKE_RED = "#8E2C14"
TOGETHER = {
    "other colour, line and token": (BLUE, "good", "apart"),
    "other colour alone": (AskedSide("b", "Blues", "#0B2A4C", "#BED4FA"), "doubtful", "same_sign"),
    "like colour, other line and token": (
        AskedSide("b", "Others", LIKE_RED, "", "double", "square"), "good", "apart_by_sign"),
    "like colour and token": (AskedSide("b", "Others", LIKE_RED, "", "double"), "doubtful", "same_token"),
    "like colour and line": (AskedSide("b", "Others", LIKE_RED, "", "solid", "square"), "doubtful", "same_line"),
    "alike in everything": (AskedSide("b", "Others", LIKE_RED), "refused", "not_apart"),
    "told apart by most, not by those who see no green, nor in grey": (
        AskedSide("b", "Greens", "#4A5A1E", "", "solid", "circle"), "refused", "not_apart"),
}  # fmt: skip


@pytest.mark.parametrize("colour", ALONE)
def test_a_side_must_stand_out_from_both_plates(colour):
    (verdict,) = check_sides([AskedSide("one", "Ones", colour)])
    assert (verdict.level, verdict.code) == ALONE[colour]
    assert len(re.findall(r"\d+\.\d", verdict.text)) >= 3


@pytest.mark.parametrize(("other", "level", "code"), TOGETHER.values(), ids=TOGETHER)
def test_two_sides_must_be_told_apart_by_every_eye_and_in_grey_print(other, level, code):
    verdict = check_sides([RED, other])[-1]
    assert (verdict.level, verdict.code) == (level, code)
    assert "“Reds”" in verdict.text
    assert "of 100 in grey print" in verdict.text


def test_our_own_five_sides_pass():
    lines = (ROOT / "seeds" / "sides.csv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split(",") for line in lines]
    sides = [AskedSide(row[1], row[3], *row[6:10]) for row in rows]
    assert {verdict.level for verdict in check_sides(sides)} == {"good"}


def test_a_colour_that_cannot_be_read_is_left_out():
    assert check_sides([AskedSide("one", "Ones", "crimson")]) == ()


@pytest.mark.parametrize(("theme", "of"), [("light", ':root, [data-theme="light"]'), ("dark", '[data-theme="dark"]')])
def test_the_grounds_are_those_of_the_tokens(theme, of):
    tokens = (ROOT / "frontend" / "src" / "styles" / "tokens.css").read_text(encoding="utf-8")
    block = tokens.split(of + " {", 1)[1].split("}", 1)[0]
    said = dict(re.findall(r"--([\w-]+): (#[0-9A-F]{6})", block))
    assert (said["paper"], said["land"], said["on-side"]) == (PAPER[theme], LAND[theme], ON_SIDE[theme])
    assert "--side-" not in tokens


GROUNDS = {"light": PAPER["light"], "dark": PAPER["dark"], "contrast": "#FFFFFF", "print": "#FFFFFF"}


@pytest.mark.parametrize("colour", ["#942A14", "#79629F", "#005F73", "#8A3F00", "#767676"])
def test_words_of_a_side_can_be_read_on_every_ground(colour):
    (side,) = inks_of([AskedSide("one", "", colour)])
    assert {
        ground: contrast(side.grounds[ground].words, paper) >= 5.5 for ground, paper in GROUNDS.items()
    } == dict.fromkeys(GROUNDS, True)


def test_greys_of_print_keep_the_order_of_lightness_and_are_all_different():
    sides = inks_of([AskedSide(colour, "", colour) for colour in ("#256B53", "#0B2A4C", "#79629F")])
    assert [side.grounds["print"].mark for side in sides] == ["#3C3C3C", "#000000", "#777777"]


def test_rules_are_for_every_ground_and_hold_inside_their_atlas():
    rules = style_rules(inks_of([RED]), "west")
    assert len(rules) == 6
    assert all('[data-atlas="west"]' in rule for rule in rules)
    assert style_rules([]) == []


@pytest.fixture
def two_atlases(db):
    first, second = make_atlas(), make_atlas("west", title="The West", is_default=False)
    make_side(first, "russia", colour="#0B2A4C")
    make_side(second, "russia", colour="#8A3F00", label_en="The Tsar’s men")
    make_side(second, "guards", colour="#005F73", pattern="beaded", shape="hexagon")
    return first, second


@pytest.mark.django_db
def test_two_atlases_may_colour_one_name_differently(client, two_atlases):
    _first, second = two_atlases
    make_movement(second, "retreat", side="guards", legs=[(make_place("a"), make_place("b", latitude=37.0), "", "")])
    page = client.get("/movements/retreat/").content.decode()
    assert 'data-atlas="west"' in page
    assert "Guards" in page
    assert "side-guards" in page
    address = re.search(r"/sides/\w+\.css", page).group()
    sheet = client.get(address)
    assert sheet["Content-Type"].startswith("text/css")
    assert "immutable" in sheet["Cache-Control"]
    text = sheet.content.decode()
    assert "--side-russia:#0B2A4C" in text.splitlines()[0]
    assert re.search(r'^\[data-atlas="west"\].*--side-russia:#8A3F00', text, re.MULTILINE)
    assert ".side-guards{" in text
    assert "--side-guards:#005F73" in client.get("/a/west/").content.decode()


@pytest.mark.django_db
def test_a_changed_colour_is_a_new_sheet_and_an_old_name_leads_to_it(client, two_atlases):
    first, _second = two_atlases
    before = re.search(r"/sides/\w+\.css", client.get("/about/").content.decode()).group()
    first.sides.update(colour="#111111")
    first.revision += 1
    first.save()
    after = re.search(r"/sides/\w+\.css", client.get("/about/").content.decode()).group()
    assert after != before
    moved = client.get(before)
    assert (moved.status_code, moved["Location"], moved["Cache-Control"]) == (302, after, "no-store")


EMPTY = [
    "/a/west/",
    "/chronology/?atlas=west",
    "/events/?atlas=west",
    "/movements/?atlas=west",
    "/disputes/?atlas=west",
]


@pytest.mark.django_db
@pytest.mark.parametrize("address", EMPTY)
def test_an_empty_atlas_has_a_page_and_lists(client, two_atlases, address):
    page = client.get(address)
    assert page.status_code == 200
    assert "The West" in page.content.decode()


@pytest.mark.django_db
def test_an_empty_atlas_says_what_to_do_until_something_is_published(client, two_atlases):
    first, second = two_atlases
    make_event(first, "elsewhere")
    for address in EMPTY[1:4]:
        page = client.get(address).content.decode()
        assert "Nothing is published in this atlas yet." in page
        assert "/admin/timeline/atlas/first/" in page
    body = "/api/v1/atlases/west/"
    assert client.get(body).json()["note"].startswith("Nothing is published in this atlas yet.")
    assert client.get("/api/v1/atlases/west/whole.json").json()["atlas"]["note"]
    make_event(second, "siege")
    assert client.get(body).json()["note"] == ""
    assert "Nothing is published" not in client.get("/chronology/?atlas=west").content.decode()


@pytest.mark.django_db
def test_links_of_the_head_stay_in_the_atlas_that_is_asked_for(client, two_atlases):
    page = client.get("/chronology/?atlas=west").content.decode()
    assert 'href="/movements/?atlas=west"' in page
    assert 'href="/a/west/"' in page
    assert 'href="/movements/?atlas' not in client.get("/chronology/").content.decode()


@pytest.mark.django_db
def test_a_search_stays_in_the_atlas_that_is_asked_for(client, two_atlases):
    page = client.get("/movements/?atlas=west&q=nothing").content.decode()
    assert '<input type="hidden" name="atlas" value="west">' in page
    assert 'href="/movements/?atlas=west">Clear' in page
    assert 'name="atlas"' not in client.get("/movements/?q=nothing").content.decode()


@pytest.mark.django_db
def test_a_person_of_two_atlases_is_shown_on_the_side_of_each(client, two_atlases):
    first, second = two_atlases
    person = make_person("envoy")
    for atlas, title in ((first, "Here"), (second, "There")):
        make_participation(event=make_event(atlas, title=title), person=person, side="russia")
    page = client.get("/people/envoy/").content.decode()
    assert '<span class="side-token side-russia" title="Russia">' in page
    assert '<span class="side-token side-russia" data-atlas="west" title="The Tsar’s men">' in page
