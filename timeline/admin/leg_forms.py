"""The forms in which a march is edited leg by leg: each leg, and all of them in order."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from geo.models import Place
from timeline.admin.departed_claims import DELETED, WHOLE, refusals_of, send_claims
from timeline.admin.leg_words import HELP, LABELS
from timeline.admin.place_fields import PlaceField, PlacesField
from timeline.admin.speaking import SpokenForm, SpokenFormSet
from timeline.leg_order import Wish, in_order, next_number, put_in_order
from timeline.models import Leg, LegStop


@dataclass(frozen=True, slots=True)
class StatedLeg:
    """A leg as its row says it, as far as it can be read. row: the number of its form."""

    row: int
    leg: Leg
    start: Place | None
    via: tuple[Place, ...]
    end: Place | None
    mode: str
    status: str
    inferred: bool
    note: str = ""


class LegForm(SpokenForm):
    """One leg. Its number is where it is to stand among the others."""

    position = forms.IntegerField(
        required=False,
        min_value=0,
        widget=forms.NumberInput(attrs={"class": "leg-position", "inputmode": "numeric"}),
    )
    start = PlaceField(required=False)
    by_way = PlacesField(required=False)
    end = PlaceField(required=False)

    class Meta:
        model = Leg
        fields = ("start", "end", "mode", "status", "inferred", "note")
        labels = LABELS
        help_texts = HELP
        widgets = {"note": forms.Textarea(attrs={"rows": 2, "cols": 40})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            stops = [stop.place for stop in self.instance.stops.all()]
            self.initial |= {"start": self.instance.start, "end": self.instance.end, "by_way": stops}

    def has_changed(self):
        # A further row whose offered beginning was taken out, and nothing put in, is no leg.
        emptied = not self.instance.pk and self.changed_data == ["start"] and not self["start"].value()
        return super().has_changed() and not emptied

    def clean(self):
        cleaned = super().clean()
        ends_unread = {"start", "end", "by_way"} & {*self.errors}
        if self.has_changed() and not ends_unread and not cleaned.get("start") and not cleaned.get("end"):
            raise ValidationError(
                _("Say where this leg begins or where it ends: a leg with neither has no place on the map."),
                code="leg_without_ends",
            )
        return cleaned

    def stated(self, row: int) -> StatedLeg:
        """What the row says; a field that cannot be read counts as not given."""
        names = ("start", "end", "mode", "status", "inferred", "note", "by_way")
        if self.is_bound and self.errors is not None:
            said = {name: self.cleaned_data.get(name) for name in names}
        else:
            said = {name: self[name].initial for name in names}
        return StatedLeg(
            row, self.instance, said["start"] or None, tuple(said["by_way"] or ()), said["end"] or None,
            said["mode"] or "unknown", said["status"] or "happened", bool(said["inferred"]), said["note"] or "",
        )  # fmt: skip

    def put_stops(self) -> None:
        """Keep the places passed, in order."""
        if "by_way" not in self.changed_data:
            return
        LegStop.objects.filter(leg=self.instance).delete()
        for number, place in enumerate(self.cleaned_data["by_way"], start=1):
            LegStop.objects.create(leg=self.instance, place=place, order=number)


class LegFormSet(SpokenFormSet):
    """The legs of a march. What is typed as numbers is an order, in which no two can clash."""

    # For two editors of one march: by which field its legs are put in order, which rows hang on each, and what a
    # further leg is offered: the second of the last one as its first.
    order_field = "position"
    shown_parts = "stops"
    offered = ("start", "end")

    @staticmethod
    def called(first) -> str:
        """What to call a row that was sent; first: gives what was sent for a field."""
        return f"{first('start') or '?'} → {first('end') or '?'}"

    @property
    def followed(self) -> bool:
        """Whether the movers' numbers were sent as those of the legs there will be."""
        return bool(self.data.get(f"{self.prefix}-followed"))

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if form.instance.pk:
            form.fields["position"].initial = (index or 0) + 1
            if form.instance.claims_there:
                form.fields["claims_to"] = forms.ChoiceField(
                    label=gettext_lazy("Its claims go to"), required=False, choices=self._homes(form.instance)
                )

    def _homes(self, leg: Leg):
        others = [(str(other.pk), _("leg %(number)s: %(way)s") % {"number": number, "way": other})
                  for number, other in enumerate(self.get_queryset(), start=1) if other.pk != leg.pk]  # fmt: skip
        first, last = ("", _("— choose —")), (DELETED, _("nowhere: delete them"))
        return [first, (WHOLE, _("the march as a whole")), *others, last]

    def clean(self):
        # Django's own check is left out: it is for unique values, which the numbers become only when saved, and it
        # refuses to part with a leg whose claims are leant on, though they be sent elsewhere.
        going = {form.instance.pk: form for form in self._going if form.instance.pk}
        refusals = [
            refusal
            for form in going.values()
            if form.instance.claims_there
            for refusal in refusals_of(form.instance, form["claims_to"].value() or "", {*going})
        ]
        if refusals:
            raise ValidationError(refusals)

    @property
    def _going(self) -> list[LegForm]:
        # Whether a form is to go is known once it has been cleaned, which asking for its errors does.
        asked = [form for form in self.forms if self.can_delete and form.errors is not None]
        return [form for form in asked if self._should_delete_form(form)]

    @property
    def standing(self) -> list[LegForm]:
        """The forms of the legs that are there after a save, in their order."""
        going = {id(form) for form in self._going} if self.is_bound else set()
        forms_ = [form for form in self.forms if id(form) not in going and (form.instance.pk or form.has_changed())]
        if not self.is_bound:
            return forms_
        wishes = [Wish(form["position"].initial if form.instance.pk else None, _number(form)) for form in forms_]
        return [forms_[index] for index in in_order(wishes)]

    def stated(self) -> list[StatedLeg]:
        """What the rows say, in order."""
        rows = {id(form): row for row, form in enumerate(self.forms)}
        return [form.stated(rows[id(form)]) for form in self.standing]

    def save_new(self, form, commit=True):
        form.instance.order = next_number(self.instance.pk)
        return super().save_new(form, commit=commit)

    def delete_existing(self, obj, commit=True):
        form = next(form for form in self._going if form.instance.pk == obj.pk)
        if obj.claims_there:
            send_claims(obj, form["claims_to"].value())
        super().delete_existing(obj, commit=commit)

    def save(self, commit=True):
        saved = super().save(commit=commit)
        for form in self.standing:
            form.put_stops()
        self.renumbered = put_in_order(self.instance.pk, [form.instance.pk for form in self.standing])
        return saved


def _number(form: LegForm) -> int | None:
    text = str(form["position"].value() or "").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else None
