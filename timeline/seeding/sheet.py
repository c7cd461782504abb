"""One table of the seeds as the loader sees it: its columns, its model, and how a row becomes values."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import models

from timeline.seeding.registry import Registry
from timeline.seeding.tables import BadCell, Problem, Row


class Cells:
    """Reads the cells of one row and collects what is wrong with them, column by column; `kept` is its record."""

    def __init__(self, row: Row, registry: Registry, kept: models.Model | None = None):
        self.row = row
        self.registry = registry
        self.kept = kept
        self.problems: list[Problem] = []

    def text(self, column: str, read: Callable[..., object] | None = None, **options):
        """Return the cell, through `read` if given; None and a problem noted where it can't be read."""
        cell = self.row[column]
        try:
            return read(cell, **options) if read else cell
        except BadCell as bad:
            self.problems.append(self.row.problem(str(bad), bad.code, column))
            return None

    def record(self, column: str, kind: str, key: str | None = None, *, needed: bool = False):
        """Return the record of this kind that the cell (or `key`) names; None where the cell is empty."""
        named = self.row[column] if key is None else key
        if not named and not needed:
            return None
        try:
            return self.registry.get(kind, named)
        except BadCell as bad:
            self.problems.append(self.row.problem(str(bad), bad.code, column))
            return None

    def wrong(self, column: str, sentence: str) -> None:
        self.problems.append(self.row.problem(sentence, "cell_unfit", column))


Values = Callable[[Cells], dict]


@dataclass(frozen=True)
class Sheet:
    """kind: what other tables call its records; key: the row's key among them; identify: the same
    key of a record already kept; values: the model's fields from a row; links: those fields that
    refer to records of the same table and so come second; stops: the places that a leg passes, in order.
    """

    file: str
    columns: tuple[str, ...]
    model: type[models.Model]
    kind: str
    key: Callable[[Row], str]
    identify: Callable[[models.Model], str]
    values: Values
    links: Values | None = None
    related: tuple[str, ...] = ()
    stops: Callable[[Cells], list] | None = None


@dataclass
class Outcome:
    """What loading one table came to, in rows."""

    file: str
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    kept: list[str] = field(default_factory=list)

    @property
    def touched(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def differs(record: models.Model, values: dict) -> list[str]:
    """Return the names of the fields whose value on the record is another."""
    names = []
    for name, value in values.items():
        kept = getattr(record, record._meta.get_field(name).attname)
        if kept != (value.pk if isinstance(value, models.Model) else value):
            names.append(name)
    return names


def field_problems(record: models.Model, names: Iterable[str], row: Row) -> list[Problem]:
    """Return what the fields' own validation, the admin's, says against these values."""
    # References came out of the registry, so asking the database for each again would say nothing.
    exclude = [f.name for f in record._meta.fields if f.is_relation or f.name not in set(names)]
    try:
        record.clean_fields(exclude=exclude)
    except ValidationError as error:
        return _told(error, row)
    return []


def whole_problems(record: models.Model, row: Row) -> list[Problem]:
    """Return what the model's own clean(), the admin's, says against the record as a whole."""
    try:
        record.clean()
    except ValidationError as error:
        return _told(error, row)
    return []


def _told(error: ValidationError, row: Row) -> list[Problem]:
    if not hasattr(error, "error_dict"):
        return [row.problem(told, each.code or "row_refused") for each in error.error_list for told in each.messages]
    problems = []
    for name, errors in error.error_dict.items():
        told = " ".join(sentence for each in errors for sentence in each.messages)
        code = errors[0].code or "row_refused"
        # A field is not always a column of the same name: the sentence names it all the same.
        column = name if name in row.cells else ""
        problems.append(row.problem(told, code, column) if column else row.problem(f"{name}: {told}", code))
    return problems
