"""What asks for a claim is found in a sentence, and nothing else."""

import pytest

from timeline.seeding.signals import place_pattern, signals_in


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("It fell on 3 May 1810.", [("date", "3 May 1810")]),
        ("It fell on May 3, 1810.", [("date", "May 3, 1810")]),
        ("On 5 May 1288 AH they came.", [("date", "5 May 1288 AH")]),
        ("On 22 Tir they came.", [("date", "22 Tir")]),
        ("It fell in February 1810.", [("date", "February 1810")]),
        ("It fell by October.", [("date", "October")]),
        ("They may march.", []),
        ("In 1286 and 1287 AH they met.", [("date", "1286"), ("date", "1287 AH")]),
        ("Several hundred men and 3,000 horses.", [("number", "Several"), ("number", "hundred"), ("number", "3,000")]),
        ("The 14th regiment.", [("number", "14th")]),
        ("After a five-day battle.", [("number", "five")]),
        ("The one-year siege of one town.", [("number", "one-year")]),
        ("The second battle came soon.", [("number", "second battle"), ("order", "soon")]),
        ("At sunset they left.", [("order", "sunset")]),
        ("They were brave.", []),
    ],
)
def test_dates_numbers_and_words_of_order_are_signals(sentence, found):
    assert [(signal.kind, signal.text) for signal in signals_in(sentence)] == found


def test_a_place_counts_as_a_whole_word_only():
    places = place_pattern(["Elin", "Elin Gate"])
    assert [signal.text for signal in signals_in("Elin Gate, Elini men, Elin.", places)] == ["Elin Gate", "Elin"]


def test_without_names_there_is_no_pattern():
    assert place_pattern([]) is None
