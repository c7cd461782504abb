"""Two editors on one lesson: steps, their order, their texts and views are lost to neither."""

import pytest

from tests.factories import make_atlas, make_event, make_lesson
from tests.timeline.two_editors.test_pages import choices, sent_back
from tests.timeline.two_editors.together import clash, save
from timeline.models import Lesson, LessonStep

pytestmark = pytest.mark.django_db
ORDER = "steps:order"


@pytest.fixture(scope="module")
def laid_out(lasting):
    atlas = make_atlas()
    make_event(atlas, "entry", on="1909-07-13")
    return make_lesson(atlas, "tour", steps=tuple({"title": title} for title in "ABC"))


@pytest.fixture
def lesson(laid_out, db):
    return Lesson.objects.get()


def titles() -> str:
    steps = list(LessonStep.objects.order_by("order"))
    assert [step.order for step in steps] == [*range(1, len(steps) + 1)]
    return "".join(step.title for step in steps)


def moved(*positions: int) -> dict:
    return {f"steps-{at}-position": str(number) for at, number in enumerate(positions)}


def added(title: str, **more: str) -> dict:
    return {"steps-TOTAL_FORMS": "4", "steps-3-title": title} | {f"steps-3-{name}": text for name, text in more.items()}


# By what anna does, what ben does, and what he chooses: the steps then, and what is shown to be chosen.
MET = {
    "the other put a step between": (added("X", position="2"), {"title": "Ben's"}, {}, "AXBC", {"title": "mine"}),
    "both add one at the end": (added("X"), added("Y"), {}, "ABCXY", {}),
    "an empty further row is none": (added("X"), added(""), {}, "ABCX", {}),
    "the other put the last first": (
        moved(2, 3, 1), {"title": "Ben's"}, {}, "CAB", {"title": "mine", ORDER: "theirs"}),
    "he put the last first, the other one between": (
        added("X", position="2"), moved(2, 3, 1), {}, "CAXB", {ORDER: "mine"}),
    "two orders, his": (moved(2, 3, 1), moved(2, 1, 3), {ORDER: "mine"}, "BAC", {ORDER: ""}),
    "two orders, the other's": (moved(2, 3, 1), moved(2, 1, 3), {ORDER: "theirs"}, "CAB", {ORDER: ""}),
    "the other deleted one": ({"steps-0-DELETE": "on"}, {"title": "Ben's"}, {}, "BC", {"title": "mine"}),
    "both changed a title": (
        {"steps-1-title": "X"}, {"steps-1-title": "Y"}, {"steps:B:title": "mine"}, "AYC", {"steps:B:title": ""}),
    "he changed one that the other deleted": (
        {"steps-1-DELETE": "on"}, {"steps-1-text": "Ben's"}, {"steps:B:DELETE": "mine"}, "ABC", {"steps:B:DELETE": ""}),
    "one changed the text, the other the view": (
        {"steps-0-text": "Anna's"}, {"steps-0-state": "https://atlas.example/?at=event:entry"}, {}, "ABC",
        {"steps:A:text": "theirs", "steps:A:state": "mine"}),
}  # fmt: skip


@pytest.mark.parametrize("case", MET)
def test_steps_and_their_order_are_brought_together(lesson, anna, ben, values, case):
    hers, his, chosen, found, shown = MET[case]
    keys = {f"steps:{step.title}:": f"steps:{step.pk}:" for step in LessonStep.objects.all()}
    for title, key in keys.items():
        chosen, shown = ({name.replace(title, key): value for name, value in each.items()} for each in (chosen, shown))
    save(anna, lesson, values | hers)
    answer = clash(ben, lesson, values | his)
    assert choices(answer) == shown
    save(ben, lesson, sent_back(answer) | {f"choose:{name}": value for name, value in chosen.items()})
    assert titles() == found
    assert Lesson.objects.get().step_count == len(found)


def test_a_view_that_one_pasted_stands_beside_the_text_of_the_other(lesson, anna, ben, values):
    save(anna, lesson, values | {"steps-0-text": "Anna's"})
    answer = clash(ben, lesson, values | {"steps-0-state": "https://atlas.example/?at=event:entry"})
    save(ben, lesson, sent_back(answer))
    step = LessonStep.objects.get(order=1)
    assert (step.text, step.state) == ("Anna's", "at=event:entry")


def test_two_orders_are_shown_in_words(lesson, anna, ben, values):
    save(anna, lesson, values | moved(2, 3, 1))
    text = clash(ben, lesson, values | moved(2, 1, 3)).content.decode()
    assert "1. B; 2. A; 3. C" in text
    assert "1. C; 2. A; 3. B" in text
