"""Twelve words in a row are copying; eleven are not."""

import pytest

from timeline.seeding.copying import copied_run, runs_of

DOCUMENT = "one two three four five six seven eight nine ten eleven twelve thirteen"


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("One, two; three four five six seven eight nine ten eleven: TWELVE!",
         "one two three four five six seven eight nine ten eleven twelve"),
        ("one two three four five six seven eight nine ten eleven dozen", ""),
        ("two three", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_a_run_is_found_whatever_its_case_and_stops(text, run):
    assert copied_run(text, runs_of(DOCUMENT)) == run
