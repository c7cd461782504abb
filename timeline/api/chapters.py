"""Sorts the addresses of the API into the chapters of its page."""

from collections.abc import Iterable
from operator import itemgetter

from django.utils.translation import gettext_lazy as _

from timeline.api.formats.register import FEEDS, FORMATS

CHAPTERS = {
    "records": _("Lists and records"),
    "questions": _("Questions"),
    "documents": _("Whole documents"),
    "beside": _("Beside the pages"),
    "itself": _("The API itself"),
}
_DOCUMENTS = {f"/{view.address}" for view in FEEDS} | {f"/api/v1/{view.address}" for view in FORMATS}
_QUESTIONS = {f"/api/v1/{name}/" for name in ("window", "facets", "positions", "convert", "readings", "geocode")}
_ITSELF = {"/api/v1/", "/api/v1/schema/"}


def chapter_of(address: str) -> str:
    """The key of the chapter in which an address of the description stands."""
    if address in _ITSELF:
        return "itself"
    if address in _QUESTIONS:
        return "questions"
    if address in _DOCUMENTS or address.endswith("/whole.json"):
        return "documents"
    return "records" if address.startswith("/api/") else "beside"


def in_chapters(operations: Iterable[dict]) -> list[dict]:
    """The operations, each with its `address`, by chapter: `id`, `title` and `operations` in their order."""
    told = sorted(operations, key=itemgetter("address"))
    chapters = [
        {"id": key, "title": title, "operations": [each for each in told if chapter_of(each["address"]) == key]}
        for key, title in CHAPTERS.items()
    ]
    return [chapter for chapter in chapters if chapter["operations"]]


def coded(words: str) -> list[tuple[str, bool]]:
    """A description as parts: (text, whether it is code); what stands between backticks is."""
    return [(part, place % 2 == 1) for place, part in enumerate(words.split("`")) if part]
