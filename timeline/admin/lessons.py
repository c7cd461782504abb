"""Admin page of lessons and their steps."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.admin.base import RecordAdmin
from timeline.admin.lesson_forms import LESSON_FIELDSETS, LessonForm, StepForm, StepFormSet
from timeline.admin.resolved_words import NOTHING
from timeline.embedding.state import address_with, pairs_of
from timeline.lessons.finding import Find, finder, strangers
from timeline.lessons.states import StepState
from timeline.models import Atlas, Lesson, LessonStep
from timeline.models.vocabulary import Publication
from timeline.publishing.rights import may_change


class StepInline(admin.StackedInline):
    model = LessonStep
    form = StepForm
    formset = StepFormSet
    fields = (
        ("position", "title", "title_fa"),
        ("text", "text_fa"),
        ("question", "question_fa"),
        ("state", "claim", "opens"),
    )
    readonly_fields = ("opens",)
    classes = ("help-once", "in-columns", "with-texts")
    autocomplete_fields = ("claim",)
    extra = 0
    verbose_name = gettext_lazy("step")
    verbose_name_plural = gettext_lazy("Steps")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._finders: dict[int, Find] = {}

    def get_fields(self, request, obj=None):
        """Who may only look sees where a step stands; who may change it types where it is to stand."""
        if obj is None or may_change(request.user, obj):
            return self.fields
        return (("order", *self.fields[0][1:]), *self.fields[1:])

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("lesson__atlas").order_by("order")

    @admin.display(description=gettext_lazy("what it opens"))
    def opens(self, step: LessonStep):
        """The view in the atlas, and what of it is there no longer."""
        if not step.pk:
            return NOTHING
        state, atlas = StepState(step.state), step.lesson.atlas
        link = format_html(
            '<a href="{}" target="_blank" rel="noopener">{}</a>', _view(atlas, state), _("Open this view")
        )
        gone = " ".join(str(each.message) for _named, each in strangers(state, atlas, self._finder_of(step.lesson)))
        return format_html('{} <span class="quiet">{}</span>', link, gone) if gone else link

    def _finder_of(self, lesson: Lesson) -> Find:
        """What finds the records that the steps of a lesson name; looked up once for all of them."""
        if lesson.pk not in self._finders:
            states = lesson.steps.values_list("state", flat=True)
            self._finders[lesson.pk] = finder(map(StepState, states), lesson.atlas)
        return self._finders[lesson.pk]


def _view(atlas: Atlas, state: StepState) -> str:
    """Where an editor sees a view; of an atlas that readers do not see, in its preview."""
    if atlas.publication == Publication.PUBLISHED:
        return address_with(atlas.get_absolute_url(), pairs_of(state.query))
    return address_with(reverse("admin:timeline_atlas_preview", args=[atlas.pk]), pairs_of(state.query))


@admin.register(Lesson)
class LessonAdmin(RecordAdmin):
    form = LessonForm
    fieldsets = LESSON_FIELDSETS
    list_display = ("title", "atlas", "order", "steps_there", "publication")
    list_filter = ("publication", "atlas")
    list_select_related = ("atlas",)
    search_fields = ("title", "slug", "search")
    prepopulated_fields = {"slug": ("title",)}
    inlines = (StepInline,)

    @admin.display(description=gettext_lazy("steps"), ordering="step_count")
    def steps_there(self, lesson: Lesson) -> int:
        return lesson.step_count
