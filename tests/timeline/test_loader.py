"""The seed tables load all or nothing, twice the same, and say every bad row at once."""

import csv
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from timeline.models import Claim, Event, FormerSlug, Leg, Lesson, LessonStep, Movement, Person
from timeline.models.vocabulary import Publication
from timeline.seeding.loader import SHEETS, load
from timeline.seeding.tables import BadTables

pytestmark = pytest.mark.django_db

TABLES = {
    "atlases.csv": [
        {
            "slug": "war", "title": "A small war", "window_from": "1909-05-01", "window_to": "1909-07-31",
            "day": "1909-07-11", "bounds": "44,32,60,40", "languages": "en;fa",
            "rulers": "gregorian;solar_hijri", "default": "yes", "licence": "CC BY 4.0",
        }
    ],
    "theatres.csv": [{"atlas": "war", "slug": "north", "order": "1", "label_en": "North"}],
    "sides.csv": [
        {"atlas": "war", "slug": "reds", "order": "1", "label_en": "Reds", "colour": "#942A14",
         "pattern": "solid", "shape": "circle"}
    ],
    "sources.csv": [
        {"slug": "book", "type": "book", "title": "A book", "issued": "1950", "language": "en"},
        {"slug": "copy", "type": "book", "title": "A copy", "language": "en", "based_on": "book"},
    ],
    "places.csv": [
        {"slug": "gate", "name": "Gate", "kind": "gate", "lat": "35.7", "lon": "51.4", "uncertainty_km": "1",
         "parent": "city"},
        {"slug": "city", "name": "City", "kind": "city", "lat": "35.7", "lon": "51.4", "uncertainty_km": "5"},
        {"slug": "nowhere", "name": "Nowhere", "kind": "village"},
    ],
    "people.csv": [{"slug": "khan", "name": "Khan"}],
    "forces.csv": [{"slug": "army", "name": "Army", "kind": "army", "letter": "A"}],
    "names.csv": [
        {"subject_type": "place", "subject": "city", "text": "شهر", "language": "fa", "script": "Arab",
         "kind": "preferred"}
    ],
    "events.csv": [
        {"slug": "entry", "atlas": "war", "title": "Entry", "kind": "capture", "theatre": "north",
         "status": "happened", "shape": "instant", "importance": "5", "order": "10"},
        {"slug": "after-entry", "atlas": "war", "title": "Refuge", "kind": "refuge", "theatre": "north",
         "status": "happened", "shape": "instant", "importance": "3", "order": "20"},
        {"slug": "undated", "atlas": "war", "title": "Undated", "kind": "protest", "theatre": "north",
         "status": "happened", "shape": "instant", "importance": "2", "order": "15"},
    ],
    "relations.csv": [{"atlas": "war", "from_event": "undated", "kind": "after", "to_event": "entry"}],
    "periods.csv": [
        {"atlas": "war", "slug": "reign", "kind": "reign", "label_en": "Reign", "ends_event": "entry",
         "row": "0"}
    ],
    "participations.csv": [
        {"subject_type": "event", "subject": "entry", "who_type": "person", "who": "khan",
         "role": "commander", "side": "reds"}
    ],
    "movements.csv": [
        {"slug": "march", "atlas": "war", "title": "March", "theatre": "north", "status": "happened",
         "importance": "4"}
    ],
    "movers.csv": [{"movement": "march", "who_type": "force", "who": "army", "side": "reds"}],
    "legs.csv": [
        {"movement": "march", "order": "1", "from": "city", "via": "nowhere", "to": "gate",
         "mode": "riders", "status": "happened", "inferred": "yes"}
    ],
    "claims.csv": [
        {"key": "book-1", "source": "book", "section": "(lead)", "paragraph": "1", "subject_type": "event",
         "subject": "entry", "attribute": "date", "edge": "on", "as_printed": "13 July 1909",
         "calendar": "gregorian", "face": "1909-07-13", "certainty": "certain"},
        {"key": "copy-1", "source": "copy", "subject_type": "event", "subject": "entry",
         "attribute": "date", "edge": "on", "as_printed": "22 July", "calendar": "gregorian",
         "face": "1909-07-22", "supplied": "year", "certainty": "certain"},
        {"key": "book-2", "source": "book", "subject_type": "event", "subject": "entry",
         "attribute": "place", "edge": "at", "place": "gate", "place_relation": "at",
         "certainty": "certain"},
        {"key": "book-3", "source": "book", "subject_type": "event", "subject": "after-entry",
         "attribute": "date", "edge": "on", "as_printed": "three days later", "relative_to": "event:entry",
         "offset_low": "3", "offset_high": "3", "certainty": "certain"},
        {"key": "book-4", "source": "book", "subject_type": "relation", "subject": "undated:after:entry",
         "attribute": "sequence", "certainty": "certain"},
        {"key": "book-5", "source": "book", "subject_type": "event", "subject": "undated",
         "attribute": "place", "edge": "at", "place": "nowhere", "place_relation": "at",
         "certainty": "certain"},
        {"key": "book-6", "source": "book", "subject_type": "leg", "subject": "march/1",
         "attribute": "date", "edge": "departs", "as_printed": "1 July 1909", "calendar": "gregorian",
         "face": "1909-07-01", "certainty": "certain"},
        {"key": "book-7", "source": "book", "subject_type": "participation",
         "subject": "entry/khan/commander", "attribute": "participant", "certainty": "certain"},
    ],
    "interpretations.csv": [
        {"claim": "copy-1", "method": "solar_hijri_month_as_gregorian", "value": "1909-07-13",
         "arithmetic": "22 Tir 1288 is 13 July 1909.", "reason": "It fits.", "by": "An editor",
         "on": "2026-11-22"}
    ],
    "decisions.csv": [
        {"atlas": "war", "subject_type": "event", "subject": "entry", "attribute": "date", "edge": "on",
         "claim": "book-1", "reason": "It says the year.", "by": "An editor", "on": "2026-11-22"}
    ],
    "lessons.csv": [{"slug": "tour", "atlas": "war", "title": "A tour", "title_fa": "گشت", "order": "1"}],
    "lesson_steps.csv": [
        {"lesson": "tour", "order": "1", "title": "Two dates", "text": "Read both.\n\nThen look.", "question": "Which?",
         "state": "from=1909-07&to=1909-07&at=event:entry&side=reds&source=copy", "claim": "book-1"},
        {"lesson": "tour", "order": "2", "title": "The whole"},
    ],
}  # fmt: skip


