"""The form of a place: reads its point however it was given, and asks before it saves what may be a slip."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from geo.coordinates import Axis, split_pair
from geo.models import Place
from geo.points import Point
from timeline.admin.base import VersionedForm
from timeline.admin.placing.candidates import Accepted, accepted_in
from timeline.admin.placing.fields import CoordinateField
from timeline.admin.placing.questions import Question, fingerprint, questions

_NAME = re.compile(r"names-\d+-text")


UNCERTAINTY = _("The uncertainty is the radius of a ring in kilometres: give 0 or more, or leave it empty.")


class PlaceForm(VersionedForm):
    """`accepted` is the token of a candidate, `geocode_text` what was searched for.

    After cleaning, `asked` holds the questions that stand between this form and its saving, and
    `chosen` the candidate that was accepted, or None.
    """

    latitude = CoordinateField(
        Axis.LATITUDE,
        help_text=_("Write it as 38.0667, 38,0667 or 38°04′N; both coordinates may be pasted here together."),
    )
    longitude = CoordinateField(Axis.LONGITUDE, help_text=_("Write it as 46.3, 46,3 or 46°18′E."))
    geocode_text = forms.CharField(required=False, max_length=200)
    accepted = forms.CharField(required=False, max_length=2000)
    missing = {
        "name": _("Write the name that readers know this place by."),
        "slug": _("Write an address for the page, such as tabriz."),
        "kind": _("Choose what sort of place it is; “place” fits where no other does."),
    }
    rules = {
        "place_has_whole_point_or_none": (
            "latitude",
            _("A latitude lies between -90 and 90 and a longitude between -180 and 180: look at both again."),
        ),
        "place_uncertainty_not_negative": ("uncertainty_km", UNCERTAINTY),
    }

    class Meta:
        labels = {
            "name": _("Name"),
            "slug": _("Address"),
            "kind": _("What it is"),
            "parent": _("Lies in"),
            "uncertainty_km": _("Uncertainty in km"),
            "basis": _("Why this point and this ring"),
            "gazetteer_id": _("Number in the gazetteer"),
            "geocode_text": _("Name to look for"),
        }
        help_texts = {
            "name": _("Write it as pages are to show it; every other spelling goes into the rows below."),
            "slug": _("It stands after /places/ for ever, so choose it well: small letters, figures and hyphens."),
            "kind": _("It decides the sign on the map."),
            "parent": _("Name the larger place it lies in, such as the city of a gate."),
            "uncertainty_km": _(
                "Write the radius of the ring it surely lies in; leave it empty where the point is exact."
            ),
            "basis": _("Say from what the point was taken, so that others can weigh it."),
            "gazetteer_id": _(
                "It is filled in when a candidate of a gazetteer is chosen; write it only if you know it."
            ),
            "geocode_text": _("Write another spelling where the name itself finds nothing."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.asked: list[Question] = []
        if "basis" in self.fields:
            self.fields["basis"].widget.attrs["rows"] = 3
        if self.is_bound:
            self.data = _with_pair_parted(self.data)

    @cached_property
    def chosen(self) -> Accepted | None:
        token = self.data.get("accepted", "")
        return accepted_in(token) if token else None

    def clean_parent(self) -> Place | None:
        parent = self.cleaned_data["parent"]
        above, seen = parent, set()
        while above is not None and above.pk not in seen:
            if above.pk == self.instance.pk:
                raise ValidationError(
                    _("“%(parent)s” lies in this place itself, so this one can't lie in it: choose a larger place."),
                    code="ring",
                    params={"parent": parent.name[:120]},
                )
            seen.add(above.pk)
            above = above.parent
        return parent

    def clean_uncertainty_km(self) -> float | None:
        km = self.cleaned_data["uncertainty_km"]
        if km is not None and km < 0:
            raise ValidationError(
                UNCERTAINTY,
                code="negative",
            )
        return km

    def clean_accepted(self) -> str:
        token = self.cleaned_data["accepted"]
        if token and self.chosen is None:
            raise ValidationError(
                _("This candidate can't be told any more: search for it again and choose anew."), code="bad_candidate"
            )
        return token

    def clean(self):
        cleaned = super().clean()
        if "latitude" not in self.fields:
            return cleaned
        if self._takes_candidate():
            for name, value in zip(("latitude", "longitude"), self.chosen.point.lat_lon, strict=True):
                cleaned[name] = value
                self.errors.pop(name, None)
                # A form that is shown again shows the point it has now.
                self.data[name] = self.fields[name].prepare_value(value)
            if cleaned.get("uncertainty_km") is None:
                cleaned["uncertainty_km"] = self.chosen.km
        self._refuse_half_a_point(cleaned)
        if "_search" in self.data:
            raise ValidationError(
                _("Nothing is saved yet: choose a candidate below, or none, and save."), code="search"
            )
        if not self.errors:
            self._ask(cleaned)
        return cleaned

    def _takes_candidate(self) -> bool:
        """Whether the point is the candidate's own: one was chosen, and the fields stayed as the page had them."""
        typed = self.data.get("latitude", ""), self.data.get("longitude", "")
        return self.chosen is not None and typed == (self.data.get("seen_latitude"), self.data.get("seen_longitude"))

    def _refuse_half_a_point(self, cleaned) -> None:
        for name, other, sentence in (
            ("latitude", "longitude", _("The latitude is missing: give both coordinates, or leave both empty.")),
            ("longitude", "latitude", _("The longitude is missing: give both coordinates, or leave both empty.")),
        ):
            given = name in cleaned and other in cleaned
            if given and cleaned[name] is None and cleaned[other] is not None:
                self.add_error(name, ValidationError(sentence, code="half_a_point"))

    def _ask(self, cleaned) -> None:
        if not self._is_news(cleaned):
            return
        parent = cleaned.get("parent")
        asked = questions(
            self._names(cleaned), point_of(cleaned), but=self.instance.pk, parent=parent.pk if parent else None
        )
        answered = self.data.get("_nevertheless", "").partition(".")[0]
        if not asked or answered == fingerprint(asked):
            return
        self.asked = asked
        raise ValidationError(
            _("Look at what is asked above the form, then mend it or save nevertheless."), code="questions"
        )

    def _is_news(self, cleaned) -> bool:
        """Whether anything is new that a question could be about: old doubts were answered when they were new."""
        if self.instance.pk is None or {"name", "latitude", "longitude"} & {*self.changed_data} or self.chosen:
            return True
        known = set(self.instance.names.values_list("text", flat=True))
        return not {*self._names(cleaned)} - {cleaned.get("name")} <= known

    def _names(self, cleaned) -> list[str]:
        """The name and every spelling in the rows below, those to be deleted left out."""
        texts = [
            self.data[key]
            for key in self.data
            if _NAME.fullmatch(key) and not self.data.get(key.removesuffix("text") + "DELETE")
        ]
        return [text for text in (cleaned.get("name", ""), *texts) if text]


def point_of(values) -> Point | None:
    """The point in a form's or record's values, or None."""
    latitude, longitude = values.get("latitude"), values.get("longitude")
    return None if latitude is None or longitude is None else Point(latitude, longitude)


def _with_pair_parted(data):
    """The form's data with a pair that stands in the field of the latitude in both fields, and turned where asked."""
    data = data.copy()
    if "_swap" in data:
        data["latitude"], data["longitude"] = data.get("longitude", ""), data.get("latitude", "")
    if not data.get("longitude", "").strip() and (pair := split_pair(data.get("latitude", ""))):
        data["latitude"], data["longitude"] = pair
    return data
