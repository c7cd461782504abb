"""Runs every test: the front-end's under Node, then Python's under pytest."""

from collections.abc import Sequence

from set_up import front_end
from set_up.places import FRONT_END, venv_python
from set_up.processes import openly


def run_all(pytest_words: Sequence[str]) -> int:
    """Run the tests at this terminal; 0 where all passed. Words for pytest leave Node's tests out."""
    node_failed = 0
    if not pytest_words:
        print("Front-end tests …")
        tests = sorted((FRONT_END / "tests").rglob("*.test.js"))
        node_failed = openly([*front_end.node().node, "--test", "--test-reporter=dot", *tests], folder=FRONT_END)
        print("Front-end tests failed." if node_failed else "Front-end tests passed.")
    pytest_failed = openly([venv_python(), "-m", "pytest", *pytest_words])
    if node_failed and not pytest_failed:
        print("Python tests passed; the front-end tests above did not.")
    return pytest_failed or node_failed
