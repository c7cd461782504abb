"""The form in which an editor chooses what stands of two places that become one."""

from django import forms
from django.utils.translation import gettext as _

from geo.coordinates import worded
from geo.models import Place
from geo.points import Point
from timeline.admin.rearranging.forms import KEPT, OTHER, ActForm
from timeline.admin.speaking import speak

POINT = (
    "latitude", "longitude", "uncertainty_km", "geocoder", "geocode_query", "geocoded_on", "accepted_by", "basis",
    "gazetteer_id",
)  # fmt: skip
"""What belongs to a point and goes with it: a ring or a geocoder's number says nothing about another point."""


class MergePlacesForm(ActForm):
    """Asks which place's name, kind, point and larger place stand; asks nothing where both have the same."""

    def __init__(self, *args, kept: Place, other: Place, **kwargs):
        super().__init__(*args, **kwargs)
        self.kept, self.other = kept, other
        for name, label, told in (
            ("name", _("Name"), lambda place: place.name),
            ("kind", _("Kind"), lambda place: str(place.get_kind_display())),
            ("point", _("Point"), _point),
            ("parent", _("Lies in"), lambda place: str(place.parent or "")),
        ):
            mine, theirs = told(kept), told(other)
            if mine == theirs or not theirs or (name == "parent" and kept.pk in _above(other)):
                continue
            self.fields[name] = forms.ChoiceField(
                label=label,
                choices=[(KEPT, mine or _("(nothing)")), (OTHER, theirs)],
                initial=KEPT if mine else OTHER,
                widget=forms.RadioSelect,
            )
        speak(self)
        self.order_fields(["name", "kind", "point", "parent", "reason"])

    @property
    def values(self) -> dict[str, object]:
        """The columns to be taken from the other place."""
        taken = [name for name in ("name", "kind", "point", "parent") if name in self.fields and self._takes(name)]
        columns = {"point": POINT, "parent": ("parent_id",)}
        return {column: getattr(self.other, column) for name in taken for column in columns.get(name, (name,))}

    def _takes(self, name: str) -> bool:
        return (self[name].value() or "") == OTHER


def _point(place: Place) -> str:
    if not place.has_point:
        return ""
    words = worded(Point(place.latitude, place.longitude))
    ring = _("within %(km)g km") % {"km": place.uncertainty_km} if place.uncertainty_km is not None else ""
    return ", ".join(part for part in (words, ring, place.geocoder, place.accepted_by) if part)


def _above(place: Place) -> list[int]:
    found: list[int] = []
    while place.parent_id and place.parent_id not in found:
        found.append(place.parent_id)
        place = place.parent
    return found
