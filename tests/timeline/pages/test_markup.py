"""Every kind of page is valid to an independent parser and has the structure that assistive technology needs."""

from itertools import pairwise

import pytest

from tests.factories import (
    make_claim,
    make_event,
    make_force,
    make_lesson,
    make_movement,
    make_participation,
    make_person,
    make_place,
)
from timeline.models import Claim, Interpretation

PAGES = (
    "/chronology/", "/events/", "/movements/", "/places/", "/people/", "/forces/", "/sources/", "/claims/", "/atlases/",
    "/disputes/", "/disputes/?status=undecidable", "/disputes/entry:date:on/",
    "/lessons/", "/lessons/?q=nothing-at-all", "/lessons/tour/",
    "/search/", "/search/?q=tehran", "/about/", "/about/reading/", "/events/entry/", "/movements/march/",
    "/places/tehran/",
    "/people/yeprem/", "/forces/gilan/", "/claims/entry-2/", "/chronology/?q=nothing-at-all",
)  # fmt: skip


@pytest.fixture
def written(atlas):
    """A small atlas with one of everything, a disputed date and an interpretation among it."""
    tehran = make_place("tehran", names={"fa": "تهران"}, uncertainty_km=4.0)
    entry = make_event(
        atlas, "entry", on="1909-07-13", place=tehran, title_fa="ورود", summary="They came in.", disputed=True
    )
    claim = make_claim(
        event=entry, face="1909-07-22", edge="on", key="entry-2", as_printed="22 July", calendar="gregorian"
    )
    Interpretation.objects.create(
        claim=claim, method="solar_hijri_month_as_gregorian", value="1909-07-13", arithmetic="22 Tir is 13 July.",
        reason="It is twice so.", by="An editor", on="2026-11-22")  # fmt: skip
    gilan = make_force("gilan")
    make_participation(event=entry, person=make_person("yeprem"), side="constitutionalists")
    make_participation(event=entry, force=gilan, side="constitutionalists")
    make_event(atlas, "before", on="1909-07-11")
    make_event(atlas, "undated")
    karaj = make_place("karaj", latitude=35.84, longitude=50.94)
    make_movement(atlas, "march", force=gilan, legs=((karaj, tehran, "1909-07-11", "1909-07-13"),))
    stop = {"state": "from=1909-07&at=event:entry&side=royalists", "text": "One.\n\nTwo.", "question": "Which?\nWhy?"}
    make_lesson(atlas, "tour", title_fa="درس", summary="A tour.", steps=(stop | {"claim": claim}, {}))
    return Claim.objects.first().source.slug


def _pages(read, written):
    for address in (*PAGES, f"/sources/{written}/"):
        yield address, read(address)


def test_every_kind_of_page_is_valid_and_well_built(read, written, real_maps):
    for address, page in _pages(read, written):
        assert len(list(page.iter("h1"))) == 1, address
        levels = [int(e.tag[1]) for e in page.iter() if e.tag in ("h1", "h2", "h3", "h4")]
        assert all(after - before <= 1 for before, after in pairwise(levels)), (address, levels)
        assert len(list(page.iter("main"))) == 1, address
        assert page.find(".//title").text.endswith("Marchlines"), address
        for table in page.iter("table"):
            assert table.find("caption") is not None, address
            assert all(cell.get("scope") for cell in table.iter("th")), address
        for field in (e for e in page.iter() if e.tag in ("input", "select") and e.get("type") != "hidden"):
            wrapped = any(field in label.iter() for label in page.iter("label"))
            named = any(label.get("for") == field.get("id") for label in page.iter("label") if label.get("for"))
            assert wrapped or named or field.get("aria-label"), (address, field.attrib)
        ids = [e.get("id") for e in page.iter() if e.get("id")]
        assert len(ids) == len(set(ids)), address
        for element in page.iter():
            for name in ("aria-labelledby", "aria-describedby"):
                assert all(target in ids for target in element.get(name, "").split()), (address, element.attrib)


def test_missing_and_withdrawn_pages_are_valid_too_and_offer_search(read, atlas):
    make_event(atlas, "gone", publication="withdrawn")
    for address, status in (("/events/never-was/", 404), ("/events/gone/", 410), ("/nothing/at/all", 404)):
        page = read(address, status)
        assert [f for f in page.iter("form") if f.get("action") == "/search/"], address
