"""Cuts a printed date into tokens that know where they stood in the text."""

import re
from typing import NamedTuple

from chronology.errors import DateParseError
from chronology.folding import ascii_digits, fold_word
from chronology.lexicon import LONGEST_PHRASE, Meaning, month_of, phrase_of

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670"
_PATTERN = re.compile(
    rf"""
    (?P<numeric>(?<!\d)\d{{1,4}}(?P<separator>[-/.])\d{{1,2}}(?P=separator)\d{{1,4}}(?!\d))
  | (?P<decade>\d{{3}}(?:0['’]?s|[Xx])\b)
  | (?P<year_pair>(?<!\d)\d{{4}}\s?[-–/]\s?\d{{1,2}}(?![\d/.]|\s*[^\W\d_]{{3}}))
  | (?P<day_pair>(?<!\d)\d{{1,2}}/\d{{1,2}}(?![\d/]))
  | (?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)\b)
  | (?P<number>\d+)
  | (?P<abbreviation>(?:[^\W\d_]\.\s?)+[^\W\d_](?:\.|(?![\w'’{_MARKS}])))
  | (?P<word>[^\W\d_](?:[^\W_]|['’‘`ʿʾʻʼ\u200c{_MARKS}])*)
  | (?P<dash>[-‐‑‒–—−])
  | (?P<slash>/)
  | (?P<bracket>\()
  | (?P<query>[?؟])
  | (?P<tilde>~)
  | (?P<dropped>[\s,،.;)\[\]'’‘ʿʾ"“”«»\u200c-\u200f\u2066-\u2069]+)
    """,
    re.VERBOSE,
)
LONGEST_TEXT = 200


class Token(NamedTuple):
    """A piece of the text: its kind, what it stands for, and where it begins."""

    kind: str
    value: object
    start: int
    text: str


def tokenise(text: str) -> list[Token]:
    """Return the meaningful tokens of a text; raise DateParseError at what no date contains."""
    if len(text) > LONGEST_TEXT:
        raise DateParseError(
            f"A printed date is at most {LONGEST_TEXT} characters long.",
            code="too_long",
            position=LONGEST_TEXT,
            value=text[:40],
        )
    return list(_meanings(_pieces(ascii_digits(text))))


def _pieces(text: str) -> list[Token]:
    pieces = []
    position = 0
    while position < len(text):
        match = _PATTERN.match(text, position)
        if match is None:
            raise DateParseError(
                f"“{text[position]}” has no place in a date.",
                code="unknown_character",
                position=position,
                value=text,
            )
        kind, raw = match.lastgroup, match.group()
        if match["numeric"]:
            kind = "numeric"
        if kind != "dropped":
            pieces.append(Token(kind, raw, position, raw))
        position = match.end()
    return pieces


def _meanings(pieces: list[Token]):
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        if piece.kind in ("word", "abbreviation"):
            meaning, used = _longest(pieces, index)
            if meaning is None:
                raise DateParseError(
                    f"“{piece.text}” is not understood as part of a date.",
                    code="unknown_word",
                    position=piece.start,
                    hint="13 July 1909, 22 Tir 1288, 24 Jumada II 1327, between May and July 1909",
                    value=piece.text,
                )
            if meaning.kind != "noise":
                yield Token(meaning.kind, meaning.value, piece.start, piece.text)
            index += used
        else:
            yield piece._replace(value=_value(piece))
            index += 1


def _longest(pieces: list[Token], start: int) -> tuple[Meaning | None, int]:
    """The meaning of the most pieces from here; hyphens inside a name are passed over."""
    words: list[str] = []
    best: tuple[Meaning | None, int] = (None, 1)
    hyphenated = False
    for offset, piece in enumerate(pieces[start : start + 2 * LONGEST_PHRASE]):
        if piece.kind == "dash":
            hyphenated = True
            continue
        if piece.kind == "ordinal" and words and piece.text in ("1st", "2nd"):
            words.append(piece.text)
        elif piece.kind == "abbreviation":
            words.append(fold_word("".join(c for c in piece.text if c.isalpha())))
        elif piece.kind == "word":
            words.append(fold_word(piece.text))
        else:
            break
        month = month_of(tuple(words))
        if month is not None:
            best = Meaning("month", month), offset + 1
        elif not hyphenated:
            meaning = phrase_of(tuple(words))
            if meaning is not None:
                best = meaning, offset + 1
        if len(words) == LONGEST_PHRASE:
            break
    return best


def _value(piece: Token) -> object:
    numbers = [int(number) for number in re.findall(r"\d+", piece.text)]
    if piece.kind in ("number", "ordinal"):
        return numbers[0]
    return piece.text
