"""What cannot be copied is refused by a sentence, before anything is written."""

import pytest
from django.core.management import CommandError, call_command

from tests.factories import make_event
from tests.timeline.static_copy.conftest import BASE
from timeline.static_copy.faults import CopyFault
from timeline.static_copy.writing import read_base


def test_without_an_atlas_there_is_nothing_to_copy(db, static_files, tmp_path):
    with pytest.raises(CommandError, match="no atlas at the front"):
        call_command("static_copy", tmp_path / "copy", base=BASE)
    assert not (tmp_path / "copy").exists()


def test_an_atlas_that_no_browser_could_hold_is_left_to_the_server(atlas, static_files, tmp_path, monkeypatch):
    monkeypatch.setattr("timeline.whole.LIMIT", 1)
    make_event(atlas, "one")
    make_event(atlas, "two")
    with pytest.raises(CommandError, match="serve this atlas live"):
        call_command("static_copy", tmp_path / "copy", base=BASE)


@pytest.mark.parametrize(
    ("text", "base"),
    [("https://example.org", "https://example.org/"), ("http://localhost:8000/a/b", "http://localhost:8000/a/b/")],
)
def test_a_base_ends_in_a_slash(text, base):
    assert read_base(text) == base


@pytest.mark.parametrize(
    "text", ["", "example.org", "ftp://example.org/", "https://", "https://a.example/?x=1", "https://a.example/#x",
             "https://u:p@a.example/", "https://a.example:x/", "https://a.example/ b", "https://[::1/"],
)  # fmt: skip
def test_what_is_no_address_of_a_folder_is_refused_by_a_sentence(text):
    with pytest.raises(CopyFault, match="is not the address of a folder"):
        read_base(text)
