"""Wording of the timeline itself."""

from django.utils.translation import gettext_lazy as _

from .plurals import ngettext_noop

MESSAGES = {
    "timeline.list": _("What is on the timeline, in order of time"),
    "timeline.cursor": _("Day under the cursor"),
    "timeline.grip.from": _("First day of the window"),
    "timeline.grip.to": _("Last day of the window"),
    "timeline.span": _("{from} to {to}"),
    "timeline.periods.reign": _("Reigns"),
    "timeline.periods.war": _("Wars"),
    "timeline.periods.siege": _("Sieges"),
    "timeline.periods.assembly": _("Parliaments"),
    "timeline.periods.other": _("Periods"),
    # Lanes without a name of their own
    "timeline.rest.theatre": _("No theatre"),
    "timeline.rest.side": _("No side named"),
    "timeline.rest.force": _("No force named"),
    # An empty lane says so, and names the event nearest to it.
    "timeline.empty.days": _("Nothing in these days."),
    "timeline.empty.months": _("Nothing in these months."),
    "timeline.empty.years": _("Nothing in these years."),
    "timeline.empty-next.days": _("Nothing in these days. Next: {title}, {date}"),
    "timeline.empty-next.months": _("Nothing in these months. Next: {title}, {date}"),
    "timeline.empty-next.years": _("Nothing in these years. Next: {title}, {date}"),
    "timeline.empty-last.days": _("Nothing in these days. Last: {title}, {date}"),
    "timeline.empty-last.months": _("Nothing in these months. Last: {title}, {date}"),
    "timeline.empty-last.years": _("Nothing in these years. Last: {title}, {date}"),
    # What did not happen says so in its label.
    "timeline.planned": _("{title} (planned)"),
    "timeline.ordered": _("{title} (ordered)"),
    "timeline.abandoned": _("{title} (abandoned)"),
    # What does not fit, and what has no date
    "timeline.pill": _("+{count}"),
    "timeline.hidden": ngettext_noop("{count} more event here", "{count} more events here"),
    "timeline.zoom-here": _("Zoom in"),
    "timeline.shelf": ngettext_noop("{count} undated", "{count} undated"),
    "timeline.shelf-short": _("? {count}"),
    "timeline.shelf-of": ngettext_noop("{lane}: {count} event without a date", "{lane}: {count} events without a date"),
    "timeline.shelf-all": ngettext_noop("{count} event without a date", "{count} events without a date"),
    "timeline.undated": _("no date"),
    "timeline.bracketed": _("{date}, by its neighbours"),
    # Read aloud
    "timeline.sentence": _("{title}, {date}"),
    "timeline.sentence-disputed": _("{title}, {date}; sources disagree"),
    "timeline.more": ngettext_noop("and {count} more: zoom in to hear it", "and {count} more: zoom in to hear them"),
}
