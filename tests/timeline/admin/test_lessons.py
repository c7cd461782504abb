"""Lessons in the admin: steps in order, views pasted as addresses, the way to readers, and back from any change."""

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import make_atlas, make_claim, make_event, make_lesson, make_side
from tests.timeline.admin.desk import form_values, problems, signed_in
from tests.timeline.roles import account, browser
from timeline.history.restoring import restore
from timeline.models import Act, Atlas, Claim, FormerSlug, Lesson, LessonStep
from timeline.publishing.steps import take
from timeline.publishing.verbs import VERBS
from timeline.rearranging import acts
from timeline.rearranging.plan import Refused, Row

pytestmark = pytest.mark.django_db
ADD = "/admin/timeline/lesson/add/"
PASTED = "https://atlas.example/?day=1909-07-13&from=1909-07-01&at=event:entry&theme=dark&lang=fa&lesson=old&step=2#map"
KEPT = "from=1909-07-01&day=1909-07-13&at=event:entry"


@pytest.fixture
def desk(client):
    return signed_in(client)


@pytest.fixture
def entry(atlas):
    make_side(atlas, "reds")
    return make_event(atlas, "entry", on="1909-07-13")


@pytest.fixture
def tour(entry):
    steps = [{"title": title, "state": "at=event:entry"} for title in ("One", "Two", "Three")]
    return make_lesson(entry.atlas, "tour", steps=tuple(steps))


def page(lesson, name: str = "change", *more) -> str:
    return reverse(f"admin:timeline_lesson_{name}", args=[lesson.pk, *more])


def step(at: int, **fields) -> dict[str, str]:
    return {f"steps-{at}-{name}": str(value) for name, value in fields.items()}


def sent(desk, lesson, **values):
    return desk.post(page(lesson), form_values(desk.get(page(lesson))) | values)


def saved(desk, lesson, **values) -> None:
    answer = sent(desk, lesson, **values)
    assert answer.status_code == 302, problems(answer)


def titles() -> list[tuple[int, str]]:
    return list(LessonStep.objects.order_by("order").values_list("order", "title"))


def taken(verb: str, *records):
    user = User.objects.filter(username="taker").first() or account("Reviewer", "taker")
    return take(VERBS[verb], records, user=user, words="It was wrong." if verb == "withdraw" else "")


def test_a_lesson_is_entered_with_its_steps_and_a_pasted_address_becomes_its_view(desk, atlas, entry):
    new = {"title": "Tour", "slug": "tour", "atlas": atlas.pk, "order": "1", "summary": "How it fell."}
    rows = {"steps-TOTAL_FORMS": "2", "steps-INITIAL_FORMS": "0"}
    rows |= step(0, title="One", state=PASTED, text="Read.\r\n\r\nLook.", claim=entry.claims.get().pk)
    rows |= step(1, title="Two")
    assert desk.post(ADD, new | rows).status_code == 302
    lesson = Lesson.objects.get()
    one, two = lesson.steps.all()
    assert (lesson.publication, lesson.step_count) == ("draft", 2)
    assert (one.state, one.claim, two.state, one.order, two.order) == (KEPT, entry.claims.get(), "", 1, 2)
    shown = desk.get(page(lesson)).content.decode()
    assert f'<a href="/?{KEPT.replace("&", "&amp;")}" target="_blank" rel="noopener">Open this view</a>' in shown
    assert Act.objects.get().subjects == [["lesson", "tour", "Tour"]]


def test_without_an_atlas_only_that_is_asked_for_and_what_was_pasted_stays_in_the_form(desk, atlas):
    rows = {"steps-TOTAL_FORMS": "1", "steps-INITIAL_FORMS": "0", **step(0, title="One", state=PASTED)}
    answer = desk.post(ADD, {"title": "Tour", "slug": "tour", "order": "1"} | rows)
    form = answer.context["adminform"].form
    assert form.errors == {"atlas": ["Choose the atlas it leads through."]}
    (row,) = answer.context["inline_admin_formsets"][0].formset.forms
    assert (row.errors, row["state"].value()) == ({}, PASTED)


