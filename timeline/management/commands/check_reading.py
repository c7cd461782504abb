"""Holds the seed tables against the documents they were read from."""

import csv
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from timeline.seeding.documents import read_document
from timeline.seeding.reading import ReadText, copies, hold_against
from timeline.seeding.tables import BadTables, Problem, Row, read_table


class Command(BaseCommand):
    help = (
        "Prove that each printed form stands where its claim says, and list every sentence with a date, "
        "a number or a known place that no claim cites and uncited.csv does not explain."
    )
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--documents", type=Path, required=True, help="The folder of the documents.")
        parser.add_argument("--folder", type=Path, default=settings.BASE_DIR / "seeds")

    def handle(self, *args, documents: Path, folder: Path, **options):
        try:
            tables = {path.stem: read_table(path, _columns(path)) for path in sorted(folder.glob("*.csv"))}
        except BadTables as bad:
            raise CommandError(str(bad)) from bad
        texts, problems = _texts(tables.get("sources", []), documents)
        names = [row["text"] for row in tables.get("names", []) if row["subject_type"] == "place"]
        reading = hold_against(texts, tables.get("claims", []), tables.get("uncited", []), names)
        problems += reading.problems
        problems += copies((row for rows in tables.values() for row in rows), texts)
        for problem in problems:
            self.stdout.write(str(problem))
        self.stdout.write(
            f"{len(texts)} documents, {reading.sentences} sentences: {reading.cited} cited by "
            f"{reading.claims} claims, {reading.explained} explained, {reading.silent} with no date, number or "
            f"known place; {len(problems)} problems."
        )
        if problems:
            raise CommandError("The reading is not complete.")


def _texts(sources: list[Row], folder: Path) -> tuple[dict[str, ReadText], list[Problem]]:
    texts, problems = {}, []
    for row in sources:
        if not row["document"]:
            continue
        path = folder / f"{row['document']}.txt"
        if path.is_file():
            texts[row["slug"]] = ReadText(path.name, read_document(path.read_text(encoding="utf-8")))
        else:
            problems.append(row.problem(f"The document {path.name} is not in that folder."))
    return texts, problems


def _columns(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return next(csv.reader(file), [])
