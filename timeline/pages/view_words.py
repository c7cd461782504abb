"""Says in words what a view of an atlas shows, as far as its address says it."""

from collections.abc import Iterable

from django.http import QueryDict
from django.utils.translation import gettext as _

from chronology.formatting import format_span
from timeline.embedding.targets import Target
from timeline.filter_reading import event_filter
from timeline.filter_words import clauses
from timeline.filters import EventFilter
from timeline.models import Source
from timeline.pages.claim_words import language
from timeline.pages.record_names import chosen_in, names_of
from timeline.parameters import Parameters, days


def view_words(target: Target) -> str:
    """Entry into Tehran; battles; May to July 1909; the day 13 July 1909. "" for the atlas as it opens.

    What cannot be read is left out, as on the page itself.
    """
    asked, _problems = event_filter(target.query, lenient=True)
    more = Parameters(target.query, lenient=True)
    beside = more.one_known("compare", Source.objects.published())
    kind, slug = chosen_in(target.query)
    chosen = names_of(kind, target.atlas, [slug]).get(slug, "")
    return "; ".join(clauses_of_view(target.query, asked, chosen, beside.values()))


def clauses_of_view(query: QueryDict, asked: EventFilter, chosen: str, beside: Iterable[str]) -> list[str]:
    """The same phrase by phrase. asked: the filter of the query; chosen and beside: the names of what it chooses, and
    of whose telling stands beside."""
    day = Parameters(query, lenient=True).read("day", days)
    said = [chosen] if chosen else []
    said += clauses(asked, asked.names)
    said += [_("beside it %(name)s") % {"name": name} for name in beside]
    if day is not None:
        said.append(_("the day %(day)s") % {"day": format_span(day, language=language())})
    return said
