"""Makes CSL items (citeproc, schema 1.0) of works and of pages of the atlas."""

from dataclasses import dataclass
from datetime import date

from timeline.citing.dates import csl_date, csl_day
from timeline.citing.kinds import TYPES
from timeline.citing.locators import NOWHERE, Locator
from timeline.citing.names import name_of
from timeline.citing.wording import line

SITE = "Marchlines"
LAST_MODIFIED = {"issued-as": "last modified"}
"""What `custom` of an item says of its date: the page is older, and was changed on that day."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited. item: as CSL; key: stable, and legal in every format; kind: event, movement, lesson, claim,
    source, view.

    address: of the page that stands for ever; revised: the day (UTC) on which the record, or what it leans on, last
    changed, and leaning: which of these it was, a word of timeline/chronicle/revised.py.
    """

    item: dict
    key: str
    kind: str
    address: str
    revised: date
    leaning: str
    locator: Locator = NOWHERE

    @property
    def is_page(self) -> bool:
        """Whether it is a page of the atlas itself that is cited, not another's work that the atlas holds."""
        return self.item.get("custom") == LAST_MODIFIED

    @property
    def record(self) -> str:
        """Where the atlas holds another's work: one sentence with permanent address and day of revision."""
        if self.is_page:
            return ""
        return f"Recorded by {SITE} as {self.kind} {self.key}, {self.address}, last changed {self.revised.isoformat()}."


def source_item(source) -> dict:
    """The item of a work; empty fields are left out. `source` has the fields of models.Source."""
    return _filled(
        {
            "id": source.slug,
            "type": source.type if source.type in TYPES else "document",
            "title": line(source.title),
            "author": [name_of(author) for author in map(line, source.authors) if author.strip(",، ")],
            "container-title": line(source.container),
            "publisher": line(source.publisher),
            "issued": csl_date(line(source.issued)),
            "URL": line(source.url),
            "language": line(source.language),
            "title-short": line(source.short),
        }
    )


def page_item(*, key: str, title: str, atlas: str, address: str, revised: date, language: str) -> dict:
    """The item of a page of the atlas: its title, the atlas it stands in, the site, the day it was last changed."""
    title, atlas = line(title), line(atlas)
    return _filled(
        {
            "id": key,
            "type": "webpage",
            "title": title or atlas,
            "container-title": atlas if title else "",
            "publisher": SITE,
            "issued": csl_day(revised),
            "URL": address,
            "language": language,
            "custom": LAST_MODIFIED,
        }
    )


def _filled(item: dict) -> dict:
    return {key: value for key, value in item.items() if value}
