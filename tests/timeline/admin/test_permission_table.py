"""Every address of the admin opens for the roles that the table names, and for nobody else; so do the buttons."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import AnonymousUser, Group, User
from django.contrib.contenttypes.models import ContentType
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.test import RequestFactory
from django.urls import resolve, reverse

from geo.models import Place
from tests.timeline.admin.permission_table import DRAFT, PUBLISHED, Row, rows
from tests.timeline.roles import ROLES, account, browser
from tests.timeline.test_loader import write
from timeline.models import Act, Claim, Decision, Event, FormerSlug, Interpretation, Job, Movement
from timeline.publishing.kinds import KINDS
from timeline.seeding.loader import load

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """The tables are loaded once for all tests of this file; what a test changes is taken back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(write(tmp_path_factory.mktemp("tables")))
        claim = Claim.objects.filter(event__isnull=False, attribute="date").first()
        FormerSlug.objects.create(kind="event", old="once", new="entry")
        Act.objects.create(kind="relate", by="somebody", atlas=claim.event.atlas)
        Job.objects.create(kind="events.csv", name="events.csv", by="somebody")
        told = {"reason": "x", "by": "x", "on": "2026-01-01"}
        Decision.objects.create(atlas=claim.event.atlas, event=claim.event, claim=claim, attribute="date", **told)
        if not Interpretation.objects.exists():
            Interpretation.objects.create(claim=claim, method="other", value="1909-07-13", **told)
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def people(loaded, django_db_blocker):
    """By rank: nobody, somebody of the staff without a role, and one of each role."""
    with django_db_blocker.unblock():
        return [AnonymousUser(), *(account(role, f"rank {rank}") for rank, role in enumerate(("", *ROLES), 1))]


def addresses(patterns) -> list[str]:
    """The name of every address; unnamed are Django's redirects of addresses that lack a slash or a page."""
    found = []
    for each in patterns:
        if hasattr(each, "url_patterns"):
            found += addresses(each.url_patterns)
        elif each.name:
            found.append(each.name)
    return found


def test_the_table_names_every_address_of_the_admin():
    named = {row.name for row in rows()}
    known = set(addresses(admin.site.urls[0]))
    assert (sorted(known - named), sorted(named - known)) == ([], [])


def named() -> dict[str, int]:
    """The records that addresses name, by the word that stands for them."""
    event, other = Event.objects.order_by("pk")[:2]
    place, other_place = Place.objects.order_by("pk")[:2]
    return {
        "event": event.pk,
        "other": other.pk,
        "movement": Movement.objects.first().pk,
        "place": place.pk,
        "other_place": other_place.pk,
        "claim": Claim.objects.filter(event__isnull=False).first().pk,
        "event_type": ContentType.objects.get_for_model(Event).pk,
    }


def last_of_each() -> dict[str, int]:
    """A record of each model of the admin, by the names of its app and model."""
    found = {}
    for model in admin.site._registry:
        last = model._base_manager.order_by("-pk").values_list("pk", flat=True).first()
        found[f"{model._meta.app_label}_{model._meta.model_name}"] = last
    return found


def address_of(row: Row, records: dict[str, int], last: dict[str, int]) -> str:
    """{key} is a record of the model that the address is about; an event where it is about none."""
    values = {**records, "key": last.get("_".join(row.name.split("_")[:2]), last["timeline_event"])}
    args = [text.format(**values) for text in row.args]
    return reverse(f"admin:{row.name}", args=args) + row.query.format(**values)


def allowed(method: str, address: str, user, *, hidden: bool = False) -> bool:
    """Whether the view lets this person in; what it then says of an empty form is not asked, nor is it drawn."""
    request = getattr(RequestFactory(), method)(address)
    request.user, request.session, request._dont_enforce_csrf_checks = user, SessionStore(), True
    request._messages = CookieStorage(request)
    view, args, kwargs = resolve(request.path)
    try:
        with transaction.atomic():
            answer = view(request, *args, **kwargs)
            transaction.set_rollback(True)
    except PermissionDenied:
        return False
    except Http404:
        return not hidden
    # What answers a script refuses in its own words.
    return answer.status_code != 403 and not (answer.status_code == 302 and "/login/" in answer["Location"])


