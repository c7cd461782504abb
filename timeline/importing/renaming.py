"""Gives events, movements and lessons of a file other slugs where another atlas has theirs, when the editor agrees."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.utils.translation import gettext as _

from timeline.addressed import former_slugs
from timeline.importing.staged import ATLAS, Question, Staged, StagedRow
from timeline.lessons.states import renamed_in
from timeline.models import Claim, Event, Lesson, Movement
from timeline.seeding.finding import AT_ONCE
from timeline.seeding.former import Former

KEY = "taken_slugs"
RENAME, REFUSE = "rename", "refuse"
_EXAMPLES = 5
Slugs = dict[str, dict[str, str]]
"""By kind (event, movement, lesson, claim): the name in the file, and the one it is to have."""


def with_free_slugs(staged: Staged, answers: Mapping[str, str]) -> Staged:
    """The file as it is where nobody has its slugs; else a question, or the file with slugs that are free.

    An event of the atlas itself is no stranger: its row changes it.
    """
    taken = _taken(staged, answers)
    if not any(taken.values()):
        return staged
    if answers.get(KEY) == RENAME:
        return replace(staged, tables=renamed(staged.tables, taken))
    if answers.get(KEY) == REFUSE:
        return staged
    names = [f"{old} → {new}" for each in taken.values() for old, new in each.items()]
    question = Question(
        KEY,
        _("Another atlas has these names already. Shall the rows be brought in under the names after the arrow?"),
        ((RENAME, _("Yes, under the new names")), (REFUSE, _("No, leave the names as they are"))),
        tuple(names[:_EXAMPLES]),
    )
    return Staged(questions=(question,))


def _taken(staged: Staged, answers: Mapping[str, str]) -> Slugs:
    taken: Slugs = {"event": {}, "movement": {}, "lesson": {}, "claim": {}}
    former = former_slugs(("atlas", "event", "movement", "lesson"))
    for kind, model in (("event", Event), ("movement", Movement), ("lesson", Lesson)):
        atlas_of = {
            row.cells["slug"]: _now(former, "atlas", row.cells.get("atlas", "")) or answers.get(ATLAS, "")
            for row in staged.tables.get(f"{kind}s.csv", ())
            if row.cells.get("slug") and (row.cells.get("atlas") or "title" in row.cells)
        }
        now = {slug: _now(former, kind, slug) for slug in atlas_of}
        kept = dict(_kept(model, "slug", [*{*now, *now.values()}], ("slug", "atlas__slug")))
        for slug, atlas in atlas_of.items():
            if atlas and kept.get(slug, kept.get(now[slug], atlas)) != atlas:
                taken[kind][slug] = f"{atlas}-{slug}"
    if taken["event"] or taken["movement"]:
        taken["claim"] = _taken_claims(staged, taken)
    return taken


def _now(former: Former, kind: str, slug: str) -> str:
    return former.get(kind, {}).get(slug, slug)


def _kept(model, field: str, keys: list[str], columns: tuple[str, ...]):
    for start in range(0, len(keys), AT_ONCE):
        yield from model.objects.filter(**{f"{field}__in": keys[start : start + AT_ONCE]}).values_list(*columns)


def _taken_claims(staged: Staged, taken: Slugs) -> dict[str, str]:
    """Keys of claims that speak of what is renamed and that are given already: they get the next numbers."""
    rows = [
        row.cells
        for row in staged.tables.get("claims.csv", ())
        if row.cells.get("key") and row.cells.get("subject") and row.cells != _subject_renamed(row.cells, taken)
    ]
    given = {key for (key,) in _kept(Claim, "key", [row["key"] for row in rows], ("key",))}
    last: dict[str, int] = {}
    new = {}
    for row in rows:
        source = row.get("source", "")
        if row["key"] in given and source:
            if source not in last:
                numbers = Claim.objects.filter(source__slug=source).values_list("number", flat=True)
                in_file = [_number(each.cells.get("key", "")) for each in staged.tables["claims.csv"]]
                last[source] = max([0, *numbers, *in_file])
            last[source] += 1
            new[row["key"]] = f"{source}-{last[source]}"
    return new


def _number(key: str) -> int:
    number = key.rpartition("-")[2]
    return int(number) if number.isascii() and number.isdecimal() else 0


def renamed(tables: Mapping[str, list[StagedRow]], names: Slugs) -> dict[str, list[StagedRow]]:
    """The tables with other names for events, movements, lessons and claims, wherever a cell names one."""
    return {
        table: [replace(row, cells=_renamed_cells(table, row.cells, names)) for row in rows]
        for table, rows in tables.items()
    }


def under_new_names(
    said: Mapping[tuple[str, str], str], rows: Iterable[tuple[str, dict[str, str], dict[str, str]]]
) -> dict[tuple[str, str], str]:
    """What is said of records by kind and name, under the names that their rows have now.

    rows: the table, the cells as they stand in the file, the cells as they are brought in.
    """
    now = dict(said)
    for table, given, cells in rows:
        column, kind = next(iter(_NAMING.get(table, {"": ""}).items()))
        old, new = given.get(column, ""), cells.get(column, "")
        if old != new and (kind, old) in said:
            now[kind, new] = now.pop((kind, old))
    return now


_NAMING = {
    "events.csv": {"slug": "event"},
    "movements.csv": {"slug": "movement", "event": "event"},
    "relations.csv": {"from_event": "event", "to_event": "event"},
    "periods.csv": {"begins_event": "event", "ends_event": "event"},
    "movers.csv": {"movement": "movement"},
    "legs.csv": {"movement": "movement"},
    "claims.csv": {"key": "claim"},
    "interpretations.csv": {"claim": "claim"},
    "decisions.csv": {"claim": "claim"},
    "lessons.csv": {"slug": "lesson"},
    "lesson_steps.csv": {"lesson": "lesson", "claim": "claim"},
}


def _renamed_cells(table: str, cells: dict[str, str], names: Slugs) -> dict[str, str]:
    changed = dict(cells)
    for column, kind in _NAMING.get(table, {}).items():
        if column in cells:
            changed[column] = names[kind].get(cells[column], cells[column])
    if table in ("participations.csv", "claims.csv", "decisions.csv"):
        changed = _subject_renamed(changed, names)
    if hangs_on := cells.get("relative_to"):
        kind, colon, key = hangs_on.partition(":")
        changed["relative_to"] = f"{kind}{colon}{names.get(kind, {}).get(key, key)}"
    if table == "lesson_steps.csv" and cells.get("state"):
        changed["state"] = renamed_in(
            cells["state"], lambda named: names.get(named.kind, {}).get(named.slug, named.slug)
        )
    return changed


def _subject_renamed(cells: dict[str, str], names: Slugs) -> dict[str, str]:
    """Parts of an event or a movement carry its slug in theirs."""
    kind, subject = cells.get("subject_type", ""), cells.get("subject", "")
    events, movements = names["event"], names["movement"]
    if kind in ("event", "movement"):
        new = names[kind].get(subject, subject)
    elif kind == "relation":
        new = ":".join(events.get(part, part) for part in subject.split(":"))
    else:
        first, slash, rest = subject.partition("/")
        moved = movements.get(first) or (events.get(first) if kind == "participation" else "") or first
        new = f"{moved}{slash}{rest}"
    return {**cells, "subject": new} if subject else cells
