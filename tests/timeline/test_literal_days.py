"""A date that hangs on a misread one is shown by its words, and its resolved day as what is held to be meant."""

import pytest

from chronology.spans import Span
from tests.factories import make_atlas, make_claim, make_event, make_source
from timeline.chronicle import claim_entries
from timeline.chronicle.literal_days import as_read
from timeline.models import Claim, Interpretation
from timeline.pages.claim_words import hanging_words
from timeline.resolving import resolve_atlas

pytestmark = pytest.mark.django_db

MEANT, PRINTED = 2418501, 2418510


@pytest.fixture
def pair():
    """22 July, which an editor may read as 13 July, and two days later, resolved by that reading."""
    atlas, book = make_atlas(), make_source("book")
    entry = make_event(atlas, "entry", claims=0)
    anchor = make_claim(event=entry, face="1909-07-22", edge="on", source=book, key="anchor", as_printed="22 July")
    make_claim(event=make_event(atlas, "fall", claims=0), face="1909-07-15", edge="on", source=book, key="later",
               as_printed="Two days later", relative_to_claim=anchor, offset_low=2, offset_high=2)  # fmt: skip
    return anchor


def later():
    (entry,) = claim_entries(Claim.objects.filter(key="later"))
    return entry


def read_otherwise(anchor) -> None:
    Interpretation.objects.create(claim=anchor, method="solar_hijri_month_as_gregorian", value="1909-07-13",
                                  reason="It is twice so.", by="Editor", on="2026-11-22")  # fmt: skip


def test_the_words_give_one_day_and_the_reading_another(pair):
    read_otherwise(pair)
    claim = later()
    assert claim.face.when.span == Span.day(PRINTED + 2)
    assert claim.reading.when.span == Span.day(MEANT + 2)
    assert claim.accepted is False


def test_it_is_read_by_the_words_it_hangs_on(pair):
    read_otherwise(pair)
    claim = as_read(later())
    assert claim.as_printed == "22 July"
    assert claim.interpreted.reason == "It is twice so."


def test_where_nobody_reads_the_other_date_otherwise_nothing_changes(pair):
    claim = later()
    assert claim.face.when.span == Span.day(MEANT + 2)
    assert claim.interpreted is None
    assert as_read(claim) is claim


def test_a_reading_of_its_own_stands(pair):
    read_otherwise(pair)
    Interpretation.objects.create(
        claim=Claim.objects.get(key="later"), method="other", value="1909-07-16", reason="So."
    )
    claim = later()
    assert claim.face.when.span == Span.day(2418503)
    assert claim.reading.when.span == Span.day(2418504)
    assert claim.accepted is not True


def test_it_says_on_what_it_hangs(pair):
    assert hanging_words(later()) == "2 days after “22 July”"
    (anchor,) = claim_entries(Claim.objects.filter(key="anchor"))
    assert hanging_words(anchor) == ""


def test_a_printed_day_that_is_read_otherwise_is_not_the_accepted_one(pair):
    read_otherwise(pair)
    resolve_atlas(pair.event.atlas)
    (claim,) = claim_entries(Claim.objects.filter(key="anchor"))
    assert pair.event.__class__.objects.get(pk=pair.event.pk).date_claim_id == pair.pk
    assert claim.accepted is False
