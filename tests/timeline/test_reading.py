"""The tables are held against the documents, and what does not fit is said with file and line."""

import pytest

from timeline.seeding.documents import read_document
from timeline.seeding.reading import ReadText, copies, hold_against, stands_in
from timeline.seeding.tables import Row

TEXT = """= Elin =

Elin fell on 3 May 1810 to 300 riders. The people were sad. Two days later the king fled to Orm.

== Siege, 1809-1810 ==
It was long.
"""
LAST = "the king fled to Orm"


@pytest.fixture
def texts():
    return {"elin": ReadText("elin.txt", read_document(TEXT))}


def claim(line, printed, section="(lead)", paragraph="1", sentence="1"):
    cells = {"key": f"elin-{line}", "source": "elin", "section": section, "paragraph": paragraph, "sentence": sentence}
    return Row("claims.csv", line, cells | {"as_printed": printed})


def explained(line, section="(lead)", paragraph="1", sentence="1", reason="A general judgement."):
    cells = {"source": "elin", "section": section, "paragraph": paragraph, "sentence": sentence, "reason": reason}
    return Row("uncited.csv", line, cells)


COMPLETE = [
    claim(2, "3 May 1810"),
    claim(3, "300 riders"),
    claim(4, "Two days later", sentence="3"),
    claim(5, "1809", section="Siege, 1809-1810", paragraph="", sentence=""),
    claim(6, "1810", section="Siege, 1809-1810", paragraph="", sentence=""),
]


def problems(texts, claims, uncited=()):
    return [str(problem) for problem in hold_against(texts, claims, uncited, ["Elin", "Orm"]).problems]


def test_a_complete_reading_has_no_problem_and_counts_what_it_saw(texts):
    reading = hold_against(texts, COMPLETE, [], ["Elin", "Orm"])
    assert reading.clean, reading.problems
    assert (reading.sentences, reading.cited, reading.silent) == (5, 3, 2)


def test_a_printed_form_that_does_not_stand_there_is_named(texts):
    assert problems(texts, [*COMPLETE, claim(9, "4 May 1810")]) == [
        "claims.csv:9: elin-9: “4 May 1810” does not stand in section “(lead)”, paragraph 1, sentence 1."
    ]


def test_a_locator_that_the_document_lacks_is_named(texts):
    found = problems(texts, [*COMPLETE, claim(9, "", paragraph="7")])
    assert found == ["claims.csv:9: elin-9: the document has no section “(lead)”, paragraph 7, sentence 1."]


def test_a_sentence_with_a_place_that_no_claim_cites_is_listed_with_its_line(texts):
    found = problems(texts, [row for row in COMPLETE if row.line != 4])
    assert len(found) == 1
    assert found[0].startswith("elin.txt:3: (lead) 1.3: no claim cites")
    assert LAST in found[0]


def test_a_date_or_number_left_out_of_a_cited_sentence_is_listed(texts):
    found = problems(texts, [row for row in COMPLETE if row.line != 3])
    assert found[0].startswith("elin.txt:3: (lead) 1.1: no claim prints number “300”")


def test_a_heading_that_prints_a_date_is_read_too(texts):
    found = problems(texts, COMPLETE[:3])
    assert [text.split(":")[2] for text in found] == [" heading"]


def test_an_explanation_settles_a_sentence(texts):
    claims = [row for row in COMPLETE if row.line != 4]
    assert problems(texts, claims, [explained(2, sentence="3")]) == []


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (explained(2), "uncited.csv:2: This sentence is cited"),
        (explained(2, sentence="2"), "uncited.csv:2: This sentence is cited"),
        (explained(2, sentence="8"), "uncited.csv:2: The document has no section"),
        (explained(2, sentence="3", reason=""), "uncited.csv:2: Say why"),
    ],
)
def test_an_explanation_that_explains_nothing_is_a_problem(texts, row, sentence):
    assert any(text.startswith(sentence) for text in problems(texts, COMPLETE, [row]))


@pytest.mark.parametrize(
    ("printed", "stands"),
    [("Elin … 3 May", True), ("3 May … Elin", False), ("300 riders", True), ("301", False)],
)
def test_pieces_stand_in_their_order(printed, stands):
    assert stands_in(printed, "Elin fell on 3 May 1810 to 300 riders.") is stands


def test_a_summary_copied_from_the_document_is_found(texts):
    own = Row("events.csv", 4, {"title": "Elin falls", "summary": "So Elin fell on 3 May 1810 to 300 riders."})
    copied = Row("events.csv", 5, {"summary": "Elin fell on 3 May 1810 to 300 riders; the people were sad."})
    found = [str(problem) for problem in copies([own, copied], texts)]
    assert len(found) == 1
    assert found[0].startswith("events.csv:5: summary: “elin fell on 3 may")


def test_sources_without_a_document_are_left_alone(texts):
    other = Row("claims.csv", 9, {**COMPLETE[0].cells, "source": "unread", "as_printed": "nothing"})
    assert problems(texts, [*COMPLETE, other]) == []
