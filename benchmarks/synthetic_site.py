"""Prepares a data folder that holds a synthetic atlas."""

import subprocess
import sys
from pathlib import Path

from tests.browser.site import ROOT, environment, manage


def prepare(data: Path, events: int) -> Path:
    """Migrate an empty database, fill it with a synthetic atlas and collect the static files."""
    data.mkdir(parents=True)
    manage(data, "migrate", "--noinput", "--verbosity=0")
    subprocess.run(
        [sys.executable, "-m", "benchmarks.synthetic", "--events", str(events)],
        cwd=ROOT,
        env=environment(data),
        check=True,
    )
    manage(data, "collectstatic", "--noinput", "--verbosity=0")
    return data
