"""Measures colours as eyes meet them: contrast, difference, colour-blind sight and grey print; pure.

Colours are written #RRGGBB, in sRGB. Contrast is WCAG 2.2's ratio, 1 to 21; difference is CIEDE2000 (Sharma,
Wu and Dalal 2005), where 1 is just seen side by side; colour-blind sight is Machado, Oliveira and Fernandes
(2009) at full severity.
"""

import re
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

COLOUR = re.compile(r"#[0-9A-Fa-f]{6}", re.ASCII)

Channels = tuple[float, float, float]

SIGHTS: dict[str, tuple[Channels, Channels, Channels]] = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""What colour-blind readers of three kinds see, as a matrix over linear light."""

_TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_WHITE = (0.95047, 1.0, 1.08883)


def is_colour(text: str) -> bool:
    """Whether a text is a colour as it is written here: # and six digits of base sixteen."""
    return COLOUR.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """The ratio of the lightness of two colours, from 1 to 21. contrast("#FFFFFF", "#000000") is 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance, 0 for black to 1 for white."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def lightness(colour: str) -> float:
    """CIE L*, 0 for black to 100 for white: the grey that a colour is printed as."""
    return _lab(_linear(colour))[0]


def difference(one: str, other: str, sight: str = "") -> float:
    """How different two colours look (CIEDE2000), to all or to readers of one of SIGHTS."""
    return _ciede2000(_lab(_seen(_linear(one), sight)), _lab(_seen(_linear(other), sight)))


def mixed(colour: str, other: str, part: float) -> str:
    """The colour so much of the way to the other, channel by channel: 0 is itself, 1 the other."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(here + (there - here) * part):02X}" for here, there in pairs)


def reaching(colour: str, ground: str, ratio: float, towards: str) -> str:
    """The colour, moved just as far towards another as it takes to have this contrast to the ground."""
    steps = (mixed(colour, towards, step / 50) for step in range(51))
    return next((one for one in steps if contrast(one, ground) >= ratio), towards)


def _channels(colour: str) -> tuple[int, int, int]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _linear(colour: str) -> Channels:
    values = (channel / 255 for channel in _channels(colour))
    return tuple(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in values)


def _seen(light: Channels, sight: str) -> Channels:
    if not sight:
        return light
    return tuple(min(1.0, max(0.0, value)) for value in _times(SIGHTS[sight], light))


def _times(matrix, vector: Channels) -> Channels:
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)


def _lab(light: Channels) -> Channels:
    x, y, z = (_cube(value / white) for value, white in zip(_times(_TO_XYZ, light), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _cube(value: float) -> float:
    return value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116


def _ciede2000(one: Channels, other: Channels) -> float:
    """The formula of Sharma, Wu and Dalal, with all weights 1."""
    mean_chroma = (hypot(*one[1:]) + hypot(*other[1:])) / 2
    stretch = 1.5 - 0.5 * sqrt(mean_chroma**7 / (mean_chroma**7 + 25.0**7))
    (l1, c1, h1), (l2, c2, h2) = (_polar(each, stretch) for each in (one, other))
    turn = h2 - h1
    if c1 * c2 == 0:
        turn, mean_hue = 0.0, h1 + h2
    else:
        turn -= 360 * (turn > 180) - 360 * (turn < -180)
        mean_hue = (h1 + h2) / 2
        if abs(h1 - h2) > 180:
            mean_hue += 180 if h1 + h2 < 360 else -180
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    hue = 2 * sqrt(c1 * c2) * sin(radians(turn / 2))
    t = (
        1
        - 0.17 * cos(radians(mean_hue - 30))
        + 0.24 * cos(radians(2 * mean_hue))
        + 0.32 * cos(radians(3 * mean_hue + 6))
        - 0.20 * cos(radians(4 * mean_hue - 63))
    )
    by_light = (l2 - l1) / (1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2))
    by_chroma = (c2 - c1) / (1 + 0.045 * chroma)
    by_hue = hue / (1 + 0.015 * chroma * t)
    rotation = -2 * sqrt(chroma**7 / (chroma**7 + 25.0**7)) * sin(radians(60 * exp(-(((mean_hue - 275) / 25) ** 2))))
    return sqrt(max(0.0, by_light**2 + by_chroma**2 + by_hue**2 + rotation * by_chroma * by_hue))


def _polar(lab: Channels, stretch: float) -> Channels:
    light, a, b = lab
    return light, hypot(a * stretch, b), degrees(atan2(b, a * stretch)) % 360
