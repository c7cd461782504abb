"""What an editor is asked before a place is saved: is it where you mean, and is it not there already."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from geo.coordinates import worded
from geo.points import Bounds, Point
from timeline.alike_places import Alike, places_alike
from timeline.models import Atlas

AT_ZERO = 0.05
"""Degrees from 0, 0 within which a point is questioned: some five kilometres."""


@dataclass(frozen=True, slots=True)
class Question:
    """A doubt in a sentence.

    code: stable; address, link: the page it speaks of; merge: where the two are made one; swap: whether it is
    mended by turning latitude and longitude round.
    """

    code: str
    sentence: str
    address: str = ""
    link: str = ""
    merge: str = ""
    swap: bool = False

    def told(self) -> dict:
        return {"sentence": self.sentence, "address": self.address, "link": self.link, "swap": self.swap}


def questions(
    names: Iterable[str], point: Point | None, *, but: int | None = None, parent: int | None = None
) -> list[Question]:
    """Everything to be asked of a place of these names at this point; three queries at most."""
    asked = _of_point(point) if point else []
    return asked + [_double(alike, but) for alike in places_alike(names, point, but=but, parent=parent)]


def _of_point(point: Point) -> list[Question]:
    if abs(point.lat) < AT_ZERO and abs(point.lon) < AT_ZERO:
        sentence = _(
            "0, 0 lies in the sea off Africa and is what programs write for “unknown”. Where the place is not"
            " known, leave both fields empty: it is then listed, and not drawn."
        )
        return [Question("null_island", sentence)]
    boxes = [
        (title, Bounds(south, west, north, east))
        for title, south, west, north, east in Atlas.objects.values_list("title", "south", "west", "north", "east")
    ]
    if abs(point.lon) > 90 or any(box.contains(point) for _title, box in boxes):
        return []
    turned = Point(point.lon, point.lat)
    title = next((title for title, box in boxes if box.contains(turned)), None)
    if title is None:
        return []
    sentence = _(
        "%(here)s lies outside every atlas; the other way round, %(turned)s, it would lie within “%(title)s”."
        " Are latitude and longitude in each other's field?"
    ) % {"here": worded(point), "turned": worded(turned), "title": title[:120]}
    return [Question("swapped", sentence, swap=True)]


def _double(alike: Alike, but: int | None) -> Question:
    place = alike.place
    here = alike.km is not None and alike.km < 0.05
    if alike.spelling and here:
        sentence = _("“%(name)s” has the name “%(spelling)s” too, and lies at the same point.")
    elif alike.spelling and alike.km is not None:
        sentence = _("“%(name)s” has the name “%(spelling)s” too, and lies %(km)s km from here.")
    elif alike.spelling:
        sentence = _("“%(name)s” has the name “%(spelling)s” too.")
    elif here:
        sentence = _("“%(name)s” lies at the same point.")
    else:
        sentence = _("“%(name)s” lies %(km)s km from here.")
    words = {"name": place.name[:120], "spelling": alike.spelling[:120], "km": f"{alike.km or 0:.1f}"}
    return Question(
        f"alike:{place.pk}",
        sentence % words,
        address=reverse("admin:geo_place_change", args=[place.pk]),
        link=place.name[:120],
        merge=f"{reverse('admin:geo_place_merge')}?keep={place.pk}&other={but}" if but else "",
    )


def fingerprint(asked: Iterable[Question]) -> str:
    """What an answer is given to: a question that comes up afterwards is asked anew."""
    return hashlib.sha256(" ".join(sorted(question.code for question in asked)).encode()).hexdigest()[:16]
