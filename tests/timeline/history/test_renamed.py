"""The address of whatever was renamed leads on for ever, is given to nothing else, and is found in tables and files."""

from copy import copy
from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.factories import (
    make_atlas,
    make_event,
    make_force,
    make_lesson,
    make_movement,
    make_person,
    make_place,
    make_source,
)
from tests.timeline.admin.desk import form_values
from tests.timeline.roles import account, browser
from timeline.addressed import ADDRESSED
from timeline.admin.slug_checks import checked_slug
from timeline.history.restoring import restore
from timeline.kept_copies import cache_control
from timeline.models import Act, FormerSlug
from timeline.rearranging import acts
from timeline.rearranging.plan import Refused, Row
from timeline.recording import recording
from timeline.renamed import follow_rename

pytestmark = pytest.mark.django_db
# By kind, the folder of its pages and that of the API.
FOLDERS = {
    "atlas": ("a", "atlases"), "event": ("events", "events"), "movement": ("movements", "movements"),
    "place": ("places", "places"), "person": ("people", "people"), "force": ("forces", "forces"),
    "source": ("sources", "sources"), "lesson": ("lessons", "lessons"),
}  # fmt: skip
every_kind = pytest.mark.parametrize("kind", FOLDERS)


@pytest.fixture(scope="module")
def world(lasting):
    """Two records of every kind, "one" and "two"; the first claim of all is by the source "one"."""
    shared = {"source": make_source, "place": make_place, "person": make_person, "force": make_force}
    made = {kind: [make(slug) for slug in ("one", "two")] for kind, make in shared.items()}
    front = make_atlas("front")
    made["atlas"] = [make_atlas(slug, is_default=False) for slug in ("one", "two")]
    made["event"] = [make_event(front, slug, on="1909-07-13", source=made["source"][0]) for slug in ("one", "two")]
    made["movement"] = [
        make_movement(front, slug, legs=((*made["place"], "1909-07-10", "1909-07-14"),), force=made["force"][0])
        for slug in ("one", "two")
    ]
    made["lesson"] = [make_lesson(front, slug) for slug in ("one", "two")]
    return SimpleNamespace(made=made, admin=account("Administrator"))


@pytest.fixture
def one(world):
    """The first record of a kind, as it is kept."""
    return lambda kind: ADDRESSED[kind].objects.get(pk=world.made[kind][0].pk)


def form_of(record) -> str:
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])


def rename(record, slug: str) -> None:
    """Give a record another slug as its form does, without the form."""
    with recording(by="reviewer"):
        before, record.slug = copy(record), slug
        record.save()
        follow_rename(record, before)


def addresses(kind: str) -> dict[str, str]:
    return dict(FormerSlug.objects.filter(kind=kind).values_list("old", "new"))


@every_kind
def test_an_old_address_leads_on_however_often_a_record_is_renamed(kind, one, world, client):
    desk, form = browser(world.admin), form_of(one(kind))
    assert desk.post(form, {**form_values(desk.get(form)), "slug": "other"}).status_code == 302
    assert addresses(kind) == {"one": "other"}
    rename(one(kind), "third")
    assert addresses(kind) == {"one": "third", "other": "third"}
    page, api = FOLDERS[kind]
    for folder in (f"/{page}", f"/api/v1/{api}"):
        for old in ("one", "other"):
            answer = client.get(f"{folder}/{old}/?lang=fa")
            assert (answer.status_code, answer["Location"]) == (301, f"{folder}/third/?lang=fa")
            assert answer["Cache-Control"] == cache_control()
    rename(one(kind), "one")
    assert addresses(kind) == {"other": "one", "third": "one"}
    assert client.get(f"/api/v1/{api}/one/").status_code == 200


@every_kind
def test_the_old_address_of_another_is_not_given_again_but_to_the_record_itself(kind, one, world):
    rename(one(kind), "other")
    answer = browser(world.admin).post(form_of(world.made[kind][1]), {"slug": "one"})
    sentence = "The address “one” leads to “other”, and addresses are for ever: choose another."
    assert answer.context["adminform"].form.errors["slug"] == [sentence]
    assert checked_slug(kind, "one", "other") == "one"


@every_kind
def test_a_draft_that_no_reader_has_seen_leaves_no_address(kind, one):
    ADDRESSED[kind].objects.filter(slug="one").update(publication="draft", published_on=None)
    rename(one(kind), "other")
    assert addresses(kind) == {}


@every_kind
def test_a_renaming_taken_back_and_done_again_keeps_every_address(kind, one):
    rename(one(kind), "other")
    act = Act.objects.latest("pk")
    undone = acts.undo(act, by="reviewer")
    assert (one(kind).slug, addresses(kind)) == ("one", {"other": "one"})
    acts.undo(undone, by="reviewer")
    assert (one(kind).slug, addresses(kind)) == ("other", {"one": "other"})
    restore(Row(kind, one(kind).pk), act.pk - 1, by="reviewer", publishing=True)
    assert (one(kind).slug, addresses(kind)) == ("one", {"other": "one"})


@every_kind
def test_an_address_that_leads_to_another_by_now_is_not_restored(kind, one, world):
    """A draft gives its slug up for good: what is published under it meanwhile keeps it."""
    kept = ADDRESSED[kind].objects.filter(slug="one")
    kept.update(publication="draft", published_on=None)
    rename(one(kind), "other")
    act = Act.objects.latest("pk")
    for slug in ("one", "elsewhere"):
        rename(ADDRESSED[kind].objects.get(pk=world.made[kind][1].pk), slug)
    with pytest.raises(Refused, match="The address “one” leads to “elsewhere” by now, and addresses are for ever"):
        acts.undo(act, by="reviewer")
    assert (one(kind).slug, addresses(kind)) == ("other", {"two": "elsewhere", "one": "elsewhere"})


def test_a_dispute_is_found_under_the_old_names_of_its_things(one, client):
    rename(one("event"), "other")
    answer = client.get("/disputes/one:date:on/")
    assert (answer.status_code, answer["Location"]) == (301, "/disputes/other:date:on/")


def test_the_key_of_a_claim_is_never_changed(world):
    """It stands in the claim's address."""
    claim = world.made["event"][0].claims.get()
    form = reverse("admin:timeline_claim_change", args=[claim.pk])
    desk = browser(world.admin)
    assert "key" not in desk.get(form).context["adminform"].form.fields
    desk.post(form, {**form_values(desk.get(form)), "key": "one-99"})
    claim.refresh_from_db()
    assert claim.key == "one-1"
