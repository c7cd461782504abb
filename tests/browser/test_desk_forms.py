"""Forms of the desk take the keyboard where work begins, lose nothing, are sent once, and fit their screens."""

from tests.browser.looking import axe_violations, beyond_the_edge, scrolls_sideways
from tests.browser.screens import LAPTOP
from tests.browser.test_rearranging import EVENT_LIST

ADD = "/admin/timeline/source/add/"
MARCH = "/admin/timeline/movement/add/"
ZOOMED = (640, 400)

# The desk's scripts have done what they do when a page has loaded.
FOCUSED = "(id) => document.readyState === 'complete' && document.activeElement?.id === id"
CUT = "() => [...document.querySelectorAll('.results')].map((one) => one.scrollWidth - one.clientWidth)"


def test_a_new_record_begins_in_its_first_field_and_a_refused_one_where_it_is_to_be_mended(signed_in, desk_site):
    page = signed_in("head")
    page.goto(f"{desk_site}{ADD}")
    page.wait_for_function(FOCUSED, arg="id_title")
    page.keyboard.type("Memoirs of a clerk")
    page.locator("#id_language").fill("")
    page.locator("#id_language").press("Enter")
    page.locator(".errorlist").wait_for()
    page.wait_for_function(FOCUSED, arg="id_language")
    page.goto(f"{desk_site}{MARCH}")
    page.wait_for_function(FOCUSED, arg="id_title")
    page.keyboard.type("A ride")
    page.locator("#id_slug").press("Enter")
    page.get_by_text("Choose the lane it stands in.", exact=True).wait_for()


def test_a_changed_form_asks_before_it_is_left_and_a_saved_one_goes_once(signed_in, desk_site):
    page = signed_in("head")
    asked, sent = [], []

    def answer(dialog):
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", answer)
    page.on("request", lambda request: request.method == "POST" and sent.append(request.url))
    page.goto(f"{desk_site}{ADD}")
    page.wait_for_function(FOCUSED, arg="id_title")
    page.get_by_role("link", name="Home").click()
    page.wait_for_url(f"{desk_site}/admin/")
    assert asked == []
    page.goto(f"{desk_site}{ADD}")
    page.wait_for_function(FOCUSED, arg="id_title")
    page.keyboard.type("Letters of a courier")
    with page.expect_event("dialog"):
        page.get_by_role("link", name="Home").click(no_wait_after=True)
    assert asked == ["beforeunload"]
    assert page.locator("#id_title").input_value() == "Letters of a courier"
    page.evaluate("() => { const save = document.querySelector('[name=_save]'); save.click(); save.click(); }")
    page.wait_for_url(f"{desk_site}/admin/timeline/source/")
    assert asked == ["beforeunload"]
    assert len(sent) == 1
    assert page.locator("#result_list a", has_text="Letters of a courier").count() == 1


def test_an_answer_to_what_was_typed_before_opens_no_list_again(signed_in, desk_site):
    page = signed_in("head")
    held = []
    page.route("**/movement/places/?q=*", lambda route: held.append(route))
    page.goto(f"{desk_site}{MARCH}")
    page.wait_for_function(FOCUSED, arg="id_title")
    page.locator(".leg-add").click()
    field = page.locator(".leg:not([hidden]) [data-place=one]").first
    with page.expect_request("**/movement/places/?q=*"):
        field.press_sequentially("Rasht")
    with page.expect_event("requestfailed"):
        field.press("ControlOrMeta+a")
        field.press("Delete")
    assert page.locator(".places-found:not([hidden])").count() == 0
    # A stop taken along with its leg is not on the leg that comes after it.
    page.unroute("**/movement/places/?q=*")
    adder = page.locator(".leg:not([hidden]) .via-adder")
    adder.press_sequentially("Qazvin")
    page.locator(".places-found:not([hidden]) li").first.wait_for()
    adder.press("Enter")
    assert page.locator(".leg:not([hidden]) .via-list li").count() == 1
    page.locator(".leg:not([hidden]) [data-tool=remove]").click()
    page.locator(".leg-add").click()
    assert page.locator(".leg:not([hidden]) .via-list li").count() == 0


def test_what_a_save_says_stands_where_the_page_leads(signed_in, desk_site):
    page = signed_in("head")
    page.goto(f"{desk_site}{EVENT_LIST}99/change/")
    page.locator("#claims a", has_text="place").first.click()
    page.locator("#id_source + .select2 .select2-selection").press("Enter")
    page.keyboard.type("Triumph")
    page.locator(".select2-results__option--highlighted", has_text="Triumph").first.wait_for()
    page.keyboard.press("Enter")
    page.locator("#id_as_printed").fill("a hole in the text")
    page.locator("#id_gap").fill("name of the place")
    page.locator("[name=_save]").first.click()
    page.wait_for_url("**/change/#claims")
    said = page.locator("#claims .messagelist", has_text="is kept")
    said.wait_for()
    assert said.evaluate("(one) => one.getBoundingClientRect().top >= 0")


LISTS = ("timeline/event/", "timeline/claim/", "timeline/source/", "timeline/movement/", "geo/place/", "timeline/name/")
SCREENS = (
    *LISTS[:5], "timeline/event/add/", "timeline/movement/1/change/", "geo/place/add/", "timeline/atlas/1/change/",
    "timeline/side/add/", "timeline/job/", "auth/user/add/", "auth/group/1/change/",
)  # fmt: skip


def test_lists_show_every_column_on_a_laptop_and_axe_finds_nothing_against_the_main_screens(signed_in, desk_site):
    page = signed_in("head", screen=LAPTOP, reduced_motion="reduce", expected=["inline style"])
    found = {}
    for path in (*SCREENS, LISTS[5]):
        page.goto(f"{desk_site}/admin/{path}")
        page.wait_for_load_state()
        wrong = [f"{pixels} pixels cut" for pixels in page.evaluate(CUT) if pixels > 1]
        if path in SCREENS:
            wrong += axe_violations(page, "body")
        if wrong:
            found[path] = wrong
    # 1280 by 800 at 200 %.
    page.set_viewport_size({"width": ZOOMED[0], "height": ZOOMED[1]})
    for path in ("timeline/event/", "timeline/event/99/change/", "timeline/movement/1/change/"):
        page.goto(f"{desk_site}/admin/{path}")
        sideways = [f"{pixels} pixels too wide"] if (pixels := scrolls_sideways(page)) else []
        if wrong := [*beyond_the_edge(page), *sideways]:
            found[f"{path} at 200 %"] = wrong
    assert found == {}
