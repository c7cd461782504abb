"""The sections of the benchmarks' document: each is measured by itself and leaves the others as they are."""

from benchmarks import admin_lists, whole_documents
from benchmarks.sections import placed, section_of
from benchmarks.whole_documents import Sending
from timeline.api.formats.register import FORMATS

ADMIN = admin_lists.render("a machine", {"events": 49.0}, 1000)
DOCUMENTS = whole_documents.render("a machine", {"events.geojson": Sending(90.1, 1.2, 300, 11)}, 1000)
WHOLE = placed(placed("# Benchmarks\n\nWords.\n", ADMIN), DOCUMENTS)


def test_a_section_that_is_not_there_comes_to_the_end():
    assert f"# Benchmarks\n\nWords.\n\n{ADMIN}\n{DOCUMENTS}" == WHOLE


def test_a_section_is_found_as_it_was_written():
    assert section_of(WHOLE, admin_lists.HEADING) == ADMIN
    assert section_of(WHOLE, whole_documents.HEADING) == DOCUMENTS
    assert section_of("# Benchmarks\n", admin_lists.HEADING) == ""


def test_a_section_measured_anew_leaves_the_others():
    again = admin_lists.render("another machine", {"events": 51.0}, 1000)
    changed = placed(WHOLE, again)
    assert section_of(changed, admin_lists.HEADING) == again
    assert section_of(changed, whole_documents.HEADING) == DOCUMENTS
    assert placed(changed, ADMIN) == WHOLE


def test_a_document_that_takes_too_much_memory_fails():
    heavy = whole_documents.render("a machine", {"events.geojson": Sending(90.1, 1.2, 300, 640)}, 1000)
    assert "**fails**" in heavy
    assert "| holds |" in DOCUMENTS


def test_every_whole_document_is_measured():
    assert set(whole_documents.DOCUMENTS) == {view.address for view in FORMATS}
