"""An editor enters a march of three legs and puts them in order, and makes an atlas of her own."""

import pytest

from tests.browser.looking import axe_violations, beyond_the_edge, drawn, scrolls_sideways
from tests.browser.screens import PHONE
from tests.browser.site import manage

MARCH = """
from timeline.models import Claim, Movement, Source
march = Movement.objects.get(slug="gilan-march-on-tehran")
new = Movement.objects.create(slug="three-legs", atlas=march.atlas, theatre=march.theatre, title="Three legs")
Claim.objects.create(key="three-legs-1", source=Source.objects.first(), movement=new, attribute="strength",
                     as_printed="300 men", publication="published")
Movement.objects.filter(pk=new.pk).update(published_claims=1)
print(new.pk)
"""


@pytest.fixture(scope="module", autouse=True)
def three_legs(desk_site, desk_data):
    """A march without legs."""
    manage(desk_data, "shell", "--verbosity=0", "--command", MARCH)


def opened(signed_in, path: str, **options):
    """A page of the admin, as its head sees it."""
    return signed_in("head", path, expected=["inline style"], **options)


def rows(page) -> list[str]:
    return [text.strip() for text in page.locator("#legs-list > li.leg:visible .leg-way").all_inner_texts()]


def ways(page, *expected: str) -> None:
    """Wait until the rows say these ways, in this order."""
    page.wait_for_function(
        """(expected) => [...document.querySelectorAll("#legs-list > li.leg")].filter((row) => row.checkVisibility())
             .map((row) => row.querySelector(".leg-way").textContent).join() === expected""",
        arg=",".join(expected),
    )


def choose(page, name: str, typed: str, offered: str) -> None:
    """Type into a field of places, and take the first that is offered, by keys."""
    field = page.locator(f"[name={name}]")
    field.press_sequentially(typed)
    field.locator("xpath=following-sibling::ul").get_by_role("option", name=offered).first.wait_for()
    field.press("ArrowDown")
    field.press("Enter")


def publish(page) -> None:
    """Save the form, look at what goes along, and publish it."""
    page.get_by_role("button", name="Save and publish").first.click()
    page.get_by_role("button", name="Publish", exact=True).click()
    page.get_by_text("published.").first.wait_for()


def test_a_march_of_three_legs_is_put_in_order_by_key_and_by_drag(signed_in, desk_site):
    listed = "/admin/timeline/movement/?q=three-legs"
    page = opened(signed_in, listed, screen=(1600, 1000))
    page.get_by_role("link", name="Three legs").click()
    page.get_by_role("button", name="Add the first leg").click()
    choose(page, "legs-0-start", "Enzeli", "Anzali")
    choose(page, "legs-0-end", "Rasht", "Rasht")
    ways(page, "Anzali → Rasht")
    page.get_by_role("button", name="Add a leg from Rasht").press("Enter")
    choose(page, "legs-1-end", "Kazvin", "Qazvin")
    page.get_by_role("button", name="Add a leg from Qazvin").press("Enter")
    choose(page, "legs-2-end", "Karaj", "Karaj")
    ways(page, "Anzali → Rasht", "Rasht → Qazvin", "Qazvin → Karaj")
    page.wait_for_function("() => /km in all/.test(document.getElementById('legs-total').textContent)")
    stop = page.locator("#legs-list > li:visible").nth(2).get_by_role("combobox", name="Add a stop: type a name")
    stop.press_sequentially("Yengi")
    page.get_by_role("option", name="Yengi Imam").wait_for()
    stop.press("Enter")
    page.get_by_role("button", name="Yengi Imam: take out").wait_for()

    handle = page.get_by_role("button", name="Drag leg 3,")
    handle.press("ArrowUp")
    ways(page, "Anzali → Rasht", "Qazvin → Karaj", "Rasht → Qazvin")
    assert page.locator("#legs-said").inner_text() == "Qazvin → Karaj is now leg 2 of 3."
    assert page.evaluate("() => document.activeElement.ariaLabel").startswith("Drag leg 2,")
    page.get_by_role("button", name="Move leg 2 up").press("Enter")
    ways(page, "Qazvin → Karaj", "Anzali → Rasht", "Rasht → Qazvin")

    grip = page.get_by_role("button", name="Drag leg 1,")
    grip.scroll_into_view_if_needed()
    box, last = grip.bounding_box(), page.locator("#legs-list > li.leg:visible").nth(2).bounding_box()
    page.mouse.move(box["x"] + 8, box["y"] + 8)
    page.mouse.down()
    page.mouse.move(box["x"] + 8, last["y"] + last["height"] / 2, steps=8)
    page.mouse.move(box["x"] + 8, last["y"] + last["height"] - 4, steps=4)
    page.mouse.up()
    ways(page, "Anzali → Rasht", "Rasht → Qazvin", "Qazvin → Karaj")
    page.locator("input[name=_continue]").first.click()
    page.locator(".messagelist .success").wait_for()
    assert rows(page) == ["Anzali → Rasht", "Rasht → Qazvin", "Qazvin → Karaj"]

    publish(page)
    page.goto(f"{desk_site}/movements/three-legs/")
    told = page.locator("table.legs th.way").all_inner_texts()
    assert [" ".join(text.split()) for text in told] == [
        "Anzali → Rasht route inferred",
        "Rasht → Qazvin route inferred",
        "Qazvin → Karaj by way of Yengi Imam route inferred",
    ]


