"""Opens a zip of seed tables, and refuses one that is made to harm or holds what no atlas has."""

import io
import zipfile
import zlib
from collections.abc import Mapping

from django.utils.translation import gettext as _

from timeline.importing.atlas_zip import UNPUBLISHED, UNPUBLISHED_COLUMNS
from timeline.importing.csv_rows import table_in
from timeline.importing.encodings import decode
from timeline.importing.refusals import shortened
from timeline.importing.seed_tables import table_rows
from timeline.importing.staged import RowProblem, Staged
from timeline.models.vocabulary import Publication
from timeline.publishing.kinds import KINDS
from timeline.seeding.sheets import BY_FILE

MOST_UNPACKED = 200_000_000
MOST_FILES = 60
# Beside the tables a folder of seeds holds what is no part of the database.
LEFT_OUT = ("README.md", "LICENSE", "uncited.csv")
LEFT_OUT_FOLDER = "plans/"
_ALMOST_NOTHING = 1_000_000
_SUSPICIOUS_RATIO = 200


class BadArchive(ValueError):
    """An archive is refused as a whole; `problem` says why."""

    def __init__(self, code: str, sentence: str, value: str = ""):
        super().__init__(sentence)
        self.problem = RowProblem("", code, sentence, shortened(value))


def is_archive(file: bytes, name: str) -> bool:
    """Whether the bytes are a zip, and no workbook of a spreadsheet."""
    if not file.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(file)) as archive:
            return "[Content_Types].xml" not in archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return name.casefold().endswith(".zip")


def read(file: bytes, name: str, answers: Mapping[str, str]) -> Staged:
    """Read every table of an archive; problems that speak of the archive stand without an origin."""
    try:
        files, losses = unpacked(file)
    except BadArchive as bad:
        return Staged(problems=(bad.problem,))
    tables, problems, columns = {}, [], []
    for table in BY_FILE:
        if table not in files:
            continue
        staged = table_rows(files[table], table, answers)
        tables |= staged.tables
        problems += staged.problems
        columns += [column for column in staged.columns if column not in columns]
    try:
        _unpublished(files)
    except BadArchive as bad:
        problems.append(bad.problem)
    return Staged(tables, tuple(problems), losses=tuple(losses), columns=tuple(columns))


def unpublished_in(file: bytes) -> dict[tuple[str, str], str]:
    """What the archive says readers may not see: the publication of records by kind and key. Raises BadArchive."""
    files, _losses = unpacked(file)
    return _unpublished(files)


def _unpublished(files: Mapping[str, bytes]) -> dict[tuple[str, str], str]:
    """Every row counts: one that can't be read would show readers what they may not see."""
    if UNPUBLISHED not in files:
        return {}
    text = decode(files[UNPUBLISHED], {})
    table = table_in(text) if isinstance(text, str) else None
    if table is None or table.problems or not set(UNPUBLISHED_COLUMNS) <= set(table.columns):
        sentence = _("“%(name)s” can't be read: save it as UTF-8, with the columns %(columns)s, as it was taken out.")
        told = {"name": UNPUBLISHED, "columns": ", ".join(UNPUBLISHED_COLUMNS)}
        raise BadArchive("unpublished_unreadable", sentence % told)
    for number, row in table.rows:
        for column, known in (("kind", KINDS), ("publication", Publication.values)):
            if row[column] not in known:
                sentence = _("“%(name)s”, row %(number)s: “%(value)s” is no %(column)s. Write one of %(known)s.")
                told = {"name": UNPUBLISHED, "number": number, "value": shortened(row[column]), "column": column}
                raise BadArchive("unpublished_unreadable", sentence % {**told, "known": ", ".join(known)}, row[column])
    return {(row["kind"], row["key"]): row["publication"] for _number, row in table.rows}


def unpacked(file: bytes) -> tuple[dict[str, bytes], list[str]]:
    """The tables of an archive by name, and sentences on what is left out. Raises BadArchive.

    Sizes are looked at before anything is unpacked and counted again while it is, since they can lie.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(file)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _check_sizes(entries, len(file))
            files, losses, left = {}, [], MOST_UNPACKED
            for entry in entries:
                name = _name(entry.filename)
                if name is None:
                    losses.append(
                        _("“%(name)s” is not kept in the database and is left out.") % {"name": entry.filename}
                    )
                    continue
                if name in files:
                    raise BadArchive("file_twice", _("“%(name)s” is in the archive twice.") % {"name": name}, name)
                with archive.open(entry) as opened:
                    files[name] = opened.read(left + 1)
                left -= len(files[name])
                if left < 0:
                    raise _too_large()
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        if isinstance(error, BadArchive):
            raise
        sentence = _("This archive can't be opened: it is damaged, or protected by a password. Pack it again.")
        raise BadArchive("archive_damaged", sentence) from error
    if not files:
        raise BadArchive("archive_empty", _("There is no table in this archive. It needs files such as events.csv."))
    return files, losses


def _check_sizes(entries: list[zipfile.ZipInfo], packed: int) -> None:
    if len(entries) > MOST_FILES:
        raise BadArchive("too_many_files", _("There are too many files in this archive. It needs the tables alone."))
    whole = sum(entry.file_size for entry in entries)
    if whole > MOST_UNPACKED or (whole > _ALMOST_NOTHING and whole > packed * _SUSPICIOUS_RATIO):
        raise _too_large()


def _too_large() -> BadArchive:
    sentence = _("Unpacked, this archive is too large. Pack the tables of one atlas, %(most)s MB at most.")
    return BadArchive("archive_too_large", sentence % {"most": MOST_UNPACKED // 1_000_000})


def _name(path: str) -> str | None:
    """The table that a path in the archive stands for, None for what is left out; one folder around all is let be."""
    parts = path.replace("\\", "/").split("/")
    if ".." in parts or path.startswith(("/", "\\")) or ":" in parts[0] or "\x00" in path:
        sentence = _("“%(name)s” leads out of the archive. Pack the tables themselves, without paths.")
        raise BadArchive("path_leads_out", sentence % {"name": shortened(path)}, path)
    name = parts[-1]
    if len(parts) <= 2 and (name in BY_FILE or name == UNPUBLISHED):
        return name
    if name in LEFT_OUT or LEFT_OUT_FOLDER in path or name.startswith(".") or parts[0] == "__MACOSX":
        return None
    sentence = _("“%(name)s” is no table of an atlas. Take it out of the archive.")
    raise BadArchive("unknown_file", sentence % {"name": shortened(path)}, path)
