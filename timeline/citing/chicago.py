"""Cites after The Chicago Manual of Style, 18th edition (2024), notes and bibliography.

Chapters 13 and 14: notes name two authors at most, a bibliography six; no place of publication; an entry of a work
of reference under its name, s.v.; a page on the web with the day it was last modified, and the day of access only
where it has no date; a section of a text without pages by its heading.
"""

from timeline.citing.dates import american, year_alone
from timeline.citing.items import LAST_MODIFIED, Cited
from timeline.citing.kinds import DESCRIBED, ENTRIES, PARTS, PERIODICALS, UNPUBLISHED, WEB
from timeline.citing.locators import Locator
from timeline.citing.names import Name, family_first, given_first, listed
from timeline.citing.runs import Runs, clauses, followed, sentences, text
from timeline.citing.style import Line, creators, record_line, title_of
from timeline.citing.wording import quoted, set_apart

NAME = "Chicago (18th edition, notes and bibliography)"


def cited(what: Cited) -> tuple[Line, ...]:
    """A note and an entry of the bibliography."""
    lines = Line("note", note(what.item, what.locator)), Line("bibliography", bibliography(what.item))
    return (*lines, *record_line(what))


def note(item: dict, locator: Locator | None = None) -> Runs:
    """The full note."""
    spot = locator or Locator()
    names, are_editors = creators(item)
    who = text(_note_names(names) + (_edited(names) if are_editors else ""))
    if item["type"] in ENTRIES and not names and item.get("container-title"):
        head = (*followed(set_apart(item["container-title"]), ","), *text(" s.v. "), *quoted(item["title"]))
        body = [head, text(_dated(item)), *_spot(spot)]
    elif item["type"] in PERIODICALS:
        body = [who, quoted(item["title"]), *_periodical(item, spot), *_spot(spot, paged=bool(item.get("volume")))]
    elif item["type"] in PARTS:
        within = (*text("in "), *set_apart(item["container-title"])) if item.get("container-title") else ()
        helped = text(_by(item, "ed.", "trans.", editors=True))
        body = [who, quoted(item["title"]), _imprint(clauses(within, helped), item), *_pages(item, spot), *_spot(spot)]
    elif item["type"] in WEB:
        places = (text(item.get(key, "")) for key in ("container-title", "publisher"))
        body = [who, title_of(item, within=True), *places, text(_dated(item)), *_spot(spot)]
    else:
        helped = text(_by(item, "ed.", "trans.", editors=not are_editors))
        body = [who, _imprint(clauses(_alone(item), helped), item), *_spot(spot)]
    return followed(clauses(*body, *_online(item, "accessed")), ".")


def bibliography(item: dict) -> Runs:
    """The entry of the bibliography."""
    names, are_editors = creators(item)
    who = text(_listed_names(names) + (_edited(names) if are_editors else ""))
    published = clauses(text(item.get("publisher", "")), text(_dated(item, american)))
    if item["type"] in PERIODICALS:
        body = [quoted(item["title"]), clauses(*_periodical(item, Locator()))]
    elif item["type"] in PARTS:
        within = (*text("In "), *set_apart(item["container-title"])) if item.get("container-title") else ()
        helped = text(_by(item, "edited by", "translated by", editors=True))
        body = [quoted(item["title"]), clauses(within, helped), published]
    elif item["type"] in WEB:
        places = (text(item.get(key, "")) for key in ("container-title", "publisher"))
        body = [title_of(item, within=True), *places, text(_capitalised(_dated(item, american)))]
    else:
        helped = text(_capitalised(_by(item, "edited by", "translated by", editors=not are_editors)))
        body = [_alone(item), helped, text(item.get("container-title", "")), published]
    return sentences(who, *body, *_online(item, "Accessed"))


def _alone(item: dict) -> Runs:
    if item["type"] in DESCRIBED:
        return text(item["title"])
    return quoted(item["title"]) if item["type"] in UNPUBLISHED else set_apart(item["title"])


def _periodical(item: dict, spot: Locator) -> list[Runs]:
    """Journal 39, no. 2 (June 2006): 247–62; without a volume the name and the date."""
    name = set_apart(item.get("container-title", ""))
    if not item.get("volume"):
        return [name, text(_dated(item, american))]
    number = f", no. {item['issue']}" if item.get("issue") else ""
    page = spot.page or item.get("page", "")
    date = _dated(item, american)
    return [(*name, *text(f" {item['volume']}{number} ({date})" + (f": {page}" if page else "")))]


def _imprint(head: Runs, item: dict) -> Runs:
    """Title (Publisher, 1910); what is in an archive stands without brackets."""
    if item["type"] in UNPUBLISHED | DESCRIBED:
        places = (text(item.get(key, "")) for key in ("container-title", "publisher"))
        return clauses(head, text(_dated(item)), *places)
    imprint = ", ".join(part for part in (item.get("publisher", ""), _dated(item, american)) if part)
    return (*head, *text(f" ({imprint})")) if imprint else head


def _dated(item: dict, worded=american) -> str:
    if item.get("custom") == LAST_MODIFIED:
        return f"last modified {worded(item['issued'])}"
    if not item.get("issued"):
        return "" if item.get("accessed") else "n.d."
    if item["type"] == "book" and "literal" not in item["issued"]:
        worded = year_alone
    said = worded(item["issued"])
    return f"[ca. {said}]" if item["issued"].get("circa") else said


def _pages(item: dict, spot: Locator) -> list[Runs]:
    return [text(item["page"])] if item.get("page") and not spot.page else []


def _spot(spot: Locator, *, paged: bool = False) -> list[Runs]:
    under = [*text("under "), *quoted(spot.heading)] if spot.heading else text(spot.marked)
    paragraph = f"para. {spot.paragraph}" if spot.paragraph is not None else ""
    return [tuple(under), text(paragraph), text("" if paged else spot.page)]


def _online(item: dict, accessed: str) -> list[Runs]:
    day = f"{accessed} {american(item['accessed'])}" if item.get("accessed") and not item.get("issued") else ""
    address = f"https://doi.org/{item['DOI']}" if item.get("DOI") else item.get("URL", "")
    return [text(day), text(address)]


def _by(item: dict, edited: str, translated: str, *, editors: bool) -> str:
    """trans. T. Name, ed. E. Name."""
    said = []
    if item.get("translator"):
        said.append(f"{translated} {listed([given_first(name) for name in item['translator']])}")
    if editors and item.get("editor") and (item.get("author") or item["type"] in PARTS):
        said.append(f"{edited} {listed([given_first(name) for name in item['editor']])}")
    return ", ".join(said)


def _edited(names: list[Name]) -> str:
    return ", eds." if len(names) > 1 else ", ed."


def _note_names(names: list[Name]) -> str:
    written = [given_first(name) for name in names]
    return f"{written[0]} et al." if len(written) > 2 else " and ".join(written)


def _listed_names(names: list[Name]) -> str:
    shown = names[:3] if len(names) > 6 else names
    written = [family_first(name) if first else given_first(name) for first, name in _marking_first(shown)]
    if len(names) > 6:
        return f"{', '.join(written)}, et al."
    if len(written) == 2 and "family" in names[0]:
        return f"{written[0]}, and {written[1]}"
    return listed(written)


def _marking_first(names: list[Name]) -> list[tuple[bool, Name]]:
    return [(number == 0, name) for number, name in enumerate(names)]


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]
