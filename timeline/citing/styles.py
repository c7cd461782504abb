"""Lists the styles in which everything citable is cited."""

from collections.abc import Callable
from dataclasses import dataclass

from timeline.citing import apa, bibtex, chicago, csl_json, mla, ris
from timeline.citing.items import Cited
from timeline.citing.style import Line, as_text


@dataclass(frozen=True, slots=True)
class Style:
    """One style. name: for people; media_type: of its file; written: the file; lines: what a reader copies, of styles
    for readers; is_download: whether a program is to have it."""

    name: str
    media_type: str
    written: Callable[[Cited], str]
    lines: Callable[[Cited], tuple[Line, ...]] | None = None
    is_download: bool = False


def _for_readers(name: str, lines: Callable[[Cited], tuple[Line, ...]]) -> Style:
    return Style(name, "text/plain", lambda cited: as_text(lines(cited)), lines)


STYLES = {
    "chicago": _for_readers(chicago.NAME, chicago.cited),
    "apa": _for_readers(apa.NAME, apa.cited),
    "mla": _for_readers(mla.NAME, mla.cited),
    "bib": Style("BibTeX", "application/x-bibtex", bibtex.written, is_download=True),
    "ris": Style("RIS", "application/x-research-info-systems", ris.written, is_download=True),
    "csl.json": Style("CSL-JSON", "application/vnd.citationstyles.csl+json", csl_json.written),
}
"""By the ending of the address: cite.chicago."""
