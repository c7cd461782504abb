"""The admin's lists ask the database as often for fifty records as for one, and find records in every spelling."""

import pytest
from django.contrib import admin
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from benchmarks.synthetic import Synthesis
from geo.models import Place
from tests.factories import make_event, make_place, make_source
from tests.timeline.roles import account, browser
from timeline.models import Atlas, Claim, Event, Job, Movement, Name

pytestmark = pytest.mark.django_db
# Imports are listed on a page of their own: its queries are counted where imports are tested.
MODELS = [model for model in admin.site._registry if model._meta.app_label in ("geo", "timeline") and model is not Job]


@pytest.fixture(scope="module", autouse=True)
def synthetic(django_db_setup, django_db_blocker):
    """Sixty events with claims and marches; what a test changes is taken back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        Synthesis(60, seed=1).write()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def desk(db):
    return browser(account("Administrator"))


def listed(model) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def asked(client, address: str, **query) -> tuple[int, int]:
    """How often the database is asked, and how many records are shown."""
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address, query)
    assert answer.status_code == 200, address
    return len(queries), len(answer.context["cl"].result_list)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_list_takes_as_many_queries_for_fifty_as_for_one(desk, monkeypatch, model):
    modeladmin = admin.site.get_model_admin(model)
    asked(desk, listed(model))
    counts = {}
    for size in (1, 50):
        monkeypatch.setattr(modeladmin, "list_per_page", size)
        counts[size] = asked(desk, listed(model))
    assert counts[1][0] == counts[50][0] <= 16
    if model in (Event, Claim, Place):
        assert (counts[1][1], counts[50][1]) == (1, 50)


@pytest.mark.parametrize("model", [Event, Claim, Movement], ids=lambda model: model.__name__)
def test_searching_joins_nothing(desk, model):
    with CaptureQueriesContext(connection) as queries:
        desk.get(listed(model), {"q": "council tehran"})
    counting = [query["sql"] for query in queries if "COUNT(*)" in query["sql"]]
    assert counting
    assert not [sql for sql in counting if " JOIN " in sql]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("enzeli", {"gate"}), ("ANZALĪ", {"gate"}), ("انزلی", {"gate"}), ("انزلي", {"gate"}), ("the-gate", set()),
        ("gate", {"gate"}), ("fight anzali", {"gate"}), ("fight rasht", set()), ("‘", set()), ("%", set()),
        ("x" * 3000, set()), ("\0", None),
    ],
)  # fmt: skip
def test_an_event_is_found_by_every_spelling_of_its_place(desk, typed, found):
    place = make_place("anzali", name="Anzali")
    Name.objects.create(place=place, text="Enzeli", language="en")
    Name.objects.create(place=place, text="انزلی", language="fa", script="Arab")
    make_event(Atlas.objects.get(), "gate", title="A fight", place=place, source=make_source("book"))
    answer = desk.get(listed(Event), {"q": typed})
    slugs = {event.slug for event in answer.context["cl"].result_list}
    if found is None:
        assert len(slugs) == 50
    else:
        assert slugs == found


def test_a_claim_is_found_by_the_words_of_its_event(desk):
    event = make_event(Atlas.objects.get(), "gate", title="A fight at the Gāte", source=make_source("book"))
    answer = desk.get(listed(Claim), {"q": "gate"})
    assert {claim.event_id for claim in answer.context["cl"].result_list} == {event.pk}


def test_drafts_without_a_claim_and_places_without_a_point_are_listed_for_themselves(desk):
    atlas = Atlas.objects.get()
    make_event(atlas, "bare", claims=0, publication="draft")
    Event.objects.filter(slug="bare").update(published_claims=0)
    make_event(atlas, "told", publication="draft")
    Event.objects.filter(slug="told").update(published_claims=0)
    make_place("nowhere", latitude=None, longitude=None)
    for model, query, slugs in ((Event, {"cited": "no"}, ["bare"]), (Place, {"point": "no"}, ["nowhere"])):
        answer = desk.get(listed(model), query)
        assert [record.slug for record in answer.context["cl"].result_list] == slugs
