"""Loading the tables again leaves what editors merged, split or took away as they left it."""

import pytest

from geo.models import Place
from tests.timeline.rearranging.atlases import every_row
from tests.timeline.rearranging.doing import merge, split
from tests.timeline.test_loader import TABLES, write
from timeline.models import Claim, Event, Relation
from timeline.rearranging import acts
from timeline.rearranging.place_acts import merge_places
from timeline.rearranging.place_reading import place_holdings
from timeline.rearranging.plan import Row
from timeline.rearranging.seen import written
from timeline.seeding.former import since
from timeline.seeding.loader import load

pytestmark = pytest.mark.django_db
SEEDED = {"act", "actrow", "concern", "formerslug", "seededrow"}


def merged():
    # "undated" is told after "entry" by a claim, so the third event is the one that can be merged.
    return merge(Event.objects.get(slug="undated"), Event.objects.get(slug="other"))


@pytest.fixture
def other(tmp_path):
    other = {**TABLES["events.csv"][2], "slug": "other", "title": "Other", "order": "30"}
    claims = [
        {**TABLES["claims.csv"][5], "key": "book-8", "subject": "other"},
        {**TABLES["claims.csv"][7], "key": "book-9", "subject": "other/khan/commander"},
        {**TABLES["claims.csv"][4], "key": "book-10", "subject": "other:after:entry"},
    ]
    part = {**TABLES["participations.csv"][0], "subject": "other"}
    tables = {
        "events.csv": [*TABLES["events.csv"], other],
        "participations.csv": [*TABLES["participations.csv"], part],
        "relations.csv": [*TABLES["relations.csv"], {**TABLES["relations.csv"][0], "from_event": "other"}],
        "claims.csv": [*TABLES["claims.csv"], *claims],
    }
    write(tmp_path, tables)
    load(tmp_path)
    return tmp_path, tables


def test_a_merged_event_stays_merged_and_undone_stays_undone(other):
    folder, _tables = other
    untouched = every_row(aside=SEEDED)
    act = merged()
    after = every_row(aside=SEEDED)
    report = load(folder)
    assert every_row(aside=SEEDED) == after
    assert "other" in [name for outcome in report.outcomes for name in outcome.kept]
    acts.undo(act, by="Editor")
    load(folder)
    assert every_row(aside=SEEDED) == untouched


def test_overwriting_brings_the_tables_back(other):
    folder, _tables = other
    merged()
    load(folder, overwrite=True)
    assert Claim.objects.get(key="book-8").event.slug == "other"
    assert Claim.objects.get(key="book-10").relation.from_event.slug == "other"


def test_a_split_event_stays_split(other):
    folder, _tables = other
    event = Event.objects.get(slug="other")
    split(event, [Row("claim", Claim.objects.get(key="book-10").pk)])
    after = every_row(aside=SEEDED)
    load(folder)
    assert every_row(aside=SEEDED) == after
    assert not Relation.objects.filter(from_event=event).exists()


def test_a_new_row_about_a_merged_event_goes_to_the_one_it_became(other):
    folder, tables = other
    merged()
    new = [
        {**TABLES["claims.csv"][5], "key": "book-11", "subject": "other"},
        {**TABLES["claims.csv"][7], "key": "book-12", "subject": "other/khan/commander"},
        {**TABLES["claims.csv"][4], "key": "book-13", "subject": "other:after:entry"},
    ]
    write(folder, {**tables, "claims.csv": [*tables["claims.csv"], *new]})
    load(folder)
    assert Claim.objects.get(key="book-11").event.slug == "undated"
    assert Claim.objects.get(key="book-12").participation.event.slug == "undated"
    assert Claim.objects.get(key="book-13").relation.from_event.slug == "undated"


@pytest.mark.parametrize(
    ("kind", "key", "now"),
    [
        ("event", "old", ["new"]),
        ("event", "third", []),
        ("movement", "old", ["way"]),
        ("place", "old", []),
        ("claim", "old", []),
        ("participation", "old/khan/commander", ["new/khan/commander", "way/khan/commander"]),
        ("participation", "third/aide/commander#2", ["third/chief/commander#2"]),
        ("relation", "old:after:third", ["new:after:third"]),
        ("relation", "old:after:old", ["old:after:new", "new:after:old", "new:after:new"]),
        ("theatre", "rising/north", ["revolution/north"]),
        ("leg", "old/2", ["way/2"]),
        ("mover", "old|person|aide|1", ["old|person|chief|1", "way|person|aide|1", "way|person|chief|1"]),
        ("decision", "event|old|date|on", ["event|new|date|on"]),
        ("decision", "leg|old/2|date|begin", ["leg|way/2|date|begin"]),
        ("name", "person|aide|Aide|fr|printed|letters", ["person|aide|Aide|fr|printed|diary",
         "person|chief|Aide|fr|printed|letters", "person|chief|Aide|fr|printed|diary"]),
    ],
)  # fmt: skip
def test_a_key_is_followed_to_where_what_it_names_went(kind, key, now):
    former = {
        "event": {"old": "new"}, "movement": {"old": "way"}, "person": {"aide": "chief"},
        "atlas": {"rising": "revolution"}, "source": {"letters": "diary"},
    }  # fmt: skip
    assert list(since(kind, key, former)) == now


def test_a_merged_place_stays_merged_and_what_the_tables_say_of_it_goes_to_the_kept_one(tmp_path):
    again = {**TABLES["places.csv"][0], "slug": "again", "name": "Again", "parent": ""}
    spelling = {**TABLES["names.csv"][0], "subject_type": "place", "subject": "again", "text": "Wieder"}
    said = {**TABLES["claims.csv"][5], "key": "book-8", "subject": "undated", "attribute": "place", "edge": "at",
            "as_printed": "Again", "calendar": "", "face": "", "place": "again"}  # fmt: skip
    tables = {
        "places.csv": [*TABLES["places.csv"], again],
        "names.csv": [*TABLES["names.csv"], spelling],
        "claims.csv": [*TABLES["claims.csv"], said],
    }
    write(tmp_path, tables)
    load(tmp_path)
    untouched = every_row(aside=SEEDED)
    kept, gone = Place.objects.get(slug="city"), Place.objects.get(slug="again")
    held = place_holdings(kept), place_holdings(gone)
    act = merge_places(kept.pk, gone.pk, seen=written(held[0].stamps, held[1].stamps), by="Editor")
    after = every_row(aside=SEEDED)
    load(tmp_path)
    assert every_row(aside=SEEDED) == after
    assert Claim.objects.get(key="book-8").place == kept
    new = {**said, "key": "book-9", "subject": "entry"}
    write(tmp_path, {**tables, "claims.csv": [*tables["claims.csv"], new]})
    load(tmp_path)
    assert Claim.objects.get(key="book-9").place == kept
    write(tmp_path, tables)
    load(tmp_path)
    acts.undo(act, by="Editor")
    load(tmp_path)
    assert every_row(aside=SEEDED) == untouched
