"""What the frame of an atlas and the colours of a side must be: the rules that forms, the loader and imports share."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from timeline.colours import is_colour

LIMITS = {"west": 180, "south": 85, "east": 180, "north": 85}
"""How far from nought each edge may lie, in degrees: what a map in Mercator's projection can show."""


def check_frame(atlas) -> None:
    """Raise ValidationError, field by field, for days or bounds that cannot be; what is not given is passed over."""
    errors: dict[str, ValidationError] = {}

    def refuse(field: str, code: str, words: str, **values) -> None:
        errors[field] = ValidationError(words, code=code, params=values or None)

    _check_days(atlas.window_from, atlas.window_to, atlas.day, refuse)
    _check_bounds(atlas, refuse)
    if errors:
        raise ValidationError(errors)


def _check_days(first: int | None, last: int | None, day: int | None, refuse) -> None:
    if first is None or last is None:
        return
    if first > last:
        words = _("The timeline would close before it opens: choose a later day here, or an earlier one above.")
        refuse("window_to", "window_out_of_order", words)
    elif day is not None and not first <= day <= last:
        words = _("This day lies outside the days the timeline shows: choose one between them, or leave it empty.")
        refuse("day", "day_outside_window", words)


def _check_bounds(atlas, refuse) -> None:
    edges = {name: getattr(atlas, name) for name in LIMITS}
    if None in edges.values():
        return
    off = {name: limit for name, limit in LIMITS.items() if not abs(edges[name]) <= limit}
    for name, limit in off.items():
        words = _("%(value)s lies off the map: type degrees between -%(limit)s and %(limit)s.")
        refuse(name, "out_of_range", words, value=edges[name], limit=limit)
    if off:
        return
    if edges["west"] >= edges["east"]:
        words = _("The east must lie east of the west: type a larger number than %(value)s.")
        refuse("east", "bounds_out_of_order", words, value=edges["west"])
    elif edges["south"] >= edges["north"]:
        words = _("The north must lie north of the south: type a larger number than %(value)s.")
        refuse("north", "bounds_out_of_order", words, value=edges["south"])


def check_colours(side) -> None:
    """Raise ValidationError for colours of a side that are none; the one for the dark plate may be left out."""
    words = _("“%(value)s” is not a colour. Write # and six digits of base sixteen, as #942A14.")
    errors = {
        name: ValidationError(words, code="bad_colour", params={"value": value})
        for name in ("colour", "colour_dark")
        if (value := getattr(side, name)) and not is_colour(value)
    }
    if errors:
        raise ValidationError(errors)
