"""Reads what `python3 run` was asked for, and does it."""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterable

from set_up import atlas, front_end, locks, python_packages, trials
from set_up.errors import SetUpError
from set_up.places import ROOT, venv_python
from set_up.ports import require_free
from set_up.processes import environment, openly
from set_up.stamps import Step

BUILT = (front_end.PACKAGES, front_end.BUNDLES, atlas.PLATE, atlas.CATALOGUES, atlas.STATIC_FILES)
SITE = (python_packages.RUNNING, *BUILT, atlas.ATLAS)
TRIALS = (python_packages.TESTING, *BUILT)


def prepare(steps: Iterable[Step], say: Callable[[str], None] = print) -> None:
    """Do the steps that are not done yet, in their order, saying each and how long it took."""
    for step in steps:
        if step.is_done():
            continue
        say(f"{step.title} …")
        begun = time.monotonic()
        step.perform()
        say(f"{step.title}: done in {time.monotonic() - begun:.0f} s")


def serve(chosen: argparse.Namespace) -> int:
    # Before the long part: nobody should wait for set-up to hear that the port is taken.
    require_free(chosen.host, chosen.port)
    prepare(SITE)
    print("For an account that may edit: python3 run admin")
    command = [str(venv_python()), "-m", "set_up.server", "--host", chosen.host, "--port", str(chosen.port)]
    if os.name == "nt":
        return openly(command)
    os.chdir(ROOT)
    return os.execve(command[0], command, environment())  # noqa: S606 - the server takes this process's place


def test(chosen: argparse.Namespace) -> int:
    prepare(TRIALS)
    return trials.run_all(chosen.words)


def admin(chosen: argparse.Namespace) -> int:
    prepare(SITE)
    return openly([venv_python(), "manage.py", "createsuperuser"])


def bench(chosen: argparse.Namespace) -> int:
    prepare((*TRIALS, atlas.ATLAS))
    return openly([venv_python(), "-m", "benchmarks", *chosen.words])


def screenshots(chosen: argparse.Namespace) -> int:
    prepare((*TRIALS, atlas.ATLAS))
    return openly([venv_python(), "-m", "benchmarks.screenshots", *chosen.words])


def lock(chosen: argparse.Namespace) -> int:
    locks.remake()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 run", description="Set up Marchlines and serve it; every step is done only when it is needed."
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default %(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (default %(default)s)")
    parser.set_defaults(action=serve)
    actions = parser.add_subparsers(title="other things to do", metavar="")
    for name, action, words, explanation in (
        ("test", test, True, "install what the tests need and run them all; what follows goes to pytest"),
        ("admin", admin, False, "make an account that may edit; asks for its name and password"),
        ("bench", bench, True, "measure the speed claims and write docs/benchmarks.md"),
        ("screenshots", screenshots, True, "make the pictures of docs/images"),
        ("lock", lock, False, "make the lock files anew (needs uv and npm)"),
    ):
        chosen = actions.add_parser(name, help=explanation, add_help=not words, prefix_chars="-" if not words else "\0")
        chosen.set_defaults(action=action)
        if words:
            chosen.add_argument("words", nargs=argparse.REMAINDER)
    return parser


def main(words: list[str]) -> int:
    """Do what the command line asks; the return value is the exit code."""
    # In a log as at a terminal: each line when it is said, before what a program started next prints.
    sys.stdout.reconfigure(line_buffering=True)
    chosen = _parser().parse_args(words)
    try:
        return chosen.action(chosen)
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
