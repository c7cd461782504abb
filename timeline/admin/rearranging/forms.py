"""The forms of rearranging: what an editor chooses before an act is done."""

from django import forms
from django.utils.translation import gettext_lazy as _

from timeline.admin.speaking import speak
from timeline.models import Event, Theatre
from timeline.models.vocabulary import EventKind, RelationKind
from timeline.rearranging.holdings import HeldDecision
from timeline.rearranging.reading import CHOOSABLE

KEPT, OTHER = "kept", "other"


class ActForm(forms.Form):
    """What every act asks: why, and, unseen, which versions the editor looked at."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    reason = forms.CharField(
        label=_("Why"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Say it for the next editor: it is kept with the act. You may leave it empty."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        speak(self)


class MergeForm(ActForm):
    """Asks which event's title, lane and the like stand, and which of two decisions."""

    def __init__(self, *args, kept: Event, other: Event, rivals: list[tuple[HeldDecision, HeldDecision]], **kwargs):
        super().__init__(*args, **kwargs)
        self.kept, self.other, self.rivals = kept, other, rivals
        for column in CHOOSABLE:
            mine, theirs = getattr(kept, column), getattr(other, column)
            if mine == theirs or theirs in ("", None):
                continue
            self.fields[column] = forms.ChoiceField(
                label=Event._meta.get_field(column.removesuffix("_id")).verbose_name,
                choices=[(KEPT, _shown(kept, column) or _("(nothing)")), (OTHER, _shown(other, column))],
                initial=KEPT if mine not in ("", None) else OTHER,
                widget=forms.RadioSelect,
            )
        for number, pair in enumerate(rivals, start=1):
            self.fields[f"decision_{number}"] = forms.ChoiceField(
                label=_("Which decision stands about %(what)s")
                % {"what": " ".join(filter(None, (pair[0].attribute, pair[0].edge)))},
                choices=[(str(decision.key), decision.words) for decision in pair],
                widget=forms.RadioSelect,
            )
        speak(self)
        self.order_fields([*CHOOSABLE, *(name for name in self.fields if name.startswith("decision")), "reason"])

    def choice(self, name: str) -> str:
        """The value of a field as sent, or as first shown; "" where nothing is chosen yet."""
        return self[name].value() or ""

    @property
    def values(self) -> dict[str, object]:
        """The columns to be taken from the other event."""
        return {
            column: getattr(self.other, column)
            for column in CHOOSABLE
            if column in self.fields and self.choice(column) == OTHER
        }

    @property
    def standing(self) -> list[int]:
        """The keys of the decisions that stand."""
        chosen = (self.choice(f"decision_{number}") for number in range(1, len(self.rivals) + 1))
        return [int(key) for key in chosen if key.isdecimal()]


def _shown(event: Event, column: str) -> str:
    display = getattr(event, f"get_{column}_display", None)
    return str(display() if display else getattr(event, column.removesuffix("_id")))


class SplitForm(ActForm):
    """Asks what the new event is called, what it was, and in which lane it stands."""

    title = forms.CharField(
        label=_("Title"), max_length=1000, help_text=_("Name the new event in plain words."),
        error_messages={"required": _("Write what the new event is called.")},
    )  # fmt: skip
    slug = forms.SlugField(
        label=_("Address"), max_length=100, required=False, help_text=_("Leave it empty to make it from the title.")
    )
    kind = forms.ChoiceField(
        label=_("What it was"), choices=EventKind.choices, help_text=_("It chooses the sign on map and timeline.")
    )
    theatre = forms.ModelChoiceField(
        label=_("Theatre"), queryset=Theatre.objects.none(),
        help_text=_("Choose the lane of the timeline it stands in."),
        error_messages={"required": _("Choose the lane it stands in.")},
    )  # fmt: skip

    field_order = ("title", "slug", "kind", "theatre", "reason")

    def __init__(self, *args, event: Event, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["theatre"].queryset = Theatre.objects.filter(atlas=event.atlas_id)
        self.fields["theatre"].initial, self.fields["kind"].initial = event.theatre_id, event.kind


class RelateForm(ActForm):
    """Asks how the first event stands to the second."""

    kind = forms.ChoiceField(
        label=_("How the first stands to the second"), choices=RelationKind.choices, widget=forms.RadioSelect,
        error_messages={"required": _("Choose how the two stand to each other.")},
    )  # fmt: skip

    field_order = ("kind", "reason")
