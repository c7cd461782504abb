"""Shows, before anything is saved, what a claim as typed comes to; the same for a page and for a script."""

from dataclasses import asdict, dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from chronology.errors import ChronologyError
from timeline.admin.entering.clash_lines import (
    Clash,
    ReadingOfAnother,
    ReadingProposed,
    agreement,
    clash_lines,
    proposed_lines,
    readings_of_others,
)
from timeline.admin.entering.date_lines import DateLines, ReadingChoice, date_lines, reading_choices
from timeline.admin.entering.interpreting import WHO_TAKES_OVER, may_take_over
from timeline.chronicle.dating import edtf_of
from timeline.entering.anchored_days import is_edtf
from timeline.entering.printed_dates import PrintedDate
from timeline.fields import span_of
from timeline.pages.claim_words import anchor_words, edge_words, short_statement, supplied_words, value_words

# What is merely not typed yet is no mistake.
NOT_YET = (
    "required", "subject_missing", "date_missing", "place_missing", "route_missing", "outcome_missing",
    "number_missing",
)  # fmt: skip
SHOWN_BESIDE_A_MARK = 60
NOTHING_TYPED = gettext_lazy(
    "Choose what the claim gives and type the words as printed: what they come to stands here."
)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a field, in a sentence; before, at, after: of the printed words, where it has a place."""

    field: str
    label: str
    code: str
    message: str
    before: str = ""
    at: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class LeftEmpty:
    """What is kept in a field that stays empty."""

    field: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Preview:
    """summary: all of it in a sentence or two, to be announced; says: the value as readers see it; difference:
    between what was typed and what the words say; held: what an editor holds it to mean already; asks_why: whether
    a proposal can be taken over, with a reason; who_takes: who can, where this person may not.
    """

    summary: str = ""
    problems: tuple[Problem, ...] = ()
    says: str = ""
    date: DateLines | None = None
    hangs: str = ""
    difference: str = ""
    readings: tuple[ReadingChoice, ...] = ()
    clashes: tuple[Clash, ...] = ()
    agreement: str = ""
    proposals: tuple[ReadingProposed, ...] = ()
    taken: str = ""
    asks_why: bool = False
    who_takes: str = ""
    others: tuple[ReadingOfAnother, ...] = ()
    held: str = ""
    left_empty: tuple[LeftEmpty, ...] = ()

    def body(self) -> dict:
        return asdict(self)


def preview_of(form) -> Preview:
    """The preview of a validated form of a claim; about forty queries where it conflicts with others."""
    cleaned = form.cleaned_data
    explained, claim = form.explained, form.explained.claim
    printed = form.filling.date or PrintedDate("")
    typed = "" if "face" in form.filling.values else str(cleaned.get("face") or "")
    entry = explained.entry
    held = entry.interpreted if entry else None
    proposals, may_take = proposed_lines(explained), may_take_over(form.acting)
    preview = Preview(
        problems=_problems(form, printed),
        # The day of a date is said below, in four calendars.
        says=_says(entry) if entry and entry.attribute != "date" else "",
        date=_date(claim),
        hangs=_hangs(entry),
        difference=_difference(printed, typed),
        readings=() if held else reading_choices(printed.candidates, cleaned.get("face") or "", typed),
        clashes=clash_lines(explained),
        agreement=_agreement(form),
        proposals=proposals,
        taken=str(cleaned.get("take") or "") if may_take else "",
        asks_why=bool(proposals) and may_take,
        who_takes=str(WHO_TAKES_OVER) if proposals and not may_take else "",
        others=readings_of_others(explained),
        held=_("An editor holds it to mean %(meant)s.") % {"meant": value_words(held.reading)} if held else "",
        left_empty=_left_empty(form),
    )
    return replace(preview, summary=_summary(preview))


def _agreement(form) -> str:
    """How it stands to the other claims, or what is to be typed first; nothing beside words that are to be mended."""
    if not form.cleaned_data.get("attribute"):
        return str(NOTHING_TYPED)
    return "" if "as_printed" in form.errors else agreement(form.explained)


def _summary(preview: Preview) -> str:
    """What there is to see, for who listens: the value, then how many mistakes, conflicts and proposals."""
    told = [f"{preview.date.words}." if preview.date else "", f"{preview.says}." if preview.says else ""]
    counted = (
        (
            len(preview.problems),
            lambda n: ngettext("%(count)s thing is to be mended.", "%(count)s things are to be mended.", n),
        ),
        (
            len(preview.readings),
            lambda n: ngettext("%(count)s reading to choose.", "%(count)s readings to choose from.", n),
        ),
        (len(preview.clashes), lambda n: ngettext("%(count)s conflict.", "%(count)s conflicts.", n)),
        (len(preview.proposals), lambda n: ngettext("%(count)s proposed reading.", "%(count)s proposed readings.", n)),
    )
    told += [words(count) % {"count": count} for count, words in counted if count]
    return " ".join(filter(None, told))


def _problems(form, printed: PrintedDate) -> tuple[Problem, ...]:
    found = []
    for name, errors in form.errors.as_data().items():
        label = str(form.fields[name].label) if name in form.fields else ""
        for error in errors:
            code = error.code or ""
            if code in NOT_YET:
                continue
            marked = (
                printed.marked if name == "as_printed" and printed.problem and code == printed.problem.code else None
            )
            found.append(Problem(name, label, code, " ".join(error.messages), *_cut(marked)))
    return tuple(found)


def _cut(marked: tuple[str, str, str] | None) -> tuple[str, ...]:
    """The marked words with no more beside them than a line holds."""
    if marked is None:
        return ()
    before, at, after = marked
    most = SHOWN_BESIDE_A_MARK
    shown_before = before if len(before) <= most else f"…{before[-most:]}"
    shown_after = after if len(after) <= most else f"{after[:most]}…"
    return shown_before, at if len(at) <= most else f"{at[:most]}…", shown_after


def _date(claim) -> DateLines | None:
    if claim is None or claim.attribute != "date":
        return None
    span = span_of(claim)
    edtf = claim.face if claim.face and is_edtf(claim.face) else edtf_of(span)
    if not edtf:
        return None
    supplied = supplied_words(tuple(claim.supplied))
    try:
        return date_lines(edtf, span, approximate=f"{supplied[:1].upper()}{supplied[1:]}." if supplied else "")
    except ChronologyError:
        # Years that no calendar counts: the EDTF is all that can be said.
        return DateLines("", edtf, "", ())


def _hangs(entry) -> str:
    if entry is None or entry.relative_to is None or entry.attribute != "date":
        return ""
    anchor = entry.relative_to
    words = f"{anchor_words(anchor)} {anchor.to.name[:160]}"
    if entry.face.when and entry.face.when.span:
        return _("It is dated %(words)s.") % {"words": words}
    return _("It is dated %(words)s, and which day that is cannot be said yet.") % {"words": words}


def _says(entry) -> str:
    if entry is None:
        return ""
    value = short_statement(entry) or (f"“{entry.as_printed}”" if entry.as_printed else "") or entry.gap
    if not value:
        return ""
    edge = edge_words(entry.edge)
    about = f"{entry.attribute_label}, {edge}" if edge else str(entry.attribute_label)
    return f"{about[:1].upper()}{about[1:]}: {value}"


def _difference(printed: PrintedDate, typed: str) -> str:
    """What the words say beside an EDTF that an editor typed and that is not one of their readings."""
    said = [each.date.edtf for each in printed.candidates]
    if not typed or not said or typed in said:
        return ""
    sentence = _("You typed %(typed)s; the words say %(said)s. What you typed is kept.")
    return sentence % {"typed": typed, "said": f" {_('or')} ".join(said)}


def _left_empty(form) -> tuple[LeftEmpty, ...]:
    filled = {name: _written(value) for name, value in form.filling.values.items()}
    if not form.instance.pk and not form.data.get("key"):
        filled["key"] = str(form.cleaned_data.get("key") or "")
    return tuple(LeftEmpty(name, str(form.fields[name].label), value) for name, value in filled.items() if value)


def _written(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return f"{value:g}" if isinstance(value, float) else "" if value is None else str(value)
