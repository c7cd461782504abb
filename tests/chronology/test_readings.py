"""What printed dates may have meant, each in its context: the readings and verdicts a historian expects."""

import json

import pytest

from chronology.edtf import parse_edtf
from chronology.errors import DateParseError, InvalidSpan
from chronology.readings import Method, Slip, Verdict, Witness, judge, propose
from chronology.readings.sentences import sentences
from chronology.readings.slips import EXPECTED
from chronology.spans import Span

SOLAR_MONTH, SOLAR_YEAR, OLD_STYLE = Method.SOLAR_MONTH, Method.SOLAR_YEAR, Method.OLD_STYLE
LUNAR_MONTH, DAY_OFF, SLIPPED, PLAIN = Method.LUNAR_MONTH, Method.DAY_OFF, Method.MONTH_SLIPPED, Method.PLAIN
EXPLAINED, STANDS = Verdict.EXPLAINED, Verdict.PLAIN_STANDS
CANNOT_TELL, NO_CALENDAR = Verdict.CANNOT_TELL, Verdict.NO_CALENDAR

TRIUMPH, RUSSIAN, MAGAZINE = "triumph-of-tehran", "russian-involvement", "magazine"


def witness(*edtf, source=""):
    return Witness.of(*(parse_edtf(text) for text in edtf), source=source)


def near(*said):
    """Witnesses from "1909-07-13" or ("1909-07-13", source)."""
    return [witness(each) if isinstance(each, str) else witness(*each[:-1], source=each[-1]) for each in said]


# Printed, its year from the context, its source, the witnesses; the verdict, the best reading's method and EDTF.
DISPUTED = [
    # The entry into Tehran: 22 Tir 1288 is 13 July 1909.
    ("22 July", 1909, TRIUMPH, near(("1909-07-13", TRIUMPH)), EXPLAINED, SOLAR_MONTH, "1909-07-13"),
    # The refuge: 25 Tir is 16 July; 17 July is a day from it, and one passage of one article is not enough.
    ("25 July", 1909, TRIUMPH, near(("1909-07-17", TRIUMPH)), CANNOT_TELL, None, None),
    # That the deposition of 16 July came after it settles the day.
    (
        "25 July",
        1909,
        TRIUMPH,
        near(("1909-07-17", TRIUMPH), ("[..1909-07-16]", RUSSIAN)),
        EXPLAINED,
        SOLAR_MONTH,
        "1909-07-16",
    ),
    # The dissolution: 2 Tir 1287 is 23 June 1908.
    (
        "2 July 1287 AH",
        None,
        TRIUMPH,
        near(("1908-06-23", MAGAZINE), ("1908-06-24", RUSSIAN), ("1908", RUSSIAN)),
        EXPLAINED,
        SOLAR_MONTH,
        "1908-06-23",
    ),
    ("24 June 1908", None, RUSSIAN, near(("1908-06-23", MAGAZINE)), CANNOT_TELL, None, None),
    ("23 June 1908", None, MAGAZINE, near(("1908-06-24", RUSSIAN)), CANNOT_TELL, None, None),
    # Half converted: the text alone can't tell 1909 from 1871, the years the atlas is about can.
    ("5 May 1288 AH", None, TRIUMPH, [], CANNOT_TELL, None, None),
    ("5 May 1288 AH", None, TRIUMPH, near("1905/1912"), EXPLAINED, SOLAR_YEAR, "1909-05-05"),
    ("21 May 1288 AH", None, TRIUMPH, near(("1909-05-21", TRIUMPH)), EXPLAINED, SOLAR_YEAR, "1909-05-21"),
    ("1287 AH", None, TRIUMPH, near("1905/1912"), EXPLAINED, SOLAR_YEAR, "[1908-03-21..1909-03-20]"),
    # The deposition: one day apart, and a day off explains anything.
    ("16 July 1909", None, RUSSIAN, near(("1909-07-15", RUSSIAN)), CANNOT_TELL, None, None),
    ("15 July 1909", None, RUSSIAN, near(("1909-07-16", RUSSIAN)), CANNOT_TELL, None, None),
    # Tabriz: nine days, but neither 20 nor 29 of any Solar Hijri month is the other day.
    ("20 April 1909", None, RUSSIAN, near(("1909-04-29", MAGAZINE)), NO_CALENDAR, None, None),
    ("29 April 1909", None, MAGAZINE, near(("1909-04-20", RUSSIAN)), NO_CALENDAR, None, None),
    # The crossing of the border: the only witness has it, so it stands …
    ("26 March 1909", None, MAGAZINE, [], STANDS, PLAIN, "1909-03-26"),
    # … and if it had to fall between the order and the fall, April for March would be a guess.
    ("26 March 1909", None, MAGAZINE, near(("[1909-04-20..1909-04-29]", RUSSIAN)), CANNOT_TELL, None, None),
    ("1908", None, TRIUMPH, near(("1909-02", TRIUMPH)), NO_CALENDAR, None, None),
]

