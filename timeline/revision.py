"""Says by one short text in which state the published data are, so that a reader's copy can be kept."""

import hashlib
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from django.apps import apps
from django.db import connection
from django.utils.dateparse import parse_datetime

from timeline.models import Atlas

ASK_AGAIN = "public, max-age=0, must-revalidate"
"""What `Cache-Control` says of every answer that may be another tomorrow. Browsers keep a 301 or a 410 that says
nothing for ever, and a record may be shown again or get its address back."""
PACKAGES = ("chronology", "geo", "timeline", "locale")


def latest_change() -> datetime | None:
    """When any record was last changed; one query over the indexes of `modified`."""
    tables = [
        connection.ops.quote_name(model._meta.db_table)
        for label in ("geo", "timeline")
        for model in apps.get_app_config(label).get_models()
        if any(field.name == "modified" for field in model._meta.concrete_fields)
    ]
    parts = " UNION ALL ".join(f"SELECT MAX(modified) AS latest FROM {table}" for table in tables)  # noqa: S608 - our own table names
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT MAX(latest) FROM ({parts}) AS changes")  # noqa: S608 - the same
        latest = cursor.fetchone()[0]
    if isinstance(latest, str):
        latest = parse_datetime(latest)
    if latest is not None and latest.tzinfo is None:
        latest = latest.replace(tzinfo=UTC)
    return latest


def data_stamp() -> tuple[str, datetime | None]:
    """The state of everything the API shows, with the time of the last change; two queries."""
    revisions = list(Atlas.objects.order_by("pk").values_list("pk", "revision", "publication"))
    latest = latest_change()
    return f"{code_stamp()}|{revisions}|{latest}", latest


def etag(*parts: object) -> str:
    """A weak entity tag: the bodies it stands for mean the same, however they are compressed."""
    digest = hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()
    return f'W/"{digest[:24]}"'


@cache
def code_stamp() -> str:
    """A text that changes when the program does: an upgrade must not be answered with old copies."""
    root = Path(__file__).resolve().parent.parent
    digest = hashlib.sha256()
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*")):
            if path.suffix in (".py", ".json", ".mo"):
                stat = path.stat()
                digest.update(f"{path.relative_to(root)}{stat.st_size}{stat.st_mtime_ns}".encode())
    return digest.hexdigest()[:12]
