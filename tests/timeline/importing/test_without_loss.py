"""A whole atlas comes back as it was, whatever its texts are made of and whatever else prints its names."""

import csv
import io

import pytest

from tests.factories import make_atlas, make_event, make_source
from tests.timeline.importing.sending import brought_in, sent_file
from timeline.importing import atlas_zip
from timeline.importing.table_files import csv_of
from timeline.models import Event, Job, Name
from timeline.seeding.guarding import unguarded
from timeline.seeding.sheets import SHEETS

pytestmark = pytest.mark.django_db

TEXTS = (
    "a\rb", "a\r\nb", "\rc,\r\n\"d\"", "form\x0cfeed", "bell\x07 rings", "a\x85b", "a\u2028b\ufffe", "'=1+1", "=1+1",
    '"', "''", "-", "a,b;c\td", "\u200fفارسی", "x" * 60_000,
)  # fmt: skip


def emptied() -> None:
    Job.objects.all().delete()
    Event.objects.update(date_claim=None)
    for sheet in reversed(SHEETS):
        sheet.model.objects.all()._raw_delete("default")


def is_the_same_after_a_round_trip(atlas) -> bool:
    packed, _losses = atlas_zip.write(atlas)
    emptied()
    job = brought_in(sent_file(None, "atlas.zip", packed), publish=True, whole=True)
    assert (job.state, job.message) == ("done", "")
    return atlas_zip.write(type(atlas).objects.get(slug=atlas.slug))[0] == packed


def test_texts_come_back_letter_by_letter(atlas):
    source = make_source("book", note=TEXTS[0])
    for at, text in enumerate(TEXTS):
        make_event(atlas, f"e-{at}", on="1909-07-13", title=f"Event {text}"[:200], summary=f"<{text}>", source=source)
    assert is_the_same_after_a_round_trip(atlas)
    assert [Event.objects.get(slug=f"e-{at}").summary for at in range(len(TEXTS))] == [f"<{text}>" for text in TEXTS]


def test_a_source_that_only_prints_the_name_of_another_comes_along(atlas):
    other = make_atlas("other", is_default=False)
    work, printing, copied = make_source("work"), make_source("printing"), make_source("copied")
    printing.based_on = copied
    printing.save()
    make_event(atlas, "one", on="1909-07-13", source=work)
    for at, source in enumerate((printing, copied)):
        make_event(other, f"two-{at}", on="1909-07-13", source=source)
    Name.objects.create(work=work, source=printing, text="A name", language="en", script="Latn", kind="printed")
    assert is_the_same_after_a_round_trip(atlas)
    assert Name.objects.get().source.based_on.slug == "copied"


@pytest.mark.parametrize("columns", [("a",), ("a", "b")])
def test_a_table_is_read_back_by_any_reader(columns):
    rows = [dict.fromkeys(columns, text) for text in (*TEXTS, "")]
    told = csv.reader(io.StringIO(csv_of(columns, rows).decode(), newline=""), strict=True)
    assert [[unguarded(cell) for cell in row] for row in told] == [
        list(columns), *([text] * len(columns) for text in (*TEXTS, ""))
    ]  # fmt: skip
