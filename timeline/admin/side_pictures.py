"""Draws a side's line and token on the light and the dark plate, coloured by attributes, not by style."""

from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from timeline.models.vocabulary import Pattern, TokenShape
from timeline.side_inks import LAND
from timeline.templatetags.plates import SIDE_SHAPES

LINES = {
    "solid": '<path stroke="currentColor" stroke-width="6" d="M4 13h64"/>',
    "double": '<path stroke="currentColor" stroke-width="6" d="M4 13h64"/>'
    '<path stroke="{paper}" stroke-width="2.2" d="M4 13h64"/>',
    "sleepered": '<path stroke="currentColor" stroke-width="6" d="M4 13h64"/>'
    '<path stroke="{paper}" stroke-width="2.2" stroke-dasharray="6 5" d="M4 13h64"/>',
    "beaded": '<path stroke="currentColor" stroke-width="2" d="M4 13h64"/>'
    '<path stroke="currentColor" stroke-width="6" stroke-linecap="round" stroke-dasharray="0 9" d="M7 13h58"/>',
    "barbed": '<path stroke="currentColor" stroke-width="2.2" d="M4 13h64M11 13L6 8M23 13l-5-5M35 13l-5-5M47 13l-5-5'
    'M59 13l-5-5"/>',
}


def on_plate(ground: str, colour: str, pattern: str, shape: str):
    """The picture on one ground, "light" or "dark". It holds every line and token; all but one are hidden, so
    that a script need only change attributes."""
    lines = format_html_join(
        "",
        '<g data-pattern="{}"{}>{}</g>',
        ((value, _hidden(value != pattern), format_html(LINES[value], paper=LAND[ground])) for value in Pattern.values),
    )
    tokens = format_html_join(
        "",
        '<use data-shape="{}"{} href="{}#{}" x="78" y="4" width="18" height="18"/>',
        ((value, _hidden(value != shape), static("symbols.svg"), SIDE_SHAPES[value]) for value in TokenShape.values),
    )
    return format_html(
        '<svg class="side-picture" data-ground="{}" color="{}" viewBox="0 0 102 26" width="102" height="26"'
        ' aria-hidden="true" focusable="false"><rect width="102" height="26" fill="{}"/><g fill="none">{}</g>{}</svg>',
        ground, colour, LAND[ground], lines, tokens,
    )  # fmt: skip


def line_sign(pattern: str):
    """A line by itself, in the ink of the page, for a list to choose from."""
    return format_html(
        '<svg class="line-sign" viewBox="0 0 72 26" width="60" height="22" aria-hidden="true" focusable="false">'
        '<g fill="none">{}</g></svg>',
        format_html(LINES[pattern], paper="#888888"),
    )


def token_sign(shape: str):
    """A token by itself, in the ink of the page."""
    return format_html(
        '<svg class="token-sign" width="18" height="18" aria-hidden="true" focusable="false">'
        '<use href="{}#{}" width="18" height="18"/></svg>',
        static("symbols.svg"),
        SIDE_SHAPES[shape],
    )


def _hidden(hidden: bool):
    return mark_safe(' visibility="hidden"') if hidden else ""
