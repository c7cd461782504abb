"""Two editors on one record: the second sees both versions, chooses, and nothing of the first's is lost."""

import re
from html import unescape

import pytest

from tests.timeline.history.battle import make_battle
from tests.timeline.history.test_pages import page
from tests.timeline.history.test_restoring import event, rows, saved
from tests.timeline.roles import holding
from tests.timeline.test_admin import form_values
from tests.timeline.two_editors.together import two_editors
from timeline.models import (
    Act,
    Claim,
    Event,
    Interpretation,
    Leg,
    Movement,
    Mover,
    Name,
    Participation,
    Person,
    Relation,
)
from timeline.recording import recording

pytestmark = pytest.mark.django_db
BEFORE = "Somebody else has saved this record since you opened it."


@pytest.fixture(scope="module")
def battle(lasting):
    """The battle, made once for all tests of this file."""
    make_battle()


@pytest.fixture(scope="module")
def editors(battle):
    return two_editors()


@pytest.fixture(scope="module")
def forms(editors):
    """By record: what its form sends as the battle was made. Both editors have it open, and it is the same to both."""
    anna, ben = editors
    whole, parts = [event("battle")], [find() for find, _change, _whole in HOLDERS.values()]
    whole += [find() for _part, _change, find in HOLDERS.values()]
    found = {record: opened(ben, record) for record in dict.fromkeys([*whole, *parts])}
    assert opened(anna, event("battle")) == found[event("battle")]
    return found


def opened(client, record) -> dict:
    return form_values(client.get(page(record, "change")))


def send(client, record, values):
    return client.post(page(record, "change"), {name: value for name, value in values.items() if value is not False})


def sent_back(answer) -> dict:
    """What a browser would send of the page with both versions: the hidden fields, and what is ticked."""
    content = answer.content.decode()
    hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', content)
    ticked = re.findall(r'<input type="radio" name="([^"]+)" value="([^"]+)"[^>]*checked', content)
    return {unescape(name): unescape(value) for name, value in [*hidden, *ticked] if name != "csrfmiddlewaretoken"}


def choices(answer) -> dict[str, str]:
    """By field: what stands unless the editor chooses otherwise; "" where one must be chosen."""
    clashes = answer.context["clashes"] + [clash for rows in answer.context["inlines"] for clash in rows.clashes]
    return {clash.key: clash.chosen for clash in clashes}


def test_the_second_of_two_sees_both_versions_and_what_only_one_changed_stands(anna, ben, forms):
    hers, his = forms[event("battle")], forms[event("battle")]
    assert send(anna, event("battle"), {**hers, "title": "Anna's", "importance": "5"}).status_code == 302
    answer = send(ben, event("battle"), {**his, "summary": "Ben's", "title_fa": "نبرد"})
    assert BEFORE in answer.content.decode()
    assert choices(answer) == {"title": "theirs", "importance": "theirs", "summary": "mine", "title_fa": "mine"}
    assert "Changed event “Anna&#x27;s”." in answer.content.decode()
    assert send(ben, event("battle"), sent_back(answer)).status_code == 302
    now = event("battle")
    assert (now.title, now.importance, now.summary, now.title_fa) == ("Anna's", 5, "Ben's", "نبرد")
    assert now.version == 3
    assert list(Act.objects.values_list("by", flat=True)) == ["ben", "anna"]


@pytest.mark.parametrize(("chosen", "title"), [("mine", "Ben's"), ("theirs", "Anna's")])
def test_what_both_changed_must_be_chosen(anna, ben, forms, chosen, title):
    his = forms[event("battle")]
    send(anna, event("battle"), {**forms[event("battle")], "title": "Anna's"})
    answer = send(ben, event("battle"), {**his, "title": "Ben's"})
    assert choices(answer) == {"title": ""}
    for words in ("Battle", "Anna&#x27;s", "Ben&#x27;s", "changed by both of you"):
        assert words in answer.content.decode()
    refused = send(ben, event("battle"), sent_back(answer))
    assert "Choose what stands for: Title." in refused.content.decode()
    assert event("battle").title == "Anna's"
    assert send(ben, event("battle"), {**sent_back(refused), "choose:title": chosen}).status_code == 302
    assert event("battle").title == title


