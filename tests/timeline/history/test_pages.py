"""What editors do is kept as acts, read in words, compared, restored and brought back, by who may."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.timeline.history.test_restoring import event, rows, saved
from tests.timeline.roles import holding
from tests.timeline.test_admin import HOSTILE, form_values
from timeline.models import Act, Claim, Decision, Event, Interpretation, Movement, Name, Participation, Person, Source
from timeline.rearranging.rows import TABLES
from timeline.recording import recording

pytestmark = pytest.mark.django_db


# Where publishing has a right of its own, these editors have it.
PUBLISHING = [f"publish_{table}" for table in TABLES]
EVERYTHING = [f"{what}_{table}" for table in TABLES for what in ("add", "change", "delete", "view")] + PUBLISHING


@pytest.fixture(scope="module")
def browsing(battle):
    """The browser of an editor, who has seen no form yet."""
    client = holding(*EVERYTHING)
    client.forms = {}
    return client


@pytest.fixture
def desk(browsing, atlas):
    return browsing


def page(record, name: str, *more) -> str:
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_{name}", args=[record.pk, *more])


def changelist(model) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def shown(desk, record) -> dict:
    """What the form of a record sends. Until something is done it is the same in every test, and asked for once."""
    if Act.objects.exists():
        return form_values(desk.get(page(record, "change")))
    if record not in desk.forms:
        desk.forms[record] = form_values(desk.get(page(record, "change")))
    return desk.forms[record]


def save(desk, record, **values):
    answer = desk.post(page(record, "change"), {**shown(desk, record), **values})
    assert answer.status_code == 302, answer.context and answer.context.get("errors")


def plain(answer) -> str:
    """A page without the directions of its texts."""
    return answer.content.decode().replace(' dir="auto"', "")


def kept(act: Act) -> list[str]:
    return sorted(f"{row.table} {'made' if not row.before else 'removed' if not row.after else 'changed'}"
                  for row in act.rows.all())  # fmt: skip


def add_person(desk):
    desk.post(reverse("admin:timeline_person_add"), {
        "slug": "new", "name": "New", "note": "", "publication": "draft", "names-TOTAL_FORMS": "1",
        "names-INITIAL_FORMS": "0", "names-0-text": "Neu", "names-0-language": "de", "names-0-script": "Latn",
        "names-0-kind": "printed", "why": "",
    })  # fmt: skip


def delete(desk, record):
    assert desk.post(page(record, "delete"), {"post": "yes", "why": "Told twice."}).status_code == 302


def delete_selected(desk, records):
    desk.post(changelist(records.model), {"action": "delete_selected", "post": "yes", "why": "Told twice.",
                                          "_selected_action": [record.pk for record in records]})  # fmt: skip


DONE = {
    "a person with a name added": (add_person, "add", ["name made", "person made"], "Added person “New”."),
    "an event changed": (
        lambda desk: save(desk, event("battle"), title="The battle", why="As the book has it."), "change",
        ["event changed"], "Changed event “The battle”.",
    ),
    "a row of an event": (
        lambda desk: save(desk, event("battle"), **{"participations-0-role": "commander"}), "change",
        ["participation changed"], "Changed event “Battle”.",
    ),
    "a row of an event deleted": (
        lambda desk: save(desk, event("battle"), **{"relations_out-0-DELETE": "on"}), "change",
        ["claim removed", "relation removed"], "Changed event “Battle”.",
    ),
    "an interpretation with its claim": (
        lambda desk: save(desk, Claim.objects.get(interpretation__isnull=False),
                          **{"interpretation-0-value": "1909-07-12"}),
        "change", ["interpretation changed"], "Changed claim",
    ),
    "an interpretation alone": (
        lambda desk: save(desk, Interpretation.objects.get(), value="1909-07-12"), "change",
        ["interpretation changed"], "Changed interpretation",
    ),
    "a decision": (lambda desk: save(desk, Decision.objects.get(), reason="Otherwise."), "change",
                   ["decision changed"], "Changed decision"),
    "a participation alone": (lambda desk: save(desk, Participation.objects.get(), role="commander"), "change",
                              ["participation changed"], "Changed participation"),
    "a stop of a leg": (
        lambda desk: save(desk, Movement.objects.get().legs.first(), **{"stops-0-order": "7"}), "change",
        ["legstop changed"], "Changed leg",
    ),
    "a claim deleted": (lambda desk: delete(desk, Claim.objects.get(relation__isnull=False)), "delete",
                        ["claim removed"], "Deleted claim"),
    "names deleted in bulk": (lambda desk: delete_selected(desk, Name.objects.filter(person__isnull=False)), "delete",
                              ["name removed", "name removed"], "Deleted name “Khan”, name “خان”."),
}  # fmt: skip


@pytest.mark.parametrize("what", DONE)
def test_whatever_an_editor_does_is_one_act(desk, what):
    do, kind, changed, told = DONE[what]
    do(desk)
    act = Act.objects.get()
    assert (act.by, act.kind, kept(act)) == ("editor", kind, changed)
    assert told in desk.get(reverse("admin:timeline_act_changelist")).content.decode()


@pytest.mark.parametrize("record", [lambda: event("battle"), lambda: Source.objects.first(), Person.objects.first])
def test_a_save_that_changes_nothing_is_no_act(desk, record):
    save(desk, record())
    assert not Act.objects.exists()


def test_a_save_that_is_refused_is_no_act(desk):
    record = event("battle")
    assert desk.post(page(record, "change"), {**shown(desk, record), "title": ""}).status_code == 200
    assert not Act.objects.exists()


def test_the_reason_given_is_kept_and_shown(desk):
    save(desk, event("battle"), title="The battle", why="As the book has it.")
    delete(desk, Claim.objects.get(relation__isnull=False))
    assert list(Act.objects.values_list("reason", flat=True)) == ["Told twice.", "As the book has it."]
    assert "As the book has it." in desk.get(page(event("battle"), "history")).content.decode()


def test_a_version_says_in_words_what_changed_of_the_record_and_of_its_parts(desk):
    save(desk, event("battle"), kind="siege", summary="They came in the early morning and went again in the evening.")
    save(desk, event("battle"), summary="They came in the late morning and went again in the evening.",
         **{"participations-0-role": "commander", "relations_out-0-DELETE": "on"})  # fmt: skip
    claim = event("battle").claims.get(attribute="date")
    save(desk, claim, note="Read again.")
    said = plain(desk.get(page(event("battle"), "history")))
    for words in (
        "Changed:</b> event", "<dt>kind</dt>", "<del>battle</del>", "<ins>siege</ins>",
        "<del>early</del><ins>late</ins>", "participation <bdi>“Khan, commander”</bdi>",
        "Deleted:</b> relation <bdi>“Battle after Siege”</bdi>", f"claim <bdi>“{claim.key}”</bdi>",
        "<ins>Read again.</ins>",
    ):  # fmt: skip
        assert words in said, words


def test_two_versions_are_compared_over_what_lies_between(desk):
    for title in ("One", "Two", "Three"):
        save(desk, event("battle"), title=title)
    first, _second, third = Act.objects.order_by("pk")
    said = desk.get(page(event("battle"), "compare"), {"from": third.pk, "to": first.pk})
    said = plain(said)
    assert "<del>One</del>" in said
    assert "<ins>Three</ins>" in said
    assert "<ins>Two</ins>" not in said
    same = desk.get(page(event("battle"), "compare"), {"from": third.pk, "to": third.pk})
    assert "The two are the same." in same.content.decode()
    assert desk.get(page(event("battle"), "compare"), {"from": "x", "to": "1"}).status_code == 404


def test_restoring_asks_first_and_then_puts_it_back(desk):
    before = rows()
    save(desk, event("battle"), title="Another", **{"participations-0-role": "commander"})
    restore = page(event("battle"), "restore", Act.objects.get().pk - 1)
    asked = desk.get(restore)
    assert "<del>Another</del>" in plain(asked)
    assert event("battle").title == "Another"
    sent = {name: asked.context["form"][name].value() for name in ("seen", "reason")}
    assert desk.post(restore, {**sent, "reason": "It was right."}).status_code == 302
    assert rows() == before
    assert (Act.objects.first().kind, Act.objects.first().reason) == ("restore", "It was right.")


def test_restoring_over_a_change_since_the_page_was_opened_shows_it_first(desk):
    save(desk, event("battle"), title="Another")
    restore = page(event("battle"), "restore", Act.objects.get().pk - 1)
    seen = desk.get(restore).context["form"]["seen"].value()
    save(desk, event("battle"), summary="Meanwhile.")
    answer = desk.post(restore, {"seen": seen, "reason": ""})
    assert "changed again since you opened this page" in answer.content.decode()
    assert "Meanwhile." in answer.content.decode()
    assert event("battle").title == "Another"


def test_what_was_deleted_is_listed_with_what_went_along_and_brought_back(desk):
    before, key = rows(), event("battle")
    delete(desk, event("battle"))
    assert not Event.objects.filter(slug="battle").exists()
    deleted = desk.get(reverse("admin:timeline_act_deleted"))
    assert "“Battle”" in deleted.content.decode()
    assert "rows went along" in deleted.content.decode()
    assert len(deleted.context["found"]) == 1
    history = desk.get(page(key, "history"))
    assert "This record was deleted." in history.content.decode()
    restore = page(key, "restore", Act.objects.get().pk - 1)
    asked = desk.get(restore)
    assert "Bring it back" in asked.content.decode()
    desk.post(restore, {"seen": asked.context["form"]["seen"].value(), "reason": ""})
    assert rows() == before
    assert not desk.get(reverse("admin:timeline_act_deleted")).context["found"]


def test_recent_changes_are_filtered_by_person_sort_and_day(desk, atlas):
    save(desk, event("battle"), title="The battle")
    with recording(by="ben"):
        saved(Person.objects.get(), note="A note.")
    address = reverse("admin:timeline_act_changelist")
    year = Act.objects.first().on.year

    def found(**asked) -> list[str]:
        return [act.by for act in desk.get(address, asked).context["cl"].result_list]

    assert found() == ["ben", "editor"]
    assert found(by="ben") == ["ben"]
    assert found(table="event") == ["editor"]
    assert found(on__year=year) == ["ben", "editor"]
    assert found(on__year=year - 1) == []


RIGHTS = [
    # rights, history of an event, restoring it, history of a deleted person, bringing the person back, recent changes
    ((), (403, 403, 403, 403, 403)),
    (("view_event", "view_person", "view_act", "add_person"), (403, 403, 403, 403, 403)),
    (("change_event",), (200, 200, 403, 403, 200)),
    (("change_person",), (403, 403, 200, 403, 200)),
    (("change_person", "add_person"), (403, 403, 200, 200, 200)),
    (EVERYTHING, (200, 200, 200, 200, 200)),
]


@pytest.mark.parametrize(("rights", "statuses"), RIGHTS)
def test_who_may_change_a_record_may_read_and_restore_it_and_who_may_add_may_bring_it_back(atlas, rights, statuses):
    with recording(by="anna") as changed:
        saved(event("battle"), title="Another")
    person = Person.objects.create(slug="gone", name="Gone")
    gone = Person(pk=person.pk)
    with recording(by="anna", kind="delete") as deleted:
        person.delete()
    client = holding(*rights, *PUBLISHING, name="somebody")
    addresses = (
        page(event("battle"), "history"), page(event("battle"), "restore", changed.act.pk - 1), page(gone, "history"),
        page(gone, "restore", deleted.act.pk - 1), reverse("admin:timeline_act_changelist"),
    )  # fmt: skip
    assert tuple(client.get(address).status_code for address in addresses) == statuses
    refused = [address for address, status in zip(addresses, statuses, strict=True) if status == 403]
    before = rows()
    assert {client.post(address, {"seen": "9", "reason": ""}).status_code for address in refused} <= {403}
    assert rows() == before


def test_an_act_is_read_by_who_may_change_each_of_its_rows_and_taken_back_by_who_rearranges_and_may_reverse_it(atlas):
    with recording(by="anna") as kept:
        saved(event("battle"), title="Another")
        Name.objects.filter(text="خان").delete()
    act, undo = (reverse(f"admin:timeline_act_{name}", args=[kept.act.pk]) for name in ("change", "undo"))
    for rights, statuses in (
        (("change_event",), (403, 403)),
        (("change_event", "change_name"), (200, 403)),
        (("change_event", "change_name", "add_name", "change_person"), (200, 403)),
        (("change_event", "change_name", "rearrange_event"), (200, 403)),
        (("change_event", "change_name", "add_name", "change_person", "rearrange_event"), (200, 200)),
    ):
        client = holding(*rights, *PUBLISHING, name="-".join(rights))
        assert (client.get(act).status_code, client.get(undo).status_code) == statuses
        listed = client.get(reverse("admin:timeline_act_changelist")).context["cl"].result_list
        assert len(listed) == (statuses[0] == 200)


@pytest.mark.parametrize(("rights", "status"), [([], 200), ([("publish_person", "Can publish people")], 403)])
def test_what_readers_see_is_changed_back_by_those_alone_who_may_publish(atlas, monkeypatch, rights, status):
    with recording(by="anna") as kept:
        saved(Person.objects.get(), note="x")
    monkeypatch.setattr(Person._meta, "permissions", rights)
    client = holding("change_person", "rearrange_event", name="somebody")
    assert client.get(reverse("admin:timeline_act_undo", args=[kept.act.pk])).status_code == status
    saved(Person.objects.get(), publication="draft")
    said = client.get(page(Person.objects.get(), "restore", kept.act.pk - 1)).content.decode()
    assert ("You may not publish" in said) == (status == 403)


def test_the_pages_take_as_many_queries_for_many_versions_as_for_few(desk):
    def queries() -> list[int]:
        counts = []
        for address in (page(event("battle"), "history"), reverse("admin:timeline_act_changelist"),
                        reverse("admin:timeline_act_deleted")):  # fmt: skip
            with CaptureQueriesContext(connection) as counted:
                assert desk.get(address).status_code == 200
            counts.append(len(counted))
        return counts

    def change(number: int) -> None:
        with recording(by="anna"):
            saved(event("battle"), title=f"Title {number}", theatre=event("battle").theatre)
            saved(Participation.objects.first(), order=number + 1)
        with recording(by="anna", kind="delete"):
            Person.objects.create(slug=f"p{number}", name="P")
        with recording(by="anna", kind="delete"):
            Person.objects.get(slug=f"p{number}").delete()

    change(0)
    few = queries()
    for number in range(1, 8):
        change(number)
    assert queries() == few


def test_hostile_text_in_a_history_is_shown_and_not_run(desk):
    with recording(by="<b>anna", reason=HOSTILE) as kept:
        saved(event("battle"), title=HOSTILE, summary=HOSTILE)
        saved(Participation.objects.first().person, name=HOSTILE[:200])
    restore = page(event("battle"), "restore", kept.act.pk - 1)
    for address in (page(event("battle"), "history"), restore, reverse("admin:timeline_act_changelist"),
                    reverse("admin:timeline_act_change", args=[kept.act.pk])):  # fmt: skip
        said = desk.get(address).content.decode()
        assert "<script>alert" not in said
        assert "<b>anna" not in said
        assert "&lt;script&gt;alert" in said


@pytest.mark.parametrize("address", ["999999/history/", "x/history/", "999999/history/0/restore/"])
def test_a_record_that_never_was_has_no_history(desk, address):
    assert desk.get(f"{changelist(Interpretation)}{address}").status_code == 404
