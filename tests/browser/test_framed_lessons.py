"""A lesson in a frame of another site: shown by the element, by the state of an atlas, by a message, at every size."""

import pytest

from tests.browser.looking import axe_violations, beyond_the_edge, drawn, scrolls_sideways
from tests.browser.screens import PHONE
from tests.browser.test_embedding import element, heard, host, strict
from tests.browser.test_lessons import FIRST, LESSON, SECOND, THIRD, shows, site

# The fixtures of those files are used by name.
__all__ = ["host", "site"]


def _origin(site: str) -> str:
    return "/".join(site.split("/")[:3])


def test_another_site_leads_through_the_lesson_and_hears_of_each_step(site, host):
    page, _reader = host(element(site, f'lesson="{LESSON}"'), strict(_origin(site)))
    ready = heard(page, "ready")
    assert (ready["lesson"], ready["kind"]) == (LESSON, "atlas")
    assert heard(page, "step", "step", 1)["lesson"] == LESSON
    frame = page.frames[1]
    shows(frame, FIRST)
    assert frame.get_by_role("button", name="Leave the lesson").count() == 0
    steps = page.evaluate("history.length")
    frame.get_by_role("button", name="The next step").click()
    told = heard(page, "step", "step", 2)
    assert f"lesson={LESSON}&step=2" in told["address"]
    assert heard(page, "select", "at", "event:entry-into-tehran")["title"] == "Entry into Tehran"
    page.evaluate("document.querySelector('march-lines').showStep(3)")
    heard(page, "step", "step", 3)
    shows(frame, THIRD)
    # What is no step is passed over.
    page.evaluate(
        """() => {
          const frame = document.querySelector("march-lines").shadowRoot.querySelector("iframe").contentWindow;
          const ask = (message) => frame.postMessage({ marchlines: 1, type: "step", ...message }, "*");
          for (const step of [0, 9, -1, "x", null, {}, [2, 1]]) ask({ step });
          ask({ lesson: "of-nobody/..", step: 1 });
          document.querySelector("march-lines").step = 1;
        }"""
    )
    heard(page, "day", "day", "1909-07-11")
    shows(frame, FIRST)
    assert page.evaluate("history.length") == steps
    assert page.evaluate("document.querySelector('march-lines').step") == 1


def test_a_frame_of_the_atlas_is_led_into_a_lesson_by_its_state_or_by_a_message(site, host):
    atlas = 'atlas="persian-constitutional-revolution"'
    page, _reader = host(element(site, f'{atlas} lesson="{LESSON}" step="2"'), strict(_origin(site)))
    heard(page, "day", "day", "1909-07-13")
    shows(page.frames[1], SECOND)
    plain, _reader = host(element(site, atlas), strict(_origin(site)))
    heard(plain, "ready")
    assert plain.frames[1].locator("#lesson").count() == 0
    plain.evaluate(
        """(lesson) => document.querySelector("march-lines").shadowRoot.querySelector("iframe").contentWindow
          .postMessage({ marchlines: 1, type: "step", lesson, step: 2 }, "*")""",
        LESSON,
    )
    assert heard(plain, "step", "step", 2)["lesson"] == LESSON
    shows(plain.frames[1], SECOND)


@pytest.mark.parametrize("size", [(320, 400), PHONE, (640, 480), (1200, 800)], ids=lambda size: f"{size[0]}")
def test_the_framed_lesson_fits_its_frame(visitor, size):
    page = visitor(screen=size, reduced_motion="reduce").visit(f"/embed/lessons/{LESSON}/")
    drawn(page)
    shows(page, FIRST)
    assert scrolls_sideways(page) == 0
    assert beyond_the_edge(page) == []
    assert page.locator("#map-pane").bounding_box()["height"] >= 60
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        assert axe_violations(page) == [], scheme
