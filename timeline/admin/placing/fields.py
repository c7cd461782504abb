"""The form field of a latitude or longitude, which takes every notation editors use."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from geo.coordinates import Axis, CoordinateError, read_coordinate

_LABELS = {Axis.LATITUDE: _("Latitude"), Axis.LONGITUDE: _("Longitude")}


class CoordinateField(forms.CharField):
    """Degrees north or east, as a number; None where the field is left empty."""

    def __init__(self, axis: Axis, **options):
        self.axis = axis
        widget = forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off", "spellcheck": "false", "size": 22})
        super().__init__(label=_LABELS[axis], required=False, widget=widget, **options)

    def prepare_value(self, value):
        return f"{value:.7f}".rstrip("0").rstrip(".") if isinstance(value, float) else value

    def to_python(self, value) -> float | None:
        text = super().to_python(value)
        if not text:
            return None
        try:
            return read_coordinate(text, self.axis)
        except CoordinateError as error:
            raise ValidationError(error.message, code=error.code, params={"value": text}) from error

    def has_changed(self, initial, data) -> bool:
        try:
            return self.to_python(data) != initial
        except ValidationError:
            return True
