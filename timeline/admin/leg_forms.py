"""The forms in which a march is edited leg by leg: each leg, all of them in order, and who was on which."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from geo.models import Place
from timeline.admin.base import VersionedForm
from timeline.admin.departed_claims import DELETED, WHOLE, refusals_of, send_claims
from timeline.admin.place_fields import PlaceField, PlacesField
from timeline.leg_order import Wish, followed, in_order, next_number, put_in_order
from timeline.models import Leg, LegStop, Mover

WHO = ("force", "person", "goods")
FOLLOWED = "legs-followed"
"""A hidden field that says that a script has kept the movers' numbers up with the legs."""


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


class LegForm(forms.ModelForm):
    """One leg. Its number is where it is to stand among the others."""

    position = forms.IntegerField(
        label=gettext_lazy("Number"),
        required=False,
        min_value=0,
        widget=forms.NumberInput(attrs={"class": "leg-position", "inputmode": "numeric"}),
    )
    start = PlaceField(label=gettext_lazy("From"), required=False)
    by_way = PlacesField(label=gettext_lazy("By way of"), required=False)
    end = PlaceField(label=gettext_lazy("To"), required=False)

    class Meta:
        model = Leg
        fields = ("start", "end", "mode", "status", "inferred", "note")
        widgets = {"note": forms.Textarea(attrs={"rows": 2, "cols": 40})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            stops = [stop.place for stop in self.instance.stops.all()]
            self.initial |= {"start": self.instance.start, "end": self.instance.end, "by_way": stops}

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


class LegFormSet(forms.BaseInlineFormSet):
    """The legs of a march. What is typed as numbers is an order, in which no two can clash."""

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


class MoverForm(forms.ModelForm):
    """Who or what was on the march, and from which leg to which."""

    class Meta:
        model = Mover
        fields = ("movement", "force", "person", "goods", "side", "from_leg", "to_leg")
        help_texts = {
            "from_leg": gettext_lazy("The number of the first leg it was on; empty: from the beginning."),
            "to_leg": gettext_lazy("The number of the last leg it was on; empty: to the end."),
        }

    def clean(self):
        cleaned = super().clean()
        who = [name for name in WHO if cleaned.get(name)]
        if len(who) != 1 and not {*WHO} & {*self.errors}:
            raise ValidationError(
                _("Name exactly one: a force, a person, or goods. Make another row for whoever else was there."),
                code="mover_is_one_thing",
            )
        return cleaned

    def _get_validation_exclusions(self):
        # The constraint that it is one thing is put into words above.
        return super()._get_validation_exclusions() | {"goods"}

    def check_legs(self, count: int) -> None:
        """Refuse numbers of legs that a march of so many legs does not have."""
        first, last = self.cleaned_data.get("from_leg"), self.cleaned_data.get("to_leg")
        for name, number in (("from_leg", first), ("to_leg", last)):
            if number is not None and not 1 <= number <= count:
                words = ngettext(
                    "The march has %(count)s leg: there is no leg %(number)s to name here.",
                    "The march has %(count)s legs: name one of 1 to %(count)s instead of %(number)s.",
                    count,
                )
                self.add_error(name, ValidationError(
                    words, code="no_such_leg", params={"count": count, "number": number}))  # fmt: skip
        if first is not None and last is not None and first > last:
            self.add_error("to_leg", ValidationError(
                _("It would leave after leg %(last)s, before it joins at leg %(first)s: name a later leg."),
                code="legs_out_of_order", params={"first": first, "last": last}))  # fmt: skip


class MoverRecordForm(MoverForm, VersionedForm):
    """A mover on a page of its own."""

    def clean(self):
        cleaned = super().clean()
        if movement := cleaned.get("movement"):
            self.check_legs(movement.legs.count())
        return cleaned


class MoverFormSet(forms.BaseInlineFormSet):
    """Who was on a march, held against the legs that it will have."""

    legs: LegFormSet | None = None

    def clean(self):
        super().clean()
        if self.legs is None or not self.legs.is_valid():
            return
        count = len(self.legs.standing)
        numbers = self._numbers_to_be
        for form in self.forms:
            if not hasattr(form, "cleaned_data") or (self.can_delete and self._should_delete_form(form)):
                continue
            if numbers and form.instance.pk and not {"from_leg", "to_leg"} & {*form.changed_data}:
                continue
            form.check_legs(count)

    @cached_property
    def _numbers_to_be(self) -> dict[int, int]:
        """Old to new numbers of the legs where no script has followed them, else nothing."""
        if self.data.get(FOLLOWED):
            return {}
        standing = self.legs.standing
        return {form.instance.order: number for number, form in enumerate(standing, start=1) if form.instance.pk}

    def follow_legs(self) -> None:
        """Let movers whose numbers nobody touched go on with their legs."""
        for form in self.initial_forms if self._numbers_to_be else ():
            mover = form.instance
            if mover.pk is None or {"from_leg", "to_leg"} & {*form.changed_data}:
                continue
            numbers = followed(mover.from_leg, mover.to_leg, self._numbers_to_be)
            if numbers != (mover.from_leg, mover.to_leg):
                mover.from_leg, mover.to_leg = numbers
                mover.save(update_fields=["from_leg", "to_leg", "modified"])
