"""Prepares a data folder with the shipped atlas and serves it to a browser, apart from any other site."""

import os
import shutil
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROCESS = "server.pid"
"""The file of a data folder that is served which says by which process."""


def environment(data: Path) -> dict[str, str]:
    """The environment of a site of its own: its folder, SQLite, production settings."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("MARCHLINES_")}
    ours.pop("DATABASE_URL", None)
    return {**ours, "MARCHLINES_DATA": str(data), "DJANGO_SETTINGS_MODULE": "config.settings"}


def manage(data: Path, *words: str) -> str:
    """Run a management command on a data folder and return what it printed."""
    done = subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env=environment(data),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"manage.py {' '.join(words)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def prepare(data: Path) -> Path:
    """Make a data folder that holds the shipped atlas and the collected static files."""
    data.mkdir(parents=True, exist_ok=True)
    # Packing the files takes as long as all the rest; the one never looks at the other's work.
    with ThreadPoolExecutor() as beside:
        packing = beside.submit(manage, data, "collectstatic", "--noinput", "--verbosity=0")
        manage(data, "migrate", "--noinput", "--verbosity=0")
        manage(data, "load_seeds")
        packing.result()
    return data


def copy(prepared: Path, data: Path) -> Path:
    """Copy a prepared folder whose server is not writing, with its own database and the same static files."""
    shutil.copytree(prepared, data)
    return data


def free_port() -> int:
    """A port that nothing listens on at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(data: Path, *, worker: bool = False):
    """Serve a data folder as `python3 run` does; yields the origin, such as http://127.0.0.1:43210.

    worker: whether one runs beside it; only imports have need of it, and it would take time from the rest.
    """
    port = free_port()
    log_path = data / "server.log"
    alone = () if worker else ("--no-worker",)
    with log_path.open("w", encoding="utf-8") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "set_up.server", "--host", "127.0.0.1", "--port", str(port), *alone],
            cwd=ROOT,
            env=environment(data),
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        (data / PROCESS).write_text(str(server.pid))
        try:
            # Its one line comes when it listens; an empty one when it ended instead.
            if not server.stdout.readline():
                raise RuntimeError(f"the server did not start:\n{log_path.read_text(encoding='utf-8')}")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)
            server.stdout.close()