@pytest.mark.parametrize(
    ("typed", "code", "words"),
    [
        ("https://atlas.example/events/entry/", "not_a_view", "This is not the address of a view"),
        ("https://atlas.example/a/other/?day=1909-07-13", "in_another_atlas", "This address opens “Another”"),
        ("/a/nothing/", "in_another_atlas", "This address opens “nothing”"),
        ("http://[", "not_a_view", "This is not the address of a view"),
        ("?day=soon", "bad_date", "day: “soon” is not a date"),
        ("day=1909-07-13&zoom=4", "unknown_key", "zoom: A view has no “zoom”"),
        ("at=event:fall", "unknown_slug", "at: There is no event “fall”"),
        ("at=entry", "bad_slug", "at: What is chosen is named as"),
        ("at=event:elsewhere", "in_another_atlas", "at: The event “elsewhere” belongs to another atlas"),
        ("side=blues", "unknown_slug", "side: There is no side “blues”"),
        ("from=1909-07-31&to=1909-07-01", "bad_range", "to: The window ends before it begins"),
        (f"q={'x' * 2100}", "too_long", "q: This value is longer"),
        ("&".join(["q=" + "x" * 150] * 14), "too_long", "This view is longer than 2000 characters"),
        ("&" * 1_500, "too_long", "This view has more than a thousand parts"),
        ("https://atlas.example/?" + "&" * 1_500, "too_long", "This view has more than a thousand parts"),
    ],
)
def test_a_view_that_can_not_be_opened_is_refused_in_a_sentence(desk, tour, typed, code, words):
    make_event(make_atlas("other", title="Another", is_default=False), "elsewhere", on="1909")
    answer = sent(desk, tour, **step(0, state=typed))
    form = answer.context["inline_admin_formsets"][0].formset.forms[0]
    errors = form.errors.as_data()["state"]
    assert code in [error.code for error in errors]
    assert any(str(each).startswith(words) for each in form.errors["state"]), form.errors
    assert LessonStep.objects.first().state == "at=event:entry"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://elsewhere.example/a/revolution/?at=event%3Aentry&side=reds", "at=event:entry&side=reds"),
        ("/embed/a/revolution/?lanes=side", "lanes=side"),
        ("/a/uprising/?day=1909-07-13", "day=1909-07-13"),
        ("https://atlas.example", ""),
        ("?kind=siege&kind=battle&q=", "kind=siege&kind=battle"),
        ("  map=35.7,51.4,8  ", "map=35.7,51.4,8"),
        ("at=event:entrance", "at=event:entrance"),
    ],
)
def test_what_opens_a_view_of_the_atlas_is_kept_in_its_usual_form(desk, tour, typed, kept):
    FormerSlug.objects.create(kind="atlas", old="uprising", new="revolution")
    FormerSlug.objects.create(kind="event", old="entrance", new="entry")
    saved(desk, tour, **step(0, state=typed))
    assert LessonStep.objects.get(order=1).state == kept


@pytest.mark.parametrize(
    ("values", "order"),
    [
        (step(0, position=3), "Two Three One"),
        (step(2, position=1), "Three One Two"),
        (step(1, DELETE="on"), "One Three"),
        ({"steps-TOTAL_FORMS": "4", **step(3, title="New", position=2)}, "One New Two Three"),
        ({"steps-TOTAL_FORMS": "4", **step(3, title="New"), **step(0, DELETE="on")}, "Two Three New"),
    ],
)
def test_typed_numbers_are_an_order_and_steps_stay_counted_from_one(desk, tour, values, order):
    saved(desk, tour, **values)
    assert titles() == list(enumerate(order.split(), start=1))
    tour.refresh_from_db()
    assert tour.step_count == len(order.split())
    assert all(word.lower() in tour.search for word in order.split())


