"""Writes a citation as a record of RIS, which reference managers take in."""

from timeline.citing.dates import iso, year_alone
from timeline.citing.items import Cited
from timeline.citing.kinds import PERIODICALS
from timeline.citing.locators import spoken
from timeline.citing.names import Name

KINDS = {
    "book": "BOOK",
    "chapter": "CHAP",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "entry-encyclopedia": "ENCYC",
    "entry-dictionary": "DICT",
    "webpage": "ELEC",
    "post": "ELEC",
    "post-weblog": "BLOG",
    "thesis": "THES",
    "report": "RPRT",
    "map": "MAP",
    "manuscript": "MANSCPT",
    "personal_communication": "PCOMM",
    "paper-conference": "CPAPER",
    "pamphlet": "PAMP",
    "legislation": "STAT",
    "legal_case": "CASE",
    "motion_picture": "MPCT",
    "dataset": "DATA",
}


def written(cited: Cited) -> str:
    """The record, its lines ended as the format asks."""
    item, issued = cited.item, cited.item.get("issued")
    rows = [("TY", KINDS.get(item["type"], "GEN")), ("ID", cited.key)]
    rows += [("AU", _name(name)) for name in item.get("author", [])]
    rows += [("A2", _name(name)) for name in item.get("editor", [])]
    rows += [("A4", _name(name)) for name in item.get("translator", [])]
    rows += [
        ("TI", item["title"]),
        ("JO" if item["type"] in PERIODICALS else "T2", item.get("container-title", "")),
        ("VL", item.get("volume", "")),
        ("IS", item.get("issue", "")),
        *zip(("SP", "EP"), _ends(item.get("page", "")), strict=False),
        ("PB", item.get("publisher", "")),
        ("PY", f"{year:04d}" if (year := _year(issued)) else ""),
        ("DA", iso(issued).replace("-", "/") or year_alone(issued)),
        ("DO", item.get("DOI", "")),
        ("UR", item.get("URL", "")),
        ("LA", item.get("language", "")),
        ("N1", spoken(cited.locator)),
        ("N1", cited.record or f"Last modified {cited.revised.isoformat()}."),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in rows if value) + "ER  - \r\n"


def _year(issued: dict | None) -> int:
    """The year of a date that has the number of one; else 0."""
    return issued["date-parts"][0][0] if issued and "date-parts" in issued else 0


def _ends(page: str) -> list[str]:
    return [end for end in page.replace("–", "-").split("-", 1) if end]


def _name(name: Name) -> str:
    return name.get("literal") or f"{name['family']}, {name.get('given', '')}".rstrip(", ")
