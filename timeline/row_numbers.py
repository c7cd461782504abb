"""Numbers the rows of one record anew, in an order, without two ever having one number."""

from collections.abc import Iterable

from django.db import models
from django.db.models import F, Max


def number_anew(rows: models.QuerySet, keys: Iterable[int]) -> dict[int, int]:
    """Number the rows, each by its `order`, from 1 as their keys are given; returns old to new numbers.

    Rows that stand where they are to stand are left alone. Must run in a transaction, and name every row.
    """
    kept = {row.pk: row for row in rows}
    wanted = [kept[key] for key in keys]
    before = [row.order for row in wanted]
    moved = [(row, number) for number, row in enumerate(wanted, start=1) if row.order != number]
    # Out of the way first: a row is given its number while another may still have it. They are saved one by one, so
    # that whoever keeps histories hears of each.
    for row, number in moved:
        row.order = max(before) + number
        row.save(update_fields=["order"])
    for row, number in moved:
        row.order, row.version = number, F("version") + 1
        row.save(update_fields=["order", "version", "modified"])
    return dict(zip(before, range(1, len(before) + 1), strict=True))


def next_number(rows: models.QuerySet) -> int:
    """The number of a row that comes after all of these."""
    return (rows.aggregate(most=Max("order"))["most"] or 0) + 1