def test_nothing_is_shown_without_a_step_in_the_form_by_the_steps_and_by_the_database(desk, atlas, tour):
    answer = sent(desk, tour, **{key: "on" for at in range(3) for key in step(at, DELETE="on")})
    assert "Readers see this lesson: leave it one step at least, or withdraw it first." in problems(answer)
    bare = make_lesson(atlas, "bare", steps=(), publication="draft")
    for verb in ("submit", "publish"):
        plan = taken(verb, bare)
        assert [*plan.refused.values()] == [
            "Nothing is published without a step: write the first step of the lesson first."
        ]
    with pytest.raises(IntegrityError), transaction.atomic():
        Lesson.objects.filter(pk=bare.pk).update(publication="published")
    with pytest.raises(IntegrityError), transaction.atomic():
        Lesson.objects.filter(pk=tour.pk).update(step_count=0)


def test_a_draft_is_submitted_published_withdrawn_and_shown_again(client, atlas, entry):
    lesson = make_lesson(atlas, "tour", publication="draft", published_on=None)
    address = "/api/v1/lessons/tour/"
    for verb, status in (("submit", 404), ("publish", 200), ("withdraw", 410), ("show_again", 200)):
        lesson.refresh_from_db()
        assert not taken(verb, lesson).refused
        assert client.get(address).status_code == status, verb


def test_a_lesson_waits_for_its_atlas_goes_with_it_and_comes_back_with_it(client, atlas):
    other = make_atlas("other", is_default=False, publication="draft")
    lesson = make_lesson(other, "tour", publication="draft")
    (refusal,) = taken("publish", lesson).refused.values()
    assert refusal.startswith("It belongs to the atlas “The Revolution”, which is draft")
    assert not taken("publish", Atlas.objects.get(pk=other.pk), lesson).refused
    plan = taken("withdraw", Atlas.objects.get(pk=other.pk))
    assert [ref.kind for ref in plan.along] == ["lesson"]
    assert client.get("/api/v1/lessons/tour/").status_code == 410
    (refusal,) = taken("show_again", Lesson.objects.get()).refused.values()
    assert refusal.startswith("It belongs to the atlas")
    taken("show_again", Atlas.objects.get(pk=other.pk))
    assert client.get("/api/v1/lessons/tour/").status_code == 200


def test_a_lesson_withdrawn_by_itself_stays_so_when_its_atlas_comes_back(client, atlas):
    other = make_atlas("other", is_default=False)
    taken("withdraw", make_lesson(other, "tour"))
    taken("withdraw", Atlas.objects.get(pk=other.pk))
    taken("show_again", Atlas.objects.get(pk=other.pk))
    assert Lesson.objects.get().publication == "withdrawn"


def test_an_editor_changes_drafts_alone_and_a_reviewer_what_readers_see(tour, atlas):
    draft = make_lesson(atlas, "sketch", publication="draft")
    editor, reviewer = browser(account("Editor")), browser(account("Reviewer"))
    assert editor.post(page(tour), {"title": "Mine"}).status_code == 403
    saved(editor, draft, **step(0, title="Mine"))
    saved(reviewer, tour, **step(0, title="Mine"))
    assert LessonStep.objects.filter(title="Mine").count() == 2


def test_a_claim_of_another_atlas_or_one_that_readers_do_not_see_is_not_chosen(desk, tour, entry):
    other = make_event(make_atlas("other", is_default=False), "elsewhere", on="1909")
    hidden = make_claim(event=entry, key="hidden-1", publication="draft")
    for claim, words in ((other.claims.get(), "belongs to another atlas"), (hidden, "Readers see this, and not")):
        assert words in problems(sent(desk, tour, **step(0, claim=claim.pk)))
    assert not LessonStep.objects.exclude(claim=None).exists()


def test_steps_that_name_another_atlas_hold_the_lesson_there(desk, tour):
    other = make_atlas("other", is_default=False)
    answer = sent(desk, tour, atlas=other.pk)
    assert problems(answer).count("The event “entry” belongs to another atlas.") == 3


