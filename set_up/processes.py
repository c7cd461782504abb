"""Starts other programs, quietly, and turns their failures into a sentence with a remedy."""

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from set_up.errors import SetUpError
from set_up.places import ROOT

UNREACHABLE = re.compile(
    r"name resolution|Name or service not known|nodename nor servname|getaddrinfo|ENOTFOUND|EAI_AGAIN"
    r"|ECONNREFUSED|ETIMEDOUT|Failed to establish a new connection|dns error|error sending request"
    r"|Network is unreachable|Connection refused|No matching distribution found for",
    re.IGNORECASE,
)
NO_NETWORK = (
    "The package registry could not be reached. Setting up needs the network once: check the connection "
    "(behind a proxy, set HTTPS_PROXY) and run the same command again; what is done already is kept."
)


def remedy_for(output: str, otherwise: str) -> str:
    """Return the advice that fits what a failed program printed."""
    return NO_NETWORK if UNREACHABLE.search(output) else otherwise


def environment(**more: str) -> dict[str, str]:
    """The environment for the project's own commands.

    A dozen of them start one after the other: what Python compiled for one is kept for the next, whatever the
    caller's own environment says of that.
    """
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**own, "DJANGO_SETTINGS_MODULE": "config.settings", **more}


def quietly(
    command: Sequence[str | Path],
    *,
    remedy: str,
    folder: Path = ROOT,
    env: Mapping[str, str] | None = None,
) -> str:
    """Run a program and return what it printed; SetUpError carries the end of its output and the remedy."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words,
            cwd=folder,
            env=env or environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise SetUpError(f"{words[0]} could not be started ({error.strerror}). {remedy}") from error
    if done.returncode:
        tail = "\n".join(done.stdout.strip().splitlines()[-25:])
        raise SetUpError(f"{tail}\n\n`{' '.join(words)}` failed. {remedy_for(done.stdout, remedy)}")
    return done.stdout


def openly(command: Sequence[str | Path], *, folder: Path = ROOT, env: Mapping[str, str] | None = None) -> int:
    """Run a program at the same terminal and return its exit code."""
    return subprocess.run([str(word) for word in command], cwd=folder, env=env or environment(), check=False).returncode
