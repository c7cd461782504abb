"""Tags that draw the small signs of a page: symbols, tokens of sides, numbers of notes, quoted words."""

import json

from django import template
from django.core.serializers.json import DjangoJSONEncoder
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from chronology.spans import Span
from timeline.chronicle.rows import words_of
from timeline.citations import issued_words, locator_text
from timeline.empty_atlas import empty_words
from timeline.filter_words import figures as in_digits
from timeline.pages.claim_words import (
    anchor_words,
    edge_words,
    grouped,
    language,
    placed_words,
    value_words,
)
from timeline.pages.statements import claim_line
from timeline.pages.titles import shortened

register = template.Library()

_SCRIPT_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
SIDE_SHAPES = {
    "circle": "t-constitutionalists",
    "square": "t-royalists",
    "lozenge": "t-russia",
    "triangle": "t-ottoman",
    "hexagon": "t-britain",
}
PLACE_SIGNS = {
    "capital": "p-capital",
    "city": "p-city",
    "town": "p-city",
    "port": "p-port",
    "gate": "p-gate",
    "mosque": "p-mosque",
    "shrine": "p-mosque",
    "legation": "p-legation",
    "consulate": "p-legation",
    "region": "p-area",
    "province": "p-area",
    "country": "p-area",
    "desert": "p-area",
    "sea": "p-area",
}


@register.simple_tag
def symbol(name: str, css: str = ""):
    """A drawing of the symbol sheet, hidden from assistive technology: its word stands beside it."""
    return format_html(
        '<svg class="symbol {}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        css,
        static("symbols.svg"),
        name,
    )


@register.simple_tag(takes_context=True)
def side_token(context, slug: str, of: str = ""):
    """The token of a side with its name; nothing for no side. `of` is the slug of its atlas, if not the page's."""
    atlas = context.get("told_atlases", {}).get(of) or context.get("atlas")
    side = atlas.sides.get(slug) if atlas else None
    if side is None:
        return ""
    return format_html(
        '<span class="side-token side-{}"{} title="{}">{}<span class="unseen">{}</span></span>',
        slug,
        told_in(context, of),
        side.label,
        symbol(SIDE_SHAPES.get(side.shape, "t-constitutionalists"), "small"),
        side.label,
    )


@register.simple_tag(takes_context=True)
def told_in(context, of: str):
    """The attribute that gives an element the colours of an atlas, where it is not the page's own."""
    atlas = context.get("atlas")
    return format_html(' data-atlas="{}"', of) if of and atlas and of != atlas.id else ""


@register.simple_tag(takes_context=True)
def side_names(context, slugs):
    """The names of the sides, with commas between."""
    atlas = context.get("atlas")
    named = [atlas.sides[slug].label if atlas and slug in atlas.sides else slug for slug in slugs]
    return ", ".join(named)


@register.simple_tag(takes_context=True)
def empty_atlas_words(context):
    """What to do with an atlas in which nothing is published; "" for every other."""
    return empty_words(context.get("atlas"))


@register.simple_tag(takes_context=True)
def note_marks(context, keys):
    """The raised numbers of the notes of these claims, each leading to its note."""
    notes = context.get("notes")
    numbers = notes.numbers([keys] if isinstance(keys, str) else keys) if notes else []
    if not numbers:
        return ""
    links = format_html_join(
        mark_safe('<span aria-hidden="true">,</span> '),
        '<a href="#note-{}" aria-label="{}">{}</a>',
        ((n, _("note %(number)s") % {"number": in_digits(n)}, in_digits(n)) for n in numbers),
    )
    return format_html('<sup class="marks">{}</sup>', links)


@register.filter
def quoted(text: str):
    """The words as printed, in quotation marks, set apart from the direction of the page."""
    return format_html('<q class="printed" dir="auto">{}</q>', text) if text else ""


@register.filter
def figures(number):
    """A number in the digits of the reader's language."""
    return "" if number is None else in_digits(number)


@register.filter
def thousands(number):
    """3,000."""
    return "" if number is None else grouped(number)


@register.filter
def short(text: str, length: int = 160):
    """A title that fits a line of a list; the whole stands on the record's own page."""
    return shortened(text, length)


@register.filter
def placed(row) -> str:
    """near Tehran, between Karaj and Tehran; takes anything with relation, name and other."""
    other = getattr(row, "other", None)
    return placed_words(row.relation, row.name, other.name if other else "")


@register.filter
def display(row) -> str:
    """The days of a record in words; takes anything with a span."""
    return words_of(row.span, language())


@register.filter
def meant(row) -> str:
    """The days that editors hold a record's one source to mean, in words."""
    return words_of(row.meant, language())


@register.filter
def between(row) -> str:
    """The days its story leaves a record without a date, in words."""
    return words_of(Span.instant(*row.bracket), language()) if row.bracket else ""


@register.simple_tag
def json_ld(body):
    """A data block of JSON-LD that no text can break out of."""
    return mark_safe(f'<script type="application/ld+json">{_in_script(body)}</script>')  # noqa: S308 - escaped there


@register.filter
def settings_script(body, name: str):
    """As Django's json_script, without the spaces that it writes between words."""
    return mark_safe(f'<script id="{name}" type="application/json">{_in_script(body)}</script>')  # noqa: S308 - the same


def _in_script(body) -> str:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"), cls=DjangoJSONEncoder).translate(_SCRIPT_ESCAPES)


@register.simple_tag(takes_context=True)
def card_address(context) -> str:
    """The whole address of the picture for other sites; "" where the base plate was built before there was one."""
    try:
        return context["request"].build_absolute_uri(static("plate/card.jpg"))
    except ValueError:
        return ""


@register.filter
def kind_symbol(kind: str) -> str:
    """The symbol of a kind of event."""
    return f"k-{kind}"


@register.simple_tag
def spot(citation):
    """The work, leading to its page, and where in it something stands."""
    where = locator_text(section=citation.section, paragraph=citation.paragraph, page=citation.page)
    return format_html(
        '<a href="/sources/{}/"><cite dir="auto">{}</cite></a>{}',
        citation.source,
        shortened(citation.source_title, 80),
        f", {where}" if where else "",
    )


@register.filter
def place_symbol(kind: str) -> str:
    """The sign of a kind of place on the plate."""
    return PLACE_SIGNS.get(kind, "p-village")


@register.filter
def coordinates(place) -> str:
    """35.69° N, 51.42° E."""
    north = _("%(degrees)s° N") if place.lat >= 0 else _("%(degrees)s° S")
    east = _("%(degrees)s° E") if place.lon >= 0 else _("%(degrees)s° W")
    lat, lon = in_digits(f"{abs(place.lat):.4g}"), in_digits(f"{abs(place.lon):.4g}")
    return f"{north % {'degrees': lat}}, {east % {'degrees': lon}}"


@register.filter
def claim_value(claim) -> str:
    """What a claim says, in a few words."""
    return claim_line(claim)


@register.filter
def value(reading) -> str:
    """The value of a reading in words."""
    return value_words(reading)


@register.filter
def edge_of(claim) -> str:
    """Which end of its subject a claim speaks of."""
    return edge_words(claim.edge)


@register.filter
def anchor(hanging) -> str:
    """How far from its anchor a relative date lies."""
    return anchor_words(hanging)


@register.filter
def issued(text: str) -> str:
    """When a work appeared, in words."""
    return issued_words(text)
