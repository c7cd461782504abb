"""The atlas as one source tells it, and two tellings side by side: other days, other marches, one address."""

import re

import pytest

from tests.browser.looking import axe_violations, drawn, scrolls_sideways
from tests.browser.screens import PHONE

JULY = "from=1909-07-01&to=1909-07-31&day=1909-07-13"
TRIUMPH, RUSSIAN = "triumph-of-tehran", "russian-involvement"
NAMES = {TRIUMPH: "Wikipedia, “Triumph of Tehran”", RUSSIAN: "Wikipedia, “Russian involvement”"}


def _settled(page, source: str) -> None:
    """Wait until the page says who tells it and the timeline has listed what it shows."""
    drawn(page)
    page.locator(".shown-words", has_text=f"as {NAMES[source]} tells it").wait_for()
    page.locator(".timeline-list button").first.wait_for(state="attached")
    page.locator(".map-list button").first.wait_for(state="attached")


def _told(page) -> tuple[list[str], list[str], str]:
    """What stands on the timeline, on the map and in the sentence."""
    lists = (page.locator(f".{pane}-list button").all_inner_texts() for pane in ("timeline", "map"))
    return *lists, page.locator(".shown-words").inner_text()


def test_two_sources_tell_two_julys_and_each_comes_back_by_its_address(visitor):
    reader = visitor()
    seen = {}
    for source in (TRIUMPH, RUSSIAN):
        page = reader.visit(f"/?{JULY}&according_to={source}")
        _settled(page, source)
        seen[source] = _told(page)
        page.reload()
        _settled(page, source)
        assert _told(page) == seen[source]
        copied = re.sub(r"^https?://[^/]+", "", page.url)
        again = reader.visit(copied)
        _settled(again, source)
        assert _told(again) == seen[source]
    triumph, russian = seen.values()
    assert all(one != other for one, other in zip(triumph, russian, strict=True))
    # The fall of Tehran day by day is told by the one, the years of occupation by the other.
    on_the_axis = [" ".join(one[0]) for one in (triumph, russian)]
    assert "Entry into Tehran, between 13 and 22 July 1909" in on_the_axis[0]
    assert "Entry into Tehran" not in on_the_axis[1]
    assert "Russian occupation of Azerbaijan" in on_the_axis[1]
    assert "Russian occupation of Azerbaijan" not in on_the_axis[0]
    on_the_map = [" ".join(one[1]) for one in (triumph, russian)]
    assert "Gilan army" in on_the_map[0]
    assert "Gilan army" not in on_the_map[1]
    assert "Tabriz" in on_the_map[1]


def test_the_page_counts_what_the_api_counts_whoever_tells_it(visitor):
    page = visitor().visit(f"/?{JULY}")
    drawn(page)
    sources = [
        one["id"] for one in page.evaluate("async () => (await (await fetch('/api/v1/sources/')).json()).results")
    ]
    assert len(sources) == 5
    for source in sources:
        page.goto(f"/?{JULY}&according_to={source}")
        drawn(page, events=False)
        page.locator(".shown-words", has_text="tells it").wait_for()
        counts = [
            page.evaluate(
                "async (query) => (await (await fetch(`/api/v1/events/?${query}`)).json()).count",
                f"according_to={source}{days}",
            )
            for days in ("&from=1909-07-01&to=1909-07-31", "")
        ]
        assert page.locator(".shown-words").inner_text().startswith("{} of {} events:".format(*counts)), source