def test_a_third_save_while_choosing_is_shown_again(anna, ben, forms):
    his = forms[event("battle")]
    send(anna, event("battle"), {**his, "title": "Anna's"})
    answer = send(ben, event("battle"), {**his, "title": "Ben's"})
    send(anna, event("battle"), {**opened(anna, event("battle")), "title": "Anna's second"})
    again = send(ben, event("battle"), {**sent_back(answer), "choose:title": "mine"})
    assert "saved once more while you were choosing" in again.content.decode()
    assert "Anna&#x27;s second" in again.content.decode()
    assert event("battle").title == "Anna's second"


def test_a_page_that_does_not_say_when_it_was_opened_must_choose_everything(anna, ben, forms):
    his = forms[event("battle")]
    send(anna, event("battle"), {**forms[event("battle")], "title": "Anna's"})
    answer = send(ben, event("battle"), {**his, "seen_act": "", "summary": "Ben's"})
    assert choices(answer) == {"title": "", "summary": ""}


def test_what_is_wrong_in_what_was_chosen_is_said_on_the_form_and_nothing_is_saved(anna, ben, forms):
    his = forms[event("battle")]
    send(anna, event("battle"), {**forms[event("battle")], "summary": "Anna's"})
    answer = send(ben, event("battle"), sent_back(send(ben, event("battle"), {**his, "importance": "9"})))
    assert answer.status_code == 200
    assert answer.context["adminform"].form["summary"].value() == "Anna's"
    assert event("battle").importance == 3
    mended = {**form_values(answer), "importance": "4"}
    assert send(ben, event("battle"), mended).status_code == 302
    assert (event("battle").importance, event("battle").summary) == (4, "Anna's")


def role(values, number: int, role: str) -> dict:
    return {**values, f"participations-{number}-role": role}


def test_rows_that_the_other_changed_added_and_deleted_stay_so(anna, ben):
    saved(Person.objects.get(), name="Khan")
    other = Person.objects.create(slug="other", name="Other")
    added = Participation.objects.create(event=event("battle"), person=other)
    his = opened(ben, event("battle"))
    hers = {
        **role(opened(anna, event("battle")), 0, "commander"), "participations-1-DELETE": "on",
        "participations-TOTAL_FORMS": "3", "participations-2-id": "", "participations-2-event": event("battle").pk,
        "participations-2-person": other.pk, "participations-2-force": "", "participations-2-role": "captor",
        "participations-2-side": "",
    }  # fmt: skip
    assert send(anna, event("battle"), hers).status_code == 302
    answer = send(ben, event("battle"), {**his, "title": "Ben's"})
    said = unescape(answer.content.decode())
    assert choices(answer)["title"] == "mine"
    for words in ("Changed by the other: Khan, commander.", "Deleted by the other: Other, took part. It stays deleted.",
                  "Added by the other: Other, captor. It stays."):  # fmt: skip
        assert words in said, words
    after = [(row.person.slug, row.role) for row in Participation.objects.filter(event=event("battle"))]
    assert send(ben, event("battle"), sent_back(answer)).status_code == 302
    now = [(row.person.slug, row.role) for row in Participation.objects.filter(event=event("battle"))]
    assert now == after == [("khan", "commander"), ("other", "captor")]
    assert not Participation.objects.filter(pk=added.pk).exists()
    assert event("battle").title == "Ben's"


@pytest.mark.parametrize(("chosen", "found"), [("mine", ["captor"]), ("theirs", [])])
def test_a_row_that_one_deleted_and_the_other_changed_must_be_chosen(anna, ben, forms, chosen, found):
    his = forms[event("battle")]
    hers = {**forms[event("battle")], "participations-0-DELETE": "on"}
    key = f"participations:{Participation.objects.get().pk}:DELETE"
    assert send(anna, event("battle"), hers).status_code == 302
    answer = send(ben, event("battle"), role(his, 0, "captor"))
    assert choices(answer) == {key: ""}
    assert send(ben, event("battle"), {**sent_back(answer), f"choose:{key}": chosen}).status_code == 302
    assert list(Participation.objects.values_list("role", flat=True)) == found


@pytest.mark.parametrize(("chosen", "found"), [("mine", []), ("theirs", ["captor"])])
def test_a_row_that_the_other_changed_is_not_deleted_unseen(anna, ben, forms, chosen, found):
    his = forms[event("battle")]
    key = f"participations:{Participation.objects.get().pk}:DELETE"
    send(anna, event("battle"), role(forms[event("battle")], 0, "captor"))
    answer = send(ben, event("battle"), {**his, "participations-0-DELETE": "on"})
    assert choices(answer) == {key: ""}
    assert send(ben, event("battle"), {**sent_back(answer), f"choose:{key}": chosen}).status_code == 302
    assert list(Participation.objects.values_list("role", flat=True)) == found


