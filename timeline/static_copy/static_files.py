"""Reads the site's static files for the copy, under the names by which pages ask for them."""

import re
from pathlib import Path, PurePosixPath
from posixpath import normpath

from django.conf import settings
from django.contrib.staticfiles import finders

from timeline.static_copy.faults import CopyFault

_URL = re.compile(r"""url\(\s*["']?([^"')]+?)["']?\s*\)""")


def static_content(name: str) -> bytes:
    """The content of a static file. Raises CopyFault where it has not been built or collected."""
    collected = Path(settings.STATIC_ROOT) / name
    path = collected if collected.is_file() else finders.find(name)
    if not path:
        raise CopyFault(f"The file static/{name} is not there: build the front-end, then run collectstatic.")
    return Path(path).read_bytes()


def names_in_sheet(file: str, content: bytes) -> list[str]:
    """The files, from the root of the copy, that a style sheet asks for; its addresses are relative already."""
    if not file.endswith(".css"):
        return []
    beside = PurePosixPath(file).parent
    asked = (found.partition("#")[0] for found in _URL.findall(content.decode()) if not found.startswith("data:"))
    return [normpath(beside / each) for each in asked if each]
