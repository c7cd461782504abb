"""The page of all disputes, and the page of each: what is told, what is drawn, what a filter leaves."""

from collections import OrderedDict
from urllib.parse import urlencode

import pytest

from tests.factories import (
    make_atlas,
    make_claim,
    make_event,
    make_movement,
    make_place,
    make_relation,
    make_source,
)
from tests.timeline.pages.conftest import text
from tests.timeline.pages.dispute_markup import of_class, rows
from timeline.models import Atlas, Decision, FormerSlug, Interpretation
from timeline.resolving import resolve_atlas

DATE, ORDER, MEN, MARCH = "entry:date:on", "entry:sequence:fall", "camp:strength:men", "march/1:sequence"


@pytest.fixture(scope="module")
def told(lasting):
    """A date explained, with a copy; an order decided; numbers open; a march that arrives before it leaves."""
    atlas = make_atlas()
    one, two = make_source("one", title="First book"), make_source("two", title="Second book")
    copy = make_source("copy", title="Third, a copy", based_on=one)
    entry = make_event(atlas, "entry", on="1909-07-22", source=one, title="Entry")
    make_claim(event=entry, face="1909-07-13", edge="on", source=two, as_printed="13 July", key="right")
    make_claim(event=entry, face="1909-07-22", edge="on", source=copy, as_printed="July 22", key="repeated")
    for key in ("one-1", "repeated"):
        Interpretation.objects.create(
            claim=entry.claims.get(key=key), method="solar_hijri_month_as_gregorian", value="1909-07-13",
            arithmetic="22 Tir is 13 July.", reason="Nothing else fits.", by="An editor", on="2026-11-22")  # fmt: skip
    fall = make_event(atlas, "fall", on="1909-07-10", source=one, title="Fall")
    relation = make_relation(fall, "after", entry)
    Decision.objects.create(atlas=atlas, relation=relation, attribute="sequence", claim=relation.claims.get(),
                            reason="The order is told twice.", by="An editor", on="2026-11-29")  # fmt: skip
    camp = make_event(atlas, "camp", on="1908", source=one, title="Camp")
    for source, men in ((one, 300), (two, 3000)):
        make_claim(event=camp, attribute="strength", low=men, high=men, unit="men", source=source)
    make_movement(atlas, "march", title="March", legs=((make_place(), make_place(), "1909-07-05", "1909-07-01"),))
    resolve_atlas(atlas)


@pytest.fixture
def disputed(told, db):
    return Atlas.objects.get()


def asked(read, **query):
    """The list that this question is answered with; a key may have no value, as a form sends it."""
    return read(f"/disputes/?{urlencode(query)}")


def test_every_dispute_stands_on_the_page_at_its_own_anchor_by_date(read, disputed):
    assert list(rows(read("/disputes/"))) == [MARCH, ORDER, DATE, MEN]


@pytest.mark.parametrize("name", [DATE, ORDER, MEN, MARCH])
def test_each_has_a_page_of_its_own_that_tells_the_same(read, disputed, name):
    page = read(f"/disputes/{name}/")
    assert len(list(page.iter("h1"))) == 1
    (alone,) = page.iter("article")
    listed = rows(read("/disputes/"))[name]
    assert [text(e) for e in of_class(alone, "said")] == [text(e) for e in of_class(listed, "said")]


def test_a_dispute_alone_names_the_day_in_its_middle_and_leads_to_its_neighbours(read, disputed):
    page = read(f"/disputes/{DATE}/")
    (ruler,) = of_class(page, "dispute-ruler")
    assert "13 July 1909" in text(ruler)
    leads = {a.get("rel"): a.get("href") for a in page.iter("a") if a.get("rel") in ("prev", "next")}
    assert leads == {"prev": f"/disputes/{ORDER}/", "next": f"/disputes/{MEN}/"}


def test_statements_stand_side_by_side_as_printed_with_their_place_and_a_link(read, disputed):
    row = rows(read("/disputes/"))[DATE]
    said = of_class(row, "said")
    assert len(said) == 2
    words = [text(each) for each in said]
    assert words[1].startswith("2 13 July 13 July 1909 · accepted Second book")
    assert {a.get("href") for each in said for a in each.iter("a")} >= {"/claims/one-1/", "/claims/right/"}


