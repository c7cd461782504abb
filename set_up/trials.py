"""Runs every test: the front-end's under Node, then Python's and the browser's under pytest."""

from collections.abc import Sequence

from set_up import front_end
from set_up.places import FRONT_END, venv_python
from set_up.processes import openly

# Tests that share what they set up stay together (tests/conftest.py). The browser's come after the others, and two at a
# time: each keeps a browser and a server busy, but seldom both.
GROUPS = {
    "Python tests": ["-m", "not browser", "-n", "auto", "--maxprocesses=4", "--dist=loadfile"],
    "Browser tests": ["-m", "browser", "-n", "auto", "--maxprocesses=2", "--dist=loadfile"],
}


def run_all(pytest_words: Sequence[str]) -> int:
    """Run the tests at this terminal; 0 where all passed. Words for pytest are handed to one run of it alone."""
    if pytest_words:
        return openly([venv_python(), "-m", "pytest", *pytest_words])
    print("Front-end tests …")
    tests = sorted((FRONT_END / "tests").rglob("*.test.js"))
    failed = ["Front-end tests"] if _node(["--test", "--test-reporter=dot", *tests]) else []
    for name, words in GROUPS.items():
        print(f"{name} …", flush=True)
        if openly([venv_python(), "-m", "pytest", *words]):
            failed.append(name)
    print(f"Failed: {', '.join(failed)}." if failed else "All tests passed.")
    return 1 if failed else 0


def _node(words: Sequence[object]) -> int:
    return openly([*front_end.node().node, *words], folder=FRONT_END)
