"""A row is an event with its place, its source, its side and its lane, each found or made once."""

import pytest

from tests.timeline.importing.one_sheet.sheets import NEW, cells_of, codes_of, staged
from timeline.importing.known_names import Known, KnownClaim, KnownPlace

FIGHT = {"Headline": "A fight at Karaj", "Year": "1909", "Month": "7", "Day": "4"}
KARAJ = {"Place": "Karaj", "Lat": "35.83", "Lon": "50.96"}
TABRIZ = KnownPlace("tabriz", "Tabriz", 38.08, 46.29, 8)
THERE = Known(
    atlas="ours",
    exists=True,
    taken={"event": frozenset({"a-fight-at-karaj", "of-another"}), "place": frozenset({"tabriz", "karaj"})},
    places={"tabriz": (TABRIZ,), "تبریز": (TABRIZ,)},
    sources={"browne 1910": "browne"},
    theatres={"gilan": "gilan"},
    theatre_labels=(("Gilan", "gilan"),),
    sides={"royalists": "royalists"},
    periods={"the minor tyranny": "minor-tyranny"},
    titles={"a fight at karaj": ("a-fight-at-karaj",)},
    events=frozenset({"a-fight-at-karaj"}),
    event_sides={"a-fight-at-karaj": ("royalists",)},
    claims={("browne", "a-fight-at-karaj", "date", "on"): (KnownClaim("browne-7", "1909-07-04", "4 July"),)},
    numbers={"browne": 12},
    order=40,
)


def only(result, table: str) -> dict:
    (cells,) = cells_of(result, table)
    return cells


def test_a_row_is_an_event_dated_and_placed_by_its_source():
    result = staged(
        FIGHT | KARAJ | {"Source": "Browne 1910", "Locator": "p. 12", "Text": "They met.", "Importance": "4"}
    )
    event = only(result, "events.csv")
    assert event == {
        "slug": "a-fight-at-karaj", "atlas": "ours", "title": "A fight at Karaj", "kind": "battle", "theatre": "events",
        "status": "happened", "shape": "instant", "importance": "4", "order": "10", "summary": "They met.",
    }  # fmt: skip
    date, place = cells_of(result, "claims.csv")
    assert (date["key"], date["source"], date["page"]) == ("browne-1910-1", "browne-1910", "12")
    assert (place["place"], place["place_relation"], place["as_printed"]) == ("karaj", "at", "Karaj")
    assert {row.origin for rows in result.tables.values() for row in rows} <= {"row 2", "the file"}
    assert result.tables["events.csv"][0].given["Headline"] == "A fight at Karaj"


def test_a_row_without_a_source_is_said_by_the_sheet_itself():
    result = staged(FIGHT)
    assert only(result, "sources.csv")["title"] == "class.csv"
    claim = only(result, "claims.csv")
    assert (claim["source"], claim["section"]) == ("file-class", "row 2")


@pytest.mark.parametrize(
    ("locator", "section", "page"),
    [
        ("p. 12", "", "12"), ("12–15", "", "12–15"), ("pp. 12-15", "", "12-15"), ("ص ۱۲", "", "12"),
        ("Events in Tehran", "Events in Tehran", ""), ("p. 12, note 3", "p. 12, note 3", ""),
    ],
)  # fmt: skip
def test_a_locator_is_a_page_or_a_heading(locator, section, page):
    claim = only(staged(FIGHT | {"Source": "Browne", "Locator": locator}), "claims.csv")
    assert (claim.get("section", ""), claim.get("page", "")) == (section, page)


def test_a_place_with_a_point_has_a_ring_as_wide_as_its_last_figure():
    place = only(staged(FIGHT | KARAJ), "places.csv")
    assert (place["lat"], place["lon"], place["uncertainty_km"]) == ("35.83", "50.96", "1.1")
    assert "class.csv" in place["basis"]


def test_a_place_without_a_point_is_listed_without_one():
    assert only(staged(FIGHT | {"Place": "Karaj"}), "places.csv") == {"slug": "karaj", "name": "Karaj", "kind": "other"}


