"""Whatever is written inside a recording is one act, whole, and nothing is kept where nothing changed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    make_atlas,
    make_event,
    make_movement,
    make_participation,
    make_person,
    make_place,
    make_relation,
    make_source,
)
from timeline.models import (
    Act,
    ActRow,
    Atlas,
    Claim,
    Event,
    FormerSlug,
    Movement,
    Name,
    Participation,
    Person,
    Relation,
    Source,
    Theatre,
)
from timeline.models.vocabulary import ActKind
from timeline.rearranging.plan import Row
from timeline.recording import current, recording, unrecorded

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def told(lasting):
    """Two events, one with a march, a claim about who took part, and a relation to the other."""
    atlas = make_atlas()
    battle = make_event(atlas, "battle", on="1909-07-13", place=make_place("city"))
    siege = make_event(atlas, "siege", on="1909-07-10", claims=2)
    make_participation(event=battle, person=make_person("khan"))
    make_relation(battle, "after", siege)
    make_movement(atlas, "march", event=battle, legs=((make_place("here"), make_place("there"), "", ""),))


@pytest.fixture
def atlas(told, db):
    return Atlas.objects.get()


def kept(act: Act) -> set[tuple[str, str]]:
    """The rows of an act: table and what became of them."""
    return {
        (row.table, "made" if row.before is None else "removed" if row.after is None else "changed")
        for row in act.rows.all()
    }


def saved(record, **values):
    for name, value in values.items():
        setattr(record, name, value)
    record.save()


def bulk(record):
    claims = Claim.objects.filter(event__slug="siege")
    record.watch(claims)
    claims.update(note="Read again.")


def made_in_bulk(record):
    record.made(Theatre.objects.bulk_create([Theatre(atlas=Event.objects.first().atlas, slug="n", label_en="North")]))


KINDS = {
    "a column of an event": (
        lambda _: saved(Event.objects.get(slug="battle"), title="The battle"), {("event", "changed")}, ["event"],
    ),
    "a new person with a name": (
        lambda _: Name.objects.create(person=Person.objects.create(slug="new", name="New"), text="Neu", language="de"),
        {("person", "made"), ("name", "made")}, ["person"],
    ),
    "a name alone": (
        lambda _: Name.objects.create(person=Person.objects.get(slug="khan"), text="Chan", language="de"),
        {("name", "made")}, ["name"],
    ),
    "a claim deleted": (
        lambda _: Claim.objects.filter(event__slug="siege").first().delete(), {("claim", "removed")}, ["claim"],
    ),
    "an event deleted with all that goes along": (
        lambda _: Event.objects.get(slug="battle").delete(),
        {("event", "removed"), ("claim", "removed"), ("participation", "removed"), ("relation", "removed"),
         ("movement", "changed")},
        ["event"],
    ),
    "a queryset deleted": (
        lambda _: Relation.objects.all().delete(), {("relation", "removed"), ("claim", "removed")}, ["relation"],
    ),
    "an update in bulk": (bulk, {("claim", "changed")}, ["claim", "claim"]),
    "rows made in bulk": (made_in_bulk, {("theatre", "made")}, ["theatre"]),
    "an address that moved": (
        lambda _: FormerSlug.objects.create(kind="place", old="town", new="city"), {("formerslug", "made")},
        ["formerslug"],
    ),
    "a source": (lambda _: saved(Source.objects.first(), title="Another"), {("source", "changed")}, ["source"]),
}  # fmt: skip


@pytest.mark.parametrize("what", KINDS)
def test_what_is_written_is_one_act_with_who_and_why(atlas, what):
    write, rows, about = KINDS[what]
    with recording(by="anna", kind=ActKind.IMPORT, reason="imported march.csv") as record:
        write(record)
    act = Act.objects.get()
    assert record.act == act
    assert (act.by, act.kind, act.reason) == ("anna", "import", "imported march.csv")
    assert kept(act) == rows
    assert sorted(subject[0] for subject in act.subjects) == sorted(about)
    assert act.records == len(about)


def test_of_a_changed_row_the_whole_is_kept_as_it_was_and_of_after_what_changed(atlas):
    event = Event.objects.get(slug="battle")
    with recording(by="anna"):
        saved(event, title="The battle", version=2)
    row = ActRow.objects.get()
    assert row.after == {"title": "The battle"}
    assert (row.before["title"], row.before["version"], row.before["slug"]) == ("Battle", 1, "battle")
    assert {"search", "begin_earliest", "date_claim_id"}.isdisjoint(row.before)


NOTHING = {
    "a save without a change": lambda _: Event.objects.get(slug="battle").save(),
    "a new version of the same": lambda _: saved(Event.objects.get(slug="battle"), version=9),
    "what is worked out": lambda _: saved(Event.objects.get(slug="battle"), disputed=True, search="x"),
    "a row made and deleted again": lambda _: make_event(Event.objects.first().atlas, "brief", claims=0).delete(),
    "a change and back": lambda _: [saved(Event.objects.get(slug="battle"), title=title) for title in ("x", "Battle")],
    "rows only looked at": lambda record: record.watch(Claim.objects.all()),
}


@pytest.mark.parametrize("what", NOTHING)
def test_where_nothing_changed_nothing_is_kept(atlas, what):
    with recording(by="anna") as record:
        NOTHING[what](record)
    assert record.act is None
    assert not Act.objects.exists()


def test_where_it_fails_nothing_is_kept_and_nothing_written(atlas):
    def half_done():
        with recording(by="anna"):
            saved(Event.objects.get(slug="battle"), title="Half done")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_done()
    assert not Act.objects.exists()
    assert Event.objects.get(slug="battle").title == "Battle"


def test_outside_a_recording_and_where_told_so_nothing_is_kept(atlas):
    event = Event.objects.get(slug="battle")
    saved(event, title="Once")
    with recording(by="anna", wanted=False):
        saved(event, title="Twice")
    with recording(by="anna"), unrecorded():
        saved(event, title="Thrice")
    assert not Act.objects.exists()


def test_a_recording_inside_another_is_part_of_it_and_says_better_what_it_is(atlas):
    with recording(by="anna", kind=ActKind.CHANGE) as outer:
        saved(Event.objects.get(slug="battle"), title="One")
        with recording(by="somebody else", kind=ActKind.PUBLISH, reason="Ready.") as inner:
            saved(Event.objects.get(slug="siege"), title="Two")
    assert inner is outer
    act = Act.objects.get()
    assert (act.kind, act.by, act.reason, act.records) == ("publish", "anna", "Ready.", 2)


def test_an_act_that_touches_many_names_the_first_and_counts_the_rest(atlas):
    with recording(by="anna", kind=ActKind.IMPORT) as record:
        record.made(Theatre.objects.bulk_create(Theatre(atlas=atlas, slug=f"t{n}", label_en="T") for n in range(20)))
    assert (len(record.act.subjects), record.act.records) == (12, 20)


@pytest.mark.parametrize(
    ("write", "whole"),
    [
        (lambda: saved(Claim.objects.get(attribute="participant"), note="x"), {"claim", "participation", "event"}),
        (lambda: saved(Claim.objects.get(attribute="sequence"), note="x"), {"claim", "relation", "event"}),
        (lambda: saved(Movement.objects.get(), title="x"), {"movement", "event"}),
        (lambda: saved(Movement.objects.get().legs.first(), note="x"), {"leg", "movement"}),
        (lambda: saved(Theatre.objects.first(), label_en="x"), {"theatre", "atlas"}),
    ],
)
def test_a_change_stands_in_the_history_of_all_it_is_a_part_of(atlas, write, whole):
    with recording(by="anna"):
        write()
    row = ActRow.objects.get()
    assert {concern.table for concern in row.concerns.all()} == whole


def test_a_claim_that_moves_stands_in_both_histories(atlas):
    battle, siege = Event.objects.get(slug="battle"), Event.objects.get(slug="siege")
    claim = Claim.objects.filter(event=siege).first()
    with recording(by="anna"):
        saved(claim, event=battle)
    found = {Row(concern.table, concern.key) for concern in ActRow.objects.get().concerns.all()}
    assert found == {Row("claim", claim.pk), Row("event", battle.pk), Row("event", siege.pk)}


@pytest.mark.parametrize(
    ("write", "named"),
    [
        (lambda: saved(Event.objects.get(slug="battle"), title="x"), True),
        (lambda: saved(Claim.objects.get(attribute="participant"), note="x"), True),
        (lambda: saved(Person.objects.get(), name="x"), False),
    ],
)
def test_an_act_is_of_its_atlas_unless_all_share_what_it_changed(atlas, write, named):
    with recording(by="anna") as record:
        write()
    assert record.act.atlas_id == (atlas.pk if named else None)


def test_recording_costs_as_many_queries_for_many_rows_as_for_few(atlas):
    def queries(number: int) -> int:
        with CaptureQueriesContext(connection) as counted, recording(by="anna") as record:
            claims = Claim.objects.filter(pk__in=Claim.objects.filter(event__slug="siege").values("pk")[:number])
            record.watch(claims)
            claims.update(note=f"{number}")
        return len(counted)

    make_source("other")
    assert queries(1) == queries(2)


RAISED = {
    "a save": (lambda: saved(Event.objects.get(slug="battle"), title="x"), {"battle"}),
    "a save that raised it itself": (lambda: saved(Event.objects.get(slug="battle"), title="x", version=2), {"battle"}),
    "an update in bulk": (lambda: bulk(current()), set()),
    "a row that is edited on an event's page": (lambda: saved(Participation.objects.get(), role="captor"), {"battle"}),
    "a row deleted": (lambda: Participation.objects.get().delete(), {"battle"}),
    "a row that goes to another": (
        lambda: saved(Participation.objects.get(), event=Event.objects.get(slug="siege")), {"battle", "siege"},
    ),
    "a relation, on the page of the first": (lambda: saved(Relation.objects.get(), low=1), {"battle"}),
    "a claim, which has a page of its own": (lambda: saved(Claim.objects.last(), note="x"), set()),
}  # fmt: skip


@pytest.mark.parametrize("what", RAISED)
def test_whoever_has_open_what_is_written_notices(atlas, what):
    write, events = RAISED[what]
    versions = dict(Event.objects.values_list("slug", "version"))
    rows = {claim.pk: claim.version for claim in Claim.objects.all()}
    with recording(by="anna") as record:
        write()
    now = dict(Event.objects.values_list("slug", "version"))
    assert {slug for slug, version in now.items() if version == versions[slug] + 1} == events
    assert {slug for slug, version in now.items() if version == versions[slug]} == set(now) - events
    changed = set(record.act.rows.filter(table="claim", after__isnull=False).values_list("key", flat=True))
    assert {key for key, version in Claim.objects.values_list("pk", "version") if version != rows[key]} == changed


def test_a_load_of_tables_leaves_versions_as_they_are(atlas):
    with recording(by="load_seeds", raising=False):
        saved(Event.objects.get(slug="battle"), title="x")
    assert Event.objects.get(slug="battle").version == 1
