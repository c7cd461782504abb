"""Compares what two editors made of a form that both began from: which fields differ, and which must be chosen."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from django import forms

from timeline.admin.two_editors.sent import Sent, alike, in_words, sent_from, ticked
from timeline.history.word_marks import Piece, marked

MINE, THEIRS = "mine", "theirs"
# Never shown to be chosen: they say what was seen, why it is saved, which row goes, and where its claims go then.
UNCHOSEN = {"seen_version", "seen_act", "why", "DELETE", "claims_to"}
LONG = 60


@dataclass(frozen=True, slots=True)
class Side:
    """One editor's value of a field: as sent, in words, and with the words marked that are new in it."""

    sent: Sent
    words: str
    pieces: tuple[Piece, ...]
    changed: bool


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that the two left differently; `began` is "" where nobody knows what it was, `chosen` what stands."""

    key: str
    label: str
    began: str
    mine: Side
    theirs: Side
    chosen: str

    @property
    def must_choose(self) -> bool:
        return self.chosen not in (MINE, THEIRS)


def clashes(
    kept: forms.Form, began: forms.Form | None, mine: Mapping[str, Sent], chosen: Mapping[str, str], key: str = "",
    aside: Container[str] = (),
) -> list[Clash]:  # fmt: skip
    """The fields of a form that differ between the editors.

    kept: the form as the record stands, theirs; began: as it stood when mine was opened, None where that is
    not known; mine: by field, what was sent; chosen: by key, what the editor chose already; aside: names
    of fields that are compared elsewhere. Where only one of the two changed a field that one stands unless the
    other is chosen.
    """
    found = []
    for name, field in kept.fields.items():
        # A box that is not ticked is not sent; whatever else is not sent was not on the page.
        box = isinstance(field.widget, forms.CheckboxInput)
        if name in UNCHOSEN or name in aside or field.widget.is_hidden or not (box or name in mine):
            continue
        sent, theirs = ticked(mine.get(name, ())) if box else mine[name], sent_from(kept[name])
        if alike(theirs, sent):
            continue
        before = sent_from(began[name]) if began is not None and name in began.fields else None
        found.append(_clash(field, f"{key}{name}", before, sent, theirs, chosen))
    return found


def _clash(
    field: forms.Field, key: str, before: Sent | None, mine: Sent, theirs: Sent, chosen: Mapping[str, str]
) -> Clash:
    i_changed = before is None or not alike(before, mine)
    they_changed = before is None or not alike(before, theirs)
    default = "" if i_changed and they_changed else MINE if i_changed else THEIRS
    began = "" if before is None else in_words(field, before)
    return Clash(
        key=key, label=str(field.label or key), began=began,
        mine=_side(field, mine, began, i_changed), theirs=_side(field, theirs, began, they_changed),
        chosen=chosen.get(key, default),
    )  # fmt: skip


def _side(field: forms.Field, sent: Sent, began: str, changed: bool) -> Side:
    words = in_words(field, sent)
    long = changed and began and max(len(words), len(began)) > LONG
    return Side(sent, words, marked(began, words) if long else (), changed)


def unchosen(found: Iterable[Clash]) -> list[str]:
    """The labels of the fields that both changed and nobody has chosen between."""
    return [clash.label for clash in found if clash.must_choose]
