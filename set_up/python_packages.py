"""Makes the virtual environment and fills it from the lock files."""

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from set_up.errors import SetUpError
from set_up.places import ROOT, VENV, venv_python
from set_up.processes import quietly
from set_up.stamps import Step

NO_ENSUREPIP = (
    "This Python comes without ensurepip, which makes virtual environments. "
    "On Debian and Ubuntu: sudo apt install python{major}.{minor}-venv. "
    "Elsewhere, install Python from python.org, or uv. Then run the same command again."
)
AGAIN = "Run the same command again; if it fails the same way, delete the folder .venv first."


def _answers(python: Path) -> bool:
    try:
        return subprocess.run([str(python), "-c", ""], check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def can_make_environments(find_spec: Callable = importlib.util.find_spec, which: Callable = shutil.which) -> bool:
    """Whether pip or uv can fill an environment here."""
    return find_spec("ensurepip") is not None or which("uv") is not None


def _make_environment() -> None:
    if not can_make_environments():
        major, minor = sys.version_info[:2]
        raise SetUpError(NO_ENSUREPIP.format(major=major, minor=minor))
    without_pip = [] if importlib.util.find_spec("ensurepip") else ["--without-pip"]
    quietly([sys.executable, "-m", "venv", "--clear", *without_pip, VENV], remedy=AGAIN)


def install_command(lock: Path, uv: str | None) -> list[str | Path]:
    """The command that installs a lock file: every file's hash is checked, nothing else comes in."""
    if uv:
        return [uv, "pip", "install", "--quiet", "--python", venv_python(), "--require-hashes", "-r", lock]
    return [
        *(venv_python(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
        *("--no-input", "--require-hashes", "-r", lock),
    ]


def _install(lock: Path) -> None:
    if not _answers(venv_python()):
        _make_environment()
    quietly(install_command(lock, shutil.which("uv")), remedy=AGAIN)


def packages(lock_name: str, title: str) -> Step:
    """The step that installs one lock file into the virtual environment."""
    lock = ROOT / lock_name
    return Step(
        title=title,
        stamp=VENV / f".marchlines-{lock.stem}",
        inputs=(lock,),
        action=lambda: _install(lock),
        makes=(venv_python(),),
    )


RUNNING = packages("requirements.lock", "Python packages")
TESTING = packages("requirements-test.lock", "Python packages for the tests")
NODE = packages("requirements-node.lock", "Node from a Python package")
