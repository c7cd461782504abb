"""What the atlas page says when something is wrong, each with a way out."""

from django.utils.translation import gettext_lazy as _

MESSAGES = {
    # A bad value in the address; the rest of the view opens as asked.
    "problem.choice": _("“{value}” is not something “{key}” can be, so the usual choice is shown."),
    "problem.day": _(
        "“{value}” is not a day: “{key}” takes a day such as 1909-07-13, a month or a year. The usual one is shown."
    ),
    "problem.point": _("“{value}” is not a point: “{key}” takes latitude and longitude in degrees, as 35.7,51.4."),
    "problem.box": _("“{value}” is not a box: “{key}” takes west, south, east and north in degrees."),
    "problem.view": _(
        "“{value}” is not a view of the map: “{key}” takes latitude, longitude and zoom, as 35.7,51.4,6."
    ),
    "problem.radius": _("“{value}” is not a distance: “{key}” takes kilometres above 0."),
    "problem.record": _("“{value}” names nothing: “{key}” takes a kind and a name, as event:entry-into-tehran."),
    "problem.slug": _("“{value}” is not a name that “{key}” can take, so it was left out."),
    "problem.long": _("The search in the address is longer than 200 characters, so it was left out."),
    "problem.order": _("The time window in the address ends before it begins, so the usual one is shown."),
    "problem.unknown": _("This atlas holds no “{value}” under “{key}”, so it was left out."),
    "problem.title": _("Part of the address could not be read"),
    "problem.close": _("Close this note"),
    # A request that failed.
    "error.unreachable": _("The server can’t be reached. What is on the page stays usable."),
    "error.unknown": _("No such record is in this atlas: the address may be old or misspelt."),
    "error.withdrawn": _("This record was withdrawn by its editors."),
    "error.busy": _("The server asks for a pause. Try again in a minute."),
    "error.server": _("The server could not answer (status {status})."),
    "error.garbled": _("The answer could not be read."),
    "error.said": _("{sentence}"),
    "error.atlas": _("The events of this atlas could not be loaded. {reason}"),
    "error.map": _("The map could not be drawn. The timeline and the panel work without it."),
    "error.retry": _("Try again"),
    "error.back": _("Back to the atlas"),
    "error.chronology": _("Read the chronology instead"),
}
