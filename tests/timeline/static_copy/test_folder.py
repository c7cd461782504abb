"""A folder is written beside the old one and swapped; what is as it was stays the same file."""

import json

import pytest

from timeline.static_copy.faults import CopyFault
from timeline.static_copy.folder import LIST, CopyFolder


def write(folder, files: dict[str, bytes], state: str = "one"):
    with CopyFolder(folder) as copy:
        for name, content in files.items():
            copy.write(name, [content[:1], content[1:]])
        return copy, copy.finish(state)


def held(folder) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def beside(folder) -> list[str]:
    return [path.name for path in folder.parent.iterdir() if path != folder]


def test_a_first_run_makes_the_folder(tmp_path):
    folder = tmp_path / "not" / "there" / "yet"
    write(folder, {"index.html": b"one", "events/a/index.html": b"two"})
    assert json.loads((folder / LIST).read_text())["files"] == ["events/a/index.html", "index.html"]
    assert beside(folder) == []


def test_a_second_run_writes_only_what_changed(tmp_path):
    folder = tmp_path / "copy"
    write(folder, {"same": b"same", "changed": b"before", "gone": b"gone"})
    before = {name: (folder / name).stat() for name in ("same", "changed")}
    copy, gone = write(folder, {"same": b"same", "changed": b"after!", "new": b"new"}, "two")
    assert (copy.kept, copy.changed, gone) == (1, 3, 1)
    assert set(held(folder)) == {"same", "changed", "new", LIST}
    assert (folder / "same").stat().st_ino == before["same"].st_ino
    assert (folder / "same").stat().st_mtime_ns == before["same"].st_mtime_ns
    assert (folder / "changed").read_bytes() == b"after!"


@pytest.mark.parametrize("fault", [CopyFault("no"), KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_a_broken_run_leaves_the_old_copy_whole(tmp_path, fault):
    folder = tmp_path / "copy"
    write(folder, {"index.html": b"old"})
    before = held(folder)

    def parts():
        yield b"half"
        raise fault

    def broken():
        with CopyFolder(folder) as copy:
            copy.write("first", [b"first"])
            copy.write("index.html", parts())

    with pytest.raises(type(fault)):
        broken()
    assert held(folder) == before
    assert beside(folder) == []


def test_what_a_killed_run_left_is_cleared_by_the_next(tmp_path):
    folder = tmp_path / "copy"
    write(folder, {"index.html": b"old"})
    # Killed between taking the old copy away and putting the new one there, with the new one half written.
    folder.rename(tmp_path / ".copy.marchlines-old")
    (tmp_path / ".copy.marchlines-new").mkdir()
    (tmp_path / ".copy.marchlines-new" / "half").write_bytes(b"half")
    copy, _gone = write(folder, {"index.html": b"old"})
    assert copy.changed == 0
    assert set(held(folder)) == {"index.html", LIST}
    assert beside(folder) == []


@pytest.mark.parametrize(
    ("name", "list_of_ours"), [("thesis.doc", None), ("CNAME", {"files": ["index.html"]}), ("a/b.txt", "{"), (LIST, [])]
)
def test_a_folder_that_holds_something_else_is_refused_and_untouched(tmp_path, name, list_of_ours):
    folder = tmp_path / "copy"
    (folder / "a").mkdir(parents=True)
    (folder / name).write_text("mine")
    if list_of_ours and name != LIST:
        (folder / LIST).write_text(json.dumps({"state": "", **list_of_ours}) if isinstance(list_of_ours, dict) else "{")
    before = held(folder)
    with pytest.raises(CopyFault, match=f"holds something else: {name if list_of_ours != '{' else 'a/b.txt'}"):
        write(folder, {"index.html": b""})
    assert held(folder) == before
    assert beside(folder) == []


def test_a_file_in_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "copy").write_text("mine")
    with pytest.raises(CopyFault, match="is a file"):
        write(tmp_path / "copy", {})


def test_two_runs_at_once_are_refused(tmp_path):
    with CopyFolder(tmp_path / "copy") as first:
        first.write("index.html", [b"first"])
        with pytest.raises(CopyFault, match="Another run"):
            write(tmp_path / "copy", {"index.html": b"second"})
        first.finish("one")
    assert (tmp_path / "copy" / "index.html").read_bytes() == b"first"


def test_a_copy_of_the_same_state_is_known_unless_a_file_is_missing(tmp_path):
    folder = tmp_path / "copy"
    write(folder, {"index.html": b"one", "feed.json": b"{}"}, "state")
    with CopyFolder(folder) as copy:
        assert copy.is_of("state")
        assert not copy.is_of("another")
        (folder / "feed.json").unlink()
        assert not copy.is_of("state")
