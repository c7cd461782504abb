"""Makes rows ready before the lock is taken: keys are reserved, values turned into what the database takes."""

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
    """A statement and the rows it is for, as the database takes them."""

    statement: str
    rows: list[list]

    def write(self) -> None:
        """Write the rows. Raises IntegrityError where the database refuses one."""
        if self.rows:
            with connection.cursor() as cursor:
                cursor.executemany(self.statement, self.rows)


def insertion(model: type[models.Model], records: Iterable[models.Model], *, stamped: bool = False) -> Ready:
    """Make new rows ready, of records that have their keys and whose references have theirs.

    stamped: whether they were made before, and keep the moment of that.
    """
    fields = model._meta.concrete_fields
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({marks})"  # noqa: S608 - our own names
    return Ready(statement, [_values(record, fields, add=not stamped) for record in records])


def update(model: type[models.Model], records: Iterable[models.Model], names: Iterable[str]) -> Ready:
    """Make changes of these columns ready, of records that are kept."""
    fields = [model._meta.get_field(name) for name in names]
    quote = connection.ops.quote_name
    columns = ", ".join(f"{quote(field.column)} = %s" for field in fields)
    statement = f"UPDATE {quote(model._meta.db_table)} SET {columns} WHERE id = %s"  # noqa: S608 - our own names
    return Ready(statement, [[*_values(record, fields, add=False), record.pk] for record in records])


def _values(record: models.Model, fields: Iterable[models.Field], *, add: bool) -> list:
    return [field.get_db_prep_save(field.pre_save(record, add=add), connection) for field in fields]
