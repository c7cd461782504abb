"""What was renamed here is found by tables and files that call it by the slug it had, and is not added again."""

import pytest

from geo.models import Place
from tests.timeline.importing.sending import brought_in, sent, sent_file
from tests.timeline.rearranging.atlases import every_row
from tests.timeline.test_loader import TABLES, write
from timeline.addressed import ADDRESSED
from timeline.importing.atlas_zip import write as packed
from timeline.importing.knowing import known_of
from timeline.models import Atlas, Claim, Event, FormerSlug
from timeline.renamed import follow_rename
from timeline.seeding.loader import load

pytestmark = pytest.mark.django_db
SEEDED = {"act", "actrow", "concern", "formerslug", "seededrow"}
# By kind: the slug it has in the tables, and the table; every one is given `now-<slug>` here.
RENAMED = {
    "atlas": ("war", "atlases.csv"), "event": ("entry", "events.csv"), "movement": ("march", "movements.csv"),
    "place": ("city", "places.csv"), "person": ("khan", "people.csv"), "force": ("army", "forces.csv"),
    "source": ("book", "sources.csv"), "lesson": ("tour", "lessons.csv"),
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(lasting, tmp_path_factory):
    """The tables, loaded; then one record of every kind was renamed."""
    folder = write(tmp_path_factory.mktemp("tables"))
    load(folder)
    return folder


@pytest.fixture(scope="module")
def before(folder):
    """The atlas as a file, from before the renaming."""
    return packed(Atlas.objects.get())[0]


@pytest.fixture(scope="module")
def renamed(folder, before):
    for kind, (slug, _table) in RENAMED.items():
        old, record = (ADDRESSED[kind].objects.get(slug=slug) for _ in range(2))
        record.slug, record.version = f"now-{slug}", record.version + 1
        record.save()
        follow_rename(record, old)


def test_loading_the_tables_again_changes_nothing(folder, renamed):
    kept = every_row(aside=SEEDED)
    for _ in range(2):
        report = load(folder)
        assert not any(outcome.touched for outcome in report.outcomes)
    assert every_row(aside=SEEDED) == kept


def test_new_rows_go_to_what_was_renamed(folder, renamed, tmp_path):
    said = [
        {**TABLES["claims.csv"][5], "key": "book-8", "subject": "entry"},
        {**TABLES["claims.csv"][7], "key": "book-9", "subject": "entry/khan/commander"},
    ]
    route = {"key": "book-10", "source": "book", "subject_type": "movement", "subject": "march", "attribute": "route",
             "place": "gate;city;gate", "certainty": "certain"}  # fmt: skip
    write(tmp_path, {"claims.csv": [*TABLES["claims.csv"], *said, route]})
    load(tmp_path)
    assert Claim.objects.get(key="book-8").event.slug == "now-entry"
    assert Claim.objects.get(key="book-9").participation.person.slug == "now-khan"
    assert Claim.objects.get(key="book-8").source.slug == "now-book"
    assert Claim.objects.get(key="book-10").route == ["gate", "now-city", "gate"]


def test_overwriting_brings_the_values_back_and_leaves_the_new_address(folder, renamed):
    Event.objects.filter(slug="now-entry").update(title="Otherwise")
    load(folder, overwrite=True)
    assert Event.objects.get(slug="now-entry").title == TABLES["events.csv"][0]["title"]
    assert not Event.objects.filter(slug="entry").exists()


@pytest.fixture
def editor(django_user_model):
    django_user_model.objects.create_superuser("editor", password="x")


@pytest.mark.parametrize("kind", RENAMED)
def test_a_row_under_the_old_slug_changes_the_renamed_record(kind, renamed, editor):
    slug, table = RENAMED[kind]
    column = "name" if kind in ("place", "person", "force") else "title"
    count = ADDRESSED[kind].objects.count()
    job = sent(Atlas.objects.get(), table, [{"slug": slug, column: "Told anew"}])
    assert job.result == {"changed": 1}, [row.problems for row in job.rows.all()]
    brought_in(job)
    record = ADDRESSED[kind].objects.get(slug=f"now-{slug}")
    assert (getattr(record, column), ADDRESSED[kind].objects.count()) == ("Told anew", count)


def test_a_file_of_before_comes_in_again_and_nothing_is_added(before, renamed, editor):
    kept = every_row(aside={*SEEDED, "job", "jobrow"})
    job = sent_file(Atlas.objects.get(), "war.zip", before)
    assert set(job.result) == {"unchanged"}, [(row.key, row.problems, row.changes) for row in job.rows.all()]
    assert every_row(aside={*SEEDED, "job", "jobrow"}) == kept


@pytest.mark.parametrize(("key", "standing"), [("older-70", "added"), ("now-book-70", "added"), ("copy-70", "refused")])
def test_a_claim_keeps_the_key_of_a_source_that_was_called_otherwise_where_nobody_knows_of_it(
    key, standing, renamed, editor
):
    """As in a file of another site; the key of another source it can't have."""
    said = {**TABLES["claims.csv"][5], "key": key, "source": "now-book", "subject": "undated"}
    job = sent(Atlas.objects.get(), "claims.csv", [said])
    assert job.result == {standing: 1}, [row.problems for row in job.rows.all()]


def test_a_merged_event_is_left_as_it_is_where_both_have_rows(before, renamed, editor):
    Event.objects.filter(slug="after-entry").update(slug="entry-itself")
    FormerSlug.objects.filter(kind="event").update(new="undated")
    Event.objects.filter(slug="now-entry").update(slug="elsewhere")
    rows = [{"slug": "entry", "title": "Gone"}, {"slug": "undated", "title": "Kept"}]
    job = sent(Atlas.objects.get(), "events.csv", rows)
    assert job.result == {"unchanged": 1, "changed": 1}


def test_readers_of_files_know_the_old_names_and_give_them_to_nothing_else(renamed):
    known = known_of("now-war")
    assert known.former == {"entry": "now-entry"}
    assert [place.slug for place in known.places_called("city")] == ["now-city"]
    assert (known.sources["book"], known.forces["army"]) == ("now-book", "now-army")
    for kind in ("atlas", "event", "place", "source", "force"):
        slug, _table = RENAMED[kind]
        assert {slug, f"now-{slug}"} <= known.taken[kind]
    assert Place.objects.filter(slug="now-city").exists()
