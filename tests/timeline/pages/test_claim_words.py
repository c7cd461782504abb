"""Claims are worded as they are printed, and no more certain than that."""

import pytest

from tests.factories import make_claim, make_event, make_source
from tests.timeline.pages.conftest import text
from timeline.pages.claim_words import number_words
from timeline.resolving import resolve_atlas


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ((3, 3, "days", "exactly"), "3 days"),
        ((3000, 3000, "soldiers", ""), "3,000 soldiers"),
        ((3000, 3000, "men", "about"), "about 3,000 men"),
        ((None, 200, "men", ""), "up to 200 men"),
        ((200, None, "men", ""), "200 or more men"),
        ((2, 4, "guns", ""), "2 to 4 guns"),
        ((None, None, "men", "several"), ""),
    ],
)
def test_a_number_says_what_is_printed(number, words):
    assert number_words(*number) == words


def test_a_length_that_fits_neither_end_is_told_with_the_end_that_each_day_is_of(read, atlas):
    book = make_source("book")
    event = make_event(atlas, "fighting", shape="span", claims=0)
    for edge, day in (("begin", "1909-07-13"), ("end", "1909-07-25")):
        make_claim(event=event, source=book, edge=edge, face=day)
    make_claim(event=event, source=book, attribute="duration", low=3, high=3, unit="days", qualifier="exactly",
               as_printed="three days")  # fmt: skip
    event.publication = "published"
    resolve_atlas(atlas)
    (listed,) = [each for each in read("/events/fighting/").iter("ul") if each.get("class") == "claimed-values"]
    assert [text(line).split(" ")[0] for line in listed] == ["begins", "ends", "3"]
