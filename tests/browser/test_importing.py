"""A teacher brings in a table of 300 rows with twenty bad ones, mends those, and others go on saving meanwhile."""

import csv
import io
from pathlib import Path

import pytest

from tests.browser.looking import axe_violations, beyond_the_edge, scrolls_sideways
from tests.browser.screens import PHONE
from tests.browser.site import copy, serving
from tests.timeline.importing.bad_rows import BAD, good, rows

DESK = "/admin/timeline/job/"
EVENTS = ("constitution-granted", "entry-into-tehran")


@pytest.fixture(scope="module")
def desk_site(staffed, tmp_path_factory):
    """The origin of an atlas of its own, which its worker runs beside."""
    with serving(copy(staffed, tmp_path_factory.mktemp("school") / "site"), worker=True) as origin:
        yield origin


def table(given: list[dict[str, str]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(given[0]))
    writer.writeheader()
    writer.writerows(given)
    return text.getvalue().encode()


def send(page, name: str, content: bytes) -> None:
    page.set_input_files("#file", {"name": name, "mimeType": "text/csv", "buffer": content})
    page.get_by_role("button", name="Look what it would change").click()
    page.wait_for_url("**/job/*/")


def tallies(page) -> dict[str, int]:
    page.locator(".tallies").wait_for()
    words, numbers = page.locator(".tallies dt").all_inner_texts(), page.locator(".tallies dd").all_inner_texts()
    return dict(zip(words, map(int, numbers), strict=True))


def bring_in(page) -> None:
    page.locator("form[action$='/import/'] button").click()
    page.get_by_role("heading", name="What was brought in").wait_for()


def test_three_hundred_rows_come_in_and_twenty_are_mended_and_sent_again(signed_in, desk_site):
    page = signed_in("anna", DESK, expected=["inline style"], accept_downloads=True)
    send(page, "sources.csv", table([{"slug": "lesson", "title": "A lesson"}]))
    assert tallies(page) == {"added": 1}
    bring_in(page)
    page.goto(f"{desk_site}{DESK}")
    send(page, "claims.csv", table(rows("lesson", EVENTS)))
    assert tallies(page) == {"refused": 20, "added": 280}
    told = page.locator("table.rows tbody tr").all_inner_texts()
    assert [bad.code for bad, row in zip(BAD, told, strict=True) if bad.code not in row] == []
    bring_in(page)
    with page.expect_download() as fetching:
        page.get_by_role("link", name="Fetch the 20 refused rows to mend them").click()
    refused = Path(fetching.value.path()).read_bytes()
    bad_rows = list(csv.DictReader(io.StringIO(refused.decode("utf-8-sig"), newline="")))
    for at, row in enumerate(bad_rows):
        mended = good(15 + at * 14, "lesson", EVENTS)
        row.update({column: mended[column] for column in BAD[at].cells})
    page.goto(f"{desk_site}{DESK}")
    send(page, fetching.value.suggested_filename, table(bad_rows))
    assert tallies(page) == {"added": 20}
    bring_in(page)
    page.goto(f"{desk_site}/admin/timeline/claim/?q=lesson-")
    assert "300" in page.locator(".paginator").inner_text()


def big(count: int) -> bytes:
    events = ({"slug": f"big-{n}", "title": f"Big {n}", "kind": "battle", "theatre": "tehran"} for n in range(count))
    return table(list(events))


def test_two_editors_save_while_a_large_file_is_looked_through_and_brought_in(signed_in, desk_site):
    page = signed_in("anna", DESK, expected=["inline style"])
    other = signed_in("ben", "/admin/timeline/person/", expected=["inline style"])
    third = signed_in("ben", "/admin/timeline/force/", expected=["inline style"])
    for editor in (other, third):
        editor.locator("#result_list tbody a").first.click()
        editor.locator("[name=note]").wait_for()
    send(page, "events.csv", big(4000))
    for step in ("check", "import"):
        if step == "import":
            tallies(page)
            page.locator("form[action$='/import/'] button").click()
        for editor in (other, third):
            editor.fill("[name=note]", f"Saved while a job was at its {step}.")
            editor.locator("[name=_continue]").first.click()
            editor.locator(".messagelist .success").wait_for()
    page.get_by_role("heading", name="What was brought in").wait_for(timeout=60_000)
    assert tallies(page) == {"added": 4000}


def test_an_import_is_cancelled_without_javascript_and_its_pages_fit_a_phone(signed_in, desk_site):
    page = signed_in("anna", DESK, expected=["inline style"], screen=PHONE, reduced_motion="reduce")
    found = {}

    def look(name: str) -> None:
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            # Loaded in it: the admin's links change their colour slowly.
            page.reload()
            sideways = [f"{pixels} pixels too wide"] if (pixels := scrolls_sideways(page)) else []
            if wrong := [*axe_violations(page, "#content"), *beyond_the_edge(page), *sideways]:
                found[f"{name} {scheme}"] = wrong

    look("front")
    send(page, "claims.csv", table(rows("triumph-of-tehran", EVENTS, 300)[:40]))
    page.locator(".tallies").wait_for()
    look("checked")
    address = page.url
    page.goto(f"{desk_site}{DESK}export/?atlas=persian-constitutional-revolution&format=events.csv")
    look("losses")
    plain = signed_in("anna", DESK, expected=["inline style"], java_script_enabled=False)
    plain.goto(address)
    plain.get_by_role("button", name="Cancel the import").click()
    assert "Cancelled: nothing of this file was brought in." in plain.locator(".messagelist").inner_text()
    assert found == {}
