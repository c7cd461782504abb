"""Cites after the MLA Handbook, 9th edition (2021): works cited, and what stands in the text.

Chapter 5 for the elements and their order: author, title, container, others, version, number, publisher, date,
location; two authors at most, no word where there is no date, the day of access where one is known. Chapter 6 for
the text: the title where there is no author, par. and sec. with a comma before.
"""

from timeline.citing.dates import day_first
from timeline.citing.items import Cited
from timeline.citing.kinds import DESCRIBED, PARTS, PERIODICALS, UNPUBLISHED, WEB
from timeline.citing.locators import Locator
from timeline.citing.names import Name, family_first, given_first, listed, short
from timeline.citing.runs import Runs, clauses, sentences, text
from timeline.citing.style import Line, creators, record_line, title_of
from timeline.citing.wording import pages, quoted, set_apart

NAME = "MLA (9th edition)"
WITHIN = PERIODICALS | PARTS | WEB | UNPUBLISHED


def cited(what: Cited) -> tuple[Line, ...]:
    """The entry of the works cited, and what stands in the text."""
    lines = Line("works_cited", works_cited(what.item)), Line("in_text", in_text(what.item, what.locator))
    return (*lines, *record_line(what))


def works_cited(item: dict) -> Runs:
    """The entry of the list of works cited."""
    names, are_editors = creators(item)
    who = _names(names)
    if are_editors:
        who += ", editors" if len(names) > 1 else ", editor"
    container = item.get("container-title", "")
    publisher = item.get("publisher", "")
    printed = publisher if publisher != container and item["type"] not in PERIODICALS else ""
    where = clauses(
        set_apart(container),
        text(_helpers(item, are_editors)),
        text(f"vol. {item['volume']}" if item.get("volume") else ""),
        text(f"no. {item['issue']}" if item.get("issue") else ""),
        text(printed),
        text(_date(item)),
        text(pages(item.get("page", ""))),
        text(f"https://doi.org/{item['DOI']}" if item.get("DOI") else item.get("URL", "")),
    )
    accessed = f"Accessed {day_first(item['accessed'])}" if item.get("accessed") else ""
    return sentences(text(who), _title(item), where, text(accessed))


def in_text(item: dict, locator: Locator | None = None) -> Runs:
    """(Clark 312), (Clark, par. 4)."""
    spot = locator or Locator()
    names, _are_editors = creators(item)
    who = text(_short_names(names)) or _title(item)
    # A page stands after the name without a comma; whatever has a word before it, after one.
    if spot.page and not spot.section and spot.paragraph is None:
        return (*text("("), *who, *text(f" {spot.page})"))
    heading = (*text("sec. "), *quoted(spot.heading)) if spot.heading else text(spot.marked)
    paragraph = f"par. {spot.paragraph}" if spot.paragraph is not None else ""
    return (*text("("), *clauses(who, heading, text(paragraph), text(pages(spot.page))), *text(")"))


def _title(item: dict) -> Runs:
    return text(item["title"]) if item["type"] in DESCRIBED else title_of(item, item["type"] in WITHIN)


def _date(item: dict) -> str:
    said = day_first(item.get("issued"))
    return f"circa {said}" if said and item["issued"].get("circa") else said


def _helpers(item: dict, are_editors: bool) -> str:
    said = []
    if item.get("editor") and not are_editors:
        said.append(f"edited by {listed([given_first(name) for name in item['editor']])}")
    if item.get("translator"):
        said.append(f"translated by {listed([given_first(name) for name in item['translator']])}")
    # After a title they open the sentence, after a container they go on with it.
    words = ", ".join(said)
    return words if item.get("container-title") else words[:1].upper() + words[1:]


def _names(names: list[Name]) -> str:
    if len(names) > 2:
        return f"{family_first(names[0])}, et al."
    written = [family_first(names[0]), *map(given_first, names[1:])] if names else []
    return (", and " if names and "family" in names[0] else " and ").join(written)


def _short_names(names: list[Name]) -> str:
    written = [short(name) for name in names]
    return f"{written[0]} et al." if len(written) > 2 else " and ".join(written)
