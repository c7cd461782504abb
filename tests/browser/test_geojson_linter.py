"""The linter of RFC 7946 that map editors use finds nothing to say of our GeoJSON, nor of hostile records in it."""

import subprocess
from pathlib import Path
from urllib.request import urlopen

from set_up.front_end import node
from tests.browser.site import ROOT

DOCUMENTS = ("events.geojson", "movements.geojson", "places.geojson", "linked-places.json")


def test_the_linter_finds_no_fault(site, hostile_site, tmp_path):
    files = []
    for number, origin in enumerate((site, hostile_site)):
        for name in DOCUMENTS:
            files.append(Path(tmp_path / f"{number}-{name}"))
            with urlopen(f"{origin}/api/v1/{name}") as answer:  # noqa: S310 - our own server
                files[-1].write_bytes(answer.read())
    done = subprocess.run(
        [*node().node, "judges/check-geojson.mjs", *files],
        cwd=ROOT / "frontend", capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


def test_the_linter_finds_faults_where_there_are_some(tmp_path):
    wrong = tmp_path / "wrong.geojson"
    wrong.write_text('{"type": "Feature", "geometry": {"type": "Point", "coordinates": [1]}, "properties": null}')
    done = subprocess.run(
        [*node().node, "judges/check-geojson.mjs", wrong],
        cwd=ROOT / "frontend", capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "2 or 3 elements" in done.stdout