def test_a_step_may_go_on_showing_what_was_deleted_and_says_so(desk, tour, entry):
    entry.delete()
    saved(desk, tour, **step(0, title="Still here"))
    assert LessonStep.objects.get(order=1).state == "at=event:entry"
    assert "There is no event “entry”." in desk.get(page(tour)).content.decode()
    assert "There is no event “entry”." in problems(sent(desk, tour, **step(0, state="at=event:entry&lanes=side")))


def test_deleting_a_claim_under_discussion_leaves_the_step_and_is_told_in_the_history(desk, tour, entry):
    extra = make_claim(event=entry, key="extra-1")
    LessonStep.objects.filter(order=1).update(claim=extra)
    version = Lesson.objects.get().version
    assert desk.post(f"/admin/timeline/claim/{extra.pk}/delete/", {"post": "yes"}).status_code == 302
    tour.refresh_from_db()
    assert (LessonStep.objects.get(order=1).claim, tour.version > version) == (None, True)
    assert "claim under discussion" in desk.get(page(tour, "history")).content.decode()
    acts.undo(Act.objects.latest("pk"), by="helper")
    assert LessonStep.objects.get(order=1).claim.key == "extra-1"


def test_renaming_leaves_a_redirect(desk, tour, client):
    saved(desk, tour, slug="trip")
    answer = client.get("/api/v1/lessons/tour/")
    assert (answer.status_code, answer["Location"]) == (301, "/api/v1/lessons/trip/")
    answer = client.get("/?lesson=tour&step=2")
    assert (answer.status_code, answer["Location"]) == (301, "/?lesson=trip&step=2")


def test_every_version_is_read_and_put_back_with_the_steps_in_their_order(desk, tour):
    saved(desk, tour, why="A better order.", **step(2, position=1, title="Third"))
    saved(desk, tour, **step(0, DELETE="on"), **step(1, text="Longer."))
    assert titles() == [(1, "One"), (2, "Two")]
    told = desk.get(page(tour, "history")).content.decode()
    for words in ("A better order.", "step of a lesson", "Longer.", "removed"):
        assert words in told, words
    first, second = Act.objects.order_by("pk")
    compared = desk.get(page(tour, "compare"), {"from": first.pk - 1, "to": second.pk}).content.decode()
    of_act = desk.get(f"/admin/timeline/act/{second.pk}/change/").content.decode()
    for content in (compared, of_act):
        assert "Longer." in content
    assert '<a href="/lessons/tour/">Tour</a>' in of_act.replace(' dir="auto"', "")
    assert "Longer." in desk.get(page(tour, "restore", first.pk)).content.decode()
    restore(Row("lesson", tour.pk), first.pk, by="helper", publishing=True)
    assert titles() == [(1, "Third"), (2, "One"), (3, "Two")]
    restore(Row("lesson", tour.pk), first.pk - 1, by="helper", publishing=True)
    assert titles() == [(1, "One"), (2, "Two"), (3, "Three")]
    tour.refresh_from_db()
    assert (tour.step_count, "longer" in tour.search) == (3, False)


def test_a_change_is_taken_back_unless_a_published_lesson_would_keep_no_step(desk, atlas):
    lesson = make_lesson(atlas, "tour", steps=(), publication="draft")
    saved(desk, lesson, **{"steps-TOTAL_FORMS": "1", **step(0, title="Only")})
    act = Act.objects.latest("pk")
    taken("publish", Lesson.objects.get())
    with pytest.raises(Refused, match="This would leave “Tour” without a step, and it is published"):
        acts.undo(act, by="helper")
    taken("withdraw", Lesson.objects.get())
    acts.undo(act, by="helper")
    assert (LessonStep.objects.count(), Lesson.objects.get().step_count) == (0, 0)


