"""Cites after the Publication Manual of the American Psychological Association, 7th edition (2020).

Chapter 9 for references: up to twenty authors, "n.d." where there is no date, no place of publication, a day of
retrieval only where one is known and the work may change; chapter 8 for what stands in the text: two authors at
most, the title where there is no author, parts by heading and paragraph.
"""

from timeline.citing.dates import american, year_alone, year_first
from timeline.citing.items import Cited
from timeline.citing.kinds import PARTS, PERIODICALS, WEB
from timeline.citing.locators import Locator
from timeline.citing.names import Name, given_first, short, with_initials
from timeline.citing.runs import Run, Runs, clauses, followed, plain, sentences, text
from timeline.citing.style import Line, creators, record_line, title_of
from timeline.citing.wording import pages, set_apart

NAME = "APA (7th edition)"


def cited(what: Cited) -> tuple[Line, ...]:
    """The reference, and what stands in the text."""
    lines = Line("reference", reference(what.item)), Line("in_text", in_text(what.item, what.locator))
    return (*lines, *record_line(what))


def reference(item: dict) -> Runs:
    """The entry of the list of references."""
    names, are_editors = creators(item)
    who = _names(names) + (f" ({_editors(names)})" if are_editors else "")
    title, source = _title(item), _source(item)
    date = text(f"({_date(item)})")
    head = [followed(text(who), "."), date, title] if who else [title, date]
    # The address has no full stop after it: it would be taken for a part of it.
    return _spaced(sentences(*head, *source), _address(item))


def in_text(item: dict, locator: Locator | None = None) -> Runs:
    """(Clark, 2006, Events section, para. 4)."""
    names, _are_editors = creators(item)
    within = item["type"] in PERIODICALS | PARTS
    who = text(_short_names(names)) or title_of(item, within)
    inner = clauses(who, text(_circa(item, year_alone) or "n.d."), *_spot(locator or Locator()))
    return (*text("("), *inner, *text(")"))


def _title(item: dict) -> Runs:
    """The title, in italics where the work stands alone, with who translated or edited it."""
    title = text(item["title"]) if item["type"] in PERIODICALS | PARTS else set_apart(item["title"])
    helped = []
    if item.get("translator"):
        helped.append(f"{_plain_names(item['translator'])}, Trans.")
    if item.get("editor") and item.get("author") and item["type"] not in PARTS:
        helped.append(f"{_plain_names(item['editor'])}, {_editors(item['editor'])}")
    kind = f" [{item['genre']}]" if item.get("genre") else ""
    return (*title, *text((f" ({'; '.join(helped)})" if helped else "") + kind))


def _source(item: dict) -> list[Runs]:
    container = item.get("container-title", "")
    publisher = text(item.get("publisher", ""))
    if item["type"] in PERIODICALS:
        volume = set_apart(item.get("volume", ""))
        issue = text(f"({item['issue']})" if item.get("issue") else "")
        return [clauses(set_apart(container), (*volume, *issue), text(item.get("page", "")))]
    if item["type"] in PARTS:
        editors = item.get("editor", []) if item.get("author") else []
        by = f"{_plain_names(editors)} ({_editors(editors)})" if editors else ""
        page = f" ({pages(item['page'])})" if item.get("page") else ""
        work = (*clauses(text(by), set_apart(container)), *text(page)) if container else ()
        return [(*text("In "), *work) if work else (), publisher]
    if item["type"] in WEB:
        return [clauses(text(container), publisher)]
    return [text(container), publisher]


def _date(item: dict) -> str:
    by_year = item["type"] == "book" or (item["type"] == "article-journal" and item.get("volume"))
    return _circa(item, year_alone if by_year else year_first) or "n.d."


def _circa(item: dict, worded) -> str:
    said = worded(item.get("issued"))
    return f"ca. {said}" if said and item["issued"].get("circa") else said


def _address(item: dict) -> Runs:
    address = f"https://doi.org/{item['DOI']}" if item.get("DOI") else item.get("URL", "")
    if address and item.get("accessed") and not item.get("issued"):
        return text(f"Retrieved {american(item['accessed'])}, from {address}")
    return text(address)


def _spot(spot: Locator) -> list[Runs]:
    section = f"{spot.heading} section" if spot.heading else spot.marked
    paragraph = f"para. {spot.paragraph}" if spot.paragraph is not None else ""
    return [text(section), text(paragraph), text(pages(spot.page))]


def _spaced(before: Runs, after: Runs) -> Runs:
    return (*before, Run(" "), *after) if plain(before) and after else (*before, *after)


def _names(names: list[Name]) -> str:
    written = [with_initials(name) for name in names]
    if len(written) > 20:
        return f"{', '.join(written[:19])}, . . . {written[-1]}"
    return f"{', '.join(written[:-1])}, & {written[-1]}" if len(written) > 1 else "".join(written)


def _plain_names(names: list[Name]) -> str:
    """E. G. Browne & D. Ross: in the order of speech, with initials."""
    written = [_turned(name) for name in names]
    if len(written) > 2:
        return f"{', '.join(written[:-1])}, & {written[-1]}"
    return " & ".join(written)


def _turned(name: Name) -> str:
    family, comma, given = with_initials(name).partition(", ")
    return f"{given} {family}" if comma and "family" in name else given_first(name)


def _short_names(names: list[Name]) -> str:
    written = [short(name) for name in names]
    return f"{written[0]} et al." if len(written) > 2 else " & ".join(written)


def _editors(names: list[Name]) -> str:
    return "Eds." if len(names) > 1 else "Ed."
