"""The roles are there on a fresh database and on an old one, and a second time changes nothing."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission

from timeline.granting import EDITOR, every, grant

pytestmark = pytest.mark.django_db
EVENT = ("view_event", "add_event", "change_event", "delete_event")


def rights(role: str) -> set[str]:
    return set(Group.objects.get(name=role).permissions.values_list("codename", flat=True))


def test_each_role_has_what_the_one_before_has_and_more():
    editor, reviewer, administrator = map(rights, ("Editor", "Reviewer", "Administrator"))
    assert editor < reviewer < administrator
    assert editor >= {*EVENT, "change_place", "add_claim", "change_legstop", "view_decision"}
    assert not editor & {"publish_event", "rearrange_event", "add_decision", "change_interpretation", "add_user"}
    assert reviewer - editor >= {"publish_event", "publish_place", "publish_claim", "rearrange_event", "add_decision"}
    assert administrator - reviewer >= {"add_user", "change_user", "change_group"}


def test_granting_twice_leaves_one_permission_of_each(db):
    before = Permission.objects.count()
    for _ in range(2):
        grant(apps, "default", EDITOR, every("timeline", "event"))
    assert Permission.objects.count() == before


def test_a_permission_that_is_not_there_yet_is_made_as_django_makes_it():
    Permission.objects.filter(codename__in=("publish_event", "change_event")).delete()
    grant(apps, "default", EDITOR, ["timeline.change_event", "timeline.publish_event"])
    names = Permission.objects.filter(codename__in=("publish_event", "change_event")).values_list("name", flat=True)
    assert set(names) == {"Can change event", "Can publish, send back and withdraw events"}


def test_what_an_operator_took_from_a_role_stays_taken_when_other_things_are_granted():
    Group.objects.get(name=EDITOR).permissions.remove(Permission.objects.get(codename="delete_event"))
    grant(apps, "default", EDITOR, ["timeline.view_act"])
    assert "delete_event" not in rights(EDITOR)
