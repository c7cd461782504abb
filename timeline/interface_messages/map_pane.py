"""Wording of the map itself."""

from django.utils.translation import gettext_lazy as _

from .plurals import ngettext_noop

MESSAGES = {
    "map.label": _("Map of the marches: arrow keys move it, plus and minus zoom"),
    "map.list": _("On the map"),
    "map.zoom": _("Zoom of the map"),
    "map.zoom-in": _("Zoom in on the map"),
    "map.zoom-out": _("Zoom out of the map"),
    "map.zoom-whole": _("Show the whole of the map"),
    "map.km": _("{km} km"),
    # Words on the plate
    "map.strength-not-given": _("strength not given"),
    "map.name-end-not-given": _("{name}, end not given"),
    "map.name-status": _("{name}, {status}"),
    "map.possibly-here": _("possibly here"),
    "map.if-day": _("if {day}"),
    "map.to": _("to {place}"),
    "map.from": _("from {place}"),
    "map.inset-title": _("About {place}, {day}"),
    # The list for readers who do not see the plate
    "map.force": _("{force}, near {place}"),
    "map.force-possibly": _("{force}, possibly near {place}"),
    "map.ghost": _("{title}, here {condition}"),
    "map.events-at": ngettext_noop("{place}: {count} event", "{place}: {count} events"),
    # Legend
    "map.signs": _("On the map"),
    "map.legend": _("Signs"),
    "map.legend-more": _("How to read this plate"),
    "map.legend.inferred": _("route inferred"),
    "map.legend.ahead": _("passed, and still ahead"),
    "map.legend.not-made": _("planned or ordered only"),
    "map.legend.doubt": _("where it may be"),
    "map.legend.possibly": _("possibly here"),
    "map.legend.trace": _("last told of here"),
    "map.legend.elsewhere": _("if another source is right"),
    "map.legend.happens": _("happens on this day"),
    "map.legend.growth": _("events here in the window"),
    "map.legend.cluster": _("events too close to part"),
}
