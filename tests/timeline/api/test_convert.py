"""convert/: a printed date in four calendars, every reading of it, or a sentence."""

import pytest

pytestmark = pytest.mark.django_db


def test_a_date_comes_in_four_calendars(ask):
    (candidate,) = ask("convert/", date="22 Tir 1288").json()["candidates"]
    assert candidate["earliest"] == "1909-07-13"
    assert candidate["begin_earliest"] == 2418501
    calendars = candidate["calendars"]
    assert calendars["gregorian"] == "13 July 1909"
    assert calendars["lunar_hijri"] == "24 Jumada II 1327"
    assert calendars["solar_hijri"] == "22 Tir 1288"
    assert calendars["julian"].startswith("30 June 1909")


def test_an_ambiguous_date_has_every_reading(ask):
    body = ask("convert/", date="5 May 1288 AH").json()
    assert body["ambiguous"] is True
    assert [candidate["earliest"] for candidate in body["candidates"]][:2] == ["1909-05-05", "1871-05-05"]
    assert all(candidate["why"] for candidate in body["candidates"])


def test_a_calendar_narrows_the_readings(ask):
    body = ask("convert/", date="13 July 1909", calendar="gregorian").json()
    assert [candidate["calendar"] for candidate in body["candidates"]] == ["gregorian"]


def test_a_day_the_calendar_has_not_is_refused(ask):
    response = ask("convert/", date="32 Tir 1288")
    assert response.status_code == 400
    assert "31 days" in response.json()["error"]["message"]
