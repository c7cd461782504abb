"""Explains each column of the one sheet to who fills it."""

from django.utils.translation import gettext as _

from timeline.models.vocabulary import EventKind


def explanations() -> dict[str, str]:
    """What each column holds, in a sentence or two."""
    day = _("Leave Month or Day empty where nobody knows it: a year stays a year, a month a month.")
    media = _("TimelineJS shows it; an atlas holds no pictures, and says so when the sheet is read.")
    return {
        "Year": _("The year the event happened or began, in the calendar named in Calendar."),
        "Month": _("Its month, as a number or by name.") + " " + day,
        "Day": _("Its day of the month, as a number."),
        "Time": _("A time of day; it is kept in a note, since the atlas counts whole days."),
        "End Year": _("The year it ended, for what lasted; empty for one day."),
        "End Month": _("The month it ended."),
        "End Day": _("The day it ended."),
        "End Time": _("The time it ended; it is kept in a note."),
        "Display Date": _("The date exactly as the source prints it. Empty: the date in words."),
        "Headline": _("What happened, in a few words. No row goes without."),
        "Text": _("What happened, in some sentences of your own."),
        "Media": media, "Media Credit": media, "Media Caption": media, "Media Thumbnail": media,
        "Type": _("Empty for an event; title for the row that names the atlas; era for a band behind the events."),
        "Group": _("The lane of the timeline, where Theatre is empty."),
        "Background": media,
        "Place": _("Where it happened, by name. A place that the atlas has is found in any spelling it knows."),
        "Lat": _("Latitude in degrees: 38.08, 38,08 or 38°04′N. Empty: the place is listed and never drawn."),
        "Lon": _("Longitude in degrees: 46.29, 46,29 or 46°18′E."),
        "Uncertainty km": _("How far from the point it may have been. Empty: as far as the last figure given."),
        "Source": _("Who says so: a title or an address. Empty: this sheet itself is cited, with the row."),
        "Locator": _("Where the source says it: “p. 12”, or the heading it stands under."),
        "Calendar": _("The calendar of Year, Month and Day: gregorian (if empty), julian, solar_hijri, lunar_hijri."),
        "Theatre": _("The lane of the timeline. One that the atlas has not is added."),
        "Side": _("The side that acts, several separated by semicolons. One that the atlas has not is added."),
        "Kind": _("What kind of event it is: %(kinds)s.") % {"kinds": ", ".join(EventKind.values)},
        "Importance": _("From 1 to 5, 5 the most important. Empty: 3."),
        "Slug": _("The event's address, small letters and hyphens. Rows of one slug are one event of several sources."),
    }  # fmt: skip
