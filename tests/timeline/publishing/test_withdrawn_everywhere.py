"""What is withdrawn is told at no public address, nor is what was told of it alone; shown again, all is as it was."""

import io
import re
import zipfile
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.factories import (
    make_atlas,
    make_claim,
    make_event,
    make_force,
    make_lesson,
    make_movement,
    make_participation,
    make_person,
    make_place,
    make_relation,
    make_side,
    make_source,
)  # fmt: skip
from tests.timeline.admin.desk import form_values
from tests.timeline.roles import account, browser
from timeline.admin.rearranging.act_words import told as told_of
from timeline.history.restoring import restore
from timeline.importing.atlas_zip import write_published
from timeline.kept_copies import NEVER
from timeline.models import Act, Claim, Event, Movement, Name, Period
from timeline.publishing import steps
from timeline.publishing.steps import take
from timeline.publishing.verbs import VERBS
from timeline.rearranging import acts
from timeline.rearranging.plan import Refused, Row
from timeline.resolving import resolve_atlas

pytestmark = pytest.mark.django_db
WITHDRAW, SHOW_AGAIN, TAKE_UP, PUBLISH = (VERBS[code] for code in ("withdraw", "show_again", "take_up", "publish"))
ADDRESSES = (
    "/", "/chronology/", "/events/", "/movements/", "/places/", "/people/", "/forces/", "/sources/", "/claims/",
    "/disputes/", "/atlases/", "/about/", "/search/?q=x", "/feed.json", "/events/stays/", "/movements/goes-on/",
    "/places/square/", "/people/khan/", "/forces/horse/", "/sources/letters/", "/claims/letters-stays/",
    "/api/v1/atlases/", "/api/v1/atlases/revolution/", "/api/v1/atlases/revolution/whole.json", "/api/v1/events/",
    "/api/v1/movements/", "/api/v1/places/", "/api/v1/people/", "/api/v1/forces/", "/api/v1/sources/",
    "/api/v1/claims/?page_size=200", "/api/v1/disputes/", "/api/v1/window/?from=1909-01-01&to=1909-12-31",
    "/api/v1/facets/", "/api/v1/positions/?on=1909-07-12", "/api/v1/events.geojson", "/api/v1/atlas.zip",
    "/api/v1/events/stays/", "/api/v1/movements/goes-on/", "/api/v1/people/khan/", "/api/v1/sources/letters/",
    "/lessons/", "/lessons/told/",
    "/api/v1/lessons/", "/api/v1/lessons/told/",
)  # fmt: skip


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """An atlas of which much is told twice, and another that shares its places; what a test changes is taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield _world()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def plain_maps(monkeypatch):
    monkeypatch.setattr("timeline.pages.maps._kept", lambda *_scene: "")


def _world() -> SimpleNamespace:
    atlas, letters, diary = make_atlas(), make_source("letters"), make_source("zdiary", title="Zdiary")
    square, alley = make_place("square"), make_place("zalley", latitude=35.9, longitude=50.9)
    khan, aide = make_person("khan"), make_person("zaide")
    horse, guard = make_force("horse"), make_force("zguard")
    stays = make_event(atlas, "stays", on="1909-07-13", place=square, source=letters)
    make_claim(event=stays, source=letters, attribute="outcome", outcome="fled", key="letters-stays")
    gate = make_event(atlas, "zgate", on="1909-07-16", place=square, source=letters, title="Zgate")
    make_claim(event=gate, source=make_source("gazette"), face="1909-07-19", edge="on")
    for event in (stays, gate):
        make_participation(event=event, person=khan, side="constitutionalists")
    make_participation(event=gate, force=horse, side="royalists")
    make_relation(stays, "before", gate)
    make_relation(gate, "after", stays)
    Period.objects.create(atlas=atlas, slug="siege", label_en="Siege", begins=stays, ends=gate)
    day = "1909-07-10", "1909-07-14"
    on = make_movement(atlas, "goes-on", legs=((square, make_place("gardens", latitude=36.1), *day),), force=horse)
    Movement.objects.filter(pk=on.pk).update(event=gate)
    march = make_movement(atlas, "zmarch", legs=((square, alley, *day),), force=guard, title="Zmarch", event=stays)
    make_claim(movement=march, source=diary, attribute="route", route=["square", "zalley"])
    make_participation(movement=march, person=aide)
    Name.objects.create(place=alley, text="Zallé", language="fr", source=diary)
    other = make_atlas("zother", title="Zother", is_default=False)
    make_side(other, "zside", label_en="Zside")
    make_event(other, "zelsewhere", on="1910-01-01", place=square, source=letters, title="Zelsewhere")
    make_movement(other, "zaway", legs=((square, alley, *day),), force=horse, title="Zaway")
    make_lesson(atlas, "told", steps=({"state": "at=event:stays", "claim": gate.claims.first()}, {}))
    lesson = make_lesson(atlas, "zlesson", steps=({"text": "Of Zlesson."},))
    make_lesson(other, "zround", steps=({"title": "Zround"},))
    for each in (atlas, other):
        resolve_atlas(each)
    return SimpleNamespace(
        reviewer=account("Reviewer"), atlas=atlas, stays=stays, zgate=gate, zmarch=march, zother=other, zdiary=diary,
        zalley=alley, zaide=aide, zguard=guard, zlesson=lesson,
    )  # fmt: skip


# What only says when, or counts the changes.
WHEN = (
    r"(?<=\"version\":\")\d+(?=\")|\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)?|\"revision\":\s*\d+"
    r"|/sides/\w+\.css|Last changed [^<]*"
)


def told() -> dict[str, str]:
    """What each address answers, without what only says when."""
    answers = {}
    for address in ADDRESSES:
        answer = Client().get(address)
        assert answer.status_code == 200, address
        body = answer.getvalue() if answer.streaming else answer.content
        if address.endswith(".zip"):
            packed = zipfile.ZipFile(io.BytesIO(body))
            text = "\n".join(packed.read(name).decode() for name in sorted(packed.namelist()))
        else:
            text = body.decode()
        text = re.sub(WHEN, "", text)
        answers[address] = re.sub(r"[\w-]+\.[0-9a-f]{10,}\.js", "", text)
    return answers


def do(verb, world, *names: str):
    plan = take(verb, [_fresh(getattr(world, name)) for name in names], user=world.reviewer, words="It was misread.")
    assert plan.refused == {}
    return plan


def _fresh(record):
    return type(record).objects.get(pk=record.pk)


# What is withdrawn, one after the other; the addresses of its own, and the words that nobody may read any more.
WITHDRAWN = {
    "event": (["zgate"], ["events/zgate"], ["zgate"]),
    "movement": (["zmarch"], ["movements/zmarch"], ["zmarch"]),
    "lesson": (["zlesson"], ["lessons/zlesson"], ["zlesson"]),
    "atlas": (
        ["zother"],
        ["a/zother", "atlases/zother", "events/zelsewhere", "movements/zaway", "lessons/zround"],
        ["zother", "zelsewhere", "zaway", "zside", "zround"],
    ),
    "shared": (
        ["zalley", "zaide", "zguard", "zdiary"],
        ["places/zalley", "people/zaide", "forces/zguard", "sources/zdiary"],
        ["zalley", "zallé", "zaide", "zguard", "zdiary"],
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def swept(world, django_db_blocker):
    """What readers are told while all of that is withdrawn, before it and after it: many addresses, asked three times.

    The pages asked for are those of what stays, so that one withdrawal hides no mention of another.
    """
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patched, transaction.atomic():
        patched.setattr("timeline.pages.maps._kept", lambda *_scene: "")
        before, gone, own = told(), {}, {}
        for what, (names, _addresses, _words) in WITHDRAWN.items():
            claims = set(Claim.objects.published().values_list("key", flat=True))
            do(WITHDRAW, world, *names)
            gone[what] = claims - set(Claim.objects.published().values_list("key", flat=True))
        meanwhile = told()
        for what, (_names, addresses, _words) in WITHDRAWN.items():
            for path in (*addresses, *(f"claims/{key}" for key in gone[what])):
                own |= _own_answers(path)
        for names, _addresses, _words in reversed(WITHDRAWN.values()):
            do(SHOW_AGAIN, world, *names)
        after = told()
        transaction.set_rollback(True)
    return SimpleNamespace(before=before, meanwhile=meanwhile, after=after, gone=gone, own=own)


def _own_answers(path: str) -> dict[str, tuple]:
    """The status, the time it may be kept and, of pages, whether the reason is said, by address."""
    kind, _slash, slug = path.partition("/")
    found = {}
    if kind != "atlases":
        answer = Client().get(f"/{path}/")
        said = "It was misread." in answer.content.decode()
        found[f"/{path}/"] = (answer.status_code, answer["Cache-Control"], said)
    if kind != "a":
        answer = Client().get(f"/api/v1/{kind}/{slug}/")
        found[f"/api/v1/{kind}/{slug}/"] = (answer.status_code, answer["Cache-Control"], True)
    return found


@pytest.mark.parametrize("what", WITHDRAWN)
def test_what_is_withdrawn_is_told_nowhere(swept, what):
    _names, _addresses, words = WITHDRAWN[what]
    for address, text in swept.meanwhile.items():
        lowered = text.lower()
        assert [word for word in words if word in lowered] == [], address
        assert [key for key in swept.gone[what] if re.search(rf"\b{key}\b", text)] == [], address
    assert swept.gone[what] or what in ("shared", "lesson")


def test_what_is_withdrawn_answers_at_its_own_address_that_it_was(swept):
    assert len(swept.own) > 2 * sum(len(addresses) for _names, addresses, _words in WITHDRAWN.values())
    assert {address: answer for address, answer in swept.own.items() if answer != (410, NEVER, True)} == {}


def test_shown_again_everything_is_told_as_it_was(swept):
    assert swept.after == swept.before


def test_every_question_about_a_withdrawn_atlas_answers_that_it_was_withdrawn(world, client):
    do(WITHDRAW, world, "zother")
    for path in ("events/", "movements/", "lessons/", "disputes/", "facets/", "atlas.zip", "events.geojson"):
        answer = client.get(f"/api/v1/{path}?atlas=zother")
        assert (answer.status_code, answer.json()["error"]["code"]) == (410, "withdrawn"), path
    for path in ("/feed.json?atlas=zother", "/api/v1/atlases/zother/whole.json"):
        assert client.get(path).status_code == 410, path
    assert "withdrawn" in client.get("/chronology/?atlas=zother").content.decode()


def test_an_atlas_goes_with_what_is_told_in_it_and_leaves_what_others_share(world):
    plan = do(WITHDRAW, world, "zother")
    kinds = [ref.kind for ref in plan.along]
    assert kinds == sorted(kinds, key=["event", "movement", "claim", "lesson"].index)
    counted = {kind: kinds.count(kind) for kind in kinds}
    assert counted == {"event": 1, "movement": 1, "claim": 5, "lesson": 1}
    assert _fresh(world.zalley).publication == "published"
    assert not Claim.objects.published().filter(event__atlas=world.zother).exists()


def test_what_was_withdrawn_for_itself_does_not_come_back_with_its_atlas(world):
    elsewhere = Event.objects.get(slug="zelsewhere")
    rival = make_claim(event=elsewhere, source=world.zdiary, face="1910-01-02", edge="on")
    take(WITHDRAW, [rival], user=world.reviewer, words="Misread.")
    take(WITHDRAW, [_fresh(elsewhere)], user=world.reviewer, words="Misread.")
    do(WITHDRAW, world, "zother")
    do(SHOW_AGAIN, world, "zother")
    assert (_fresh(elsewhere).publication, _fresh(rival).publication) == ("withdrawn", "withdrawn")
    take(SHOW_AGAIN, [_fresh(elsewhere)], user=world.reviewer)
    assert (_fresh(elsewhere).publication, _fresh(rival).publication) == ("published", "withdrawn")


def test_a_claim_that_drafts_were_added_to_meanwhile_comes_back_without_them(world):
    do(WITHDRAW, world, "zgate")
    draft = make_claim(event=world.zgate, source=world.zdiary, face="1909-07-20", edge="on", publication="draft")
    do(SHOW_AGAIN, world, "zgate")
    assert _fresh(draft).publication == "draft"


def test_an_order_told_of_two_events_comes_back_with_the_second(world):
    relation = Claim.objects.filter(relation__from_event=world.stays).get()
    do(WITHDRAW, world, "zgate")
    assert _fresh(relation).publication == "withdrawn"
    do(WITHDRAW, world, "stays")
    do(SHOW_AGAIN, world, "zgate")
    assert _fresh(relation).publication == "withdrawn"
    do(SHOW_AGAIN, world, "stays")
    assert _fresh(relation).publication == "published"


def test_taken_up_again_it_is_a_draft_with_what_went_along(world):
    do(WITHDRAW, world, "zgate")
    plan = do(TAKE_UP, world, "zgate")
    assert {_fresh(plan.records[ref]).publication for ref in (*plan.going, *plan.along)} == {"draft"}
    do(PUBLISH, world, "zgate")
    assert _fresh(world.zgate).publication == "published"
    assert not Claim.objects.exclude(publication="published").exists()


REFUSED = {
    "a place on a route": (["zalley"], "It is still needed by the claim"),
    "a person on a march": (["zaide"], "It is still needed by the movement “Zmarch”"),
    "a force that moves": (["zguard"], "It is still needed by the movement “Zmarch”"),
    "a source": (["zdiary"], "It is still needed by"),
    "the atlas at the front": (["atlas"], "shown at the front"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_still_used_is_not_withdrawn(world, what):
    names, sentence = REFUSED[what]
    plan = take(WITHDRAW, [getattr(world, name) for name in names], user=world.reviewer, words="x")
    assert plan.going == ()
    assert sentence in next(iter(plan.refused.values()))


def test_an_event_from_which_another_counts_its_days_is_not_withdrawn(world):
    hanging = make_claim(
        event=world.stays, source=world.zdiary, edge="begin", relative_to_event=world.zgate, offset_low=1, offset_high=1
    )
    plan = take(WITHDRAW, [world.zgate], user=world.reviewer, words="x")
    assert f"needed by the claim “{hanging.key}”" in plan.refused[next(iter(plan.refused))]


def test_an_event_on_which_the_last_claim_of_another_rests_is_not_withdrawn(world):
    Claim.objects.filter(event=world.stays).update(publication="draft")
    Claim.objects.filter(participation__event=world.stays).update(publication="draft")
    plan = take(WITHDRAW, [world.zgate], user=world.reviewer, words="x")
    (sentence,) = plan.refused.values()
    assert re.fullmatch(r"The claim “[\w-]+” would go with it. It is the last claim of the event “Stays”: .+", sentence)


def test_what_is_shown_again_needs_what_it_needed(world):
    do(WITHDRAW, world, "zmarch")
    do(WITHDRAW, world, "zother")
    do(WITHDRAW, world, "zaide")
    (sentence,) = take(SHOW_AGAIN, [_fresh(world.zmarch)], user=world.reviewer).refused.values()
    assert sentence.startswith("It needs the person “Zaide”, which is withdrawn: see to that first")
    elsewhere = Event.objects.get(slug="zelsewhere")
    (sentence,) = take(SHOW_AGAIN, [elsewhere], user=world.reviewer).refused.values()
    assert sentence == "It belongs to the atlas “Zother”, which is withdrawn: show that again first, or with it."


def test_the_published_archive_of_an_atlas_leaves_out_what_was_withdrawn(world):
    do(WITHDRAW, world, "zgate")
    packed = zipfile.ZipFile(io.BytesIO(b"".join(write_published(world.atlas))))
    assert not [name for name in packed.namelist() if "zgate" in packed.read(name).decode()]


def test_what_readers_see_is_not_saved_upon_what_they_do_not(world):
    do(WITHDRAW, world, "zmarch")
    do(WITHDRAW, world, "zother")
    do(WITHDRAW, world, "zalley", "zdiary")
    desk, claim = browser(world.reviewer), world.stays.claims.get(attribute="place")
    form = reverse("admin:timeline_claim_change", args=[claim.pk])
    for name, record in (("source", world.zdiary), ("place", world.zalley)):
        answer = desk.post(form, {**form_values(desk.get(form)), name: record.pk})
        found = answer.context["adminform"].form.errors.get_json_data()[name]
        assert "not_published" in [each["code"] for each in found]
    assert _fresh(claim).source.slug == "letters"


@pytest.mark.parametrize("what", ["zalley", "zdiary"])
def test_an_act_is_not_taken_back_under_what_readers_see(world, what):
    """Publishing something is taken back only while nothing published stands on it."""
    record = getattr(world, what)
    type(record).objects.filter(pk=record.pk).update(publication="draft")
    take(PUBLISH, [_fresh(record)], user=world.reviewer)
    with pytest.raises(Refused, match="would no longer be seen by readers, and the"):
        acts.undo(Act.objects.latest("pk"), by="reviewer")
    assert _fresh(record).publication == "published"


def test_a_withdrawal_is_taken_back_whole_and_done_again(world):
    do(WITHDRAW, world, "zgate")
    undone = acts.undo(Act.objects.latest("pk"), by="reviewer")
    assert not Claim.objects.exclude(publication="published").exists()
    gate = _fresh(world.zgate)
    assert (gate.publication, gate.published_claims, gate.disputed) == ("published", 6, True)
    acts.undo(undone, by="reviewer")
    assert _fresh(world.zgate).publication == "withdrawn"


def test_a_claim_is_not_restored_to_readers_without_its_event(world):
    claim = world.zgate.claims.filter(attribute="date").first()
    do(WITHDRAW, world, "zgate")
    act = Act.objects.latest("pk")
    with pytest.raises(Refused, match="it needs the event “Zgate”, which is withdrawn"):
        restore(Row("claim", claim.pk), act.pk - 1, by="reviewer", publishing=True)
    restore(Row("event", world.zgate.pk), act.pk - 1, by="reviewer", publishing=True)
    assert (_fresh(world.zgate).publication, _fresh(claim).publication) == ("published", "published")


def test_of_very_many_that_go_along_the_act_keeps_each_as_of_few(world, monkeypatch):
    do(WITHDRAW, world, "zother")
    few = Act.objects.latest("pk")
    do(SHOW_AGAIN, world, "zother")
    monkeypatch.setattr(steps, "MOST", 2)
    do(WITHDRAW, world, "zother")
    many = Act.objects.latest("pk")

    def kept(act):
        rows = [(row.table, row.key, {**row.before, "version": 0, "modified": ""}, row.after) for row in act.rows.all()]
        return sorted(rows, key=lambda row: row[:2]), act.records

    assert kept(many) == kept(few)
    assert told_of(many) == "Withdrew atlas “Zother” and 3 more."
    acts.undo(many, by="reviewer")
    assert not Claim.objects.exclude(publication="published").exists()


def test_the_page_of_the_step_says_in_numbers_what_goes_along(world):
    desk = browser(world.reviewer)
    address = reverse("admin:timeline_atlas_steps", args=["withdraw"])
    page = desk.get(f"{address}?records={world.zother.pk}").content.decode()
    assert "1 event, 1 movement, 5 claims, 1 lesson" in page
    sent = {"records": str(world.zother.pk), "words": "It was misread."}
    done = desk.post(address, sent, follow=True).content.decode()
    assert "1 record was withdrawn. With it went: 1 event, 1 movement, 5 claims, 1 lesson." in done
    assert "Show again" in done


def test_what_was_withdrawn_before_its_claims_went_along_is_put_right(world):
    Event.objects.filter(pk=world.zgate.pk).update(publication="withdrawn")
    migration = import_module("timeline.migrations.0039_withdraw_claims_of_what_was_withdrawn")
    migration.withdraw_claims(apps, None)
    assert not Claim.objects.published().filter(relation__to_event=world.zgate).exists()
    assert not world.zgate.claims.exclude(publication="withdrawn").exists()
    do(SHOW_AGAIN, world, "zgate")
    assert not Claim.objects.exclude(publication="published").exists()
