"""Judges whether the sides of an atlas can be read and told apart, in sentences with their figures; pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from django.utils.translation import gettext as _

from timeline.colours import SIGHTS, contrast, difference, is_colour, lightness
from timeline.models.vocabulary import Pattern, TokenShape
from timeline.side_inks import LAND, ON_SIDE, PAPER, inks_of

SEEN = 3.0
"""The least contrast of a line or token to the plate (WCAG 2.2, 1.4.11)."""
READ = 4.5
"""The least contrast of the letters on a token (WCAG 2.2, 1.4.3)."""
APART = 10.0
"""The least difference (CIEDE2000) at which two colours that do not touch are told apart at a glance."""
GREYS_APART = 10.0
"""The least difference in lightness (CIE L*, of 100) at which two greys are."""

GOOD, DOUBTFUL, REFUSED = "good", "doubtful", "refused"


@dataclass(frozen=True, slots=True)
class AskedSide:
    """A side as far as it is looked at; colour_dark may be empty."""

    slug: str
    label: str
    colour: str
    colour_dark: str = ""
    pattern: str = Pattern.SOLID
    shape: str = TokenShape.CIRCLE


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is found of one side or of two. level: good, doubtful or refused; code is stable."""

    level: str
    code: str
    text: str
    about: tuple[str, ...]


def check_sides(sides: Iterable[AskedSide]) -> tuple[Verdict, ...]:
    """A verdict for each side and for each two of them; a side without a readable colour is left out."""
    asked = [side for side in sides if is_colour(side.colour)]
    inks = {side.slug: ink for side, ink in zip(asked, inks_of(asked), strict=True)}
    tints = [(side, inks[side.slug].grounds) for side in asked]
    return (
        *(_alone(side, grounds["light"].mark, grounds["dark"].mark) for side, grounds in tints),
        *(_together(one, other) for one, other in combinations(tints, 2)),
    )


def _alone(side: AskedSide, light: str, dark: str) -> Verdict:
    plates = {"light": light, "dark": dark}
    seen = {ground: min(contrast(mark, PAPER[ground]), contrast(mark, LAND[ground])) for ground, mark in plates.items()}
    letters = min(contrast(mark, ON_SIDE[ground]) for ground, mark in plates.items())
    said = {
        "side": side.label,
        "light": _figure(seen["light"]),
        "dark": _figure(seen["dark"]),
        "letters": _figure(letters),
        "seen": _figure(SEEN),
        "read": _figure(READ),
    }
    figures = _(
        "“%(side)s” stands out by %(light)s to 1 on the light plate and %(dark)s to 1 on the dark; the letters on its"
        " token by %(letters)s to 1."
    )
    if min(seen.values()) < SEEN:
        ask = (
            _("At least %(seen)s to 1 is needed: choose a darker colour for the light plate.")
            if seen["light"] < SEEN
            else _("At least %(seen)s to 1 is needed: choose a lighter colour for the dark plate.")
        )
        return Verdict(REFUSED, "side_too_pale", f"{figures} {ask}" % said, (side.slug,))
    if letters < READ:
        ask = _("Letters are read well from %(read)s to 1: a stronger colour would help.")
        return Verdict(DOUBTFUL, "letters_too_pale", f"{figures} {ask}" % said, (side.slug,))
    return Verdict(GOOD, "side_seen", figures % said, (side.slug,))


def _together(first, second) -> Verdict:
    (one, of_one), (other, of_other) = first, second
    pairs = [(of_one[ground].mark, of_other[ground].mark) for ground in ("light", "dark")]
    eyes = min(difference(*pair) for pair in pairs)
    blind, sight = min((difference(*pair, sight), sight) for pair in pairs for sight in SIGHTS)
    grey = min(abs(lightness(a) - lightness(b)) for a, b in pairs)
    said = {
        "one": one.label,
        "other": other.label,
        "eyes": _figure(eyes),
        "blind": _figure(blind),
        "sight": _sight(sight),
        "grey": _figure(grey),
        "apart": _figure(APART),
    }
    figures = _(
        "“%(one)s” and “%(other)s” differ by %(eyes)s; by %(blind)s to a reader who %(sight)s; by %(grey)s of 100 in"
        " grey print."
    )
    level, code, advice = _advice(
        by_colour=min(eyes, blind) >= APART and grey >= GREYS_APART,
        line=one.pattern != other.pattern,
        token=one.shape != other.shape,
    )
    return Verdict(level, code, f"{figures} {advice}" % said, (one.slug, other.slug))


def _advice(*, by_colour: bool, line: bool, token: bool) -> tuple[str, str, str]:
    if by_colour and (line or token):
        return GOOD, "apart", _("That is enough.")
    if line and token:
        return (
            GOOD,
            "apart_by_sign",
            _("Less than %(apart)s is not told apart by colour; their lines and tokens do it."),
        )
    if by_colour:
        return DOUBTFUL, "same_sign", _("Their lines and tokens are the same: give one of them others.")
    if line or token:
        ask = (
            _("Less than %(apart)s is not told apart by colour, and their tokens are the same: give one another token.")
            if line
            else _(
                "Less than %(apart)s is not told apart by colour, and their lines are the same: give one another line."
            )
        )
        return DOUBTFUL, "same_line" if token else "same_token", ask
    ask = _(
        "Less than %(apart)s is not told apart by colour, and their lines and tokens are the same too: give one of them"
        " another line and another token."
    )
    return REFUSED, "not_apart", ask


def _sight(sight: str) -> str:
    return {
        "protan": _("sees no red"),
        "deutan": _("sees no green"),
        "tritan": _("sees no blue"),
    }[sight]


def _figure(value: float) -> str:
    return f"{value:.1f}"