def test_an_atlas_of_ones_own_has_its_page(signed_in, desk_site):
    page = opened(signed_in, "/admin/timeline/atlas/first/", screen=(1280, 900))
    page.get_by_role("link", name="Begin a new atlas").click()
    page.fill("#id_title", "The Young Turks")
    page.fill("#id_window_from", "Tir 1287")
    page.fill("#id_window_to", "Sha'ban 1326")
    page.get_by_text("22 June 1908").wait_for()
    page.get_by_text("26 September 1908").wait_for()
    for edge, degrees in {"west": "18", "south": "34", "east": "42", "north": "45"}.items():
        page.fill(f"#id_{edge}", degrees)
    corner = page.get_by_role("button", name="North-eastern corner")
    corner.press("ArrowRight")
    assert float(page.input_value("#id_east")) > 42
    page.locator("#theatres-group").get_by_role("button", name="Add another").click()
    page.fill("#id_theatres-0-label_en", "Salonica")
    for at, (name, colour, line, token) in enumerate(
        [("Committee", "#005F73", "beaded", "hexagon"), ("Palace", "#8A3F00", "double", "triangle")]
    ):
        page.locator("#sides-group").get_by_role("button", name="Add another").click()
        page.fill(f"#id_sides-{at}-label_en", name)
        page.fill(f"#id_sides-{at}-colour", colour)
        page.locator(f"#sides-{at}").get_by_label(line).check()
        page.locator(f"#sides-{at}").get_by_label(token).check()
    page.get_by_text("“Committee” and “Palace” differ by").wait_for()
    publish(page)
    page.goto(f"{desk_site}/a/the-young-turks/")
    drawn(page, events=False)
    page.get_by_text("Nothing is published in this atlas yet.").wait_for()
    inks = page.evaluate(
        "(sides) => sides.map((side) => getComputedStyle(document.body).getPropertyValue(`--side-${side}`))",
        ["committee", "palace", "royalists"],
    )
    assert inks == ["#005F73", "#8A3F00", ""]


# Django's own boxes to choose from are not ours to mend: axe looks at what is.
PAGES = {
    "atlas/1/change/": ".field-window_from, .atlas-bounds, #sides-group, #sides-told",
    "atlas/first/?atlas=1": "#content",
    "movement/1/change/": "#legs-group",
}


def test_the_forms_fit_a_phone_and_axe_finds_nothing_of_ours_against_them(signed_in, desk_site):
    page = opened(signed_in, "/admin/", screen=PHONE, reduced_motion="reduce")
    found = {}
    for path, ours in PAGES.items():
        page.goto(f"{desk_site}/admin/timeline/{path}")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            sideways = [f"{pixels} pixels too wide"] if (pixels := scrolls_sideways(page)) else []
            if wrong := [*axe_violations(page, ours), *beyond_the_edge(page), *sideways]:
                found[f"{path} {scheme}"] = wrong
    assert found == {}
