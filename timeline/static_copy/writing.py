"""Writes a whole copy: begins from what there is, and follows every link until nothing is missing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import translation

from timeline.at_hand import everything_at_hand
from timeline.models import Atlas
from timeline.page_languages import page_languages
from timeline.revision import data_stamp, etag
from timeline.static_copy.addresses import NOT_FOUND, Spot, spot_of
from timeline.static_copy.answers import made, not_found_page
from timeline.static_copy.contents import first_addresses, too_large_atlases
from timeline.static_copy.faults import CopyFault
from timeline.static_copy.folder import CopyFolder
from timeline.static_copy.hands import Task, checked, hands
from timeline.static_copy.moment import one_moment
from timeline.views.kept import page_stamp
from timeline.whole import LIMIT


@dataclass(frozen=True, slots=True)
class Written:
    """What a run did: numbers of files (in all, new or changed, gone), and the bytes of all."""

    files: int
    changed: int
    gone: int
    size: int


def read_base(text: str) -> str:
    """The address of the copy, ending in a slash. Raises CopyFault for what is no web address of a folder."""
    try:
        parts = urlsplit(text)
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        known = known and not (parts.query or parts.fragment or parts.username)
    except ValueError:
        known = False
    if not known or not re.fullmatch(r"[!-~]+", text):
        raise CopyFault(f"“{text}” is not the address of a folder, such as https://example.org/atlas/.")
    return text if text.endswith("/") else f"{text}/"


def write_copy(folder: Path, base: str, *, processes: int = 1) -> Written:
    """Write the public site, as it will be read at `base`, to the folder. Raises CopyFault; the folder is then as it
    was."""
    base = read_base(base)
    language = page_languages()[0]
    with (
        CopyFolder(folder) as written,
        hands(Task(written.new, written.folder, base, language), processes) as make,
        one_moment(),
        everything_at_hand(),
        translation.override(language),
    ):
        _refuse()
        state = _state(base)
        if written.is_of(state):
            sizes = [path.stat().st_size for path in written.held]
            return Written(len(sizes) + 1, 0, 0, sum(sizes))
        known = {NOT_FOUND}

        def new_among(spots: Iterable[Spot]) -> list[Spot]:
            """Those not met before. Their order is that of the links: pages that lean on the same stand together."""
            fresh = list({spot.file: spot for spot in spots if spot.file not in known}.values())
            known.update(spot.file for spot in fresh)
            return fresh

        last = not_found_page(base)
        written.write(NOT_FOUND, last.parts)
        waiting = new_among([*last.found, *map(spot_of, first_addresses(language))])
        while waiting:
            found: list[Spot] = []
            for done in checked(make(waiting), data_stamp()[0]):
                written.count(done.put)
                found += new_among(done.found)
            waiting = found
        gone = written.finish(state)
    return Written(written.changed + written.kept, written.changed, gone, written.size)


def _state(base: str) -> str:
    """A text that changes when anything does that a copy is made of: records, program, templates, static files."""
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    collected = manifest.read_bytes() if manifest.is_file() else b""
    script = made(spot_of("/embed.js"), base).parts
    return etag(data_stamp()[0], page_stamp(), collected, *script, base)


def _refuse() -> None:
    if not Atlas.objects.published().filter(is_default=True).exists():
        raise CopyFault("There is no atlas at the front yet: load or publish one first.")
    if large := too_large_atlases():
        raise CopyFault(
            f"“{large[0]}” has more than {LIMIT:,} events. Above that the atlas page asks the server for each view, so"
            " that a copy of it would show nothing: serve this atlas live."
        )