def write(folder: Path, changes=None) -> Path:
    tables = {**TABLES, **(changes or {})}
    for sheet in SHEETS:
        with (folder / sheet.file).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, sheet.columns, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(tables[sheet.file])
    return folder


def changed(table: str, row: int, **cells) -> dict:
    rows = [dict(each) for each in TABLES[table]]
    rows[row].update(cells)
    return {table: rows}


def counts() -> dict[str, int]:
    return {sheet.kind: sheet.model.objects.count() for sheet in SHEETS}


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path)


def test_every_row_becomes_a_record(folder):
    report = load(folder)
    assert counts() == {sheet.kind: len(TABLES[sheet.file]) for sheet in SHEETS}
    assert report.touched


def test_loading_again_changes_nothing(folder):
    load(folder)
    before = {sheet.kind: list(sheet.model.objects.order_by("pk").values()) for sheet in SHEETS}
    report = load(folder)
    assert not report.touched
    assert before == {sheet.kind: list(sheet.model.objects.order_by("pk").values()) for sheet in SHEETS}


def test_a_dry_run_says_what_would_change_and_changes_nothing(folder):
    report = load(folder, dry_run=True)
    assert report.touched
    assert set(counts().values()) == {0}


def test_values_are_resolved_from_the_claims(folder):
    load(folder)
    entry = Event.objects.get(slug="entry")
    assert entry.edtf == "1909-07-13"
    assert entry.date_rule == "decision"
    assert entry.date_claim.key == "book-1"
    assert entry.place.slug == "gate"
    assert (entry.lat, entry.lon) == (35.7, 51.4)
    assert entry.disputed, "an interpretation explains a conflict and does not remove it"
    assert entry.publication == Publication.PUBLISHED


