"""Two editors on one march: legs, their order, their stops and the movers that count by them are lost to neither."""

import pytest

from tests.factories import make_atlas, make_force, make_movement, make_place
from tests.timeline.admin.desk import form_values, problems
from tests.timeline.history.test_pages import page
from tests.timeline.two_editors.test_pages import choices, sent_back
from tests.timeline.two_editors.together import clash, save
from timeline.models import Leg, LegStop, Movement, Mover

pytestmark = pytest.mark.django_db
ORDER = "legs:order"


@pytest.fixture(scope="module")
def laid_out(lasting):
    """Three legs through five places, the second by way of a camp; an army on the first and second."""
    places = [make_place(name) for name in ("a", "b", "c", "d")]
    camp = make_place("camp")
    make_place("f")
    ways = [(places[at], places[at + 1], "", "", {"via": (camp,)} if at == 1 else {}) for at in range(3)]
    made = make_movement(make_atlas(), "march", legs=ways, force=make_force("army"))
    Mover.objects.update(from_leg=1, to_leg=2)
    return made


@pytest.fixture
def march(laid_out, db):
    return Movement.objects.get()


def ways() -> list[str]:
    legs = Leg.objects.select_related("start", "end").order_by("order")
    assert [leg.order for leg in legs] == [*range(1, len(legs) + 1)]
    return [f"{leg.start.slug if leg.start else ''}{leg.end.slug if leg.end else ''}" for leg in legs]


def key(start: str) -> int:
    return Leg.objects.get(start__slug=start).pk


def numbers() -> tuple:
    mover = Mover.objects.get()
    return mover.from_leg, mover.to_leg


def moved(*positions: int) -> dict:
    return {f"legs-{at}-position": str(number) for at, number in enumerate(positions)}


BETWEEN = {"legs-3-position": "2", "legs-3-start": "b", "legs-3-end": "f", "legs-3-mode": "riders"}
FIRST_GONE = {"legs-0-DELETE": "on"}

# By what anna does, what ben does, and what he chooses: the legs then, from which to which the army goes, and
# what is shown to be chosen; "" is what must be.
MET = {
    "the other put a leg between": (BETWEEN, {"title": "Ben's"}, {}, "ab bf bc cd", (1, 3), {"title": "mine"}),
    "both add one at the end": (
        {"legs-3-end": "f"}, {"legs-3-end": "a"}, {}, "ab bc cd df da", (1, 2), {}),
    "the other put the last first": (
        moved(2, 3, 1), {"title": "Ben's"}, {}, "cd ab bc", (2, 3), {"title": "mine", ORDER: "theirs"}),
    "he put the last first, the other one between": (
        BETWEEN, moved(2, 3, 1), {}, "cd ab bf bc", (2, 4), {ORDER: "mine"}),
    "he puts one between, the other put the last first": (
        moved(2, 3, 1), BETWEEN, {}, "cd ab bf bc", (2, 4), {ORDER: "theirs"}),
    "two orders, his": (moved(2, 3, 1), moved(2, 1, 3), {ORDER: "mine"}, "bc ab cd", (1, 2), {ORDER: ""}),
    "two orders, the other's": (moved(2, 3, 1), moved(2, 1, 3), {ORDER: "theirs"}, "cd ab bc", (2, 3), {ORDER: ""}),
    "the same order twice": (moved(2, 3, 1), moved(2, 3, 1), {}, "cd ab bc", (2, 3), {}),
    "the other deleted one": (FIRST_GONE, {"title": "Ben's"}, {}, "bc cd", (1, 1), {"title": "mine"}),
    "he deletes one, the other put one between": (BETWEEN, FIRST_GONE, {}, "bf bc cd", (1, 2), {}),
    "he typed a number by his order": (
        BETWEEN, {"movers-0-to_leg": "3"}, {}, "ab bf bc cd", (1, 4), {"movers:army:to_leg": "mine"}),
    "the other typed a number": (
        {"movers-0-to_leg": "3"}, {**BETWEEN, "legs-3-position": "1"}, {}, "bf ab bc cd", (2, 4),
        {"movers:army:to_leg": "theirs"}),
    "his script let the numbers follow": (
        BETWEEN, {**moved(2, 3, 1), "legs-followed": "1", "movers-0-from_leg": "2", "movers-0-to_leg": "3"}, {},
        "cd ab bf bc", (2, 4), {ORDER: "mine"}),
    "his mover on the other's leg": (
        {"movers-0-to_leg": "1"}, {"movers-0-to_leg": "3"}, {"movers:army:to_leg": "mine"}, "ab bc cd", (1, 3),
        {"movers:army:to_leg": ""}),
}  # fmt: skip


