"""The forms that say who or what was on a march, and from which leg to which."""

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from timeline.admin.base import VersionedForm
from timeline.admin.leg_forms import LegFormSet
from timeline.admin.speaking import SpokenForm, SpokenFormSet
from timeline.leg_order import followed
from timeline.models import Mover

WHO = ("force", "person", "goods")
MOVER_FIELDSETS = (
    (None, {"fields": ("movement",)}),
    (
        gettext_lazy("Who or what"),
        {"fields": WHO, "description": gettext_lazy("Choose one; leave the others empty.")},
    ),
    (gettext_lazy("How long"), {"fields": ("side", ("from_leg", "to_leg"), "seen_version")}),
)
FOLLOWED = "legs-followed"
"""A hidden field that says that a script has kept the movers' numbers up with the legs."""


class MoverForm(SpokenForm):
    """Who or what was on the march, and from which leg to which."""

    missing = {"movement": gettext_lazy("Choose the march it was on.")}

    class Meta:
        model = Mover
        fields = ("movement", "force", "person", "goods", "side", "from_leg", "to_leg")
        labels = {
            "movement": gettext_lazy("March"),
            "force": gettext_lazy("Force"),
            "person": gettext_lazy("Person"),
            "goods": gettext_lazy("Goods"),
            "side": gettext_lazy("On which side"),
            "from_leg": gettext_lazy("Joins at leg"),
            "to_leg": gettext_lazy("Leaves after leg"),
        }
        help_texts = {
            "movement": gettext_lazy("Choose the march it was on."),
            "force": gettext_lazy("Choose a force, or leave it empty and name a person or goods."),
            "person": gettext_lazy("Choose a person who travelled, alone or with others."),
            "goods": gettext_lazy("Name what was carried, such as guns or letters."),
            "side": gettext_lazy("Its colour is the colour of the march; leave it empty for none."),
            "from_leg": gettext_lazy("Write the number of its first leg; leave it empty for the beginning."),
            "to_leg": gettext_lazy("Write the number of its last leg; leave it empty for the end."),
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


class MoverFormSet(SpokenFormSet):
    """Who was on a march, held against the legs that it will have."""

    legs: LegFormSet | None = None
    # For two editors of one march: the fields that name rows of another formset by their numbers.
    numbered_by = ("legs", ("from_leg", "to_leg"))

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
