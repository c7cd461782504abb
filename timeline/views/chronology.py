"""The chronology: every event in one table."""

from django.utils.translation import gettext as _

from timeline.api.formats.events_geojson import EventsGeojsonView
from timeline.chronicle.rows import event_rows
from timeline.filter_reading import EVENT_KEYS, event_filter
from timeline.models import Event
from timeline.pages.alternates import alternates, question_of, taken_along
from timeline.pages.chronology import ORDERINGS, groups, ordered, sorted_rows
from timeline.pages.claim_words import language
from timeline.pages.filter_form import filter_form
from timeline.pages.listing import cut as cut_pairs
from timeline.pages.listing import listing, read_ordering, sort_keys
from timeline.pages.moments import telling_address
from timeline.views.kept import page

# One sheet holds the whole of an ordinary atlas; what is larger is cut.
WHOLE_TABLE = 600


@page("chronology")
def chronology(request, atlas):
    """All events, or those that pass the filters."""
    return _events(request, atlas, "pages/chronology.html", WHOLE_TABLE)


@page("events")
def events(request, atlas):
    """Events page by page, with every filter."""
    return _events(request, atlas, "pages/events.html", 60)


def _events(request, atlas, template: str, size: int):
    asked, problems = event_filter(request.GET, lenient=True)
    ordering, more = read_ordering(request.GET, ORDERINGS, "date")
    chosen = asked.restrict(Event.objects.all())
    if asked.according_to:
        told = sorted_rows(event_rows(chosen, language(), asked.according_to), ordering)
        cut = cut_pairs([(row.id, row.id) for row in told], request.GET, size=size, problems=(*problems, *more))
        rows = [row for row in told if row.id in set(cut.keys)]
    else:
        cut = listing(ordered(chosen, ordering), request.GET, size=size, problems=(*problems, *more))
        rows = event_rows(ordered(Event.objects.filter(pk__in=cut.keys), ordering), language())
    total = asked.without(*FILTERS).restrict(Event.objects.all()).count() if not asked.is_empty else cut.count
    labels = {
        "date": _("Date"),
        "title": _("Event"),
        "place": _("Place"),
        "kind": _("Kind"),
        "story": _("Order of the story"),
        "importance": _("Importance"),
    }
    question = question_of(request.GET, EVENT_KEYS, cut.problems)
    return template, {
        "groups": groups(rows, ordering),
        "cut": cut,
        "problems": cut.problems,
        "sentence": asked.sentence(cut.count, total),
        "form": filter_form(asked, request.GET, ordering=ordering if ordering != "date" else ""),
        "sorting": sort_keys(request.GET, labels, ordering),
        "query_string": request.GET.urlencode(),
        "alternates": alternates(question, [EventsGeojsonView]),
        "documents": taken_along(question),
        "teller": asked.names["according_to"].get(asked.according_to, ""),
        "atlas_as_told": telling_address(asked.according_to),
    }


FILTERS = (
    "begin", "end", "on", "boxes", "places", "inside", "near", "sides", "kinds", "theatres", "forces", "people",
    "sources", "statuses", "disputed", "asked", "phrases", "according_to",
)  # fmt: skip