def test_a_column_of_a_row_that_both_changed_must_be_chosen(anna, ben, forms):
    his = forms[event("battle")]
    key = f"participations:{Participation.objects.get().pk}:role"
    send(anna, event("battle"), role(forms[event("battle")], 0, "captor"))
    answer = send(ben, event("battle"), role(his, 0, "commander"))
    assert choices(answer) == {key: ""}
    assert "captor" in answer.content.decode()
    send(ben, event("battle"), {**sent_back(answer), f"choose:{key}": "mine"})
    assert Participation.objects.get().role == "commander"


def test_a_box_that_one_unticked_stays_unticked(anna, ben, forms):
    movement = Movement.objects.get()
    his = forms[movement]
    assert his["legs-0-inferred"] is True
    assert send(anna, movement, {**forms[movement], "legs-0-inferred": False}).status_code == 302
    answer = send(ben, movement, {**his, "title": "Ben's"})
    assert choices(answer) == {"title": "mine", f"legs:{Leg.objects.get(order=1).pk}:inferred": "theirs"}
    assert send(ben, movement, sent_back(answer)).status_code == 302
    assert Leg.objects.get(order=1).inferred is False
    assert Movement.objects.get().title == "Ben's"


HOLDERS = {
    "an interpretation": (lambda: Interpretation.objects.get(), {"value": "1909-07-12"},
                          lambda: Claim.objects.get(interpretation__isnull=False)),
    "a participation": (lambda: Participation.objects.get(), {"role": "captor"}, lambda: event("battle")),
    "a relation": (lambda: Relation.objects.get(), {"low": "1"}, lambda: event("battle")),
    "a leg": (lambda: Leg.objects.get(order=1), {"mode": "riders"}, lambda: Movement.objects.get()),
    "a mover": (lambda: Mover.objects.get(), {"from_leg": "2"}, lambda: Movement.objects.get()),
    "a name": (lambda: Name.objects.get(text="خان"), {"text": "خانه"}, lambda: Person.objects.get()),
}  # fmt: skip


@pytest.mark.parametrize("what", HOLDERS)
def test_a_part_saved_on_its_own_page_is_noticed_by_whoever_has_the_whole_open(anna, ben, forms, what):
    part, change, whole = HOLDERS[what]
    his = forms[whole()]
    assert send(anna, part(), {**forms[part()], **change}).status_code == 302
    after = rows()
    answer = send(ben, whole(), his)
    assert BEFORE in answer.content.decode()
    assert "Changed by the other:" in answer.content.decode()
    assert send(ben, whole(), sent_back(answer)).status_code == 302
    assert rows() == after


@pytest.mark.parametrize("what", HOLDERS)
def test_a_part_saved_with_the_whole_is_noticed_by_whoever_has_the_part_open(anna, ben, forms, what):
    find, change, whole = HOLDERS[what]
    part, (column, value) = find(), next(iter(change.items()))
    values = forms[whole()]
    row = next(
        start
        for name, key in values.items()
        if str(key) == str(part.pk) and (start := name.removesuffix("id")) != name and f"{start}{column}" in values
    )
    send(anna, whole(), {**values, f"{row}{column}": value})
    now = type(part).objects.get(pk=part.pk)
    assert (str(getattr(now, column)), now.version) == (value, part.version + 1)


def test_what_was_entered_of_a_record_that_was_deleted_meanwhile_is_shown(anna, ben, forms):
    gone = event("battle")
    his = forms[gone]
    assert anna.post(page(gone, "delete"), {"post": "yes"}).status_code == 302
    answer = send(ben, gone, {**his, "summary": "Long and carefully worded."})
    said = answer.content.decode()
    assert "Somebody else has deleted it since you opened it." in said
    assert "Long and carefully worded." in said
    assert page(gone, "history") in said
    assert not Event.objects.filter(slug="battle").exists()


def test_a_change_that_no_act_tells_of_must_be_chosen(anna, ben, forms):
    his = forms[event("battle")]
    saved(event("battle"), title="From a shell", version=2)
    answer = send(ben, event("battle"), {**his, "summary": "Ben's"})
    assert choices(answer) == {"title": "", "summary": ""}


def test_only_who_may_change_the_record_is_shown_both_versions(anna, forms):
    his = forms[event("battle")]
    with recording(by="anna"):
        saved(event("battle"), title="Secret", version=2)
    reader = holding("view_event", name="reader")
    assert reader.post(page(event("battle"), "change"), {**his, "_settle": "2"}).status_code == 403
