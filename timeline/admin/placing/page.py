"""What the page of a place shows beside its fields: the map, the candidates, and what is asked before saving."""

import re
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from geo import geocoding_online
from geo.models import Place
from geo.points import Point
from timeline.admin.charts import chart_settings
from timeline.admin.placing.candidates import Answer, Proposed, one_proposed, search
from timeline.admin.placing.form import PlaceForm, point_of
from timeline.admin.placing.questions import Question, fingerprint
from timeline.admin.rearranging.desk import RIGHT

WORDS = {
    "places.map": _(
        "Map of the place: arrow keys move the map, plus and minus zoom, Enter puts the point in the middle"
    ),
    "places.point": _("The point"),
    "places.choose": _("Candidates"),
    "places.none": _("None of these: the point as it is in the fields"),
    "places.open": _("Open it"),
    "places.swap": _("Turn the two round"),
    "places.failed": _("The server did not answer: try again, or go on and save; it is asked again then."),
    "places.unknown": _("No point: the place will be listed, and not drawn."),
    "places.reads": _("Read as {words}."),
    "places.asked": _("Look at these, if you have not yet:"),
    "places.searching": _("Searching …"),
    "places.chosen": _("{name} chosen: the point stands there now."),
}
BUTTON = re.compile(r"_[a-z_]{2,40}")
"""The name of a button that says what becomes of a place once it is saved, such as _continue."""
OTHERS = frozenset({"_save", "_search", "_swap", "_nevertheless", "_popup", "_to_field", "_changelist_filters"})
"""What looks like one and is none: what a form carries along, and the buttons of this page."""


@dataclass(frozen=True, slots=True)
class PlacingPage:
    """See the fields' names; `proposed` are the candidates to choose from, `chosen` the token of the one chosen."""

    answer: Answer | None
    proposed: tuple[Proposed, ...]
    chosen: str
    query: str
    asked: tuple[Question, ...]
    confirmation: str
    pressed: str
    chart: dict
    online: bool
    may_merge: bool


def placing_page(request, form: PlaceForm, place: Place | None) -> PlacingPage:
    """The page for a form as it is about to be shown; asks geocoders only where search was pressed."""
    near = _point(form)
    answer = None
    if "_search" in form.data:
        answer = search(form.data.get("geocode_text", ""), near, but=place.slug if place else "")
    chosen = getattr(form, "chosen", None) if form.is_bound else None
    proposed = answer.proposed if answer else ()
    if chosen and chosen.token not in {each.accepted.token for each in proposed}:
        proposed = (one_proposed(chosen, near), *proposed)
    asked = tuple(getattr(form, "asked", ()))
    return PlacingPage(
        answer=answer,
        proposed=proposed,
        chosen=chosen.token if chosen else "",
        query=form.data.get("geocode_text", "") if form.is_bound else "",
        asked=asked,
        confirmation=fingerprint(asked),
        pressed=next((name for name in request.POST if _is_button(name)), ""),
        chart=chart_settings(words=WORDS, place=_addresses(place)),
        online=geocoding_online.is_on(),
        may_merge=request.user.has_perm(RIGHT),
    )


def _is_button(name: str) -> bool:
    return bool(BUTTON.fullmatch(name)) and name not in OTHERS


def _point(form) -> Point | None:
    values = getattr(form, "cleaned_data", None) if form.is_bound else form.initial
    return point_of(values or {})


def _addresses(place: Place | None) -> dict:
    return {
        "key": place.pk if place else None,
        "slug": place.slug if place else "",
        **{name: reverse(f"admin:geo_place_{name}") for name in ("candidates", "check", "around")},
    }


def pressed_before(post):
    """The data of a form with the button pressed before its questions were asked, so that it leads where that led."""
    word = (post.get("_nevertheless") or post.get("_swap") or "").partition(".")[2]
    if not _is_button(word):
        return post
    post = post.copy()
    post[word] = "1"
    return post
