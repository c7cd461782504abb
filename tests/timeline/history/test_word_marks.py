"""Marked words tell both texts, and no more is marked than differs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.history.word_marks import MOST, NEW, OLD, SAME, Piece, marked

CASES = [
    ("", "", []),
    ("the same", "the same", [(SAME, "the same")]),
    ("", "new", [(NEW, "new")]),
    ("old", "", [(OLD, "old")]),
    ("early in the day", "late in the day", [(OLD, "early"), (NEW, "late"), (SAME, " in the day")]),
    ("he came.", "he came. And went.", [(SAME, "he came."), (NEW, " And went.")]),
    ("خان آمد", "خان رفت", [(SAME, "خان "), (OLD, "آمد"), (NEW, "رفت")]),
]


@pytest.mark.parametrize(("old", "new", "pieces"), CASES)
def test_only_the_words_that_differ_are_marked(old, new, pieces):
    assert marked(old, new) == tuple(Piece(*piece) for piece in pieces)


@given(st.text("ab \n", max_size=30), st.text("ab \n", max_size=30))
def test_the_pieces_join_to_both_texts(old, new):
    pieces = marked(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != NEW) == old
    assert "".join(piece.text for piece in pieces if piece.kind != OLD) == new


def test_texts_too_long_to_compare_are_shown_one_after_the_other():
    old, new = "word " * MOST, "other " * MOST
    assert marked(old, new) == (Piece(OLD, old), Piece(NEW, new))
