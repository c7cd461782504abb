"""Measures what a server spends on whole documents of 100,000 events, and words it for docs/benchmarks.md."""

import http.client
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from urllib.parse import urlsplit

from tests.browser.site import PROCESS

EVENTS, MOST_MB = 100_000, 64
HEADING = "## Whole documents"
# The first one warms what a server warms once; it is not told.
WARMING = "places.geojson"
DOCUMENTS = (
    "events.geojson", "movements.geojson", "places.geojson", "linked-places.json", "atlas.kml", "events.csv",
    "timelinejs.json", "timelinejs.csv", "atlas.ics", "sources.bib", "sources.csl.json", "atlas.zip",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sending:
    """One document sent. size: MB as received, not packed; first and whole: seconds to the first byte and to the last;
    more: MB by which the server's resident memory at its highest exceeded what it held before."""

    size: float
    first: float
    whole: float
    more: float


def measure(origin: str, data: Path) -> dict[str, Sending]:
    """Each document asked for once. Needs Linux, where the highest memory of a process can be asked for anew."""
    process = Path("/proc") / (data / PROCESS).read_text()
    _ask(origin, WARMING)
    return {name: _sending(origin, name, process) for name in DOCUMENTS}


def _sending(origin: str, name: str, process: Path) -> Sending:
    (process / "clear_refs").write_text("5")
    before = _memory(process, "VmRSS")
    size, first, whole = _ask(origin, name)
    return Sending(size / 1e6, first, whole, _memory(process, "VmHWM") - before)


def _ask(origin: str, name: str) -> tuple[int, float, float]:
    begun = perf_counter()
    connection = http.client.HTTPConnection(urlsplit(origin).netloc, timeout=3600)
    connection.request("GET", f"/api/v1/{name}")
    response = connection.getresponse()
    if response.status != 200:
        raise RuntimeError(f"{name} answered {response.status}")
    size = len(response.read(1))
    first = perf_counter() - begun
    while part := response.read(1 << 16):
        size += len(part)
    return size, first, perf_counter() - begun


def _memory(process: Path, name: str) -> float:
    """VmRSS or VmHWM in MB."""
    lines = (process / "status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{name}:"))


def render(machine: str, sendings: Mapping[str, Sending], events: int) -> str:
    """The section of the document."""
    lines = [
        HEADING,
        "",
        f"Made by `python3 run bench --formats`: {events:,} synthetic events with their claims and movements, in"
        " SQLite; each document asked for once, not packed, from a server that has just served another one. Memory is"
        " what the server's process held at its highest above what it held before.",
        "",
        f"Measured: {machine}.",
        "",
        "| document | size | first byte | whole | gate | memory | |",
        "|---|---:|---:|---:|---:|---:|---|",
    ]
    for name, sending in sendings.items():
        verdict = "holds" if sending.more <= MOST_MB else "**fails**"
        lines.append(
            f"| {name} | {sending.size:.1f} MB | {sending.first:.1f} s | {sending.whole:.0f} s"
            f" | ≤ {MOST_MB} MB | {max(sending.more, 0):.0f} MB | {verdict} |"
        )
    return "\n".join(lines) + "\n"
