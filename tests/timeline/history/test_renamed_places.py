"""What became of a renamed place is read by editors, taken back by reviewers, and every address it had leads on."""

from copy import copy

import pytest
from django.urls import reverse

from tests.factories import make_atlas, make_claim, make_event, make_movement, make_place
from tests.timeline.roles import account, browser
from timeline.history.restoring import restore
from timeline.kept_copies import cache_control
from timeline.models import Act, Claim, FormerSlug
from timeline.rearranging import acts
from timeline.rearranging.plan import Row
from timeline.recording import recording
from timeline.renamed import follow_rename

pytestmark = pytest.mark.django_db


@pytest.fixture
def renamed():
    """Enzeli, on the route of a march and once called Anzali, is now Pahlavi."""
    atlas = make_atlas()
    place, end = make_place("enzeli"), make_place("rasht")
    make_event(atlas, on="1909-07-13", place=place)
    march = make_movement(atlas, "march", legs=((place, end, "", ""),))
    Claim.objects.filter(movement=march, attribute="route").delete()
    make_claim(movement=march, attribute="route", route=["enzeli", "rasht"], key="route")
    FormerSlug.objects.create(kind="place", old="anzali", new="enzeli")
    with recording(by="reviewer", reason="As it was called."):
        before, place.slug = copy(place), "pahlavi"
        place.save()
        follow_rename(place, before)
    return place


@pytest.fixture
def act(renamed):
    return Act.objects.get()


def addresses() -> dict[str, str]:
    return dict(FormerSlug.objects.filter(kind="place").values_list("old", "new"))


@pytest.mark.parametrize("role", ["Editor", "Reviewer", "Administrator"])
def test_every_role_reads_the_history_of_a_renamed_place(renamed, act, role):
    desk = browser(account(role))
    history = desk.get(reverse("admin:geo_place_history", args=[renamed.pk])).content.decode()
    assert "As it was called." in history
    assert "enzeli" in history
    page = desk.get(reverse("admin:timeline_act_change", args=[act.pk]))
    assert page.status_code == 200
    assert "pahlavi" in page.content.decode()
    assert "As it was called." in desk.get(reverse("admin:timeline_act_changelist")).content.decode()


@pytest.mark.parametrize(("role", "status"), [("Editor", 403), ("Reviewer", 200), ("Administrator", 200)])
def test_a_renaming_is_taken_back_by_who_may_publish_places(renamed, act, role, status):
    assert browser(account(role)).get(reverse("admin:timeline_act_undo", args=[act.pk])).status_code == status


def test_nobody_without_a_role_reads_it(act):
    assert browser(account("")).get(reverse("admin:timeline_act_change", args=[act.pk])).status_code == 403


def test_a_renaming_taken_back_keeps_all_addresses_and_routes(renamed, act, client):
    undone = acts.undo(act, by="reviewer")
    assert addresses() == {"anzali": "enzeli", "pahlavi": "enzeli"}
    assert Claim.objects.get(key="route").route == ["enzeli", "rasht"]
    for folder in ("", "/api/v1"):
        answer = client.get(f"{folder}/places/pahlavi/")
        assert (answer["Location"], answer["Cache-Control"]) == (f"{folder}/places/enzeli/", cache_control())
    acts.undo(undone, by="reviewer")
    assert addresses() == {"anzali": "pahlavi", "enzeli": "pahlavi"}
    assert Claim.objects.get(key="route").route == ["pahlavi", "rasht"]


def test_an_older_version_brings_back_the_older_address_and_keeps_the_newer(renamed, act, client):
    restore(Row("place", renamed.pk), act.pk - 1, by="reviewer", publishing=True)
    assert addresses() == {"anzali": "enzeli", "pahlavi": "enzeli"}
    assert Claim.objects.get(key="route").route == ["enzeli", "rasht"]
    assert client.get("/places/pahlavi/")["Location"] == "/places/enzeli/"