def test_the_view_menu_changes_who_tells_it_by_keyboard_and_the_back_button_undoes_it(visitor):
    page = visitor().visit(f"/?{JULY}")
    drawn(page)
    page.locator(".timeline-list button", has_text="Entry into Tehran").wait_for(state="attached")
    before = page.locator(".shown-words").inner_text()
    page.locator(".view-menu").focus()
    page.keyboard.press("Enter")
    teller = page.get_by_label("As told by")
    teller.focus()
    teller.select_option(label=NAMES[RUSSIAN])
    _settled(page, RUSSIAN)
    page.wait_for_url(f"**according_to={RUSSIAN}**")
    assert page.evaluate("() => document.activeElement.dataset.key") == "according_to"
    page.get_by_label("Beside it, in outline").select_option(label=NAMES[TRIUMPH])
    page.wait_for_url(f"**compare={TRIUMPH}**")
    page.locator(".timeline-list button", has_text=f"told by {NAMES[TRIUMPH]} alone").first.wait_for(state="attached")
    page.go_back()
    page.locator(".shown-words").filter(has_not_text="in outline").wait_for()
    assert "compare" not in page.url
    page.go_back()
    page.locator(".shown-words", has_text=before).wait_for()
    page.go_forward()
    _settled(page, RUSSIAN)


def test_a_second_telling_stands_beside_the_first_in_outline_and_the_legend_says_so(visitor):
    reader = visitor()
    alone = reader.visit(f"/?{JULY}&according_to={TRIUMPH}")
    _settled(alone, TRIUMPH)
    page = reader.visit(f"/?{JULY}&according_to={TRIUMPH}&compare={RUSSIAN}")
    _settled(page, TRIUMPH)
    axis, plate, sentence = _told(page)
    assert f"in outline as {NAMES[RUSSIAN]} tells it" in sentence
    beside = [line for line in axis if f"told by {NAMES[RUSSIAN]} alone" in line]
    assert any("Mohammad Ali Shah deposed" in line for line in beside)
    assert len(axis) > len(alone.locator(".timeline-list button").all_inner_texts())
    assert any(line.endswith(f"as {NAMES[RUSSIAN]} tells it") for line in plate)
    legend = page.locator(".map-legend").inner_text()
    assert f"filled: {NAMES[TRIUMPH]}" in legend
    assert f"outline: {NAMES[RUSSIAN]}" in legend
    page.locator(".shown").get_by_role("button", name="All sources").click()
    page.locator(".shown-words", has_text="all sides").wait_for()
    assert page.locator(".map-legend", has_text="outline:").count() == 0


@pytest.mark.parametrize("screen", [PHONE, (1280, 800)])
def test_who_tells_it_is_said_on_every_screen_without_harm(visitor, screen):
    page = visitor(screen=screen, scheme="dark").visit(f"/?{JULY}&according_to={TRIUMPH}&compare={RUSSIAN}")
    drawn(page)
    said = page.locator(".telling-over-map" if screen == PHONE else ".shown-words")
    said.filter(has_text=f"as {NAMES[TRIUMPH]} tells it").wait_for()
    assert scrolls_sideways(page) == 0
    assert axe_violations(page) == []


def test_a_source_that_is_not_there_is_a_sentence_and_the_whole_atlas(visitor):
    page = visitor().visit(f"/?{JULY}&according_to=nobody")
    drawn(page)
    page.locator("#notes", has_text="This atlas holds no “nobody” under “according_to”").wait_for()
    assert "all sides" in page.locator(".shown-words").inner_text()


def test_a_panel_says_what_the_one_source_prints_and_search_finds_what_it_tells(visitor):
    page = visitor().visit(f"/?{JULY}&according_to={TRIUMPH}&at=event:liakhov-surrenders")
    drawn(page)
    page.locator("#panel .telling-line", has_text=f"As {NAMES[TRIUMPH]} prints it: 25 July 1909.").wait_for()
    page.goto(f"/?{JULY}&according_to={TRIUMPH}&at=event:russian-occupation")
    page.locator("#panel .telling-line", has_text="does not mention it").wait_for()
    page.locator("#search").fill("occupation of Azerbaijan")
    page.locator("#search-results").wait_for(state="attached")
    assert page.get_by_role("option").filter(has_text="Russian occupation of Azerbaijan").count() == 0