def test_a_copy_stands_under_its_original_and_is_not_counted(read, disputed):
    row = rows(read("/disputes/"))[DATE]
    (original,) = [each for each in of_class(row, "said") if "repeated by" in text(each)]
    assert "First book" in text(original)
    assert "Third, a copy" in text(original)
    assert "2 independent witnesses" in text(row)
    assert len(of_class(row, "copy-ring")) == 1


def test_why_who_and_when_are_told_of_an_accepted_reading_and_of_a_decision(read, disputed):
    page = rows(read("/disputes/"))
    explained, decided, still_open = text(page[DATE]), text(page[ORDER]), text(page[MEN])
    for words in ("22 Tir is 13 July.", "is held to mean 13 July 1909", "Nothing else fits.", "An editor, 22 November"):
        assert words in explained
    for words in ("The order is told twice.", "An editor, 29 November 2026", "stands", "decided"):
        assert words in decided
    assert "No editor has accepted an explanation" in still_open


def test_undecidable_is_said(read, disputed, monkeypatch):
    # An update leaves no stamp by which what was reckoned before would be out of date.
    monkeypatch.setattr("timeline.kept_disputes._kept", OrderedDict())
    Decision.objects.filter(attribute="sequence").update(claim=None)
    resolve_atlas(disputed)
    assert "Undecidable." in text(rows(read("/disputes/"))[ORDER])


def test_days_are_drawn_where_there_are_days_and_words_say_where_there_are_none(read, disputed):
    page = rows(read("/disputes/"))
    assert len(of_class(page[DATE], "day-axis")) == len(of_class(page[ORDER], "day-axis")) == 1
    assert len(of_class(page[MARCH], "day-axis")) == 1
    assert of_class(page[MEN], "day-axis") == []
    assert "a disagreement in words" in text(page[MEN])
    (drawn,) = of_class(page[DATE], "day-axis")
    assert "13 July 1909, accepted" in drawn.get("aria-label")
    assert "22 July 1909, claimed, 9 days later" in drawn.get("aria-label")


def test_what_contradicts_an_order_is_drawn_on_a_line_a_thing(read, disputed):
    names = [text(e) for e in of_class(rows(read("/disputes/"))[ORDER], "track-name")]
    assert names == ["told first: Entry", "told later: Fall"]


def test_it_leads_to_what_it_is_about_to_the_atlas_at_that_moment_and_to_its_data(read, disputed):
    links = {a.get("href") for a in rows(read("/disputes/"))[DATE].iter("a")}
    assert {"/events/entry/", f"/disputes/{DATE}/", f"/api/v1/disputes/{DATE}/"} <= links
    (moment,) = [link for link in links if link.startswith("/?")]
    assert "day=1909-07-13" in moment
    assert "at=event:entry" in moment
    assert "/movements/march/" in {a.get("href") for a in rows(read("/disputes/"))[MARCH].iter("a")}


@pytest.mark.parametrize(
    ("query", "found", "sentence"),
    [
        ({}, {DATE, ORDER, MEN, MARCH}, "4 disagreements"),
        ({"kind": "number"}, {MEN}, "1 of 4 disagreements: numbers"),
        ({"attribute": "sequence"}, {ORDER, MARCH}, "2 of 4 disagreements: sequence"),
        ({"status": "explained"}, {DATE}, "1 of 4 disagreements: explained"),
        ({"explained_by": "old_style"}, set(), "0 of 4 disagreements: Old Style date taken for New Style"),
        ({"event": "fall"}, {ORDER}, "1 of 4 disagreements: about “Fall”"),
        ({"source": "copy"}, {DATE, ORDER}, "told by Third, a copy"),
        ({"status": "", "event": ""}, {DATE, ORDER, MEN, MARCH}, "4 disagreements"),
        ({"unknown": "1"}, {DATE, ORDER, MEN, MARCH}, "4 disagreements"),
    ],
)
def test_a_filter_leaves_what_the_api_leaves_and_says_so(read, client, disputed, query, found, sentence):
    page = asked(read, **query)
    assert set(rows(page)) == found
    (said,) = of_class(page, "filter-sentence")
    assert sentence in text(said)
    clear = [a for a in said.iter("a") if a.get("href") == "/disputes/"]
    assert len(clear) == (len(found) < 4)
    (alternate,) = [e for e in page.iter("link") if e.get("type") == "application/json"]
    assert {each["id"] for each in client.get(alternate.get("href")).json()["results"]} == found


