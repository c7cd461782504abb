"""Form fields for lists: one thing a line, places among them, and what a text leaves to its context."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from geo.models import Place

MOST_LINES = 60


class LinesField(forms.CharField):
    """A list of texts, one a line."""

    def __init__(self, **options):
        options.setdefault("widget", forms.Textarea(attrs={"rows": 3, "cols": 40}))
        super().__init__(required=False, max_length=6000, **options)

    def prepare_value(self, value):
        return "\n".join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value):
        lines = [" ".join(line.split()) for line in super().to_python(value).splitlines()]
        found = [line for line in lines if line]
        if len(found) > MOST_LINES:
            raise ValidationError(
                _("These are %(count)s lines: at most %(most)s are kept, so take the list apart."),
                code="too_many_lines",
                params={"count": len(found), "most": MOST_LINES},
            )
        return found

    def validate(self, value):
        """Nothing is required of a list: the attribute says whether it may be empty."""

    def run_validators(self, value):
        super().run_validators("\n".join(value))

    def has_changed(self, initial, data):
        return self.to_python(data) != (initial or [])


class RouteField(LinesField):
    """Slugs of places in order; a place may be typed by its slug or by its name."""

    def clean(self, value):
        typed = super().clean(value)
        slugs = dict(Place.objects.filter(slug__in=typed).values_list("slug", "slug"))
        named: dict[str, list[str]] = {}
        for slug, name in Place.objects.filter(name__in=typed).values_list("slug", "name"):
            named.setdefault(name, []).append(slug)
        return [slugs.get(word) or self._named(word, named.get(word, [])) for word in typed]

    def _named(self, word: str, slugs: list[str]) -> str:
        if len(slugs) == 1:
            return slugs[0]
        if slugs:
            raise ValidationError(
                _("“%(word)s” is the name of several places: write the slug of the one meant, %(slugs)s."),
                code="place_twice",
                params={"word": word[:80], "slugs": ", ".join(slugs[:5])},
            )
        raise ValidationError(
            _("“%(word)s” is no place known here: write its name or slug as in the list of places, or add it."),
            code="place_unknown",
            params={"word": word[:80]},
        )


class SuppliedField(forms.MultipleChoiceField):
    """The parts of a date that its words leave to their context."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **options):
        choices = (("year", _("year")), ("month", _("month")), ("day", _("day")))
        super().__init__(required=False, choices=choices, **options)

    def has_changed(self, initial, data):
        return super().has_changed(initial or [], data)
