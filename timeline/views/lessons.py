"""The list of lessons, and the page of each: the whole of it to read and to print."""

from django.utils.translation import ngettext

from timeline.chronicle import lesson_entries
from timeline.chronicle.atlases import atlas_of
from timeline.chronicle.cited import cited_lesson
from timeline.models import Lesson
from timeline.pages.citing import cite_part
from timeline.pages.claim_words import language
from timeline.pages.found import holding
from timeline.pages.lesson_map import map_of_lesson
from timeline.pages.lessons import told_steps
from timeline.pages.linked_data.lessons import lesson_data
from timeline.pages.listing import listing
from timeline.parameters import Parameters
from timeline.views.kept import page
from timeline.views.lists import listed
from timeline.views.published import published


@page("lessons")
def lessons(request, atlas):
    """Lessons in the order that their editors gave them, those of one atlas where one is asked for."""
    parameters = Parameters(request.GET, lenient=True)
    chosen = Lesson.objects.published().filter(atlas__publication="published")
    if "atlas" in request.GET and atlas:
        chosen = chosen.filter(atlas__slug=atlas.id)
    chosen = holding(chosen, parameters.value("q") or "")
    chosen = chosen.order_by("-atlas__is_default", "atlas", "order", "title", "pk")
    cut = listing(chosen, request.GET, problems=parameters.problems)
    rows = lesson_entries(chosen.filter(pk__in=cut.keys), language())
    counted = ngettext("%(count)s lesson", "%(count)s lessons", cut.count)
    return "pages/lessons.html", listed(request, cut, counted, rows=rows)


@page("lessons", kind="lesson")
def lesson(request, slug: str, atlas):
    """A lesson with all its steps."""
    record = published(Lesson.objects.select_related("atlas"), "lesson", "lessons", slug)
    atlas = atlas_of(record, atlas, language())
    (entry,) = lesson_entries(Lesson.objects.filter(pk=record.pk), language())
    # What is not published yet is opened within its preview.
    base = request.preview.base if hasattr(request, "preview") else ""
    steps = told_steps(entry, record.atlas, base)
    return "pages/lesson.html", {
        "atlas": atlas,
        "lesson": entry,
        "title_fa": record.title_fa if record.title_fa != entry.title else "",
        "steps": steps,
        "begins": steps[0].opens if steps else "",
        "map": map_of_lesson(entry, record.atlas, atlas),
        "linked_data": lesson_data(entry, steps, atlas, request.build_absolute_uri),
        "citing": cite_part(cited_lesson(record, request.build_absolute_uri, language()), entry.url),
    }
