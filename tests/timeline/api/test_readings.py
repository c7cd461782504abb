"""readings/: what a printed date may have meant beside other statements, with the arithmetic, or that none can tell."""

from urllib.parse import quote

import pytest

from chronology.iso import from_iso

pytestmark = pytest.mark.django_db

SOLAR_MONTH, SOLAR_YEAR = "solar_hijri_month_as_gregorian", "solar_hijri_year_as_ah"


def readings(ask, date, *near, **query):
    stated = "".join(f"&near={quote(each)}" for each in near)
    return ask(f"/api/v1/readings/?date={quote(date)}{stated}{''.join(f'&{k}={v}' for k, v in query.items())}")


# Printed, the other statements; the verdict, and the method and days of the reading it speaks of.
CASES = [
    ("22 July 1909", ["1909-07-13"], "explained", SOLAR_MONTH, "1909-07-13"),
    ("25 July 1909", ["1909-07-16"], "explained", SOLAR_MONTH, "1909-07-16"),
    ("2 July 1287 AH", ["1908-06-23", "1908-06-24"], "explained", SOLAR_MONTH, "1908-06-23"),
    ("5 May 1288 AH", ["1905/1912"], "explained", SOLAR_YEAR, "1909-05-05"),
    ("30 June 1909", ["1909-07-13"], "explained", "old_style", "1909-07-13"),
    ("18 June 1909", ["2418489"], "explained", "old_style", "1909-07-01"),
    ("24 Jumada I 1327", ["1909-07-13"], "explained", "lunar_month_confused", "1909-07-13"),
    ("14 July 1909", ["1909-07-13", "1909-07-13"], "explained", "day_off", "1909-07-13"),
    ("13 August 1909", ["1909-07-13"], "explained", "month_slipped", "1909-07-13"),
    # An ambiguous witness speaks for each of its days.
    ("22 July 1909", ["[1871-07-13,1909-07-13]"], "explained", SOLAR_MONTH, "1909-07-13"),
    # A date that is right as it stands is not moved.
    ("13 July 1909", [], "plain_stands", "plain", "1909-07-13"),
    ("13 July 1909", ["1909-07"], "plain_stands", "plain", "1909-07-13"),
    ("22 Tir 1288", ["1909-07-13"], "plain_stands", "plain", "1909-07-13"),
    ("13 July 1909", ["1909-07-13", "1909-07-22"], "plain_stands", "plain", "1909-07-13"),
    # One day apart explains everything in both directions, and so nothing.
    ("16 July 1909", ["1909-07-15"], "cannot_tell", None, None),
    ("25 July 1909", ["1909-07-17"], "cannot_tell", None, None),
    ("5 May 1288 AH", [], "cannot_tell", None, None),
    # Nine days again, but neither 20 nor 29 of a Solar Hijri month is the other day.
    ("20 April 1909", ["1909-04-29"], "no_calendar", None, None),
    ("13 July 1909", ["1911-11-21"], "no_calendar", None, None),
]


@pytest.mark.parametrize(("date", "near", "verdict", "method", "edtf"), CASES)
def test_a_printed_date_is_judged_by_what_stands_beside_it(ask, date, near, verdict, method, edtf):
    body = readings(ask, date, *near).json()
    best = None if body["best"] is None else body["readings"][body["best"]]
    assert (body["verdict"], best and best["method"], best and best["edtf"]) == (verdict, method, edtf)
    assert body["near"] == near
    assert body["text"].endswith(".")


def test_a_reading_has_its_days_its_calendar_and_its_arithmetic(ask):
    body = readings(ask, "22 July 1909", "1909-07-13").json()
    best = body["readings"][body["best"]]
    assert (best["day"], best["calendar"], best["slips"]) == (2418501, "solar_hijri", ["solar_month"])
    assert [best[f"{edge}_{end}"] for edge in ("begin", "end") for end in ("earliest", "latest")] == [2418501] * 4
    assert best["why"] == "22 Tir 1288 is 13 July 1909. Tir was printed as “July” and the day kept."
    assert (best["meets"], best["misses"]) == (["1909-07-13"], [])
    assert body["text"] == "A reading explains the difference."


