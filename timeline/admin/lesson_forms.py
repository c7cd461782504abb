"""The forms of a lesson and of its steps, in words an editor knows."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.admin.base import VersionedForm
from timeline.admin.publishing.parts import unpublished_choices
from timeline.admin.speaking import SpokenForm, SpokenFormSet
from timeline.leg_order import Wish, in_order
from timeline.lessons.finding import finder, strangers
from timeline.lessons.pasting import pasted_state
from timeline.lessons.states import StepState
from timeline.lessons.step_checks import told
from timeline.models import Lesson, LessonStep
from timeline.models.vocabulary import Publication
from timeline.row_numbers import next_number, number_anew

LONGEST_PASTED = 4000
LESSON_FIELDSETS = (
    (None, {"fields": ("title", "title_fa", "slug", "atlas", "summary", "summary_fa")}),
    (gettext_lazy("Standing"), {"fields": ("order", "publication", "seen_version")}),
)


class LessonForm(VersionedForm):
    """A tour through one atlas; its steps have forms of their own."""

    missing = {
        "title": gettext_lazy("Write what the lesson is called."),
        "slug": gettext_lazy("Write an address for its page, such as which-day-for-tehran."),
        "atlas": gettext_lazy("Choose the atlas it leads through."),
        "order": gettext_lazy("Write a number: the lesson with the lowest is listed first."),
    }
    rules = {
        "published_lesson_has_a_step": ("", gettext_lazy("Readers see this lesson and it has no step: add one first.")),
    }

    class Meta:
        labels = {"slug": gettext_lazy("Address"), "order": gettext_lazy("Place in the list")}
        help_texts = {
            "title": gettext_lazy("Give it a short name, such as The two dates of the entry into Tehran."),
            "title_fa": gettext_lazy("Write the same in Persian: pages in Persian show it."),
            "slug": gettext_lazy(
                "It stands after /lessons/ for ever, so choose it well: small letters, figures and hyphens."
            ),
            "atlas": gettext_lazy("Choose the atlas it leads through: all its steps show views of that one."),
            "summary": gettext_lazy("Say in two or three sentences what is to be found out."),
            "summary_fa": gettext_lazy("Write the same in Persian; empty, pages in Persian show the first."),
            "order": gettext_lazy("The lesson with the lowest number is listed first; 0 where that does not matter."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("summary", "summary_fa"):
            if name in self.fields:
                self.fields[name].widget.attrs["rows"] = 3


class StepForm(SpokenForm):
    """One step. Its number is where it is to stand among the others; its view is pasted as an address."""

    position = forms.IntegerField(
        required=False, min_value=0, widget=forms.NumberInput(attrs={"inputmode": "numeric", "size": 4})
    )
    state = forms.CharField(
        required=False,
        max_length=LONGEST_PASTED,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "ltr", "spellcheck": "false"}),
    )

    missing = {"title": gettext_lazy("Write what this step is called, or take the step out.")}

    class Meta:
        model = LessonStep
        fields = ("title", "title_fa", "text", "text_fa", "question", "question_fa", "state", "claim")
        labels = {
            "position": gettext_lazy("Number"),
            "title": gettext_lazy("Title"),
            "title_fa": gettext_lazy("Title in Persian"),
            "text": gettext_lazy("Text"),
            "text_fa": gettext_lazy("Text in Persian"),
            "question": gettext_lazy("Question"),
            "question_fa": gettext_lazy("Question in Persian"),
            "state": gettext_lazy("View"),
            "claim": gettext_lazy("Claim under discussion"),
        }
        help_texts = {
            "position": gettext_lazy("Type another number to put the step elsewhere; a new one comes last."),
            "title": gettext_lazy("Say in a few words what is to be seen here."),
            "title_fa": gettext_lazy("Write the same in Persian; empty, pages in Persian show the first."),
            "text": gettext_lazy("Tell what to look at. Leave an empty line between paragraphs."),
            "text_fa": gettext_lazy("Write the same in Persian; empty, pages in Persian show the first."),
            "question": gettext_lazy("Say what the reader is to answer, or leave it empty."),
            "question_fa": gettext_lazy("Write the same in Persian; empty, pages in Persian show the first."),
            "state": gettext_lazy(
                "Show in the atlas what this step is to show, and paste the address of that view here. Left empty,"
                " the step opens the atlas as it always opens."
            ),
            "claim": gettext_lazy("Name the claim that this step is about, or leave it empty."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, rows in (("text", 5), ("text_fa", 5), ("question", 2), ("question_fa", 2)):
            if name in self.fields:
                self.fields[name].widget.attrs["rows"] = rows

    @property
    def atlas(self):
        """The atlas of the lesson; None where none is chosen yet."""
        lesson = self.instance.lesson
        return lesson.atlas if lesson.atlas_id else None

    def clean_state(self) -> str:
        text = self.cleaned_data["state"]
        # Without an atlas the lesson itself is refused, and a view is read once there is one.
        if self.atlas is None or not text:
            return ""
        state = pasted_state(text, self.atlas)
        if state.problems:
            raise ValidationError([ValidationError(sentence, code=code) for code, sentence in told(state.problems)])
        return state.text

    def clean(self):
        cleaned = super().clean()
        for name, sentence in unpublished_choices(self).items():
            self.add_error(name, ValidationError(sentence, code="not_published"))
        return cleaned


class StepFormSet(SpokenFormSet):
    """The steps of a lesson. What is typed as numbers is an order, in which no two can clash."""

    # For two editors of one lesson: by which field its steps are put in order, and what a further step is offered.
    order_field = "position"
    offered = None

    @staticmethod
    def called(first) -> str:
        """What to call a row that was sent; first: gives what was sent for a field."""
        return first("title") or "?"

    def _construct_form(self, i, **kwargs):
        form = super()._construct_form(i, **kwargs)
        # The lesson as it is being saved, of which the atlas may be another than it was.
        form.instance.lesson = self.instance
        return form

    @property
    def empty_form(self):
        form = super().empty_form
        form.instance.lesson = self.instance
        return form

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if form.instance.pk:
            form.fields["position"].initial = (index or 0) + 1

    def clean(self):
        # Django's own check is left out: it is for unique values, which the numbers become only when saved.
        if not self.standing and self.instance.publication == Publication.PUBLISHED:
            raise ValidationError(
                _("Readers see this lesson: leave it one step at least, or withdraw it first."),
                code="left_without_step",
            )
        self._find_strangers()

    def _find_strangers(self) -> None:
        """Refuse views that name what the atlas has not. What a step showed before may be gone since: it may stay."""
        atlas = self.instance.atlas if self.instance.atlas_id else None
        moved = bool(self.instance.pk) and not Lesson.objects.filter(pk=self.instance.pk, atlas=atlas).exists()
        asked = [form for form in self.standing if moved or "state" in form.changed_data]
        states = {id(form): StepState(form.cleaned_data.get("state", "")) for form in asked}
        if atlas is None or not any(state.text for state in states.values()):
            return
        find = finder(states.values(), atlas)
        for form in asked:
            for code, sentence in told(problem for _named, problem in strangers(states[id(form)], atlas, find)):
                form.add_error("state", ValidationError(sentence, code=code))

    @property
    def standing(self) -> list[StepForm]:
        """The forms of the steps that are there after a save, in their order."""
        # Whether a form is to go is known once it has been cleaned, which asking for its errors does.
        going = {id(form) for form in self.forms if form.errors is not None and self._should_delete_form(form)}
        there = [form for form in self.forms if id(form) not in going and (form.instance.pk or form.has_changed())]
        wishes = [Wish(form["position"].initial if form.instance.pk else None, _number(form)) for form in there]
        return [there[index] for index in in_order(wishes)]

    def save_new(self, form, commit=True):
        form.instance.order = next_number(self._kept())
        return super().save_new(form, commit=commit)

    def save(self, commit=True):
        saved = super().save(commit=commit)
        number_anew(self._kept(), [form.instance.pk for form in self.standing])
        return saved

    def _kept(self):
        return LessonStep.objects.filter(lesson=self.instance.pk)


def _number(form: StepForm) -> int | None:
    text = str(form["position"].value() or "").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else None