def test_a_relative_date_hangs_on_its_anchor(folder):
    load(folder)
    assert Event.objects.get(slug="after-entry").edtf == "1909-07-16"


def test_a_relative_date_moves_with_its_anchor(folder, tmp_path):
    load(folder)
    write(tmp_path, changed("decisions.csv", 0, claim="copy-1") | {"interpretations.csv": []})
    Claim.objects.get(key="copy-1").interpretation.delete()
    load(tmp_path)
    assert Event.objects.get(slug="after-entry").edtf == "1909-07-25"


def test_an_undated_event_is_bracketed_by_its_relations(folder):
    load(folder)
    undated = Event.objects.get(slug="undated")
    assert undated.begin_earliest is None
    assert undated.bracket_from == Event.objects.get(slug="entry").begin_earliest
    assert undated.bracket_to is None


def test_a_place_without_a_point_stays_off_the_map(folder):
    load(folder)
    undated = Event.objects.get(slug="undated")
    assert undated.place.slug == "nowhere"
    assert (undated.lat, undated.lon) == (None, None)


def test_legs_keep_their_stops_and_days(folder):
    load(folder)
    leg = Leg.objects.get()
    assert [stop.place.slug for stop in leg.stops.all()] == ["nowhere"]
    assert leg.departs_earliest == leg.departs_latest is not None
    assert leg.arrives_earliest is None
    assert Movement.objects.get().publication == Publication.PUBLISHED


def test_names_in_every_script_can_be_searched(folder):
    load(folder)
    assert Event.objects.filter(search__contains="khan").get().slug == "entry"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (changed("events.csv", 0, kind="brawl"), "events.csv:2: kind: “brawl” is not one of"),
        (changed("events.csv", 0, importance="high"), "events.csv:2: importance: “high” is not a whole number."),
        (changed("events.csv", 1, slug="entry"), "events.csv:3: “entry” stands already in line 2."),
        (changed("claims.csv", 0, face="13.7.1909"), "claims.csv:2: face:"),
        (changed("claims.csv", 0, face="1909-07-14"), "claims.csv:2: face: “13 July 1909” does not say"),
        (changed("claims.csv", 2, place="atlantis"), "claims.csv:4: place: There is no place “atlantis”."),
        (changed("claims.csv", 2, place=""), "claims.csv:4: place: Name the place"),
        (changed("claims.csv", 3, relative_to="claim:book-99"), "claims.csv:5: relative_to: There is no claim"),
        (changed("places.csv", 0, lat="95"), "places.csv"),
        (changed("places.csv", 0, lat=""), "places.csv:2: lat: A point needs both"),
        (changed("places.csv", 0, lat="35,7"), "places.csv:2: lat: “35,7” is not a number"),
        (changed("legs.csv", 0, via="atlantis"), "legs.csv:2: via: There is no place “atlantis”."),
        (changed("sides.csv", 0, shape="star"), "sides.csv:2: shape: “star” is not one of"),
        (changed("interpretations.csv", 0, value="someday"), "interpretations.csv:2: value:"),
        (changed("lessons.csv", 0, atlas="peace"), "lessons.csv:2: atlas: There is no atlas “peace”."),
        (changed("lessons.csv", 0, slug="A tour"), "lessons.csv:2: slug: “A tour” is not a slug"),
        (changed("lesson_steps.csv", 0, title=""), "lesson_steps.csv:2: title: This cell must not be empty."),
        (changed("lesson_steps.csv", 0, order="0"), "lesson_steps.csv:2: The steps of a lesson are counted from 1."),
        (changed("lesson_steps.csv", 0, claim="book-99"), "lesson_steps.csv:2: claim: There is no claim “book-99”."),
        (changed("lesson_steps.csv", 0, state="day=soon"), "lesson_steps.csv:2: state: day: “soon” is not a date"),
        (
            changed("lesson_steps.csv", 0, state="&" * 1_500),
            "lesson_steps.csv:2: state: This view has more than a thousand parts",
        ),
        (changed("lesson_steps.csv", 0, state="?zoom=4"), "lesson_steps.csv:2: state: zoom: A view has no “zoom”."),
        (changed("lesson_steps.csv", 0, state="lesson=x&step=2"), "lesson_steps.csv:2: state: lesson: A view has no"),
        (
            changed("lesson_steps.csv", 0, state="at=event:fall"),
            "lesson_steps.csv:2: state: at: There is no event “fall”.",
        ),
        (
            changed("lesson_steps.csv", 0, state="side=blues"),
            "lesson_steps.csv:2: state: side: There is no side “blues”.",
        ),
        # The first step ends on line 4, since its text has an empty line in it.
        (changed("lesson_steps.csv", 1, lesson="trip"), "lesson_steps.csv:5: lesson: There is no lesson “trip”."),
    ],
)
def test_a_bad_cell_is_told_by_file_line_and_sentence_and_nothing_is_kept(tmp_path, change, sentence):
    write(tmp_path, change)
    with pytest.raises(BadTables) as refused:
        load(tmp_path)
    assert any(str(problem).startswith(sentence) for problem in refused.value.problems), refused.value
    assert set(counts().values()) == {0}


