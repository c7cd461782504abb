"""Lists every sign of the plate with its meaning, for "how to read this plate"."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from timeline.models.vocabulary import EventKind


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign: a drawing of templates/pages/sign.html or a symbol of the sheet, and what it says."""

    drawing: str
    words: str
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class SignGroup:
    """Signs that belong together."""

    heading: str
    words: str
    signs: tuple[Sign, ...]


def sign_groups() -> tuple[SignGroup, ...]:
    """Everything the plate and the timeline draw, beside the sides, which belong to an atlas."""
    return (
        SignGroup(
            _("On the timeline"),
            _("A lane is a theatre of events, a side or a force. What is solid is known; what fades is not."),
            (
                Sign("day", _("one day, known")),
                Sign("span", _("a stretch of days with both ends known: its ends have caps")),
                Sign("soft", _("the fading end is not known to the day")),
                Sign("between", _("one day somewhere between the two dots, nobody knows which")),
                Sign("disputed", _("hatched: sources disagree; a tick a claimed day, the accepted one heavier")),
                Sign("open", _("goes on beyond the window")),
                Sign("bracket", _("no date of its own: it lies between its neighbours in the story")),
                Sign("pill", _("more events than there is room for: opens by a click, or by zooming in")),
                Sign("shelf", _("events of the lane that nothing dates, with their number")),
                Sign("density", _("in the strip below: how many events each month holds")),
            ),
        ),
        SignGroup(
            _("On the map"),
            _("An arrow is a march that was made. A token stands where a force is on the day of the cursor."),
            (
                Sign("attested", _("the route as a source gives it")),
                Sign("inferred", _("dashed: the way between the stated places is ours")),
                Sign("faded", _("fading, with the words “end not given”: the source stops before the march does")),
                Sign("ahead", _("pale: still ahead of the cursor")),
                Sign("planned", _("thin and hollow, with a word: planned, ordered or given up; never a token")),
                Sign("width", _("width: strength, where a source gives a number; else the least width")),
                Sign("uncertain", _("dotted ring: somewhere inside it, at its true size")),
                Sign("ghost", _("hollow and dashed: where another claim, or only a possibility, puts it")),
                Sign("growth", _("a ring about a place: what happened there in the window")),
                Sign("cluster", _("a ring with a number: places too close together to part; a click opens it")),
                Sign("flag", _("an arrow leaving the view, with the name of where it goes")),
            ),
        ),
        SignGroup(
            _("As one source tells it"),
            _("The menu “View” re-draws the whole at the word of one source, and sets a second beside it."),
            (
                Sign("meant", _("a dashed outline: the day that the editors hold the source to mean")),
                Sign("second", _("a plain outline: what the second source says; what both say is filled and outlined")),
            ),
        ),
        SignGroup(
            _("Claims on an axis of days"),
            _("Where sources disagree on a date, each claimed day stands on one axis. Nothing is averaged."),
            (
                Sign("", _("accepted"), "c-accepted"),
                Sign("", _("claimed, and not accepted"), "c-dissent"),
                Sign("", _("printed nowhere: a day that the words may mean, or that a reading gives"), "c-proposal"),
                Sign("", _("a copy of another source, not a second witness"), "c-copy"),
            ),
        ),
        SignGroup(
            _("Places"),
            _("A place without a point is in the lists and never on the plate."),
            (
                Sign("", _("capital"), "p-capital"),
                Sign("", _("city or town"), "p-city"),
                Sign("", _("village"), "p-village"),
                Sign("", _("port"), "p-port"),
                Sign("", _("gate"), "p-gate"),
                Sign("", _("mosque or shrine"), "p-mosque"),
                Sign("", _("legation or consulate"), "p-legation"),
                Sign("", _("country, province or desert: an area and no single point"), "p-area"),
                Sign("", _("no point could be judged"), "p-unplaced"),
            ),
        ),
        SignGroup(
            _("Kinds of event"),
            "",
            tuple(Sign("", str(label), f"k-{value}") for value, label in EventKind.choices),
        ),
    )
