"""Serves the works behind what is asked for as a bibliography: BibTeX and CSL-JSON."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from timeline.api.formats.frame import FormatView
from timeline.chronicle import source_entries
from timeline.chronicle.atlas_sources import sources_asked
from timeline.chronicle.in_parts import in_parts
from timeline.chronicle.named_entries import SourceEntry
from timeline.citing import bibtex
from timeline.feeds import json_text
from timeline.feeds.imprint import Imprint
from timeline.filters import EventFilter


class SourcesBibView(FormatView):
    """The works that say something of the events and marches that pass, as entries of BibTeX.

    With `source` or `according_to` these works alone. Keys are the slugs; the encoding is UTF-8.
    """

    address = "sources.bib"
    title = _("Sources (BibTeX)")
    media_type = "application/x-bibtex"
    file_name = "{atlas}-sources.bib"
    is_download = True
    body = str

    def document(self, asked: EventFilter, imprint: Imprint) -> Iterable[str]:
        yield _comment(imprint)
        for source in _sources(asked):
            yield "\n" + bibtex.entry(source.csl, key=source.id, note=_recorded(source, imprint))


class SourcesCslView(FormatView):
    """The same works as a list of CSL-JSON items, for citeproc and reference managers."""

    address = "sources.csl.json"
    title = _("Sources (CSL-JSON)")
    media_type = "application/vnd.citationstyles.csl+json"
    file_name = "{atlas}-sources.csl.json"
    body = list[dict[str, Any]]

    def document(self, asked: EventFilter, imprint: Imprint) -> Iterable[str]:
        items = ({**source.csl, "note": _recorded(source, imprint)} for source in _sources(asked))
        return json_text.array(items)


def _sources(asked: EventFilter) -> Iterator[SourceEntry]:
    return in_parts(sources_asked(asked), ("slug", "pk"), source_entries)


def _recorded(source: SourceEntry, imprint: Imprint) -> str:
    return f"Recorded by Marchlines as source {source.id}, {imprint.address(source.url)}"


def _comment(imprint: Imprint) -> str:
    """What is not an entry is passed over by BibTeX, up to the next @."""
    return " ".join(f"Sources of {imprint.attribution}".replace("@", "(at)").split()) + "\n"
