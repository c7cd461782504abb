"""Where set-up finds and puts things."""

import os
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BUILD = ROOT / "build"
FRONT_END = ROOT / "frontend"


def venv_python(venv: Path = VENV, windows: bool = os.name == "nt") -> Path:
    """The interpreter of a virtual environment."""
    return venv / "Scripts" / "python.exe" if windows else venv / "bin" / "python"


def data_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder the site writes to, as config/settings.py reads it."""
    return Path(environ.get("MARCHLINES_DATA", ROOT / "var"))
