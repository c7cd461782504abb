"""Looks what a workbook unpacks to before it is opened: openpyxl keeps every cell, and there can be many."""

import re
import zipfile
from io import BytesIO
from itertools import islice

from django.utils.translation import gettext as _
from openpyxl.utils.cell import range_boundaries

from timeline.importing.refusals import BadFile

LARGEST_UNPACKED = 120_000_000
LARGEST_MERGED = 100_000
MOST_CELLS = 1_500_000
# Any prefix may stand for the namespace of sheets, and any name for the part that holds one.
_CELL = re.compile(rb"<(?:[^<>\s/:]{1,40}:)?c[\s/>]")
_MERGED = re.compile(rb"<(?:[^<>\s/:]{1,40}:)?mergeCell[\s/>]([^<>]{0,400})")
_REFERENCE = re.compile(rb"\bref\s*=\s*[\"']([A-Z0-9:$]{1,40})[\"']")
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([^\"']{0,40})")
# Expat reads a part as UTF-16 by its first two bytes.
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")


def check_size(file: bytes) -> None:
    """Raise BadFile for a workbook that is too large unpacked, and what zipfile raises for what is no archive."""
    with zipfile.ZipFile(BytesIO(file)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > LARGEST_UNPACKED:
            raise _too_large(_("Unpacked, this workbook is larger than %(limit)d MB"), LARGEST_UNPACKED // 1_000_000)


def check_packed(file: bytes) -> None:
    """As check_size, and BadFile for too many cells, a sheet merged into one, or what no spreadsheet writes."""
    check_size(file)
    cells = merged = 0
    with zipfile.ZipFile(BytesIO(file)) as archive:
        for part in (archive.read(entry) for entry in archive.infolist()):
            if _is_xml(part):
                merged += _merged_in(part)
                cells += _cells_in(part, MOST_CELLS - cells)
            if cells > MOST_CELLS:
                raise _too_large(_("This workbook has more than %(limit)d cells"), MOST_CELLS)
    if merged > LARGEST_MERGED:
        raise BadFile("merged_cells", _("Most of a sheet is merged into one cell: unmerge the cells and fill each."))


def broken() -> BadFile:
    """The refusal of a workbook that can't be opened."""
    return BadFile(
        "broken_workbook",
        _("This workbook can't be opened: save it anew as .xlsx in your spreadsheet, and send that."),
    )


def _too_large(sentence: str, limit: int) -> BadFile:
    remedy = _("send fewer rows, or the sheet as CSV.")
    return BadFile("workbook_too_large", f"{sentence % {'limit': limit}}: {remedy}")


def _is_xml(part: bytes) -> bool:
    """Whether a part may hold a sheet; BadFile where its bytes do not say what it holds."""
    if not part.startswith((b"<", b"\xef\xbb\xbf<", *_WIDE)):
        return False
    declared = _ENCODING.search(part[:400])
    told = declared[1].lower() if declared else b"utf-8"
    # No spreadsheet writes entities of its own, or anything but UTF-8.
    if part.startswith(_WIDE) or told not in (b"utf-8", b"us-ascii", b"ascii") or b"<!DOCTYPE" in part:
        raise broken()
    return True


def _merged_in(part: bytes) -> int:
    """How many cells lie under merged ones."""
    area = 0
    for merged in _MERGED.finditer(part):
        reference = _REFERENCE.search(merged[1])
        if reference is None:
            raise broken()
        west, north, east, south = range_boundaries(reference[1].decode("ascii"))
        area += (abs(east - west) + 1) * (abs(south - north) + 1)
    return area


def _cells_in(part: bytes, left: int) -> int:
    """How many cells a part has, counted no further than one beyond those that are left."""
    return sum(1 for _cell in islice(_CELL.finditer(part), left + 1))
