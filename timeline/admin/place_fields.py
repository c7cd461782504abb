"""Form fields in which places are named by text: “Karaj (karaj)”, the name or the short name alone."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Case, When
from django.utils.translation import gettext as _

from geo.folding import fold, words
from geo.models import Place

LONGEST = 300
MOST_OFFERED = 5
BETWEEN = ";"
_SLUG_BEHIND = re.compile(r"\(([-\w]+)\)\s*$")


def text_of(place: Place | None) -> str:
    """How a place is written in a field, so that it is read again as this one."""
    return f"{place.name} ({place.slug})".replace(BETWEEN, ",") if place else ""


def place_named(text: str) -> Place:
    """The place that a text names; ValidationError with what may be meant where none is, or several are."""
    behind = _SLUG_BEHIND.search(text)
    slugs = [slug for slug in (behind.group(1) if behind else "", text) if slug]
    by_slug = {place.slug: place for place in Place.objects.filter(slug__in=slugs)}
    for slug in slugs:
        if slug in by_slug:
            return by_slug[slug]
    found = list(places_like(text)[: MOST_OFFERED + 1])
    exact = [place for place in found if fold(place.name) == fold(text)]
    if len(exact) == 1 or len(found) == 1:
        return (exact or found)[0]
    offers = "; ".join(text_of(place) for place in found[:MOST_OFFERED])
    if not found:
        raise ValidationError(
            _("“%(value)s” is no place of the atlas. Type another spelling, or add the place first."),
            code="unknown_place",
            params={"value": text},
        )
    raise ValidationError(
        _("“%(value)s” may be several places. Write one of: %(offers)s."),
        code="ambiguous_place",
        params={"value": text, "offers": offers},
    )


def places_like(text: str):
    """Places of which some spelling holds every word of a text, those that begin with it first."""
    asked = words(text)
    chosen = Place.objects.all() if asked else Place.objects.none()
    for word in asked:
        chosen = chosen.filter(search__contains=word)
    begins = Case(When(search__startswith=fold(text), then=0), default=1)
    return chosen.order_by(begins, "name", "slug")


def _named(count: str, size: int) -> forms.TextInput:
    """A text field of which a script can tell that places stand in it, "one" or "many"."""
    return forms.TextInput(attrs={"size": size, "autocomplete": "off", "spellcheck": "false", "data-place": count})


class PlaceField(forms.CharField):
    """Cleans to a place, or None."""

    def __init__(self, **kwargs):
        super().__init__(max_length=LONGEST, widget=_named("one", 26), **kwargs)

    def prepare_value(self, value):
        return text_of(value) if isinstance(value, Place) else value

    def clean(self, value):
        text = super().clean(value)
        return place_named(text) if text else None

    def has_changed(self, initial, data):
        return text_of(initial) != (data or "").strip()


class PlacesField(forms.CharField):
    """Cleans to a list of places, in order; written with semicolons between."""

    def __init__(self, **kwargs):
        super().__init__(max_length=LONGEST * 10, widget=_named("many", 40), **kwargs)

    def prepare_value(self, value):
        return value if isinstance(value, str) else f"{BETWEEN} ".join(text_of(place) for place in value or ())

    def clean(self, value):
        text = super().clean(value)
        return [place_named(part) for part in map(str.strip, text.split(BETWEEN)) if part]

    def has_changed(self, initial, data):
        return self.prepare_value(initial) != (data or "").strip()
