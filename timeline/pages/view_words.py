"""Says in words what a view of an atlas shows, as far as its address says it."""

from django.utils.translation import gettext as _

from chronology.formatting import format_span
from timeline.embedding.targets import Target, chosen_in
from timeline.filter_words import clauses
from timeline.filters import event_filter
from timeline.models import Source
from timeline.pages.claim_words import language
from timeline.parameters import Parameters, days


def view_words(target: Target) -> str:
    """Entry into Tehran; battles; May to July 1909; the day 13 July 1909. "" for the atlas as it opens.

    What cannot be read is left out, as on the page itself.
    """
    asked, _problems = event_filter(target.query, lenient=True)
    more = Parameters(target.query, lenient=True)
    day, other = more.read("day", days), more.one_known("compare", Source.objects.published())
    chosen = chosen_in(target)
    said = [chosen.title] if chosen else []
    said += clauses(asked, asked.names)
    said += [_("beside it %(name)s") % {"name": name} for name in other.values()]
    if day is not None:
        said.append(_("the day %(day)s") % {"day": format_span(day, language=language())})
    return "; ".join(said)
