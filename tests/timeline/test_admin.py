"""Every record has a working page in the admin, for whatever text it holds."""

import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse

from geo.models import Place
from tests.timeline.test_loader import write
from timeline.models import Atlas, Claim, Event, Movement, Name, Person, Relation, Side, Source
from timeline.models.vocabulary import Publication
from timeline.seeding.loader import load

pytestmark = pytest.mark.django_db

OURS = [
    model
    for model in admin.site._registry
    if model._meta.app_label in ("geo", "timeline") and "Historical" not in model.__name__
]
HOSTILE = "<script>alert(1)</script>\u202e=1+1 " + "x" * 10_000


@pytest.fixture(scope="module", autouse=True)
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """The tables are loaded once for all tests of this file; what a test changes is taken back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(write(tmp_path_factory.mktemp("tables")))
        yield
        transaction.set_rollback(True)


@pytest.fixture
def desk(client):
    user = get_user_model().objects.create_superuser("editor", password="not a common one 1288")
    client.force_login(user)
    return client


def address(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def test_every_model_of_the_atlas_is_in_the_admin():
    names = {model.__name__ for model in OURS}
    assert names >= {
        "Atlas", "Theatre", "Side", "Period", "Source", "Place", "Person", "Force", "Name", "Event",
        "Relation", "Participation", "Movement", "Mover", "Leg", "Claim", "Interpretation", "Decision",
        "FormerSlug",
    }  # fmt: skip


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_searches_and_forms_open(desk, model):
    # Without a search they are opened where their queries are counted.
    assert desk.get(address(model, "changelist"), {"q": "Khan"}).status_code == 200
    assert desk.get(address(model, "add")).status_code == 200
    for record in model.objects.all()[:2]:
        page = desk.get(address(model, "change", record.pk))
        assert page.status_code == 200
        assert b"cdn." not in page.content


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_a_stranger_is_asked_to_log_in(client, model):
    answer = client.get(address(model, "changelist"))
    assert answer.status_code == 302
    assert "/login/" in answer["Location"]


def test_hostile_text_is_shown_and_not_run(desk):
    Event.objects.filter(slug="entry").update(title=HOSTILE, summary=HOSTILE)
    event = Event.objects.get(slug="entry")
    for page in (address(Event, "changelist"), address(Event, "change", event.pk)):
        content = desk.get(page).content.decode()
        assert "<script>alert" not in content
        assert "&lt;script&gt;alert" in content


def form_values(page) -> dict:
    form = page.context["adminform"].form
    values = {name: "" if (value := form[name].value()) is None else value for name in form.fields}
    for formset in page.context["inline_admin_formsets"]:
        for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS"):
            values[f"{formset.formset.prefix}-{name}"] = formset.formset.management_form[name].value()
        for each in formset.formset.forms:
            for name in each.fields:
                value = each[name].value()
                values[each.add_prefix(name)] = "" if value is None else value
    return values


def test_a_save_raises_the_version_and_a_stale_one_is_refused(desk):
    person = Person.objects.get()
    change = address(Person, "change", person.pk)
    values = form_values(desk.get(change))
    assert desk.post(change, {**values, "name": "Khan the First"}).status_code == 302
    person.refresh_from_db()
    assert (person.name, person.version) == ("Khan the First", 2)
    refused = desk.post(change, {**values, "name": "Khan the Second"})
    assert refused.status_code == 200
    assert "Somebody else has saved this record" in refused.content.decode()
    person.refresh_from_db()
    assert person.name == "Khan the First"


def test_a_changed_claim_moves_the_event_and_what_hangs_on_it(desk):
    claim = Claim.objects.get(key="book-1")
    change = address(Claim, "change", claim.pk)
    values = form_values(desk.get(change))
    answer = desk.post(change, {**values, "as_printed": "14 July 1909", "face": "1909-07-14"})
    assert answer.status_code == 302, answer.context["errors"]
    assert Event.objects.get(slug="entry").edtf == "1909-07-14"
    assert Event.objects.get(slug="after-entry").edtf == "1909-07-17"


def test_a_face_that_the_printed_date_does_not_say_is_refused(desk):
    claim = Claim.objects.get(key="book-1")
    change = address(Claim, "change", claim.pk)
    answer = desk.post(change, {**form_values(desk.get(change)), "face": "1909-07-14"})
    assert "does not say 1909-07-14" in answer.content.decode()


def test_the_last_claim_of_a_published_event_is_not_removed(desk):
    claim = Claim.objects.get(key="book-3")
    answer = desk.post(address(Claim, "delete", claim.pk), {"post": "yes"}, follow=True)
    assert Claim.objects.filter(key="book-3").exists()
    assert "last claim" in answer.content.decode()


def test_a_source_with_claims_is_not_deleted(desk):
    source = Source.objects.get(slug="book")
    answer = desk.post(address(Source, "delete", source.pk), {"post": "yes"})
    assert answer.status_code == 200
    assert Source.objects.filter(slug="book").exists()


@pytest.mark.parametrize("model", [Event, Claim, Place, Atlas], ids=lambda m: m.__name__)
def test_where_a_record_stands_is_not_typed_by_hand(desk, model):
    change = address(model, "change", model.objects.filter(publication="published").first().pk)
    values = form_values(desk.get(change))
    assert "publication" not in values
    assert desk.post(change, {**values, "publication": "withdrawn"}).status_code == 302
    assert not model.objects.exclude(publication=Publication.PUBLISHED).filter(version__gt=1).exists()


def test_a_ring_of_relative_dates_is_refused_whole(desk):
    anchor, hanging = Claim.objects.get(key="book-1"), Claim.objects.get(event__slug="after-entry", attribute="date")
    change = address(Claim, "change", anchor.pk)
    values = {**form_values(desk.get(change)), "as_printed": "", "face": "", "relative_to_claim": hanging.pk,
              "offset_low": 1, "offset_high": 1}  # fmt: skip
    answer = desk.post(change, values, follow=True)
    assert "hang" in answer.content.decode()
    anchor.refresh_from_db()
    assert (anchor.relative_to_claim, anchor.face) == (None, "1909-07-13")


@pytest.mark.parametrize("model", [Atlas, Side, Place, Person, Name, Source, Event, Claim], ids=lambda m: m.__name__)
def test_every_save_raises_the_revision(desk, model):
    before = Atlas.objects.get().revision
    change = address(model, "change", model.objects.first().pk)
    answer = desk.post(change, form_values(desk.get(change)))
    assert answer.status_code == 302, answer.context["errors"]
    assert Atlas.objects.get().revision == before + 1


@pytest.mark.parametrize("model", [Name, Relation, Claim], ids=lambda m: m.__name__)
def test_every_deletion_raises_the_revision(desk, model):
    before = Atlas.objects.get().revision
    chosen = model.objects.filter(key="book-2") if model is Claim else model.objects.all()
    record = chosen.first()
    answer = desk.post(address(model, "delete", record.pk), {"post": "yes"})
    assert answer.status_code == 302
    assert not model.objects.filter(pk=record.pk).exists()
    assert Atlas.objects.get().revision == before + 1


def test_a_new_spelling_finds_its_bearer_and_what_it_stands_in(desk):
    spelling = Name.objects.get(place__slug="city")
    change = address(Name, "change", spelling.pk)
    renamed = {"text": "Anderswo", "language": "de", "script": ""}
    assert desk.post(change, {**form_values(desk.get(change)), **renamed}).status_code == 302
    assert "anderswo" in Place.objects.get(slug="city").search
    assert "anderswo" in Movement.objects.get(slug="march").search
    desk.post(address(Name, "delete", spelling.pk), {"post": "yes"})
    assert "anderswo" not in Place.objects.get(slug="city").search