def test_every_bad_row_is_told_in_one_go(tmp_path):
    write(tmp_path, changed("events.csv", 0, kind="brawl") | changed("claims.csv", 2, place="atlantis"))
    with pytest.raises(BadTables) as refused:
        load(tmp_path)
    assert {problem.file for problem in refused.value.problems} >= {"events.csv", "claims.csv"}


def test_an_event_without_a_claim_is_refused(tmp_path):
    extra = {**TABLES["events.csv"][0], "slug": "rumour", "title": "Rumour"}
    write(tmp_path, {"events.csv": [*TABLES["events.csv"], extra]})
    with pytest.raises(BadTables, match="No claim speaks of “rumour”"):
        load(tmp_path)
    assert Event.objects.count() == 0


def test_a_lesson_is_published_with_its_steps_and_one_without_a_step_is_refused(folder, tmp_path):
    load(folder)
    tour = Lesson.objects.get()
    assert (tour.publication, tour.step_count) == (Publication.PUBLISHED, 2)
    first, second = tour.steps.all()
    assert first.state == "from=1909-07&to=1909-07&at=event:entry&side=reds&source=copy"
    assert (first.claim.key, second.claim, second.state) == ("book-1", None, "")
    assert "then look" in tour.search
    write(tmp_path, {"lesson_steps.csv": []})
    with pytest.raises(BadTables, match=r"lessons\.csv:2: “tour” has no step, so it can't be shown"):
        load(tmp_path)
    assert tour.steps.count() == 2


def test_a_new_lesson_without_a_step_is_refused(tmp_path):
    extra = {**TABLES["lessons.csv"][0], "slug": "bare"}
    write(tmp_path, {"lessons.csv": [*TABLES["lessons.csv"], extra]})
    with pytest.raises(BadTables, match=r"lessons\.csv:3: “bare” has no step"):
        load(tmp_path)
    assert Lesson.objects.count() == 0


