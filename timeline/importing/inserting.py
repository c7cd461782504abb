"""Reserves keys for new rows ahead, and puts many rows in at once: what is held up by a lock is made ready before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection, models, transaction


def reserve(model: type[models.Model], count: int) -> Sequence[int]:
    """Keys that nobody else will be given, for so many new rows of a table. Unused ones leave a gap, no more."""
    table = model._meta.db_table
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            # The table of sequences exists as soon as one table with AUTOINCREMENT does.
            name = connection.ops.quote_name(table)
            cursor.execute(f"SELECT COALESCE(MAX(id), 0) FROM {name}")  # noqa: S608 - our own table's name
            greatest = cursor.fetchone()[0]
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
            row = cursor.fetchone()
            last = max(greatest, row[0] if row else 0) + count
            if row:
                cursor.execute("UPDATE sqlite_sequence SET seq = %s WHERE name = %s", [last, table])
            else:
                cursor.execute("INSERT INTO sqlite_sequence (seq, name) VALUES (%s, %s)", [last, table])
            return range(last - count + 1, last + 1)
        cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, count])
        return [key for (key,) in cursor.fetchall()]


@dataclass(frozen=True)
class Ready:
    """Rows of one table with their keys, as the database takes them."""

    statement: str
    rows: list[list]

    def insert(self) -> None:
        """Put the rows in. Raises IntegrityError where the database refuses one."""
        if self.rows:
            with connection.cursor() as cursor:
                cursor.executemany(self.statement, self.rows)


def ready(model: type[models.Model], records: Iterable[models.Model]) -> Ready:
    """Make rows ready from records that have their keys, and whose references have theirs."""
    fields = model._meta.concrete_fields
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({marks})"  # noqa: S608 - our own names
    return Ready(
        statement,
        [
            [field.get_db_prep_save(field.pre_save(record, add=True), connection) for field in fields]
            for record in records
        ],
    )
