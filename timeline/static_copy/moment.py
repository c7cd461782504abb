"""Reads the database as it stood at one moment, however long the reading takes and whoever writes meanwhile."""

from contextlib import contextmanager

from django.db import connection

_BEGIN = {
    # Under WAL a reader keeps the state of its first question and holds up no writer.
    "sqlite": ("BEGIN DEFERRED",),
    "postgresql": ("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",),
}


@contextmanager
def one_moment():
    """Everything read within is of one moment. Within a transaction that is open already nothing is added."""
    begin = _BEGIN.get(connection.vendor, ())
    if connection.in_atomic_block or not begin:
        yield
        return
    with connection.cursor() as cursor:
        for statement in begin:
            cursor.execute(statement)
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ROLLBACK")