@pytest.mark.parametrize("name", ["Tabriz", "tabrīz", "تبریز"])
def test_a_place_that_there_is_is_found_in_any_spelling(name):
    result = staged(FIGHT | {"Place": name}, known=THERE)
    assert "places.csv" not in result.tables
    assert [claim["place"] for claim in cells_of(result, "claims.csv") if "place" in claim] == ["tabriz"]


def test_a_place_that_there_is_keeps_its_point_and_that_is_said():
    result = staged(FIGHT | {"Place": "Tabriz", "Lat": "35.7", "Lon": "51.4"}, known=THERE)
    assert "places.csv" not in result.tables
    assert "keeps the point it has" in result.losses[0]


def test_two_rows_of_one_place_must_agree_where_it_is():
    result = staged(FIGHT | KARAJ, {**FIGHT, **KARAJ, "Lat": "36.9"})
    assert codes_of(result) == [("row 3", "another_point")]


def test_of_two_places_of_one_name_the_nearer_is_meant_and_without_a_point_neither():
    twins = (KnownPlace("r-west", "R", 35.0, 40.0, 1), KnownPlace("r-east", "R", 35.0, 50.0, 1))
    known = Known(atlas="ours", places={"r": twins})
    near = staged(FIGHT | {"Place": "R", "Lat": "35.00", "Lon": "50.00"}, known=known)
    assert cells_of(near, "claims.csv")[1]["place"] == "r-east"
    assert codes_of(staged(FIGHT | {"Place": "R"}, known=known)) == [("row 2", "ambiguous_place")]


def test_a_side_takes_part_as_a_force_of_its_name_and_who_says_so_is_claimed():
    result = staged(FIGHT | {"Side": "Royalists; Bakhtiari"}, {**FIGHT, "Headline": "Another", "Side": "Bakhtiari"})
    assert [side["label_en"] for side in cells_of(result, "sides.csv")] == ["Royalists", "Bakhtiari"]
    parts = cells_of(result, "participations.csv")
    assert [(part["subject"], part["who"], part["side"]) for part in parts] == [
        ("a-fight-at-karaj", "royalists", "royalists"),
        ("a-fight-at-karaj", "bakhtiari", "bakhtiari"),
        ("another", "bakhtiari", "bakhtiari"),
    ]
    claimed = [claim["subject"] for claim in cells_of(result, "claims.csv") if claim["attribute"] == "participant"]
    assert claimed == [f"{part['subject']}/{part['who']}/participant" for part in parts]


def test_lanes_come_from_theatre_else_from_group_and_are_made_once():
    rows = [{"Theatre": "Gilan", "Group": "ignored"}, {"Group": "Gilan"}, {"Theatre": "Tabriz & Azerbaijan"}]
    result = staged(*({**FIGHT, "Theatre": "", "Group": "", **row} for row in rows))
    assert [lane["slug"] for lane in cells_of(result, "theatres.csv")] == ["gilan", "tabriz-azerbaijan"]


def test_rows_of_one_slug_are_one_event_of_several_sources():
    rows = [
        {**FIGHT, "Slug": "karaj-1909", "Source": "Browne"},
        {**FIGHT, "Day": "5", "Slug": "karaj-1909", "Source": "Clark"},
    ]
    result = staged(*rows)
    assert only(result, "events.csv")["slug"] == "karaj-1909"
    assert [(claim["source"], claim["face"]) for claim in cells_of(result, "claims.csv")] == [
        ("browne", "1909-07-04"),
        ("clark", "1909-07-05"),
    ]


def test_a_slug_of_another_atlas_gets_that_of_this_one_before_it():
    result = staged({**FIGHT, "Slug": "of-another"}, {**FIGHT, "Slug": "of-another", "Source": "Clark"}, known=THERE)
    assert only(result, "events.csv")["slug"] == "ours-of-another"
    assert "the atlas's own stands before it. (row 2)" in result.losses[0]
    later = Known(atlas="ours", taken={"event": frozenset({"of-another"})}, events=frozenset({"ours-of-another"}))
    again = staged({**FIGHT, "Slug": "of-another"}, known=later)
    assert only(again, "events.csv")["slug"] == "ours-of-another"
    assert again.losses == ()


