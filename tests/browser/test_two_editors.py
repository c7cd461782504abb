"""Two editors at two browsers: no save goes over another's, and what was is restored and brought back."""

from tests.browser.looking import axe_violations, beyond_the_edge, scrolls_sideways
from tests.browser.screens import PHONE

LIST = "/admin/timeline/event/"
TITLE = "Riot in Mashhad"
BEFORE = "Somebody else has saved this record since you opened it."


def open_event(page, origin: str, title: str = TITLE) -> None:
    page.goto(f"{origin}{LIST}?q={title}")
    page.get_by_role("link", name=title, exact=True).click()
    page.wait_for_url("**/change/**")


def save(page) -> None:
    with page.expect_navigation():
        page.locator("input[name=_continue]").first.click()


def wrong_with(page) -> list[str]:
    found = [*axe_violations(page, "#content"), *beyond_the_edge(page)]
    return [*found, f"{pixels} pixels too wide"] if (pixels := scrolls_sideways(page)) else found


def test_the_second_of_two_editors_sees_both_versions_and_loses_nothing(signed_in, desk_site):
    anna = signed_in("anna", LIST, expected=["inline style"])
    ben = signed_in("ben", LIST, expected=["inline style"], screen=PHONE, reduced_motion="reduce")
    open_event(anna, desk_site)
    open_event(ben, desk_site)
    anna.locator("#id_summary").fill("Anna read it in the report of the consul.")
    anna.locator("#id_importance").fill("4")
    anna.locator("#id_why").fill("As the consul has it.")
    save(anna)
    ben.locator("#id_summary").fill("Ben read it in the memoirs.")
    ben.locator("#id_title_fa").fill("شورش")
    ben.locator("#id_participations-0-role").select_option("captor")
    save(ben)
    assert BEFORE in ben.locator("#content").inner_text()
    assert "As the consul has it." in ben.locator("#content").inner_text()
    found = {}
    for scheme in ("light", "dark"):
        ben.emulate_media(color_scheme=scheme)
        found[scheme] = wrong_with(ben)
    assert found == {"light": [], "dark": []}
    importance, persian, summary = (
        ben.locator("fieldset.clash", has_text=name) for name in ("Importance", "Title in Persian", "Summary")
    )
    assert importance.locator("input[value=theirs]").is_checked()
    assert persian.locator("input[value=mine]").is_checked()
    assert summary.locator("input:checked").count() == 0
    # The browser itself asks for the one that nobody has chosen; the keyboard chooses.
    summary.locator("input[value=theirs]").focus()
    ben.keyboard.press("ArrowRight")
    assert summary.locator("input[value=mine]").is_checked()
    ben.get_by_role("button", name="Save what is chosen").press("Enter")
    ben.wait_for_url("**/change/**")
    ben.locator(".messagelist .success").wait_for()
    open_event(anna, desk_site)
    assert anna.locator("#id_summary").input_value() == "Ben read it in the memoirs."
    assert anna.locator("#id_importance").input_value() == "4"
    assert anna.locator("#id_title_fa").input_value() == "شورش"
    assert anna.locator("#id_participations-0-role").input_value() == "captor"


def test_an_older_version_is_restored_and_a_deleted_event_brought_back(signed_in, desk_site):
    title = "The Gilan army takes Qazvin"
    page = signed_in("anna", LIST, expected=["inline style"], java_script_enabled=False)
    open_event(page, desk_site, title)
    summary = page.locator("#id_summary").input_value()
    page.locator("#id_summary").fill("Something else entirely.")
    save(page)
    page.get_by_role("link", name="History", exact=True).click()
    page.wait_for_url("**/history/**")
    assert page.locator("ins", has_text="Something else entirely.").count() == 1
    page.get_by_role("link", name="Restore this version").click()
    page.wait_for_url("**/restore/**")
    assert page.locator("del", has_text="Something else entirely.").count() == 1
    page.locator("textarea[name=reason]").fill("It was right.")
    page.get_by_role("button", name="Restore it").press("Enter")
    page.wait_for_url("**/history/")
    assert "Restored an older version" in page.locator(".messagelist").inner_text()
    open_event(page, desk_site, title)
    assert page.locator("#id_summary").input_value() == summary
    claims = page.locator("#claims tbody tr").count()
    page.get_by_role("link", name="View on site").first.click()
    page.wait_for_url("**/events/**")
    public = page.url
    page.go_back()
    page.get_by_role("link", name="Delete", exact=True).first.click()
    page.locator("textarea[name=why]").fill("By mistake.")
    page.get_by_role("button", name="Yes, I’m sure").press("Enter")
    page.wait_for_url(f"{desk_site}{LIST}**")
    assert page.request.get(public).status == 404
    page.goto(f"{desk_site}/admin/timeline/act/deleted/")
    assert "By mistake." in page.locator("#content").inner_text()
    page.get_by_role("link", name="Bring it back").first.click()
    page.get_by_role("button", name="Bring it back").press("Enter")
    page.wait_for_url("**/history/")
    assert page.request.get(public).status == 200
    open_event(page, desk_site, title)
    assert page.locator("#claims tbody tr").count() == claims > 0


def test_the_pages_of_histories_fit_a_phone_and_axe_finds_nothing_against_them(signed_in, desk_site):
    page = signed_in("ben", LIST, expected=["inline style"], screen=PHONE, reduced_motion="reduce")
    open_event(page, desk_site)
    page.locator("#id_summary").fill("A summary of many words, to be compared with another of as many words as it.")
    save(page)
    history = page.url.split("?")[0].replace("/change/", "/history/")
    page.goto(history)
    compare = page.locator("ol.versions input[name=from]").last.get_attribute("value")
    latest = page.locator("ol.versions input[name=to]").first.get_attribute("value")
    found = {}
    for path in (history, f"{history}compare/?from={compare}&to={latest}", f"{history}{compare}/restore/",
                 f"{desk_site}/admin/timeline/act/deleted/"):  # fmt: skip
        page.goto(path)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            if wrong := wrong_with(page):
                found[f"{path} {scheme}"] = wrong
    assert found == {}