def test_scores_are_shares_of_all_belief_and_fall(ask):
    body = readings(ask, "22 July 1909", "1909-07-13").json()
    scores = [reading["score"] for reading in body["readings"]]
    assert scores == sorted(scores, reverse=True)
    assert sum(scores) + body["unexplained"] == pytest.approx(1, abs=1e-4)


def test_a_month_is_as_wide_as_it_is(ask):
    (plain, *_others) = readings(ask, "July 1909").json()["readings"]
    assert (plain["method"], plain["edtf"], plain["day"]) == ("plain", "1909-07", None)
    assert (plain["begin_earliest"], plain["end_latest"]) == (from_iso("1909-07-01"), from_iso("1909-07-31"))


def test_the_arithmetic_and_the_verdict_come_in_the_language_asked_for(ask):
    body = readings(ask, "22 July 1909", "1909-07-13", lang="fa").json()
    assert body["readings"][body["best"]]["why"].startswith("۲۲ تیر ۱۲۸۸")
    assert body["text"] != "A reading explains the difference."


def test_what_the_text_leaves_unsaid_can_be_given(ask):
    assert readings(ask, "22 July", "1909-07-13", year=1909).json()["verdict"] == "explained"
    lunar = readings(ask, "24/6/1327", calendar="lunar_hijri").json()
    assert {reading["calendar"] for reading in lunar["readings"] if reading["method"] == "plain"} == {"lunar_hijri"}


BAD = [
    ("", "date", "missing"),
    ("date=", "date", "empty_value"),
    ("date=32 Tir 1288", "date", "bad_date"),
    ("date=22 July", "date", "bad_date"),
    ("date=five days later", "date", "bad_date"),
    ("date=13 July 1909&date=14 July 1909", "date", "given_twice"),
    ("date=13 July 1909&near=soon", "near", "bad_date"),
    ("date=13 July 1909&near=1909-02-30", "near", "bad_date"),
    ("date=13 July 1909&near=[1909-07-13", "near", "bad_date"),
    ("date=13 July 1909&near=", "near", "empty_value"),
    ("date=13 July 1909&near=99999999", "near", "bad_date"),
    ("date=13 July 1909&calendar=mayan", "calendar", "bad_choice"),
    ("date=13 July 1909&calendar=lunar_hijri", "date", "bad_date"),
    ("date=22 July&year=0", "year", "bad_number"),
    ("date=22 July&year=99999", "year", "bad_number"),
    ("date=13 July 1909&nearby=1909", "nearby", "unknown_parameter"),
    (f"date={'1' * 300}", "date", "too_long"),
    ("date=13 July 1909" + "&near=1909" * 21, "near", "too_many_values"),
    ("date=13 July 1909" + "&near=1909" * 51, "near", "too_many_values"),
    ("date=</script><b>", "date", "bad_date"),
]


@pytest.mark.parametrize(("query", "field", "code"), BAD)
def test_a_bad_value_is_refused_with_a_sentence(ask, query, field, code):
    response = ask(f"/api/v1/readings/?{query}")
    error = response.json()["error"]
    assert (response.status_code, error["field"], error["code"]) == (400, field, code)
    assert error["message"].endswith((".", "?"))


def test_twenty_witnesses_are_heard(ask):
    body = readings(ask, "22 July 1909", *["1909-07-13"] * 20).json()
    assert (body["verdict"], len(body["near"])) == ("explained", 20)


def test_the_dates_near_by_are_described_as_dates(ask, atlas, client):
    parameters = ask("schema/").json()["paths"]["/api/v1/readings/"]["get"]["parameters"]
    (near,) = [each for each in parameters if each["name"] == "near"]
    assert "another statement" in near["description"]
    assert near["schema"]["type"] == "array"
    assert "Latitude" not in near["description"]
    assert "another statement" in client.get("/api/docs/").content.decode()