OTHER = [
    ("13 July 1909", near("1909-07"), STANDS, PLAIN, "1909-07-13"),
    ("July 1909", near("1909-07-13"), STANDS, PLAIN, "1909-07"),
    ("1909", near("1909-07-13"), STANDS, PLAIN, "1909"),
    ("Until 20 April 1909", near("1909-04-20"), STANDS, PLAIN, "../1909-04-20"),
    ("22 Tir 1288", [], STANDS, PLAIN, "1909-07-13"),
    ("22 Tir 1288", near("1909-07-13"), STANDS, PLAIN, "1909-07-13"),
    # One witness for the text and one against it: it stands, and the other needs explaining.
    ("13 July 1909", near(("1909-07-13", "a"), ("1909-07-22", "b")), STANDS, PLAIN, "1909-07-13"),
    ("30 June 1909", near("1909-07-13"), EXPLAINED, OLD_STYLE, "1909-07-13"),
    ("28 July 1814", near("1814-08-09"), EXPLAINED, OLD_STYLE, "1814-08-09"),  # twelve days before 1900
    ("13 July 1909 O.S.", near("1909-07-13"), EXPLAINED, OLD_STYLE, "1909-07-13"),
    # Old Style taken off twice needs two hands: one witness is not enough for it, two are.
    ("26 July 1909", near("1909-07-13"), CANNOT_TELL, None, None),
    ("26 July 1909", near(("1909-07-13", "a"), ("1909-07-13", "b")), EXPLAINED, OLD_STYLE, "1909-07-13"),
    ("24 Jumada I 1327", near("1909-07-13"), EXPLAINED, LUNAR_MONTH, "1909-07-13"),
    ("24 Rabi al-Awwal 1327", near("1909-05-15"), EXPLAINED, LUNAR_MONTH, "1909-05-15"),
    ("1 Ramadan 1327", near("1909-07-19"), EXPLAINED, LUNAR_MONTH, "1909-07-19"),
    ("24 Jumada II 1327", near("1909-07-14"), EXPLAINED, DAY_OFF, "1909-07-14"),
    # 24 Jumada I for Jumada II, made before the date was converted.
    ("13 June 1909", near(("1909-07-13", "a"), ("1909-07-13", "b")), EXPLAINED, SLIPPED, "1909-07-13"),
    ("13 August 1909", near("1909-07-13"), EXPLAINED, SLIPPED, "1909-07-13"),
    # A day off of one text against one other is a tie; against two it is the text that is off.
    ("14 July 1909", near(("1909-07-13", "a"), ("1909-07-13", "b")), EXPLAINED, DAY_OFF, "1909-07-13"),
    ("14 July 1909", near(("1909-07-13", "a"), ("1909-07-13", "a")), CANNOT_TELL, None, None),
    ("5/7/1909", [], CANNOT_TELL, None, None),
    ("5/7/1909", near("1909-05-07"), STANDS, PLAIN, "1909-05-07"),
    ("1909-07-05", near("1909-05-07"), EXPLAINED, Method.OTHER, "1909-05-07"),
    ("July 1909", near("1909-06-25"), CANNOT_TELL, None, None),
    # A witness who says two things that can't both be true speaks half for each.
    ("22 July 1909", near(("1909-07-13", "a"), ("1909-07-22", "a")), STANDS, PLAIN, "1909-07-22"),
    # An ambiguous witness speaks for each of its days, by its likelihood.
    ("22 July 1909", [witness("1909-07-13", "1871-07-13", source="a")], EXPLAINED, SOLAR_MONTH, "1909-07-13"),
    # Months and years apart, no calendar helps.
    ("13 July 1909", near("1911-11-21"), NO_CALENDAR, None, None),
    ("13 July 1909", near("1908"), NO_CALENDAR, None, None),
]


def check(found, verdict, method, edtf):
    said = found.best and (found.best.method, found.best.edtf)
    assert (found.verdict, said) == (verdict, method and (method, edtf))


@pytest.mark.parametrize(("printed", "year", "source", "witnesses", "verdict", "method", "edtf"), DISPUTED)
def test_the_disputed_dates_of_the_documents(printed, year, source, witnesses, verdict, method, edtf):
    check(judge(printed, year=year, source=source, near=witnesses), verdict, method, edtf)


