"""Documents are cut into sections, paragraphs and sentences that a locator can name."""

import pytest

from timeline.seeding.documents import read_document, split_sentences

ENCYCLOPAEDIA = """= The Fall of Elin =

Infobox
- Date: 3 May 1810
- Commander1: A. Berg, C. Dahl

Elin fell on 3 May 1810. The town burned.

==Background==
Gen. B. Alm came first. He wrote letter No. 12 to the king. "Hold out!" he wrote.

=== The bridge ===
They asked for:

1. Bread for the men.
2. Salt .

Painting of the bridge, in the town hall .
"""

MAGAZINE = """A Reader's Choice

ANNA LIND / PRESS
01 March, 2025

ON 3 MAY 1810, the town of Elin fell.
The gates were open.
"""


def locators(text):
    return {sentence.text: sentence.locator for sentence in read_document(text).sentences}


@pytest.mark.parametrize(
    ("sentence", "locator"),
    [
        ("Date: 3 May 1810", ("(infobox)", 1, 1)),
        ("Commander1: A. Berg, C. Dahl", ("(infobox)", 1, 2)),
        ("Elin fell on 3 May 1810.", ("(lead)", 1, 1)),
        ("The town burned.", ("(lead)", 1, 2)),
        ("Gen. B. Alm came first.", ("Background", 1, 1)),
        ("He wrote letter No. 12 to the king.", ("Background", 1, 2)),
        ("They asked for:", ("The bridge", 1, 1)),
        ("Bread for the men.", ("The bridge", 2, 1)),
        ("Salt .", ("The bridge", 2, 2)),
        ("Painting of the bridge, in the town hall .", ("(caption)", 1, 1)),
    ],
)
def test_every_sentence_has_the_locator_a_reader_would_give_it(sentence, locator):
    assert locators(ENCYCLOPAEDIA)[sentence] == locator


def test_the_title_is_neither_a_heading_nor_a_paragraph():
    document = read_document(ENCYCLOPAEDIA)
    assert document.title == "The Fall of Elin"
    assert [heading for heading, _ in document.headings] == ["Background", "The bridge"]


def test_credits_and_datelines_before_the_prose_are_front_matter():
    found = locators(MAGAZINE)
    assert read_document(MAGAZINE).title == "A Reader's Choice"
    assert found["01 March, 2025"] == ("(front matter)", 1, 2)
    assert found["ON 3 MAY 1810, the town of Elin fell."] == ("(lead)", 1, 1)
    assert found["The gates were open."] == ("(lead)", 1, 2)


def test_a_sentence_knows_its_line():
    lines = {sentence.text: sentence.line for sentence in read_document(ENCYCLOPAEDIA).sentences}
    assert lines["The town burned."] == 7
    assert lines["Salt ."] == 16


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Major I. Berg came. He left.", ["Major I. Berg came.", "He left."]),
        ("Riders led by . However, none came.", ["Riders led by .", "However, none came."]),
        ("He cried “Go.” They went.", ["He cried “Go.”", "They went."]),
        ("It cost 4.5 tomans. 3,000 paid.", ["It cost 4.5 tomans.", "3,000 paid."]),
        ("without an end", ["without an end"]),
        ("", []),
    ],
)
def test_initials_and_figures_do_not_end_a_sentence(text, sentences):
    assert split_sentences(text) == sentences


@pytest.mark.parametrize(
    ("locator", "text"),
    [
        (("(lead)", 1, 2), "The town burned."),
        (("(lead)", 1, None), "Elin fell on 3 May 1810. The town burned."),
        (("(lead)", 2, None), None),
        (("Nowhere", None, None), None),
    ],
)
def test_a_locator_gives_its_text_or_nothing(locator, text):
    assert read_document(ENCYCLOPAEDIA).cited_text(*locator) == text


def test_a_section_alone_holds_its_heading():
    assert read_document(ENCYCLOPAEDIA).cited_text("The bridge").startswith("The bridge They asked for:")
