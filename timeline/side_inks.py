"""Gives each side of an atlas its ink on every ground, and says so as style rules.

The atlas states a colour for the light plate and one for the dark. High contrast, grey print and the twin in which
words are set follow from them here, so that no page knows any side by name.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.colours import is_colour, luminance, mixed, reaching

PAPER = {"light": "#F7F1E3", "dark": "#1B1814"}
LAND = {"light": "#F6EEDA", "dark": "#272219"}
ON_SIDE = {"light": "#FDF9EF", "dark": "#17130F"}
"""The grounds of frontend/src/styles/tokens.css that a side's colour is seen on; a test compares them."""

_INK, _WHITE, _BLACK = {"light": "#29231B", "dark": "#EFE6D2"}, "#FFFFFF", "#000000"
_WORDS = {"light": 5.5, "dark": 6.5}
_ON_DARK, _IN_CONTRAST = 4.5, 6.0
_PALEST_PRINT = 0x77 / 0xFF


@dataclass(frozen=True, slots=True)
class Ink:
    """What a side is drawn in, and what its words are set in."""

    mark: str
    words: str


@dataclass(frozen=True, slots=True)
class SideInks:
    """The inks of one side by ground: light, dark, contrast and print."""

    slug: str
    grounds: dict[str, Ink]


def inks_of(sides: Iterable) -> tuple[SideInks, ...]:
    """The inks of an atlas's sides, in their order; takes anything with slug, colour and colour_dark."""
    sides = list(sides)
    lights = [side.colour if is_colour(side.colour) else _INK["light"] for side in sides]
    greys = _greys(lights)
    return tuple(
        SideInks(side.slug, _grounds(light, _dark(side, light), grey))
        for side, light, grey in zip(sides, lights, greys, strict=True)
    )


def _grounds(light: str, dark: str, grey: str) -> dict[str, Ink]:
    contrast = reaching(light, _WHITE, _IN_CONTRAST, _BLACK)
    return {
        "light": Ink(light, reaching(light, PAPER["light"], _WORDS["light"], _BLACK)),
        "dark": Ink(dark, reaching(dark, PAPER["dark"], _WORDS["dark"], _WHITE)),
        "contrast": Ink(contrast, contrast),
        "print": Ink(grey, reaching(grey, _WHITE, 7.0, _BLACK)),
    }


def _dark(side, light: str) -> str:
    """The colour stated for the dark plate; where none is, the light one, lightened until it can be read."""
    return side.colour_dark if is_colour(side.colour_dark) else reaching(light, PAPER["dark"], _ON_DARK, _WHITE)


def _greys(colours: Sequence[str]) -> list[str]:
    """Greys for print, as far from each other as they can be, in the order of the colours' own lightness."""
    order = sorted(range(len(colours)), key=lambda at: luminance(colours[at]))
    steps = max(1, len(colours) - 1)
    return [mixed(_BLACK, _WHITE, order.index(at) / steps * _PALEST_PRINT) for at in range(len(colours))]


def style_rules(inks: Iterable[SideInks], atlas: str = "") -> list[str]:
    """Style rules that set `--side-<slug>` and `--side-<slug>-text` on every ground.

    `atlas` is a slug: the rules then hold inside what has it as `data-atlas`.
    """
    inks = list(inks)
    if not inks:
        return []
    inside = f'[data-atlas="{atlas}"]' if atlas else ""

    def rule(ground: str, *themes: str) -> str:
        places = (" ".join(filter(None, (theme, inside))) for theme in themes)
        return f"{','.join(place or ':root' for place in places)}{{{_properties(inks, ground)}}}"

    by_system = rule("dark", ":root:not([data-theme])", '[data-theme="auto"]')
    return [
        rule("light", "", '[data-theme="light"]'),
        rule("dark", '[data-theme="dark"]'),
        f"@media screen and (prefers-color-scheme:dark){{{by_system}}}",
        rule("contrast", '[data-theme="contrast"]'),
        rule("print", '[data-theme="print"]'),
        f"@media print{{{rule('print', '', '[data-theme]')}}}",
    ]


def class_rules(slugs: Iterable[str]) -> list[str]:
    """Style rules that give `.side-<slug>` the properties `--side` and `--side-words`."""
    return [
        f".side-{slug}{{--side:var(--side-{slug});--side-words:var(--side-{slug}-text,var(--side-{slug}))}}"
        for slug in sorted(set(slugs))
    ]


def _properties(inks: list[SideInks], ground: str) -> str:
    said = []
    for side in inks:
        ink = side.grounds[ground]
        said.append(f"--side-{side.slug}:{ink.mark}")
        # A twin that one ground needs is said on all: what one leaves out would be another's.
        if any(each.words != each.mark for each in side.grounds.values()):
            said.append(f"--side-{side.slug}-text:{ink.words}")
    return ";".join(said)