def test_a_state_is_kept_in_its_usual_form_and_a_step_that_is_gone_is_no_longer_counted(folder, tmp_path):
    load(folder)
    write(tmp_path, changed("lesson_steps.csv", 0, state="?at=event:entry&q=&from=1909-07"))
    load(tmp_path)
    assert LessonStep.objects.first().state == "from=1909-07&at=event:entry"
    assert not load(tmp_path).touched
    load(write(tmp_path, without("lesson_steps.csv", 1)))
    assert Lesson.objects.get().step_count == 1
    assert "the whole" not in Lesson.objects.get().search


def test_a_state_and_a_step_find_what_was_renamed_here(folder):
    load(folder)
    for kind, model, old, new in (("event", Event, "entry", "entry-of-1909"), ("lesson", Lesson, "tour", "trip")):
        model.objects.update_or_create(slug=old, defaults={"slug": new, "version": 2})
        FormerSlug.objects.create(kind=kind, old=old, new=new)
    report = load(folder)
    assert not any(outcome.added or outcome.changed for outcome in report.outcomes)
    assert LessonStep.objects.get(order=1).state.startswith("from=1909-07&to=1909-07&at=event:entry&")


def test_new_lessons_come_in_where_people_deleted_what_they_show(folder, tmp_path):
    load(write(tmp_path, {"lessons.csv": [], "lesson_steps.csv": []}))
    Claim.objects.get(key="book-2").delete()
    Event.objects.get(slug="after-entry").delete()
    seen = {"state": "day=1909-07-16&at=event:after-entry", "claim": "book-2"}
    shown = [{**TABLES["lesson_steps.csv"][0], **seen}]
    report = load(write(tmp_path, {"lesson_steps.csv": shown}))
    assert {outcome.file: outcome.added for outcome in report.outcomes if outcome.added} == {
        "lessons.csv": 1, "lesson_steps.csv": 1,
    }  # fmt: skip
    step = LessonStep.objects.get()
    assert (step.state, step.claim) == ("day=1909-07-16&at=event:after-entry", None)
    assert not load(tmp_path).touched


def test_a_record_of_another_atlas_is_refused_in_a_state(tmp_path):
    second = {**TABLES["atlases.csv"][0], "slug": "peace", "default": "no"}
    lesson = {**TABLES["lessons.csv"][0], "slug": "quiet", "atlas": "peace"}
    steps = [
        {"lesson": "quiet", "order": "1", "title": "Here", "state": "at=event:entry"},
        {"lesson": "quiet", "order": "2", "title": "There", "state": "at=claim:book-6", "claim": "book-6"},
        {"lesson": "quiet", "order": "3", "title": "Lane", "state": "theatre=north"},
        {"lesson": "quiet", "order": "4", "title": "Shared", "state": "place=gate&at=place:city", "claim": "book-6"},
    ]
    write(tmp_path, {"atlases.csv": [*TABLES["atlases.csv"], second], "lessons.csv": [lesson],
                     "lesson_steps.csv": steps})  # fmt: skip
    with pytest.raises(BadTables) as refused:
        load(tmp_path)
    chosen = "choose one of the atlas of the lesson."
    assert [str(problem) for problem in refused.value.problems] == [
        "lesson_steps.csv:2: state: at: The event “entry” belongs to another atlas.",
        "lesson_steps.csv:3: state: at: The claim “book-6” belongs to another atlas.",
        "lesson_steps.csv:4: state: theatre: There is no theatre “north”.",
        f"lesson_steps.csv:5: claim: The claim “book-6” belongs to another atlas: {chosen}",
    ]


def test_a_ring_of_relative_dates_is_refused_by_name(tmp_path):
    ring = changed("claims.csv", 0, as_printed="a day later", calendar="", face="",
                   relative_to="event:after-entry", offset_low="1", offset_high="1")  # fmt: skip
    ring["claims.csv"] = [row for row in ring["claims.csv"] if row["key"] != "copy-1"]
    write(tmp_path, ring | {"decisions.csv": [], "interpretations.csv": []})
    with pytest.raises(BadTables, match="depend on each other in a ring"):
        load(tmp_path)


