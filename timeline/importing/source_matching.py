"""Finds the source that a row of a file names among those there are, or stages a new one; the file itself is one."""

import re
from pathlib import PurePath
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from chronology.folding import ascii_digits
from geo.folding import fold
from timeline.importing.drafting import Draft, Spot
from timeline.importing.plain_text import check_text
from timeline.importing.refusals import BadRow

LONGEST_TITLE, LONGEST_SHORT, LONGEST_ADDRESS = 300, 120, 500
LONGEST_SECTION, LONGEST_PAGE = 200, 40
_PAGE = re.compile(r"(?:pp?|pages?|S|ص|صص|с)?\.?\s*(\d+[a-z]?(?:\s*[-–]\s*\d+[a-z]?)?)\Z", re.IGNORECASE)


class Sources:
    """The sources of one file; what names none is said by the file itself."""

    def __init__(self, draft: Draft, file: str):
        self._draft = draft
        self._file = PurePath(file).name[:LONGEST_SHORT] or _("a file")
        self._new: dict[str, str] = {}
        self._own = ""

    def slug_for(self, title: str, spot: Spot, **more: str) -> str:
        """Return the slug of the source called `title` (or of this address); raise BadRow for what is too long."""
        if not title:
            return self.own(spot)
        check_text(title, LONGEST_TITLE, _("Source"))
        folded = fold(title)
        slug = self._draft.known.sources.get(folded) or self._new.get(folded)
        if slug is None:
            slug = self._draft.slugs["source"].give(title, "source")
            self._new[folded] = slug
            self._draft.add("sources.csv", spot, **self._cells(slug, title) | more)
        return slug

    @property
    def own_slug(self) -> str:
        """The slug of the file as a source, "" as long as nothing has been cited from it."""
        return self._own

    def own(self, spot: Spot) -> str:
        """The file as a source: nothing is in the atlas without somebody who says so."""
        if not self._own:
            self._own = self._draft.known.sources.get(fold(self._file), "")
        if not self._own:
            self._own = self._draft.slugs["source"].give(f"file {PurePath(self._file).stem}", "file")
            self._draft.add(
                "sources.csv",
                spot,
                slug=self._own,
                type="dataset",
                title=self._file,
                short=self._file,
                note=_("A file sent in by an editor; it names no source for what is cited from it."),
            )
        return self._own

    def _cells(self, slug: str, title: str) -> dict[str, str]:
        cells = {"slug": slug, "title": title, "type": "document"}
        if is_address(title):
            return cells | {"type": "webpage", "url": title}
        return cells | ({"short": title} if len(title) <= LONGEST_SHORT else {})


def is_address(text: str) -> bool:
    """Whether the text is an http address and nothing else."""
    if len(text) > LONGEST_ADDRESS or any(character.isspace() for character in text):
        return False
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in parts.netloc


def locator_cells(locator: str) -> dict[str, str]:
    """Return the locator as cells of a claim: a page where it is one ("p. 12", "12–15"), else a section."""
    check_text(locator, LONGEST_SECTION, _("Locator"))
    page = _PAGE.fullmatch(ascii_digits(locator))
    if page and len(page[1]) <= LONGEST_PAGE:
        return {"section": "", "page": page[1]}
    if "\n" in locator:
        raise BadRow("bad_locator", _("A locator is one line: the page, or the heading it stands under."), locator)
    return {"section": locator, "page": ""}
