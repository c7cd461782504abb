"""The axis of claimed days: where marks stand, what is too far to draw, what labels make room for."""

from timeline.pages.strip import FURTHEST, WIDTH, Mark, strip_plot

DAY = 2418501


def test_days_stand_in_order_and_within_the_drawing():
    strip = strip_plot([Mark(DAY, DAY, accepted=True, candidate=False), Mark(DAY + 9, DAY + 9, candidate=False)], "s")
    first, second = strip.marks
    assert 0 < first.x < second.x < WIDTH
    assert strip.hatch == (first.x, second.x)
    assert strip.apart == "9 days apart"
    assert [tick.figure for tick in strip.ticks if tick.claimed] == ["13", "22"]


def test_one_day_is_no_disagreement():
    assert strip_plot([Mark(DAY, DAY)], "s") is None


def test_what_is_far_from_the_accepted_day_is_said_and_not_drawn():
    strip = strip_plot([Mark(DAY, DAY, accepted=True), Mark(DAY + FURTHEST + 300, DAY + FURTHEST + 300)], "s")
    assert len(strip.marks) == 1
    assert strip.beyond == ("8 July 1910: 360 days further",)


def test_a_wide_claim_is_as_wide_as_it_is():
    strip = strip_plot([Mark(DAY - 12, DAY + 18), Mark(DAY, DAY, accepted=True)], "s")
    wide = strip.marks[0]
    assert wide.wide
    assert wide.ends - wide.begins > WIDTH / 2
    assert wide.words == "Jul 1909"


def test_labels_never_lie_on_one_another():
    strip = strip_plot([Mark(DAY + step, DAY + step, notes=[step]) for step in range(5)], "s")
    boxes = [(m.label_x, m.label_x + len(m.words) * 7, m.label_y) for m in strip.marks]
    for number, (start, end, y) in enumerate(boxes):
        for other_start, other_end, other_y in boxes[number + 1 :]:
            assert y != other_y or end <= other_start or other_end <= start


def test_a_claim_of_a_year_does_not_set_the_scale_and_runs_off_the_axis():
    year = Mark(DAY - 190, DAY + 170, accepted=True, candidate=False)
    days = [Mark(DAY, DAY, accepted=True, candidate=False), Mark(DAY + 9, DAY + 9, candidate=False)]
    strip = strip_plot([year, *days], "s")
    assert strip.beyond == ()
    wide, first, second = strip.marks
    assert (wide.cut_before, wide.cut_after) == (True, True)
    assert second.x - first.x > WIDTH / 2
    assert [tick.figure for tick in strip.ticks if tick.claimed] == ["13", "22"]


def test_a_day_that_only_a_reading_gives_is_marked_and_not_claimed():
    read = Mark(DAY - 1, DAY - 1, read=True)
    strip = strip_plot([Mark(DAY, DAY), Mark(DAY + 8, DAY + 8), read], "s")
    dashed, first, second = strip.marks
    assert dashed.read
    assert strip.hatch == (first.x, second.x)
    assert strip.words == "Claimed days: 13 July; 21 July. Read as: 12 July"
    assert len([tick for tick in strip.ticks if tick.claimed]) == 2


def test_a_reading_makes_no_disagreement():
    assert strip_plot([Mark(DAY, DAY), Mark(DAY + 9, DAY + 9, read=True)], "s") is None