def test_the_slug_of_an_event_that_was_merged_leads_to_the_one_it_went_to():
    known = Known(atlas="ours", events=frozenset({"battle-of-karaj"}), former={"fight": "battle-of-karaj"})
    assert only(staged({**FIGHT, "Slug": "fight"}, known=known), "events.csv")["slug"] == "battle-of-karaj"


def test_a_slug_names_one_event():
    result = staged({**FIGHT, "Slug": "karaj"}, {**FIGHT, "Headline": "Another", "Slug": "karaj"})
    assert codes_of(result) == [("row 3", "slug_twice")]


def test_rows_of_one_headline_are_events_of_their_own():
    assert [event["slug"] for event in cells_of(staged(FIGHT, FIGHT), "events.csv")] == [
        "a-fight-at-karaj",
        "a-fight-at-karaj-2",
    ]


def test_a_headline_in_persian_has_a_slug_too():
    assert only(staged({**FIGHT, "Headline": "فتح تهران"}), "events.csv")["slug"] == "fth-thran"


def test_an_event_that_there_is_is_changed_only_in_what_the_sheet_says():
    event = only(staged({**FIGHT, "Importance": "5"}, known=THERE), "events.csv")
    assert event == {"slug": "a-fight-at-karaj", "atlas": "ours", "title": "A fight at Karaj", "importance": "5"}


def test_what_a_source_is_known_to_say_keeps_its_printed_words():
    result = staged({**FIGHT, "Source": "Browne 1910", "Side": "Royalists"}, known=THERE)
    assert "claims.csv" not in result.tables
    assert "participations.csv" not in result.tables
    assert "keeps its printed words" in result.losses[0]


def test_a_source_that_now_says_another_day_is_changed_under_its_own_key():
    claim = only(staged({**FIGHT, "Day": "6", "Source": "Browne 1910"}, known=THERE), "claims.csv")
    assert (claim["key"], claim["face"]) == ("browne-7", "1909-07-06")


def test_a_new_claim_has_the_next_number_of_its_source():
    claims = cells_of(staged({**FIGHT, "Headline": "New", "Source": "Browne 1910"}, known=THERE), "claims.csv")
    assert [claim["key"] for claim in claims] == ["browne-13"]


def test_the_title_row_names_a_new_atlas_and_the_rows_bound_it():
    result = staged(
        {
            **dict.fromkeys(FIGHT, ""),
            **dict.fromkeys(KARAJ, ""),
            "Headline": "My atlas",
            "Text": "Of 1909.",
            "Type": "title",
        },
        FIGHT | KARAJ,
    )
    atlas = only(result, "atlases.csv")
    assert (atlas["slug"], atlas["title"], atlas["description"]) == ("ours", "My atlas", "Of 1909.")
    assert atlas["window_from"] == "1909-07-04"
    assert atlas["bounds"] == "49.96,34.83,51.96,36.83"


def test_an_atlas_without_an_address_takes_that_of_its_title():
    result = staged(
        {**FIGHT, "Type": ""}, {**dict.fromkeys(FIGHT, ""), "Headline": "My atlas", "Type": "title"}, known=Known()
    )
    assert only(result, "atlases.csv")["slug"] == "my-atlas"
    assert only(result, "events.csv")["atlas"] == "my-atlas"


def test_an_era_is_a_band_between_the_ends_of_an_event_of_its_own():
    era = {"Headline": "The Minor Tyranny", "Year": "1908", "End Year": "1909", "Type": "era"}
    result = staged(era, known=NEW)
    band = only(result, "periods.csv")
    assert (band["begins_event"], band["ends_event"], band["row"]) == (("the-minor-tyranny",) * 2 + ("1",))
    assert only(result, "events.csv")["shape"] == "span"
    kept = staged(era, known=THERE)
    assert kept.tables == {}
    assert "stays as it is" in kept.losses[0]


