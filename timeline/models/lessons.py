"""Lessons: guided tours through an atlas, each step a view of it with something to read and to ask."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .atlases import Atlas
from .claims import Claim
from .records import Publishable, PublishedQuerySet, Record
from .vocabulary import Publication

NOTHING_WITHOUT_A_STEP = ~models.Q(publication=Publication.PUBLISHED) | models.Q(step_count__gt=0)
LONGEST_STATE = 2000


class Lesson(Publishable):
    """A tour through one atlas.

    ``step_count`` and ``search`` (the folded text by which it is found) are kept by
    timeline/lessons/keeping.py and never typed in; the count lets the database refuse to show a lesson of no steps.
    """

    slug = models.SlugField(_("slug"), max_length=100, unique=True)
    atlas = models.ForeignKey(Atlas, models.CASCADE, related_name="lessons", verbose_name=_("atlas"))
    title = models.CharField(_("title"), max_length=200)
    title_fa = models.CharField(_("title in Persian"), max_length=200, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    summary_fa = models.TextField(_("summary in Persian"), blank=True)
    order = models.PositiveIntegerField(_("place in the list"), default=0)

    step_count = models.PositiveIntegerField(default=0, editable=False)
    search = models.TextField(editable=False, blank=True, default="")

    objects = PublishedQuerySet.as_manager()

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")
        permissions = [("publish_lesson", "Can publish, send back and withdraw lessons")]
        ordering = ["order", "title", "id"]
        constraints = [models.CheckConstraint(condition=NOTHING_WITHOUT_A_STEP, name="published_lesson_has_a_step")]
        indexes = [models.Index(fields=["atlas", "order"], name="lesson_in_order")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return f"/lessons/{self.slug}/"


class LessonStep(Record):
    """One stop of a tour: ``state`` is the view that it opens, as a query string without "?".

    Texts are plain; an empty line parts paragraphs. ``claim`` is the one under discussion, if there is one.
    """

    lesson = models.ForeignKey(Lesson, models.CASCADE, related_name="steps", verbose_name=_("lesson"))
    order = models.PositiveIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=200)
    title_fa = models.CharField(_("title in Persian"), max_length=200, blank=True)
    text = models.TextField(_("text"), blank=True)
    text_fa = models.TextField(_("text in Persian"), blank=True)
    question = models.TextField(_("question"), blank=True)
    question_fa = models.TextField(_("question in Persian"), blank=True)
    state = models.CharField(_("view"), max_length=LONGEST_STATE, blank=True)
    claim = models.ForeignKey(
        Claim,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="lesson_steps",
        verbose_name=_("claim under discussion"),
    )

    class Meta:
        verbose_name = _("step of a lesson")
        verbose_name_plural = _("steps of lessons")
        ordering = ["lesson", "order"]
        constraints = [
            models.UniqueConstraint(fields=["lesson", "order"], name="lesson_step_order_once"),
            models.CheckConstraint(condition=models.Q(order__gte=1), name="lesson_step_counted_from_1"),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        """Refuse a view that can't be opened in the lesson's atlas; keep a good one in its usual form."""
        # Imported here: the checks speak of records, and the models package is loaded first.
        from timeline.lessons.step_checks import check_step

        check_step(self)

    @property
    def key(self) -> str:
        return f"{self.lesson.slug}/{self.order}"
