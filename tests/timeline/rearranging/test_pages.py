"""The editors' pages for rearranging: who may, what is shown before anything happens, and how it ends."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import make_claim, make_event, make_force, make_movement, make_participation, make_relation
from tests.timeline.rearranging.addresses import to_merge
from tests.timeline.rearranging.atlases import every_row
from tests.timeline.rearranging.doing import decide, merge
from tests.timeline.roles import holding
from timeline import proposing
from timeline.models import Act, ActRow, Claim, Dismissal, Event, Movement, Relation
from timeline.proposals import Proposal
from timeline.rearranging import acts
from timeline.rearranging.rows import image
from timeline.resolving import resolve_atlas

pytestmark = pytest.mark.django_db
EVERYTHING = every_row.__kwdefaults__["aside"] - {"act", "actrow", "concern", "formerslug"}


def rows() -> dict:
    return every_row(aside=set(EVERYTHING))


@pytest.fixture
def proposed(monkeypatch, pair):
    def propose(atlas):
        return [
            Proposal("same_event", ("kept", "gone"), "Same kind, a week apart."),
            Proposal("missing_relation", ("gone", "kept"), "Told one after the other.", relation="after"),
            Proposal("march_of_event", ("march", "kept"), "It comes there on that day."),
            Proposal("same_event", ("kept", "deleted-since"), "One of the two is not there any longer."),
        ]

    monkeypatch.setattr(proposing, "propose", propose)


def to_move(*claims: Claim, to=None) -> str:
    aim = f"&to={to._meta.model_name}.{to.pk}" if to else ""
    return f"{reverse('admin:timeline_claim_move')}?claims={','.join(str(claim.pk) for claim in claims)}{aim}"


def to_attach(movement: Movement, event: Event) -> str:
    return f"{reverse('admin:timeline_event_attach')}?movement={movement.pk}&event={event.pk}"


def pages(kept: Event, gone: Event, act: Act) -> list[str]:
    return [
        to_merge(kept, gone),
        reverse("admin:timeline_event_merge_with", args=[kept.pk]),
        reverse("admin:timeline_event_split", args=[kept.pk]),
        f"{reverse('admin:timeline_event_relate')}?from={kept.pk}&to={gone.pk}&kind=after",
        to_attach(Movement.objects.get(slug="march"), kept),
        to_move(kept.claims.first()),
        to_move(kept.claims.first(), to=gone),
        reverse("admin:timeline_event_proposals"),
        reverse("admin:timeline_event_put_aside"),
        reverse("admin:timeline_act_add"),
        reverse("admin:timeline_act_undo", args=[act.pk]),
        *pages_to_read(act),
    ]


def pages_to_read(act: Act) -> list[str]:
    """Open to whoever may change what the act changed, and to whoever rearranges."""
    return [reverse("admin:timeline_act_changelist"), reverse("admin:timeline_act_change", args=[act.pk])]


@pytest.fixture
def act(pair):
    """An act that has nothing to do with the pair."""
    return acts.relate(Event.objects.get(slug="third").pk, "after", Event.objects.get(slug="hanging").pk, by="Editor")


def fields(answer) -> dict[str, object]:
    """What a browser would send of the form as it is shown."""
    form = answer.context["form"]
    return {name: value for name in form.fields if (value := form[name].value()) is not None}


@pytest.mark.parametrize(
    ("rights", "status", "reading"),
    [
        ((), 403, [403, 403]),
        (("view_event", "view_claim", "view_act"), 403, [403, 403]),
        (("change_claim", "add_event", "delete_event"), 403, [200, 403]),
        (("change_event", "change_claim", "publish_event"), 403, [200, 403]),
        (("change_event", "change_claim", "change_relation"), 403, [200, 200]),
        (("rearrange_event", "change_claim"), 200, [200, 200]),
    ],
)
def test_only_who_may_rearrange_opens_these_pages_or_sends_from_them(pair, act, proposed, rights, status, reading):
    client = holding(*rights, name="somebody")
    before = rows()
    read = pages_to_read(act)
    assert [client.get(address).status_code for address in read] == reading
    for address in pages(*pair, act):
        refused = (reading[read.index(address)] if address in read else status) == 403
        assert client.get(address).status_code == (403 if refused else 200), address
        if refused:
            assert client.post(address, {"save": "1", "row": "claim.1"}).status_code == 403, address
    assert rows() == before


def test_who_may_read_an_act_and_not_rearrange_does_not_take_it_back(pair, act):
    client = holding(
        "change_event", "change_relation", "add_relation", "delete_relation", "publish_event", name="somebody"
    )
    page = client.get(reverse("admin:timeline_act_change", args=[act.pk])).content.decode()
    assert reverse("admin:timeline_act_undo", args=[act.pk]) not in page


def test_a_stranger_is_asked_to_log_in(pair, act, client):
    for address in pages(*pair, act):
        for answer in (client.get(address), client.post(address, {"save": "1"})):
            assert (answer.status_code, "/login/" in answer["Location"]) == (302, True)


def test_moving_claims_needs_the_right_to_change_claims_as_well(pair):
    client = holding("change_event", "rearrange_event", name="somebody")
    claim = pair[0].claims.first()
    for address in (to_move(claim), to_move(claim, to=pair[1])):
        assert client.get(address).status_code == 403
        assert client.post(address, {"save": "1"}).status_code == 403


@pytest.mark.parametrize(
    ("rights", "shown"),
    [
        (("view_event", "view_claim"), 0),
        (("change_event", "change_claim", "publish_event", "publish_claim"), 0),
        (("change_event", "change_claim", "publish_event", "publish_claim", "rearrange_event"), 1),
    ],
)
def test_buttons_are_there_for_who_may_press_them(pair, rights, shown):
    client = holding(*rights, name="somebody")
    kept = pair[0]
    expected = {
        reverse("admin:timeline_event_change", args=[kept.pk]): [
            reverse("admin:timeline_event_merge_with", args=[kept.pk]),
            reverse("admin:timeline_event_split", args=[kept.pk]),
        ],
        reverse("admin:timeline_event_changelist"): ["merge_selected", reverse("admin:timeline_event_proposals")],
        reverse("admin:timeline_claim_changelist"): ["move_selected"],
        reverse("admin:timeline_claim_change", args=[kept.claims.first().pk]): [to_move(kept.claims.first())],
    }
    for address, texts in expected.items():
        content = client.get(address).content.decode()
        assert [text in content for text in texts] == [bool(shown)] * len(texts), address


def test_no_page_writes_when_it_is_only_looked_at(desk, pair, act, proposed):
    before = rows()
    for address in pages(*pair, act):
        assert desk.get(address).status_code == 200
        assert desk.head(address).status_code == 200
    assert rows() == before


def test_forms_carry_a_token_and_are_refused_without_it(desk, pair, act, proposed):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = desk.cookies
    for address in pages(*pair, act):
        answer = desk.get(address)
        posting = re.findall(r'<form[^>]*method="post".*?</form>', answer.content.decode(), flags=re.DOTALL)
        # The first is the admin's own way to log out.
        assert all("csrfmiddlewaretoken" in form for form in posting)
        assert strict.post(address, {"save": "1"}).status_code == 403


def test_two_chosen_in_the_list_are_compared_and_merged(desk, pair):
    kept, gone = pair
    gone.decisions.all().delete()
    chosen = {"action": "merge_selected", "_selected_action": [kept.pk, gone.pk]}
    answer = desk.post(reverse("admin:timeline_event_changelist"), chosen)
    assert answer["Location"] == to_merge(kept, gone)
    compared = desk.get(answer["Location"])
    content = compared.content.decode()
    for text in ("Kept", "Gone", "13 July 1909", "20 July 1909", "Army, took part", "still open"):
        assert text in content
    assert compared.context["outlook"].new == 1
    assert Event.objects.filter(slug="gone").exists(), "nothing is written before it is confirmed"
    done = desk.post(answer["Location"], {**fields(compared), "reason": "One entry.", "save": "1"}, follow=True)
    act = Act.objects.get()
    assert done.redirect_chain[-1][0] == reverse("admin:timeline_act_change", args=[act.pk])
    content = done.content.decode()
    assert "Merged “Gone” into “Kept”." in content
    assert reverse("admin:timeline_act_undo", args=[act.pk]) in content
    assert (act.by, act.reason) == ("reviewer", "One entry.")
    history = desk.get(reverse("admin:timeline_event_history", args=[kept.pk])).content.decode()
    assert "Merged “Gone” into “Kept”." in history
    kept.refresh_from_db()
    assert kept.disputed


@pytest.mark.parametrize("number", [1, 3])
def test_any_other_number_than_two_is_not_merged(desk, pair, number):
    keys = list(Event.objects.values_list("pk", flat=True)[:number])
    answer = desk.post(
        reverse("admin:timeline_event_changelist"), {"action": "merge_selected", "_selected_action": keys}, follow=True
    )
    assert "Choose exactly two events to merge." in answer.content.decode()


def test_what_the_page_foresees_is_what_comes_to_pass(desk, pair):
    kept, gone = pair
    gone.decisions.all().delete()
    foreseen = desk.get(to_merge(kept, gone)).context["outlook"]
    merge(kept, gone)
    shown = desk.get(reverse("admin:timeline_event_split", args=[kept.pk])).context["side"]
    assert shown.when == foreseen.days_then
    kept.refresh_from_db()
    assert kept.disputed == bool(foreseen.clashes)


def test_looking_for_the_other_event_finds_by_words_and_without_them_what_is_alike(desk, pair):
    address = reverse("admin:timeline_event_merge_with", args=[pair[0].pk])
    alike = [each.record.slug for each in desk.get(address).context["found"]]
    assert "gone" in alike
    assert "kept" not in alike
    assert [each.record.slug for each in desk.get(address, {"q": "thi"}).context["found"]] == ["third"]
    assert "None was found" in desk.get(address, {"q": "nowhere to be found"}).content.decode()


def test_a_decision_of_each_is_chosen_between_before_the_two_are_merged(desk, pair):
    kept, gone = pair
    mine = decide(kept, kept.claims.get(attribute="date"))
    theirs = gone.decisions.get()
    page = desk.get(to_merge(kept, gone))
    refused = desk.post(to_merge(kept, gone), {**fields(page), "save": "1"})
    assert refused.status_code == 200
    assert "is not chosen: choose one." in refused.content.decode()
    desk.post(to_merge(kept, gone), {**fields(page), "decision_1": str(theirs.pk), "save": "1"})
    assert list(kept.decisions.values_list("pk", flat=True)) == [theirs.pk]
    acts.undo(Act.objects.get(), by="editor")
    assert {decision.pk for decision in kept.decisions.all()} == {mine.pk}


def test_the_other_title_is_taken_where_it_is_chosen_and_shown_before(desk, pair):
    kept, gone = pair
    page = desk.get(to_merge(kept, gone))
    assert page.context["form"]["title"].value() == "kept"
    again = desk.post(to_merge(kept, gone), {**fields(page), "title": "other", "preview": "1"})
    assert again.context["outlook"].title == "Gone"
    assert Event.objects.get(pk=kept.pk).title == "Kept"
    desk.post(to_merge(kept, gone), {**fields(again), "title": "other", "save": "1"})
    assert Event.objects.get(pk=kept.pk).title == "Gone"


def test_of_two_editors_the_second_sees_what_the_first_saved_before_merging(desk, pair):
    kept, gone = pair
    page = desk.get(to_merge(kept, gone))
    gone.title = "Gone, as another editor calls it"
    gone.save()
    refused = desk.post(to_merge(kept, gone), {**fields(page), "save": "1"})
    content = refused.content.decode()
    assert "Somebody else has saved" in content
    assert "as another editor calls it" in content
    assert Event.objects.filter(slug="gone").exists()
    desk.post(to_merge(kept, gone), {**fields(refused), "save": "1"})
    assert not Event.objects.filter(slug="gone").exists()


def test_what_can_not_be_merged_is_said_and_has_no_button(desk, pair):
    kept, gone = pair
    make_relation(gone, "after", kept)
    answer = desk.get(to_merge(kept, gone))
    content = answer.content.decode()
    assert "A source relates “Kept” and “Gone” to each other" in content
    assert 'name="save"' not in content
    assert desk.post(to_merge(kept, gone), {"save": "1"}).status_code == 200
    assert Event.objects.filter(slug="gone").exists()


def test_chosen_claims_are_split_off_after_a_look_at_both(desk, pair):
    kept, gone = pair
    merge(kept, gone)
    claim = Claim.objects.get(face="1909-07-20")
    address = reverse("admin:timeline_event_split", args=[kept.pk])
    page = desk.get(address)
    sent = {**fields(page), "title": "The second entry", "kind": "battle", "row": [f"claim.{claim.pk}"]}
    before = rows()
    looked = desk.post(address, {**sent, "preview": "1"})
    assert rows() == before
    assert [each.days_then for each in looked.context["foreseen"]] == ["13 July 1909", "20 July 1909"]
    assert f'value="claim.{claim.pk}" checked' in looked.content.decode()
    answer = desk.post(address, {**sent, "save": "1"}, follow=True)
    assert "Split “The second entry” off “Kept”." in answer.content.decode()
    made = Event.objects.get(slug="the-second-entry")
    assert (made.edtf, made.publication) == ("1909-07-20", "published")
    assert made.published_on > kept.published_on


def test_a_split_of_nothing_says_what_to_do(desk, pair):
    address = reverse("admin:timeline_event_split", args=[pair[0].pk])
    for button in ("preview", "save"):
        sent = {**fields(desk.get(address)), "title": "Nothing", "kind": "battle", button: "1"}
        assert "Choose at least one claim" in desk.post(address, sent).content.decode()


def test_a_title_that_was_used_gets_an_address_of_its_own(desk, pair):
    kept, _gone = pair
    address = reverse("admin:timeline_event_split", args=[kept.pk])
    claim = kept.claims.filter(attribute="date").first()
    sent = {**fields(desk.get(address)), "title": "Older", "kind": "battle", "row": [f"claim.{claim.pk}"], "save": "1"}
    desk.post(address, sent)
    assert Claim.objects.get(pk=claim.pk).event.slug == "older-2", "“older” leads to another event"


def test_claims_chosen_in_the_list_are_moved_to_what_is_found(desk, pair):
    kept, gone = pair
    claim = gone.claims.get(attribute="date")
    gone.decisions.all().delete()
    answer = desk.post(
        reverse("admin:timeline_claim_changelist"), {"action": "move_selected", "_selected_action": [claim.pk]}
    )
    assert answer["Location"] == to_move(claim)
    found = desk.get(answer["Location"] + "&q=kept").context["found"]
    assert [choice.row for choice in found] == [f"event.{kept.pk}"]
    assert [part.sort for part in found[0].parts] == ["participation", "relation"]
    page = desk.get(to_move(claim, to=kept))
    assert [each.new for each in page.context["outlooks"] if each.title == "Kept"] == [1]
    done = desk.post(to_move(claim, to=kept), {**fields(page), "save": "1"}, follow=True)
    assert "Moved claims of “Gone” to “Kept”." in done.content.decode()
    assert Claim.objects.get(pk=claim.pk).event == kept


def test_a_move_that_can_not_be_is_said_before_it_is_tried(desk, pair):
    kept, gone = pair
    sequence = make_claim(event=kept, attribute="sequence", low=1, high=1, unit="day")
    content = desk.get(to_move(sequence, to=gone.movements.first())).content.decode()
    assert "can&#x27;t be said of that" in content
    assert 'name="save"' not in content


def test_an_act_is_taken_back_from_its_page(desk, pair):
    act = merge(*pair)
    page = desk.get(reverse("admin:timeline_act_undo", args=[act.pk]))
    assert "Every row below will be as it was before." in page.content.decode()
    done = desk.post(reverse("admin:timeline_act_undo", args=[act.pk]), {"reason": "Two.", "save": "1"}, follow=True)
    assert f"Took act {act.pk} back: Merged “Gone” into “Kept”." in done.content.decode()
    assert Event.objects.filter(slug="gone").exists()
    listed = desk.get(reverse("admin:timeline_act_changelist")).content.decode()
    assert f"taken back by act {Act.objects.first().pk}" in listed
    again = desk.get(reverse("admin:timeline_act_undo", args=[act.pk])).content.decode()
    assert "This was taken back already" in again


def test_an_act_shows_each_row_with_names_and_not_with_numbers(desk, pair):
    content = desk.get(reverse("admin:timeline_act_change", args=[merge(*pair).pk])).content.decode()
    for text in ("Event removed: 1", "Claims changed:", "<del>Gone</del>", "<ins>Kept</ins>", "Movement changed: 1"):
        assert text in content


def test_an_act_is_neither_edited_nor_deleted(desk, pair):
    act = merge(*pair)
    root = get_user_model().objects.create_superuser("root", password="not a common one 1288")
    desk.force_login(root)
    assert desk.get(reverse("admin:timeline_act_delete", args=[act.pk])).status_code == 403
    desk.post(reverse("admin:timeline_act_change", args=[act.pk]), {"by": "Nobody", "reason": "None"})
    act.refresh_from_db()
    assert act.by == "Editor"
    chosen = {"action": "delete_selected", "_selected_action": [act.pk], "post": "yes"}
    desk.post(reverse("admin:timeline_act_changelist"), chosen)
    assert Act.objects.filter(pk=act.pk).exists()


def test_a_proposal_leads_to_the_page_that_does_it(desk, pair, proposed):
    kept, gone = pair
    page = desk.get(reverse("admin:timeline_event_proposals"))
    assert [each.address for each in page.context["shown"]] == [
        to_merge(kept, gone),
        f"{reverse('admin:timeline_event_relate')}?from={gone.pk}&to={kept.pk}&kind=after",
        to_attach(Movement.objects.get(slug="march"), kept),
    ]
    related = desk.get(page.context["shown"][1].address)
    assert related.context["form"]["kind"].value() == "after"
    desk.post(page.context["shown"][1].address, {**fields(related), "save": "1"})
    assert Relation.objects.filter(from_event=gone, kind="after", to_event=kept).exists()
    attached = desk.get(page.context["shown"][2].address)
    assert "Until now it is told with “Gone”." in attached.content.decode()
    done = desk.post(page.context["shown"][2].address, {**fields(attached), "save": "1"}, follow=True)
    assert "Related “March” to “Kept”." in done.content.decode()
    assert Movement.objects.get(slug="march").event == kept
    acts.undo(Act.objects.first(), by="editor")
    assert Movement.objects.get(slug="march").event == gone


def test_a_dismissed_proposal_is_not_made_again_until_that_is_taken_back(desk, pair, proposed):
    address = reverse("admin:timeline_event_proposals")
    key = "same_event:gone:kept"
    assert "Say why" in desk.post(address, {"proposal": key, "reason": ""}, follow=True).content.decode()
    answer = desk.post(address, {"proposal": key, "reason": "Two sieges."}, follow=True)
    assert [each.heading for each in answer.context["shown"]] == [
        "A relation may be missing", "A march may belong to an event",
    ]  # fmt: skip
    aside = desk.get(reverse("admin:timeline_event_put_aside")).content.decode()
    assert "Two sieges." in aside
    act = Act.objects.get(kind="dismiss")
    assert reverse("admin:timeline_act_undo", args=[act.pk]) in aside
    desk.post(reverse("admin:timeline_act_undo", args=[act.pk]), {"save": "1"})
    assert not Dismissal.objects.exists()
    assert len(desk.get(address).context["shown"]) == 3


def test_a_proposal_that_is_made_no_longer_is_not_dismissed(desk, pair, proposed):
    answer = desk.post(
        reverse("admin:timeline_event_proposals"), {"proposal": "same_event:a:b", "reason": "So."}, follow=True
    )
    assert "This is proposed no longer" in answer.content.decode()
    assert not Dismissal.objects.exists()


BAD = [
    "event/merge/", "event/merge/?keep=1", "event/merge/?keep=x&other=y", "event/merge/?keep=999999&other=999998",
    "event/merge/?keep=99999999999999999999999&other=1", "event/merge/?keep=-1&other=%00", "event/999999/split/",
    "event/999999/merge/", "event/99999999999999999999999/split/", "event/relate/?from=1", "claim/move/",
    "claim/move/?claims=x", "claim/move/?claims=999999", "act/999999/undo/", "act/99999999999999999999999/undo/",
    "act/99999999999999999999999/change/", "event/attach/",
    "event/attach/?event=1&movement=999999", "act/x/change/", "event/proposals/?atlas=none",
]  # fmt: skip


@pytest.mark.parametrize("address", BAD)
def test_an_address_that_names_nothing_is_not_found(desk, address):
    assert desk.get(f"/admin/timeline/{address}").status_code == 404


@pytest.mark.parametrize("to", ["event.999999", "nothing.1", "event", "event.x", "event.99999999999999999999"])
def test_claims_are_not_moved_to_what_is_not_there(desk, pair, to):
    assert desk.get(to_move(pair[0].claims.first()) + f"&to={to}").status_code == 404


HOSTILE = "<script>alert(1)</script>\u202e=1+1 " + "x" * 10_000


def test_hostile_text_is_shown_and_not_run(desk, pair, proposed):
    kept, gone = pair
    for event in pair:
        Event.objects.filter(pk=event.pk).update(title=HOSTILE, summary=HOSTILE)
        event.refresh_from_db()
    Claim.objects.filter(event=gone).update(as_printed=HOSTILE[:300], note=HOSTILE)
    shown = [desk.get(address).content.decode() for address in pages(kept, gone, act_on(pair))]
    kept.refresh_from_db()
    act = merge(kept, gone, reason=HOSTILE)
    shown.append(desk.get(reverse("admin:timeline_act_change", args=[act.pk])).content.decode())
    shown.append(desk.get(reverse("admin:timeline_act_changelist")).content.decode())
    assert not any("<script>alert" in content for content in shown)
    assert sum("&lt;script&gt;alert" in content for content in shown) > 5


def act_on(pair) -> Act:
    return acts.relate(pair[0].pk, "orders", Event.objects.get(slug="third").pk, by="Editor", reason=HOSTILE)


def crowd(pair, numbers: range) -> None:
    """Give both events more of everything, and the lists more to show."""
    kept, gone = pair
    for number in numbers:
        for event in pair:
            make_claim(event=event, face="1909-07-13")
            make_participation(event=event, force=make_force(), side="royalists")
            make_movement(event.atlas, event=event)
        extra = make_event(kept.atlas, f"extra-{number}")
        make_relation(extra, "after", gone)
        subjects = [["event", extra.slug, extra.title]]
        kept_act = {"atlas": kept.atlas, "subjects": subjects, "by": "Editor"}
        Act.objects.create(kind="undo", undoes=Act.objects.create(kind="split", **kept_act), **kept_act)
        aside = Dismissal.objects.create(atlas=kept.atlas, proposal=f"of old:{number}", reason="So.", by="Editor")
        dismissing = Act.objects.create(kind="dismiss", **kept_act)
        ActRow.objects.create(act=dismissing, table="dismissal", key=aside.pk, after=image(aside))
    resolve_atlas(kept.atlas)
    for event in pair:
        event.refresh_from_db()


def counted(client: Client, pair, *, again: bool = False) -> dict[str, int]:
    """How many queries each page takes, once what a process asks but once is known."""
    kept, gone = pair
    act = merge(kept, gone)
    acts.undo(act, by="Editor")
    addresses = [*pages(kept, gone, act), to_move(*gone.claims.filter(attribute="date"), to=kept)]
    found = {}
    for number, address in enumerate(addresses):
        if not again:
            client.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        found[f"{number} {address.partition('?')[0]}"] = len(captured)
    return found


def test_pages_take_as_many_queries_for_little_as_for_much(desk, pair, monkeypatch):
    def propose(atlas):
        others = Event.objects.filter(slug__startswith="extra").values_list("slug", flat=True)
        return [Proposal("same_event", ("kept", slug), "So.") for slug in others]

    monkeypatch.setattr(proposing, "propose", propose)
    # Writing the folded text anew for each of them takes much of the time, and no page here looks at it.
    monkeypatch.setattr("tests.factories.refresh", lambda record: record.save())
    crowd(pair, range(1))
    few = counted(desk, pair)
    crowd(pair, range(1, 12))
    many = counted(desk, pair, again=True)
    assert list(many.values()) == list(few.values()), (few, many)