@pytest.mark.parametrize(("printed", "witnesses", "verdict", "method", "edtf"), OTHER)
def test_dates_of_other_kinds(printed, witnesses, verdict, method, edtf):
    check(judge(printed, near=witnesses), verdict, method, edtf)


@pytest.mark.parametrize(
    ("printed", "options", "sentence"),
    [
        (
            "22 July",
            {"year": 1909, "near": near("1909-07-13")},
            "22 Tir 1288 is 13 July 1909. Tir was printed as “July” and the day kept.",
        ),
        (
            "2 July 1287 AH",
            {"near": near("1908-06-23")},
            "2 Tir 1287 is 23 June 1908. Tir was printed as “July” and the day kept. "
            "The year 1287 is Solar Hijri, though printed AH.",
        ),
        (
            "30 June 1909",
            {"near": near("1909-07-13")},
            "30 June 1909 O.S. is 13 July 1909. Old Style, the Julian calendar, ran 13 days behind.",
        ),
        (
            "24 Jumada I 1327",
            {"near": near("1909-07-13")},
            "24 Jumada II 1327 is 13 July 1909 by the table. Jumada II was printed as “Jumada I” and the day kept.",
        ),
        (
            "14 July 1909",
            {"near": near(("1909-07-13", "a"), ("1909-07-13", "b"))},
            "One day was counted too many: the day before 14 July 1909 is 13 July 1909.",
        ),
        (
            "24 Jumada II 1327",
            {"near": near("1909-07-14")},
            "The table gives 13 July 1909. Where the new moon was seen a day later, it is 14 July 1909.",
        ),
        (
            "13 August 1909",
            {"near": near("1909-07-13")},
            "July was meant and “August” printed, the day kept: 13 July 1909.",
        ),
        ("13 July 1909", {}, "As it stands: 13 July 1909."),
        ("22 Tir 1288", {}, "22 Tir 1288 is 13 July 1909."),
    ],
)
def test_the_arithmetic_can_be_followed(printed, options, sentence):
    assert judge(printed, **options).best.why == sentence


def test_the_arithmetic_is_told_in_persian():
    found = judge("22 July", year=1909, near=near("1909-07-13"))
    assert (
        found.best.why_in("fa")
        == "۲۲ تیر ۱۲۸۸ برابر است با ۱۳ ژوئیه ۱۹۰۹. به جای تیر «ژوئیه» چاپ شده و روز همان مانده است."
    )
    assert found.best.why_in("ru") == found.best.why
    assert all(each.why_in("fa") for each in found.readings)


def test_both_languages_have_every_sentence_with_the_same_values():
    def values(pattern):
        return sorted(part.split("}")[0] for part in pattern.split("{")[1:])

    english, persian = sentences("en"), sentences("fa")
    assert list(english) == list(persian)
    assert {code: values(text) for code, text in english.items()} == {c: values(t) for c, t in persian.items()}
    assert {f"verdict.{each.value}" for each in Verdict} <= set(english)


def test_a_passage_known_to_be_converted_this_way_tells_what_one_witness_cannot():
    said = {"year": 1909, "source": TRIUMPH, "near": near(("1909-07-17", TRIUMPH))}
    assert judge("25 July", **said).best is None
    found = judge("25 July", **said, habits=[SOLAR_MONTH])
    check(found, EXPLAINED, SOLAR_MONTH, "1909-07-16")
    assert [each.edtf for each in found.readings[:2]] == ["1909-07-16", "1909-07-17"]


def test_a_label_known_to_be_used_this_way_tells_what_the_text_alone_cannot():
    check(judge("5 May 1288 AH", habits=[SOLAR_YEAR]), EXPLAINED, SOLAR_YEAR, "1909-05-05")


def test_a_habit_moves_no_date_that_its_witnesses_agree_with():
    check(judge("13 July 1909", near=near("1909-07-13"), habits=[SOLAR_MONTH]), STANDS, PLAIN, "1909-07-13")


def test_a_copy_is_no_witness():
    alone = judge("25 July", year=1909, source=TRIUMPH, near=near(("1909-07-16", RUSSIAN)))
    copied = judge("25 July", year=1909, source=TRIUMPH, near=near(("1909-07-16", RUSSIAN), ("1909-07-25", TRIUMPH)))
    assert copied == alone
    other = judge("25 July", year=1909, source=TRIUMPH, near=near(("1909-07-16", RUSSIAN), ("1909-07-25", "a")))
    assert other.plain.score > alone.plain.score


