"""One small atlas with an event told of by two sources, and an editor's desk."""

from copy import deepcopy
from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client

from tests.factories import make_atlas, make_event, make_relation, make_source
from timeline.publishing.steps import take
from timeline.publishing.verbs import VERBS

CHECK = "/admin/timeline/claim/check/"
ADD = "/admin/timeline/claim/add/"


@pytest.fixture(scope="module")
def laid_out(lasting):
    """The entry on 13 July by one source, the telegram after it undated, and a second source that is silent yet."""
    atlas = make_atlas()
    book, paper = make_source("book"), make_source("paper")
    entry = make_event(atlas, "entry", on="1909-07-13", source=book)
    telegram = make_event(atlas, "telegram", claims=0, publication="draft")
    first = entry.claims.get()
    type(first).objects.filter(pk=first.pk).update(as_printed="13 July 1909", calendar="gregorian")
    first.refresh_from_db()
    return SimpleNamespace(atlas=atlas, book=book, paper=paper, entry=entry, telegram=telegram, first=first)


@pytest.fixture
def told(laid_out, db):
    """What was laid out, with records of the test's own to change."""
    return deepcopy(laid_out)


@pytest.fixture
def after(told):
    """That the telegram came after the entry."""
    return make_relation(told.telegram, "after", told.entry)


def account(name: str, *rights: str):
    """Somebody with these rights, and with no password: making one takes longer than the test."""
    user = get_user_model().objects.create_user(name, is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=rights, content_type__app_label="timeline"))
    return user


def administrator():
    return get_user_model().objects.create_superuser("all")


EDITS = ("add_claim", "change_claim", "view_claim", "view_interpretation", "view_event", "change_event")
REVIEWS = (
    *EDITS, "publish_claim", "publish_event", "publish_source", "add_interpretation", "change_interpretation",
    "add_decision", "change_decision",
)  # fmt: skip


@pytest.fixture(scope="module")
def people(lasting):
    """An editor and a reviewer."""
    return account("ed", *EDITS), account("rev", *REVIEWS)


@pytest.fixture
def desk(client, people, db):
    """An editor's: drafts are entered here."""
    client.force_login(people[0])
    return client


@pytest.fixture
def reviewing(people, db):
    """A reviewer's: published claims are changed, readings taken over and decisions made here."""
    client = Client()
    client.force_login(people[1])
    return client


def published(claim) -> None:
    """Let a reviewer publish this draft."""
    plan = take(VERBS["publish"], [claim], user=account("publishes", *REVIEWS))
    assert plan.refused == {}


def entered(told, **more) -> dict:
    """The fields of a claim about the entry as a form sends them."""
    return {
        "source": told.paper.pk,
        "subject_kind": "event",
        "event": told.entry.pk,
        "attribute": "date",
        "edge": "on",
        "calendar": "gregorian",
        "certainty": "certain",
        "publication": "draft",
        **more,
    }