def test_what_an_atlas_has_no_place_for_is_named_with_its_rows():
    result = staged({**FIGHT, "Media": "https://example.org/a.jpg", "Background": "#fff", "Mood": "grim"})
    told = " ".join(result.losses)
    assert "column Media is left out. (row 2)" in told
    assert "column Background is left out. (row 2)" in told
    assert "“Mood” is not read" in told


def test_formatting_is_taken_off_and_other_tags_are_text():
    result = staged({**FIGHT, "Text": "<p>Rasht &amp; <b>Qazvin</b></p><script>x</script>"})
    assert only(result, "events.csv")["summary"] == "Rasht & Qazvin\n<script>x</script>"
    assert "Formatting (HTML) in Text is left out. (row 2)" in result.losses


def test_kind_and_lane_are_asked_once_for_the_rows_that_lack_them():
    known = Known(
        atlas="ours", exists=True, theatres={"gilan": "gilan", "tehran": "tehran"},
        theatre_labels=(("Gilan", "gilan"), ("Tehran", "tehran")),
    )  # fmt: skip
    asked = staged(FIGHT, FIGHT, known=known, kind="")
    assert [question.key for question in asked.questions] == ["kind", "theatre"]
    assert asked.questions[1].choices == (("gilan", "Gilan"), ("tehran", "Tehran"))
    answered = staged(FIGHT, known=known, theatre="tehran")
    assert only(answered, "events.csv")["theatre"] == "tehran"
    assert "theatres.csv" not in answered.tables


REFUSED = [
    ({"Headline": ""}, "headline_missing"),
    ({"Headline": "x" * 301}, "too_long"),
    ({"Kind": "brawl"}, "unknown_kind"),
    ({"Importance": "9"}, "bad_importance"),
    ({"Slug": "No Slug"}, "bad_slug"),
    ({"Type": "slide show"}, "unknown_type"),
    ({"Place": "Karaj", "Lat": "35.83"}, "half_a_point"),
    ({"Place": "Karaj", "Lat": "0", "Lon": "0"}, "null_island"),
    ({"Place": "Karaj", "Lat": "135.83", "Lon": "50.96"}, "coordinate_out_of_range"),
    ({"Place": "Karaj", "Lat": "50.96 E", "Lon": "35.83 N"}, "bad_coordinate"),
    ({"Place": "Karaj", "Lat": "35.83", "Lon": "50.96", "Uncertainty km": "far"}, "bad_uncertainty"),
    ({"Place": "x" * 201}, "too_long"),
    ({"Source": "x" * 301}, "too_long"),
    ({"Locator": "x" * 201}, "too_long"),
    ({"Theatre": "x" * 81}, "too_long"),
    ({"Side": "x" * 81}, "too_long"),
]


@pytest.mark.parametrize(("cells", "code"), REFUSED, ids=[f"{code}-{at}" for at, (_cells, code) in enumerate(REFUSED)])
def test_a_row_that_can_not_be_kept_is_refused_whole_and_the_others_are_not(cells, code):
    bad = {**FIGHT, **cells}
    good = {**dict.fromkeys(bad, ""), **FIGHT, "Headline": "A good row"}
    result = staged(bad, good, known=THERE)
    assert codes_of(result) == [("row 2", code)]
    assert {row.origin for rows in result.tables.values() for row in rows} == {"row 3"}
    assert result.problems[0].given["Year"] == "1909"


def test_a_second_event_of_a_headline_that_the_atlas_has_once_is_asked_about_as_new():
    first, second = FIGHT, FIGHT | {"Year": "1910"}
    assert staged(first, known=THERE, kind="").questions == ()
    assert [question.key for question in staged(first, second, known=THERE, kind="").questions] == ["kind"]
    told = cells_of(staged(first, second, known=THERE, kind="siege"), "events.csv")
    assert [(row["slug"], row.get("kind"), row.get("theatre")) for row in told] == [
        ("a-fight-at-karaj", None, None), ("a-fight-at-karaj-2", "siege", "gilan"),
    ]  # fmt: skip
