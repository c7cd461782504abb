"""Writes a citation as an entry of BibTeX, in UTF-8, with what TeX and BibTeX would take for orders made harmless."""

import re
import zlib

from timeline.citing.dates import MONTHS, iso, year_alone
from timeline.citing.items import Cited
from timeline.citing.locators import spoken
from timeline.citing.names import Name

KINDS = {
    "book": "book",
    "chapter": "incollection",
    "entry": "incollection",
    "entry-dictionary": "incollection",
    "entry-encyclopedia": "incollection",
    "paper-conference": "inproceedings",
    "article": "article",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "review": "article",
    "review-book": "article",
    "thesis": "phdthesis",
    "report": "techreport",
    "pamphlet": "booklet",
}
CONTAINERS = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
HOUSES = {"phdthesis": "school", "techreport": "institution"}

# BibTeX counts braces even behind a backslash, so that one of a text can only be named.
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)
_IN_ADDRESSES = str.maketrans({sign: f"%{ord(sign):02X}" for sign in '\\{}^`"<>| '})
_WORDS = re.compile(r"(\w[\w'’-]*)")


def written(cited: Cited) -> str:
    """The entry of what is cited."""
    return entry(cited.item, key=cited.key, note=_said(cited))


def entry(item: dict, *, key: str, note: str = "") -> str:
    """One entry. The key is made legal and stays apart from others even where case is not told apart."""
    kind = KINDS.get(item["type"], "misc")
    container = CONTAINERS.get(kind, "howpublished")
    fields = {
        "author": _names(item.get("author", [])),
        "editor": _names(item.get("editor", [])),
        "translator": _names(item.get("translator", [])),
        "title": _protected(item["title"]),
        container: escaped(item.get("container-title", "")),
        "volume": escaped(item.get("volume", "")),
        "number": escaped(item.get("issue", "")),
        "pages": escaped(re.sub("[-–]+", "--", item.get("page", ""))),
        HOUSES.get(kind, "publisher"): escaped(item.get("publisher", "")),
        **_date(item.get("issued")),
        "doi": escaped(item.get("DOI", "")),
        "url": item.get("URL", "").translate(_IN_ADDRESSES),
        "langid": escaped(item.get("language", "")),
        "note": escaped(note),
    }
    lines = "".join(f",\n  {name} = {value}" for name, value in _braced(fields))
    return f"@{kind}{{{legal_key(key)}{lines}\n}}\n"


def escaped(text: str) -> str:
    r"""The text as TeX prints it: \& for &, and so on."""
    return text.translate(_ESCAPES)


def legal_key(key: str) -> str:
    """The key in small letters, figures and hyphens; one that is not so already gets a check sum of its own."""
    small = re.sub("[^a-z0-9-]+", "-", key.lower()).strip("-")
    return small if small == key else f"{small or 'record'}-{zlib.crc32(key.encode()):08x}"


def _braced(fields: dict[str, str]):
    """The fields that hold anything; months are words of BibTeX's own."""
    return ((name, value if name == "month" else f"{{{value}}}") for name, value in fields.items() if value)


def _said(cited: Cited) -> str:
    located = spoken(cited.locator)
    modified = f"Last modified {iso(cited.item['issued'])}" if cited.is_page else ""
    return ". ".join(part for part in (located[:1].upper() + located[1:], modified or cited.record) if part)


def _protected(title: str) -> str:
    """The title with every word that has a capital in braces: styles write the others small."""
    return "".join(f"{{{escaped(part)}}}" if part != part.lower() else escaped(part) for part in _WORDS.split(title))


def _names(names: list[Name]) -> str:
    return " and ".join(map(_name, names))


def _name(name: Name) -> str:
    if "literal" in name:
        return f"{{{escaped(name['literal'])}}}"
    return f"{_part(name['family'])}, {_part(name.get('given', ''))}"


def _part(text: str) -> str:
    """A part of a name, in braces where BibTeX would find two names or a title in it."""
    return f"{{{escaped(text)}}}" if re.search(r"\band\b|,", text, re.IGNORECASE) else escaped(text)


def _date(issued: dict | None) -> dict[str, str]:
    if not issued:
        return {}
    made = {"year": escaped(year_alone(issued)), "date": iso(issued)}
    if len(issued.get("date-parts", ())) == 1 and len(issued["date-parts"][0]) > 1:
        made["month"] = MONTHS[issued["date-parts"][0][1] - 1][:3].lower()
    if issued.get("circa"):
        made["year"] = f"ca. {made['year']}"
    return made