@pytest.mark.parametrize("case", MET)
def test_legs_their_order_and_their_movers_are_brought_together(march, anna, ben, values, case):
    hers, his, chosen, found, on, shown = MET[case]
    army = f"movers:{Mover.objects.get().pk}:"
    chosen, shown = ({name.replace("movers:army:", army): value for name, value in each.items()}
                     for each in (chosen, shown))  # fmt: skip
    save(anna, march, values | hers)
    answer = clash(ben, march, values | his)
    assert choices(answer) == shown
    save(ben, march, sent_back(answer) | {f"choose:{name}": value for name, value in chosen.items()})
    assert (" ".join(ways()), numbers()) == (found, on)


def test_two_orders_are_shown_in_words(march, anna, ben, values):
    save(anna, march, values | moved(2, 3, 1))
    text = clash(ben, march, values | moved(2, 1, 3)).content.decode()
    assert "1. B → C; 2. A → B; 3. C → D" in text
    assert "1. C → D; 2. A → B; 3. B → C" in text


def stops() -> list[str]:
    return [stop.place.slug for stop in LegStop.objects.filter(leg=key("b")).order_by("order")]


def test_stops_that_the_other_changed_stay(march, anna, ben, values):
    save(anna, march, values | {"legs-1-by_way": "f; camp"})
    answer = clash(ben, march, values | {"legs-1-note": "Ben's"})
    assert choices(answer) == {f"legs:{key('b')}:by_way": "theirs", f"legs:{key('b')}:note": "mine"}
    save(ben, march, sent_back(answer))
    assert (stops(), Leg.objects.get(start__slug="b").note) == (["f", "camp"], "Ben's")


@pytest.mark.parametrize(("chosen", "found"), [("mine", ["a"]), ("theirs", [])])
def test_stops_that_both_changed_must_be_chosen(march, anna, ben, values, chosen, found):
    clashing = f"legs:{key('b')}:by_way"
    save(anna, march, values | {"legs-1-by_way": ""})
    answer = clash(ben, march, values | {"legs-1-by_way": "a"})
    assert choices(answer) == {clashing: ""}
    assert "Camp (camp)" in answer.content.decode()
    save(ben, march, sent_back(answer) | {f"choose:{clashing}": chosen})
    assert stops() == found


def test_a_leg_with_stops_that_the_other_deleted_stays_deleted_where_nobody_changed_it(march, anna, ben, values):
    save(anna, march, values | {"legs-1-DELETE": "on"})
    answer = clash(ben, march, values | {"title": "Ben's"})
    assert choices(answer) == {"title": "mine"}
    assert "Deleted by the other: B → C. It stays deleted." in answer.content.decode()
    save(ben, march, sent_back(answer))
    assert (ways(), numbers()) == (["ab", "cd"], (1, 1))


def test_a_leg_that_the_other_deleted_comes_back_in_its_place_if_chosen(march, anna, ben, values):
    clashing = f"legs:{key('b')}:DELETE"
    save(anna, march, values | {"legs-1-DELETE": "on"})
    answer = clash(ben, march, values | {"legs-1-note": "Ben's"})
    assert choices(answer) == {clashing: ""}
    save(ben, march, sent_back(answer) | {f"choose:{clashing}": "mine"})
    assert (ways(), Leg.objects.get(order=2).note, stops()) == (["ab", "bc", "cd"], "Ben's", ["camp"])


def test_what_is_refused_after_the_choice_is_mended_on_the_form_with_the_numbers_as_they_stand(
    march, anna, ben, values
):
    save(anna, march, values | moved(2, 3, 1))
    answer = ben.post(page(march, "change"), sent_back(clash(ben, march, values | {"legs-2-end": "nowhere at all"})))
    assert "is no place of the atlas" in problems(answer)
    assert 'name="legs-followed" value="1"' in answer.content.decode()
    mended = form_values(answer) | {"legs-followed": "1", "legs-0-end": "f"}
    save(ben, march, mended)
    assert (ways(), numbers()) == (["cf", "ab", "bc"], (2, 3))
    assert Movement.objects.get().version == 3
