"""Colours, lines and tokens for sides that a file names and the atlas has not yet."""

# (light plate, dark plate): told apart from each other, and legible on either plate.
_COLOURS = (
    ("#942A14", "#EA8A63"),
    ("#79629F", "#9379B4"),
    ("#0B2A4C", "#BED4FA"),
    ("#256B53", "#6FB98A"),
    ("#6E0A2C", "#FBA6BC"),
)
_PATTERNS = ("solid", "double", "sleepered", "beaded", "barbed")
_SHAPES = ("circle", "square", "lozenge", "triangle", "hexagon")


def side_cells(number: int) -> dict[str, str]:
    """Cells of sides.csv for the side that is `number` in its atlas, from 0; after five the line changes first."""
    light, dark = _COLOURS[number % len(_COLOURS)]
    turn = number // len(_COLOURS)
    return {
        "order": str((number + 1) * 10),
        "colour": light,
        "colour_dark": dark,
        "pattern": _PATTERNS[(number + turn) % len(_PATTERNS)],
        "shape": _SHAPES[(number + 2 * turn) % len(_SHAPES)],
    }