def test_missing_and_unknown_columns_are_named(tmp_path):
    write(tmp_path)
    (tmp_path / "people.csv").write_text("slug,nickname\nkhan,K\n", encoding="utf-8")
    with pytest.raises(BadTables) as refused:
        load(tmp_path)
    told = "\n".join(str(problem) for problem in refused.value.problems)
    assert "The column “name” is missing." in told
    assert "There is no column “nickname” in this table." in told


def test_bytes_that_are_not_utf_8_are_refused(tmp_path):
    write(tmp_path)
    (tmp_path / "people.csv").write_bytes("slug,name,note\nkhan,Süleyman,\n".encode("latin-1"))
    with pytest.raises(BadTables, match="is not UTF-8"):
        load(tmp_path)


def without(table: str, *rows: int) -> dict:
    return {table: [row for number, row in enumerate(TABLES[table]) if number not in rows]}


def test_a_row_taken_out_of_the_tables_is_taken_back(folder, tmp_path):
    load(folder)
    Person.objects.create(slug="added-here", name="Added by an editor")
    report = load(write(tmp_path, without("claims.csv", 1) | {"interpretations.csv": []}))
    assert not Claim.objects.filter(key="copy-1").exists()
    assert not Event.objects.get(slug="entry").disputed, "its values are weighed again"
    assert Person.objects.filter(slug="added-here").exists()
    assert {o.file: o.removed for o in report.outcomes if o.removed} == {
        "claims.csv": 1,
        "interpretations.csv": 1,
    }
    assert not load(tmp_path).touched


def test_taking_out_an_events_last_claim_is_refused(folder, tmp_path):
    load(folder)
    write(tmp_path, without("claims.csv", 3))
    with pytest.raises(BadTables, match="after-entry"):
        load(tmp_path)
    assert Claim.objects.filter(key="book-3").exists()


def test_taking_out_what_others_refer_to_is_refused(folder, tmp_path):
    load(folder)
    kept = Person.objects.get(slug="khan")
    Event.objects.get(slug="undated").participations.create(person=kept, role="leader")
    gone = without("people.csv", 0) | {"participations.csv": []} | without("claims.csv", 7)
    write(tmp_path, gone)
    with pytest.raises(BadTables, match="“khan” is gone from the table"):
        load(tmp_path)


def test_the_doer_named_first_comes_first(folder, tmp_path):
    load(folder)
    second = {**TABLES["participations.csv"][0], "who_type": "force", "who": "army"}
    claim = {**TABLES["claims.csv"][7], "key": "book-8", "subject": "entry/army/commander"}
    load(
        write(
            tmp_path,
            {
                "participations.csv": [second, *TABLES["participations.csv"]],
                "claims.csv": [*TABLES["claims.csv"], claim],
            },
        )
    )
    entry = Event.objects.get(slug="entry")
    assert [part.who.slug for part in entry.participations.all()] == ["army", "khan"]


def test_what_people_edited_here_is_left_as_it_is(folder):
    load(folder)
    Person.objects.update(name="Khan the Elder", version=2)
    report = load(folder)
    assert Person.objects.get().name == "Khan the Elder"
    assert [outcome.kept for outcome in report.outcomes if outcome.file == "people.csv"] == [["Khan the Elder"]]
    load(folder, overwrite=True)
    assert Person.objects.get().name == "Khan"


def test_the_command_reports_and_refuses(folder, tmp_path, capsys):
    call_command("load_seeds", folder=folder)
    call_command("load_seeds", folder=folder)
    assert "nothing to change" in capsys.readouterr().out
    write(tmp_path, changed("events.csv", 0, kind="brawl"))
    with pytest.raises(CommandError, match="1 problems; nothing was loaded"):
        call_command("load_seeds", folder=tmp_path)