def test_one_source_saying_a_day_twice_is_heard_once():
    once = judge("14 July 1909", near=near(("1909-07-13", "a")))
    twice = judge("14 July 1909", near=near(("1909-07-13", "a"), ("1909-07", "a"), ("1909-07-13", "a")))
    assert [each.score for each in twice.readings] == [each.score for each in once.readings]


def test_the_months_of_april_do_not_explain_the_fall_of_tabriz():
    found = {each.edtf for each in propose("29 April 1909") if each.slips == (Slip.SOLAR_MONTH,)}
    assert found == {"1909-04-18", "1909-05-19"}
    found = {each.edtf for each in propose("20 April 1909") if each.slips == (Slip.SOLAR_MONTH,)}
    assert found == {"1909-04-09", "1909-05-10"}


def test_chance_alone_explains_five_days_of_ninety():
    """Whatever the witness says within 45 days, so few days are explained that a hit means something."""
    day = parse_edtf("1909-07-22").earliest
    others = [*range(day - 45, day), *range(day + 1, day + 46)]
    verdicts = [judge("22 July 1909", near=[Witness.of(Span.day(other))]).verdict for other in others]
    assert verdicts.count(EXPLAINED) == 5
    assert verdicts.count(STANDS) == 0


def test_readings_tell_which_witnesses_they_meet():
    first, second = near("1909-07-13", "1909-07-22")
    found = judge("22 July 1909", near=[first, second])
    by_edtf = {(each.edtf, each.method): each for each in found.readings}
    assert by_edtf["1909-07-13", SOLAR_MONTH].meets == (first,)
    assert by_edtf["1909-07-13", SOLAR_MONTH].misses == (second,)
    assert found.plain.meets == (second,)


def test_what_is_shown_leaves_out_what_is_barely_possible():
    found = judge("22 July 1909", near=near("1909-07-13"))
    assert [each.method for each in found.worth_showing] == [SOLAR_MONTH, PLAIN]
    assert len(found.readings) > 10


@pytest.mark.parametrize("printed", ["32 Tir 1288", "soon", "", "22 July"])
def test_what_is_no_date_is_refused(printed):
    with pytest.raises(DateParseError):
        judge(printed)


def test_a_witness_says_something():
    with pytest.raises(InvalidSpan):
        Witness(())


def test_the_methods_are_those_an_interpretation_is_kept_under():
    from timeline.models.vocabulary import ReadingMethod

    assert {each.value for each in Method} - {"plain"} == set(ReadingMethod.values)


def test_every_slip_has_a_prior_and_a_reason():
    assert set(EXPECTED) == set(Slip) - {Slip.SOLAR_YEAR}  # the parser's own reading, weighed by its rank
    assert all(0 < each.prior <= 0.2 and each.reason for each in EXPECTED.values())


def test_verdicts_are_sentences():
    assert judge("20 April 1909", near=near("1909-04-29")).text() == "No calendar explains the difference."
    stands = judge("13 July 1909", near=near(("1909-07-13", "a"), ("1909-07-22", "b")))
    assert stands.text() == "The date stands as printed, though another statement contradicts it."
    assert json.dumps([each.value for each in Verdict]) == '["plain_stands", "explained", "cannot_tell", "no_calendar"]'


def test_a_month_is_taken_for_the_one_it_shares_most_days_with():
    """July has 22 days of Tir and nine of Mordad."""
    priors = {each.edtf: each.prior for each in propose("13 July 1909") if each.slips == (Slip.SOLAR_MONTH,)}
    assert priors == pytest.approx({"1909-07-04": 0.04 * 22 / 31, "1909-08-04": 0.04 * 9 / 31})


def test_two_witnesses_against_a_date_leave_it_wrong_in_some_other_way():
    one = judge("20 April 1909", near=near(("1909-04-29", "a")))
    two = judge("20 April 1909", near=near(("1909-04-29", "a"), ("1909-04-29", "b")))
    copied = judge("20 April 1909", near=near(("1909-04-29", "a"), ("1909-04-29", "a")))
    assert (one.verdict, two.verdict) == (NO_CALENDAR, NO_CALENDAR)
    assert one.unexplained == copied.unexplained < 0.2
    assert two.unexplained > 0.9


def test_a_crowd_of_witnesses_is_weighed_like_a_few():
    found = judge("22 July 1909", near=near(*["1911-11-21"] * 200))
    assert found.unexplained == pytest.approx(1)
    assert judge("22 July 1909", near=near(*["1909-07-13"] * 200)).best.edtf == "1909-07-13"
