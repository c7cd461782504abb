"""What an atlas holds twice under one name is taken out twice, and comes in as two."""

import pytest

from tests.factories import make_claim, make_event, make_person, make_side, make_source
from tests.timeline.importing.sending import brought_in, sent, sent_file
from timeline.importing import atlas_zip
from timeline.models import Claim, Event, Job, Name, Participation
from timeline.seeding.repeats import numbered
from timeline.seeding.sheets import SHEETS


@pytest.fixture
def twofold(atlas):
    """An event with somebody on two sides, as merging leaves it, and a name told twice."""
    source = make_source("book")
    event, khan = make_event(atlas, "entry", on="1909-07-13", source=source), make_person("khan")
    for place, side in enumerate(("reds", "blues", "reds"), 1):
        part = Participation.objects.create(
            event=event, person=khan, role="commander", side=make_side(atlas, side), order=place
        )
        make_claim(source=source, participation=part, attribute="participant")
    for note in ("one", "two", "two"):
        Name.objects.create(person=khan, text="Khan", language="en", note=note)
    return atlas


def sides_claimed() -> dict[str, str]:
    claims = Claim.objects.filter(participation__isnull=False)
    return dict(claims.order_by("number").values_list("key", "participation__side__slug"))


def test_keys_that_stand_before_are_counted():
    assert numbered(["a", "b", "a", "a"]) == ["a", "b", "a#2", "a#3"]


def test_an_atlas_with_repeats_is_the_same_after_a_round_trip(twofold):
    packed, before = atlas_zip.write(twofold)[0], sides_claimed()
    assert sent_file(twofold, "atlas.zip", packed).result.keys() == {"unchanged"}
    Job.objects.all().delete()
    Event.objects.update(date_claim=None)
    for sheet in reversed(SHEETS):
        sheet.model.objects.all()._raw_delete("default")
    job = brought_in(sent_file(None, "atlas.zip", packed), publish=True, whole=True)
    assert (job.state, job.message) == ("done", "")
    assert sides_claimed() == before
    assert list(before.values()) == ["reds", "blues", "reds"]
    assert list(Name.objects.order_by("pk").values_list("note", flat=True)) == ["one", "two", "two"]
    assert atlas_zip.write(type(twofold).objects.get())[0] == packed


def test_a_second_one_is_added_beside_the_one_that_is_there(twofold):
    packed = atlas_zip.write(twofold)[0]
    Name.objects.filter(note="two").delete()
    job = brought_in(sent_file(twofold, "atlas.zip", packed))
    assert job.result["added"] == 2
    assert Name.objects.count() == 3


def test_in_a_table_of_ones_own_a_row_that_stands_twice_is_a_slip(atlas):
    make_person("khan")
    row = {"subject_type": "person", "subject": "khan", "text": "Khan", "language": "en"}
    job = sent(atlas, "names.csv", [row, row])
    assert [each.problems[0][0] for each in job.rows.filter(standing="refused")] == ["row_twice"]