def test_deleting_asks_names_what_goes_and_is_undone(desk, tour):
    asked = desk.get(page(tour, "delete")).content.decode()
    assert "Three" in asked
    assert desk.post(page(tour, "delete"), {"post": "yes"}).status_code == 302
    assert (Lesson.objects.count(), LessonStep.objects.count()) == (0, 0)
    assert "Tour" in desk.get("/admin/timeline/act/deleted/").content.decode()
    restore(Row("lesson", tour.pk), Act.objects.latest("pk").pk - 1, by="helper", publishing=True)
    back = Lesson.objects.get()
    assert (back.slug, back.step_count, back.publication) == ("tour", 3, "published")
    assert titles() == [(1, "One"), (2, "Two"), (3, "Three")]


def test_deleting_many_from_the_list_is_one_act_that_is_undone(desk, tour, atlas):
    other = make_lesson(atlas, "other")
    chosen = {"action": "delete_selected", "_selected_action": [tour.pk, other.pk], "post": "yes"}
    assert desk.post("/admin/timeline/lesson/", chosen).status_code == 302
    assert Lesson.objects.count() == 0
    acts.undo(Act.objects.get(), by="helper")
    assert dict(Lesson.objects.values_list("slug", "step_count")) == {"tour": 3, "other": 1}


def test_an_atlas_goes_with_its_lessons(desk, atlas):
    other = make_atlas("other", is_default=False)
    make_lesson(other, "tour", steps=({}, {}))
    assert desk.post(f"/admin/timeline/atlas/{other.pk}/delete/", {"post": "yes"}).status_code == 302
    assert Lesson.objects.count() == 0
    acts.undo(Act.objects.get(), by="helper")
    assert Lesson.objects.get().step_count == 2


def test_drafts_and_what_is_to_be_reviewed_stand_on_the_board(atlas):
    editor = account("Editor")
    new = {"title": "A quiet tour", "slug": "tour", "atlas": atlas.pk, "order": "0"}
    rows = {"steps-TOTAL_FORMS": "1", "steps-INITIAL_FORMS": "0", **step(0, title="One")}
    assert browser(editor).post(ADD, new | rows).status_code == 302
    assert "A quiet tour" in browser(editor).get("/admin/").content.decode()
    take(VERBS["submit"], Lesson.objects.filter(publication="draft"), user=editor)
    assert "A quiet tour" in browser(account("Reviewer")).get("/admin/").content.decode()


def test_lessons_are_found_by_any_text_in_them(desk, tour, atlas):
    make_lesson(atlas, "other", steps=({"question": "Wo liegt Rašt?"},))
    found = desk.get("/admin/timeline/lesson/", {"q": "rast"}).content.decode()
    assert ("Other" in found, "Tour" in found) == (True, False)


def asked(desk, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert desk.get(address).status_code == 200
    return len(captured)


def test_a_dozen_lessons_or_steps_take_no_more_queries_than_two(desk, atlas, entry):
    view = {"state": "at=event:entry&side=reds"}
    for _ in range(2):
        lesson = make_lesson(atlas, steps=(view, view))
    few = asked(desk, "/admin/timeline/lesson/"), asked(desk, page(lesson))
    for _ in range(10):
        lesson = make_lesson(atlas, steps=(view,) * 12)
    assert (asked(desk, "/admin/timeline/lesson/"), asked(desk, page(lesson))) == few


def test_who_may_only_look_sees_the_numbers_and_the_views(tour):
    content = browser(account("Editor")).get(page(tour)).content.decode()
    assert 'name="steps-0-title"' not in content
    assert content.count("Open this view") == 3
    assert '<div class="readonly">3</div>' in content


def test_claims_are_kept_by_nothing_else_than_their_subject(tour, entry):
    """A step is about a claim; it does not rest on it."""
    LessonStep.objects.update(claim=entry.claims.get())
    make_claim(event=entry, key="second-1")
    assert not taken("withdraw", Claim.objects.get(key=LessonStep.objects.first().claim.key)).refused
