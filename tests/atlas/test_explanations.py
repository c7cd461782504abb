"""What explains the disagreements of the five documents, and which of its marches the atlas has a question for."""

import pytest

SOLAR = "solar_hijri_month_as_gregorian"

# Record, the disagreement; what explains it, whether an editor holds to it, and the days proposed beside.
EXPLAINED = [
    ("events/entry-into-tehran", "entry-into-tehran:date:on", [SOLAR], True, []),
    ("events/fall-of-tehran", "fall-of-tehran:date:on", [SOLAR], True, ["1909-07-16"]),
    ("events/shah-in-the-russian-legation", "shah-in-the-russian-legation:date:on", [SOLAR], True, ["1909-07-16"]),
    ("events/fighting-in-tehran", "fighting-in-tehran:date:end", [SOLAR], True, ["1909-07-16"]),
    ("events/coup-of-june-1908", "coup-of-june-1908:date:on", [SOLAR], True, ["1908-06-23"]),
    ("movements/gilan-march-on-tehran", "gilan-march-on-tehran/6:date:end", [SOLAR], True, []),
    # Nine days as well, and neither 20 nor 29 of a Solar Hijri month is the other date.
    ("events/fall-of-tabriz", "fall-of-tabriz:date:on", ["no_calendar"], False, []),
    ("movements/russian-march-to-tabriz", "russian-march-to-tabriz/2:date:end", ["no_calendar"], False, []),
    ("events/russian-occupation", "russian-occupation:date:end", ["no_calendar"], False, []),
    # One day apart, in one article: a day too many here is a day too few there.
    (
        "events/deposition-of-mohammad-ali",
        "deposition-of-mohammad-ali:date:on",
        ["cannot_tell"],
        False,
        ["1909-07-15", "1909-07-16"],
    ),
    # Neither year is printed: both come from what stands around them.
    ("events/killing-of-sardar-afkham", "killing-of-sardar-afkham:date:on", ["cannot_tell"], False, []),
]


@pytest.mark.parametrize(("record", "name", "by", "accepted", "proposed"), EXPLAINED, ids=[row[1] for row in EXPLAINED])
def test_a_disagreement_is_explained_as_a_historian_would(client, record, name, by, accepted, proposed):
    body = client.get(f"/api/v1/{record}/").json()
    (found,) = [each for each in body["disagreements"] if each["id"] == name]
    assert (found["explained_by"], found["explanation"]["accepted"]) == (by, accepted)
    assert sorted({each["edtf"] for each in found["proposals"]}) == proposed


# Movement, code, legs, and one of the readings that would leave time for it.
ASKED = {
    # In six days at most, by sea and then on the road with infantry and artillery.
    "russian-column-to-qazvin": [("too_fast", [1, 2], "1909-06-22")],
    # From 22 June to the fight at Badamk; in Old Style 22 June is 5 July.
    "gilan-march-on-tehran": [("too_slow", [5], "1909-07-05")],
    # 437 km from 21 May, and there by 22 June at the latest: riders may have halted, and nobody says where.
    "bakhtiari-march-on-tehran": [],
    "russian-march-to-tabriz": [],
    "shah-flight-and-exile": [],
}


@pytest.mark.parametrize(("movement", "questions"), ASKED.items())
def test_a_march_is_asked_about_where_its_dates_leave_no_likely_time(client, movement, questions):
    asked = client.get(f"/api/v1/movements/{movement}/").json()["questions"]
    assert [(each["code"], each["legs"]) for each in asked] == [(code, legs) for code, legs, _day in questions]
    for each, (_code, _legs, day) in zip(asked, questions, strict=True):
        assert day in {proposal["edtf"] for proposal in each["proposals"]}


def test_no_other_march_is_asked_about(client):
    movements = client.get("/api/v1/movements/?page_size=200").json()["results"]
    for movement in movements:
        if movement["id"] not in ASKED:
            assert client.get(f"/api/v1/movements/{movement['id']}/").json()["questions"] == [], movement["id"]
