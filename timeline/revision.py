"""Says by one short text in which state the published data are, so that a reader's copy can be kept."""

import hashlib
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from django.apps import apps
from django.db import connection
from django.utils.dateparse import parse_datetime

from timeline.at_hand import kept
from timeline.models import Act, Atlas

PACKAGES = ("chronology", "geo", "timeline", "locale", "templates")


def latest_change() -> datetime | None:
    """When any record was last changed, or deleted by an act; one query over indexes."""
    with connection.cursor() as cursor:
        cursor.execute(_question_of_changes())
        latest = cursor.fetchone()[0]
    if isinstance(latest, str):
        latest = parse_datetime(latest)
    if latest is not None and latest.tzinfo is None:
        latest = latest.replace(tzinfo=UTC)
    return latest


@cache
def _question_of_changes() -> str:
    columns = [
        (model, "modified")
        for label in ("geo", "timeline")
        for model in apps.get_app_config(label).get_models()
        if any(field.name == "modified" for field in model._meta.concrete_fields)
    ]
    quoted = connection.ops.quote_name
    # A deleted record leaves no time of its own: the act that keeps it does.
    parts = " UNION ALL ".join(
        f"SELECT MAX({quoted(column)}) AS latest FROM {quoted(model._meta.db_table)}"  # noqa: S608 - our own names
        for model, column in [*columns, (Act, "on")]
    )
    return f"SELECT MAX(latest) FROM ({parts}) AS changes"  # noqa: S608 - the same


def data_stamp() -> tuple[str, datetime | None]:
    """The state of everything that is shown, with the time of the last change of it or of the program; two queries.

    The time is None where there is nothing yet.
    """
    return kept(("data_stamp",), _data_stamp)


def _data_stamp() -> tuple[str, datetime | None]:
    revisions = list(Atlas.objects.order_by("pk").values_list("pk", "revision", "publication"))
    latest = latest_change()
    return f"{code_stamp()}|{revisions}|{latest}", max(latest, program_changed()) if latest else None


def etag(*parts: object) -> str:
    """A weak entity tag: the bodies it stands for mean the same, however they are compressed."""
    digest = hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()
    return f'W/"{digest[:24]}"'


@cache
def code_stamp() -> str:
    """A text that changes when the program does: an upgrade must not be answered with old copies."""
    digest = hashlib.sha256()
    for path, size, changed in _files():
        digest.update(f"{path}{size}{changed}".encode())
    return digest.hexdigest()[:12]


@cache
def program_changed() -> datetime:
    """When the program was last changed on this machine."""
    return datetime.fromtimestamp(max(changed for _path, _size, changed in _files()) / 1e9, UTC)


@cache
def _files() -> tuple[tuple[str, int, int], ...]:
    """The files that answers are made by, with size and time; looked at once, for an upgrade restarts the server."""
    root = Path(__file__).resolve().parent.parent
    found = []
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*")):
            if path.suffix in (".py", ".json", ".mo", ".html"):
                stat = path.stat()
                found.append((str(path.relative_to(root)), stat.st_size, stat.st_mtime_ns))
    return tuple(found)