def test_every_choice_says_how_many_it_would_show_without_its_own_filter(read, disputed):
    page = asked(read, kind="number", status="open")
    chips = {text(a).rpartition(" ")[0]: text(a).rpartition(" ")[2] for a in of_class(page, "chip")}
    assert chips == {"Numbers": "1", "Order": "1"}
    (status,) = [e for e in page.iter("select") if e.get("name") == "status"]
    assert [text(option) for option in status.iter("option")] == ["all", "open (1)"]


def test_a_chip_keeps_the_other_filters_and_the_one_in_use_takes_itself_away(read, disputed):
    chips = {text(a).rpartition(" ")[0]: a for a in of_class(asked(read, status="open", kind="number"), "chip")}
    assert chips["Order"].get("href") == "?status=open&kind=sequence"
    assert chips["Numbers"].get("href") == "?status=open"
    assert chips["Numbers"].get("aria-current") == "true"


def test_the_largest_comes_first_on_request(read, disputed):
    assert next(iter(rows(asked(read, ordering="-size")))) == ORDER


def test_a_sheet_that_is_too_long_is_cut_and_goes_on_from_the_last_dispute(read, disputed, monkeypatch):
    monkeypatch.setattr("timeline.views.disputes.WHOLE_SHEET", 3)
    first = read("/disputes/")
    assert list(rows(first)) == [MARCH, ORDER, DATE]
    (onward,) = [a.get("href") for a in first.iter("a") if a.get("rel") == "next"]
    second = read(f"/disputes/{onward}")
    assert list(rows(second)) == [MEN]
    assert text(of_class(second, "dispute-number")[0]) == "4"
    assert "4 to 4 of 4" in text(second)


def test_nothing_left_and_nothing_there_are_said_in_words(read, disputed):
    assert "passes all of these filters" in text(asked(read, kind="place"))
    make_atlas("quiet", is_default=False)
    assert "agree in everything" in text(asked(read, atlas="quiet"))


@pytest.mark.parametrize("name", ["nothing", "entry:date:of", "entry", "a/b/c:d", "%00:date", "entry:sequence:"])
def test_an_unknown_name_is_a_page_that_offers_search(client, disputed, name):
    response = client.get(f"/disputes/{name}/")
    assert response.status_code == 404
    assert b'action="/search/"' in response.content


def test_a_former_name_leads_on(client, disputed):
    FormerSlug.objects.create(kind="event", old="arrival", new="entry")
    response = client.get("/disputes/arrival:date:on/")
    assert (response.status_code, response["Location"]) == (301, f"/disputes/{DATE}/")


def test_a_copy_that_is_still_good_is_confirmed_and_a_change_is_seen(client, disputed):
    for address in ("/disputes/", f"/disputes/{DATE}/"):
        tag = client.get(address)["ETag"]
        assert client.get(address, headers={"if-none-match": tag}).status_code == 304
    Decision.objects.get().delete()
    resolve_atlas(disputed)
    assert client.get("/disputes/", headers={"if-none-match": tag}).status_code == 200


def test_the_number_of_a_dispute_leads_to_its_place(read, disputed):
    for name, row in rows(read("/disputes/")).items():
        (number,) = of_class(row, "dispute-number")
        assert number.get("href") == f"#{name}"


def test_the_badges_of_a_record_lead_to_its_disputes(read, disputed):
    for address, names in (("/events/entry/", {DATE, ORDER}), ("/movements/march/", {MARCH})):
        badges = {a.get("href") for a in read(address).iter("a") if a.get("class") == "badge"}
        assert badges == {f"/disputes/{name}/" for name in names}, address