@pytest.mark.parametrize("standing", [PUBLISHED, DRAFT])
def test_an_address_opens_for_the_roles_of_the_table_and_for_no_other(people, standing, monkeypatch):
    monkeypatch.setattr("timeline.pages.maps._kept", lambda *_scene: "")
    if standing == DRAFT:
        for model in KINDS.values():
            model.objects.update(publication=DRAFT)
    wrong, records, last = [], named(), last_of_each()
    for row in rows():
        if row.of != standing:
            continue
        address = address_of(row, records, last)
        for method, least in (("get", row.opens), ("post", row.sends)):
            # Each role has what the one before has (tests of roles): the two on either side of the line say all.
            strangers = {0} if method == "get" else set()
            for rank in (strangers | {least - 1, least}) & {*range(len(people))}:
                if allowed(method, address, people[rank], hidden=row.hidden) != (rank >= least):
                    wrong.append(
                        f"{method} {address}: {people[rank]} should {'' if rank >= least else 'not '}be let in"
                    )
    assert not wrong, "\n".join(wrong)


def buttons(client, address: str, *words: str) -> list[bool]:
    content = client.get(address).content.decode()
    return [word in content for word in words]


@pytest.mark.parametrize(
    ("role", "published", "draft", "chosen"),
    [
        ("Editor", [False, False, False, False], [True, True, False, True], [True, False, False]),
        ("Reviewer", [True, False, True, True], [True, True, True, True], [True, True, True]),
        ("Administrator", [True, False, True, True], [True, True, True, True], [True, True, True]),
    ],
)
def test_buttons_are_there_for_who_may_press_them(role, published, draft, chosen):
    client, event = browser(account(role)), Event.objects.first()
    form = reverse("admin:timeline_event_change", args=[event.pk])
    words = ['name="_save"', 'name="_step_submit"', 'name="_step_publish"', "deletelink"]
    # Of what is published the step is taken back, not taken again.
    seen = buttons(client, form, *words[:2], "/steps/withdraw/", words[3])
    assert seen == published
    assert (
        buttons(client, reverse("admin:timeline_event_changelist"), "step_submit", "step_publish", "merge_selected")
        == chosen
    )
    Event.objects.filter(pk=event.pk).update(publication=DRAFT)
    assert buttons(client, form, *words) == draft


def test_an_editor_adds_a_draft_claim_to_a_published_event_and_nothing_to_its_parts():
    client, event = browser(account("Editor")), Event.objects.get(slug="entry")
    part = {"event": event.pk, "person": event.participations.first().person_id, "role": "leader", "order": 0}
    answer = client.post(reverse("admin:timeline_participation_add"), part)
    assert "only a reviewer changes what belongs to it" in answer.content.decode()
    source = Claim.objects.first().source_id
    claim = {
        "key": "book-99", "source": source, "subject_kind": "event", "event": event.pk, "attribute": "date",
        "edge": "on", "as_printed": "19 July 1909", "calendar": "gregorian", "certainty": "certain",
    }  # fmt: skip
    answer = client.post(reverse("admin:timeline_claim_add"), claim)
    assert answer.status_code == 302, answer.context["errors"]
    assert Claim.objects.get(key="book-99").publication == DRAFT
    event.refresh_from_db()
    assert (event.edtf, event.disputed) == ("1909-07-13", Event.objects.get(pk=event.pk).disputed)


def test_an_administrator_makes_an_account_with_a_role_and_no_superuser():
    client = browser(account("Administrator"))
    add = reverse("admin:auth_user_add")
    typed = {"username": "anna", "password1": "a long one of 1288", "password2": "a long one of 1288"}
    assert "Choose a role" in client.post(add, typed).content.decode()
    made = client.post(add, {**typed, "groups": [Group.objects.get(name="Editor").pk], "is_superuser": "on"})
    assert made.status_code == 302
    anna = User.objects.get(username="anna")
    assert (anna.is_staff, anna.is_superuser, anna.has_perm("timeline.add_claim")) == (True, False, True)
    root = User.objects.create_superuser("root", password="a long one of 1288")
    change = reverse("admin:auth_user_change", args=[root.pk])
    assert client.post(change, {"username": "mine"}).status_code == 403
    assert client.post(reverse("admin:auth_user_password_change", args=[root.pk]), typed).status_code == 403
