"""Measures every gate at the shipped atlas and at synthetic ones, and writes docs/benchmarks.md."""

import argparse
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks import (
    admin_lists,
    browser_measures,
    machine,
    report,
    server_measures,
    synthetic_site,
    transfers,
    whole_documents,
)
from benchmarks.gates import medians
from benchmarks.sections import placed, section_of
from tests.browser.chromium import find_chromium
from tests.browser.site import ROOT, prepare, serving

DOCUMENT = ROOT / "docs" / "benchmarks.md"


def _read(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 run bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=15, help="visits to each atlas (default %(default)s)")
    parser.add_argument(
        "--events", type=int, nargs="*", default=[1_000], help="sizes of synthetic atlases (default 1000)"
    )
    parser.add_argument(
        "--admin", type=int, nargs="?", const=admin_lists.EVENTS, metavar="EVENTS",
        help="measure the lists of the admin instead, at this size (100000 unless said)",
    )  # fmt: skip
    parser.add_argument(
        "--formats", type=int, nargs="?", const=whole_documents.EVENTS, metavar="EVENTS",
        help="measure whole documents instead, at this size (100000 unless said)",
    )  # fmt: skip
    parser.add_argument("--dry-run", action="store_true", help="print the table and leave the document alone")
    return parser.parse_args(words)


def measure(folder: Path, chosen: argparse.Namespace) -> dict[str, dict[str, float]]:
    """The medians for each atlas, by its name."""
    prepared = {"shipped atlas": prepare(folder / "shipped")}
    for events in chosen.events:
        prepared[f"{events:,} synthetic"] = synthetic_site.prepare(folder / str(events), events)
    with ExitStack() as stack:
        origins = {name: stack.enter_context(serving(data)) for name, data in prepared.items()}
        playwright = stack.enter_context(sync_playwright())
        fixed = {}
        for name, origin in origins.items():
            print(f"{name}: sizes and server", flush=True)
            # This visit also warms the server.
            fixed[name] = {**transfers.measure(playwright, origin), **server_measures.measure(origin)}
        visits = {name: [] for name in origins}
        for run in range(1, chosen.runs + 1):
            for name, origin in origins.items():
                empty = {"empty": browser_measures.empty_page(playwright, origin)}
                visits[name].append(empty | browser_measures.visit(playwright, origin))
            print(f"run {run} of {chosen.runs}", flush=True)
    return {name: {**fixed[name], **medians(visits[name])} for name in origins}


def measure_by_itself(subject, events: int, *, dry_run: bool) -> dict:
    """Measure the admin's lists or whole documents (a module of that name), and put its section into the document."""
    described = machine.describe()
    with tempfile.TemporaryDirectory() as folder:
        data = synthetic_site.prepare(Path(folder) / "site", events)
        with serving(data) as origin:
            figures = subject.measure(origin, data)
    section = subject.render(described, figures, events)
    print(section)
    if not dry_run:
        DOCUMENT.write_text(placed(DOCUMENT.read_text(encoding="utf-8"), section), encoding="utf-8")
    return figures


def main(words: list[str]) -> int:
    chosen = _read(words)
    if chosen.admin:
        times = measure_by_itself(admin_lists, chosen.admin, dry_run=chosen.dry_run)
        return 0 if all(value <= admin_lists.LIMIT_MS for value in times.values()) else 1
    if chosen.formats:
        sendings = measure_by_itself(whole_documents, chosen.formats, dry_run=chosen.dry_run)
        return 0 if all(sending.more <= whole_documents.MOST_MB for sending in sendings.values()) else 1
    if not find_chromium():
        print("No Chromium found. Install it (Debian: apt install chromium) or name one in CHROMIUM.", file=sys.stderr)
        return 1
    described = machine.describe()
    with tempfile.TemporaryDirectory() as folder:
        columns = measure(Path(folder), chosen)
    command = " ".join(["python3 run bench", *words])
    table = report.render(described, command, chosen.runs, columns)
    print(table)
    if not chosen.dry_run:
        before = DOCUMENT.read_text(encoding="utf-8")
        for subject in (admin_lists, whole_documents):
            table = placed(table, section_of(before, subject.HEADING))
        DOCUMENT.write_text(table, encoding="utf-8")
    failed = report.failures(columns)
    print("\n".join(failed) or "Every gate holds.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
