"""Wording of the atlas as one source tells it, and of two tellings side by side."""

from django.utils.translation import gettext_lazy as _

MESSAGES = {
    # The choices
    "telling.according_to": _("As told by"),
    "telling.compare": _("Beside it, in outline"),
    "telling.all": _("all sources"),
    "telling.nobody": _("nobody"),
    "telling.back": _("All sources"),
    "telling.this": _("The atlas as it tells it"),
    "telling.twice": _("A source can’t be compared with itself: it is shown alone."),
    # The sentence of what is shown
    "shown.according-to": _("as {source} tells it"),
    "shown.compare": _("in outline as {source} tells it"),
    # Dates, in lists and read aloud
    "telling.sentence-itself": _("{title}, {date}; the source contradicts itself"),
    "telling.date-same": _("{date}, and so {source}"),
    "telling.date-other": _("{date}; {source}: {second}"),
    "telling.date-alone": _("{date}, told by {source} alone"),
    # In the panel
    "telling.line": _("As {source} prints it: {date}."),
    "telling.unmentioned": _("{source} does not mention it: it is not on map and timeline now."),
    # On the map
    "map.if-source": _("if {source}"),
    "map.as-told": _("{words}, as {source} tells it"),
    "telling.solid": _("filled: {source}"),
    "telling.outline": _("outline: {source}"),
    # In the long legend
    "legend.telling": _("As one source tells it"),
    "legend.meant": _("dashed outline: the day the editors hold it to mean"),
    "legend.second": _("plain outline: what the second source says"),
}
