"""Files made to harm, or broken, or of no use end in a sentence with a code, and never in an error."""

import io
import struct
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from tests.timeline.importing.sending import queued, sent_file, worked
from timeline.importing import archives, uploads
from timeline.importing.formats import recognised
from timeline.importing.table_exports import workbook_of
from timeline.importing.table_files import zip_of
from timeline.models import Event, JobRow
from timeline.models.jobs import JobState

HEADER = b"slug,title,kind,theatre\n"


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("events.csv", b"0" * 30_000_000)
    return packed.getvalue()


def lying() -> bytes:
    """An archive that says its file is small."""
    packed = bomb()
    at = packed.index(b"PK\x01\x02")
    return packed[: at + 24] + struct.pack("<I", 10) + packed[at + 28 :]


def twice() -> bytes:
    """An archive with two files of one name, as no packer of repute makes it."""
    packed = zip_of({"events.csv": HEADER, "Events.csv": HEADER})
    return packed.replace(b"Events.csv", b"events.csv")


ARCHIVES = [
    (bomb, "archive_too_large"),
    (lying, "archive_damaged"),
    (lambda: zip_of({"../events.csv": HEADER}), "path_leads_out"),
    (lambda: zip_of({"/events.csv": HEADER}), "path_leads_out"),
    (lambda: zip_of({"..\\events.csv": HEADER}), "path_leads_out"),
    (lambda: zip_of({"C:/events.csv": HEADER}), "path_leads_out"),
    (lambda: zip_of({"events.csv": HEADER, "run.exe": b"MZ"}), "unknown_file"),
    (lambda: zip_of({"a/b/events.csv": HEADER}), "unknown_file"),
    (lambda: zip_of({f"{n}.csv": HEADER for n in range(99)}), "too_many_files"),
    (lambda: zip_of({}), "archive_empty"),
    (lambda: zip_of({"README.md": b"hello"}), "archive_empty"),
    (twice, "file_twice"),
    (lambda: b"PK\x03\x04 and no more", "archive_damaged"),
    (lambda: zip_of({"events.csv": HEADER})[:-30], "archive_damaged"),
]


@pytest.mark.parametrize(("made", "code"), ARCHIVES, ids=[f"{at} {code}" for at, (_, code) in enumerate(ARCHIVES)])
def test_an_archive_is_refused(made, code):
    staged = archives.read(made(), "atlas.zip", {})
    assert [problem.code for problem in staged.problems] == [code]
    assert staged.problems[0].sentence.endswith(".")
    assert not any(staged.tables.values())


UNKNOWN = [
    ("report.csv", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"),
    ("events.csv", b"\x00" * 500),
    ("events.csv", b"   \n \n"),
    ("events.csv", b""),
    ("events.csv", b"year,colour\n1909,red\n"),
    ("picture.png", b"\x89PNG\r\n\x1a\n"),
    ("events.csv", b"slug," * 100_000),
    ("page.html", b"<script>alert(1)</script>"),
]


@pytest.mark.parametrize(("name", "content"), UNKNOWN)
def test_what_is_no_table_is_not_recognised(name, content):
    assert recognised(content, name) is None


REFUSED_ROWS = [
    (b"a,\xd8\xaa,battle,tehran", None),
    (b"a,bell \x07 rings,battle,tehran", "not_text"),
    (b"a,One,battle,tehran,more,cells", "too_many_cells"),
    (b"a,One", "nothing_of_that_name"),
    (b"<script>,One,battle,tehran", "not_a_slug"),
    (b"a,%s,battle,tehran" % (b"x" * 100_001), "cell_too_long"),
    (b"%s,One,battle,tehran" % (b"x" * 200), "max_length"),
    ("a,\u202eOne,battle,tehran".encode(), None),
    (b"=cmd,One,battle,tehran", "not_a_slug"),
]


@pytest.mark.parametrize(("row", "code"), REFUSED_ROWS, ids=range(len(REFUSED_ROWS)))
def test_a_row_is_refused_and_the_rest_stands(atlas, row, code):
    job = sent_file(atlas, "events.csv", HEADER + row + b"\nb,Two,battle,tehran\n")
    assert job.state == JobState.CHECKED
    codes = [row.problems[0][0] for row in job.rows.filter(standing="refused")]
    assert codes == ([code] if code else [])
    assert job.result["added"] == (1 if code else 2)


@pytest.mark.parametrize("end", [b"\r", b"\r\r\n"])
def test_lines_of_an_old_machine_are_lines(atlas, end):
    lines = (HEADER.strip(), b"a,One,battle,tehran", b"")
    assert sent_file(atlas, "events.csv", end.join(lines)).result == {"added": 1}


def test_a_file_without_rows_is_told_so(atlas):
    job = sent_file(atlas, "events.csv", HEADER)
    assert (job.state, job.message) == (
        JobState.FAILED, "There is no row in this file. Add rows below the line of column names.",
    )  # fmt: skip


def test_a_formula_is_given_back_empty_and_never_as_another_text(atlas):
    book, packed = Workbook(), io.BytesIO()
    for row in (["slug", "title", "kind", "theatre"], ["a", "=1+1", "battle", "tehran"]):
        book.active.append(row)
    book.active.title = "events"
    book.save(packed)
    row = sent_file(atlas, "events.xlsx", packed.getvalue()).rows.get()
    assert (row.problems[0][0], row.given["title"], row.given["slug"]) == ("formula", "", "a")


def test_a_damaged_workbook_is_told_so(atlas):
    content, _cut = workbook_of({"events.csv": (("slug", "title"), [{"slug": "a", "title": "=1+1"}])})
    job = queued(atlas, "events.xlsx", content)
    uploads.keep(job, [content[:-200]])
    assert worked(job).state == JobState.FAILED


def test_a_file_that_went_away_is_told_so(atlas):
    job = queued(atlas, "events.csv", HEADER + b"b,Two,battle,tehran\n")
    (uploads._folder(job) / "events.csv").unlink()
    assert worked(job).message == "The file is not there any more. Send it in again."


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "events.csv", "The file is empty. Choose another one."),
        (b"%PDF-1.7", "../../etc/passwd", "This file is of no kind that can be read."),
    ],
)
def test_the_page_refuses_a_file_with_a_sentence(atlas, client, content, name, sentence):
    client.login(username="editor", password="x")
    sent = {"atlas": atlas.slug, "file": SimpleUploadedFile(name, content)}
    response = client.post("/admin/timeline/job/", sent)
    assert response.status_code == 400
    assert sentence in response.content.decode()


def test_a_file_too_large_is_refused(atlas, client, monkeypatch):
    monkeypatch.setattr(uploads, "LARGEST", 10)
    client.login(username="editor", password="x")
    sent = {"atlas": atlas.slug, "file": SimpleUploadedFile("events.csv", b"x" * 11)}
    assert client.post("/admin/timeline/job/", sent).status_code == 400


def test_script_in_a_file_is_shown_as_text(atlas, client):
    client.login(username="editor", password="x")
    hostile = b"slug,title,kind,theatre\na,<script>alert(1)</script>,<b>battle,tehran\nb,<i>x,battle,tehran\n"
    job = sent_file(atlas, "<script>.csv", hostile)
    for rows in ("refused", "added"):
        page = client.get(f"/admin/timeline/job/{job.pk}/?rows={rows}").content.decode()
        assert "<script>alert" not in page
        assert "<b>battle" not in page
        assert "<i>x" not in page
    assert (Event.objects.count(), JobRow.objects.count()) == (0, 2)
