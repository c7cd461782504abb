"""Wording of a lesson on the atlas page: its card, and what is said where there is none to show."""

from django.utils.translation import gettext_lazy as _

MESSAGES = {
    "lesson.label": _("Lesson"),
    "lesson.place": _("{step} of {count}"),
    "lesson.said": _("Step {step} of {count}: {title}"),
    "lesson.previous": _("The step before"),
    "lesson.next": _("The next step"),
    "lesson.steps": _("All steps"),
    "lesson.leave": _("Leave the lesson"),
    "lesson.claim": _("Under discussion"),
    "lesson.away": _("You are looking elsewhere."),
    "lesson.back": _("Back to this step’s view"),
    # What cannot be shown, each with a way out
    "lesson.unknown": _("No lesson is called “{slug}” here: the address may be old or misspelt."),
    "lesson.withdrawn": _("The lesson “{slug}” was withdrawn by its editors."),
    "lesson.elsewhere": _("This lesson leads through another atlas."),
    "lesson.no-step": _("“{value}” is no step of this lesson, so the first is shown."),
    "lesson.all": _("All lessons"),
}
