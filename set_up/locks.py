"""Makes the lock files anew from pyproject.toml and package.json, without any registry's address."""

import shutil

from set_up.errors import SetUpError
from set_up.places import FRONT_END
from set_up.processes import quietly

LOCKS = {
    "requirements.lock": ("--extra", "build"),
    "requirements-test.lock": ("--extra", "build", "--extra", "test", "--constraints", "requirements.lock"),
}
NODE_LOCK = "requirements-node.lock"
REMEDY = "The messages above name the requirement that stands in the way."


def remake() -> None:
    """Write the lock files; versions already locked stay where pyproject.toml allows them."""
    uv = shutil.which("uv")
    if not uv:
        raise SetUpError("Lock files are made by uv: install it (pip install uv) and run the same command again.")
    compile_lock = [
        *(uv, "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"),
        *("--generate-hashes", "--no-emit-index-url", "--no-header"),
    ]
    for name, words in LOCKS.items():
        quietly([*compile_lock, "pyproject.toml", *words, "--output-file", name], remedy=REMEDY)
    quietly([*compile_lock, "set_up/node.in", "--output-file", NODE_LOCK], remedy=REMEDY)
    quietly(
        ["npm", "install", "--package-lock-only", "--ignore-scripts", "--omit-lockfile-registry-resolved"],
        folder=FRONT_END,
        remedy=REMEDY,
    )
