"""Says of every parameter of the API what it takes, for the schema and its page."""

from typing import NamedTuple

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from timeline import querysets
from timeline.api import cursors
from timeline.api.convert import CALENDARS
from timeline.api.paging import LARGEST_PAGE
from timeline.api.readings import LAST_YEAR
from timeline.dispute_filters import KINDS, STATUSES, UNEXPLAINED
from timeline.models.vocabulary import Attribute, EventKind, ReadingMethod, Status
from timeline.parameters import LONGEST


class Said(NamedTuple):
    """What a parameter takes. type is of OpenAPI; many: it may be given more than once, meaning “or”; choices: the
    words it is one of; between: the least and the most of a number; longest: of a text, in characters."""

    words: str
    type: str = "string"
    many: bool = False
    example: str = ""
    choices: tuple[str, ...] = ()
    between: tuple[float, float] | None = None
    longest: int = LONGEST

    def schema(self) -> dict:
        """One value of it, as JSON Schema."""
        if self.choices:
            return {"type": self.type, "enum": list(self.choices)}
        if self.between:
            return {"type": self.type, "minimum": self.between[0], "maximum": self.between[1]}
        return {"type": self.type} if self.type != "string" else {
            "type": "string", "minLength": 1, "maxLength": self.longest
        }  # fmt: skip


PARAMETERS = {
    "atlas": Said(_("Slug of an atlas; without it the one at the front."), many=True),
    "from": Said(_("First day: EDTF or an ISO day, inclusive."), example="1909-05"),
    "to": Said(_("Last day: EDTF or an ISO day, inclusive."), example="1909-07"),
    "on": Said(_("A day or a longer unit: EDTF or an ISO day."), many=True, example="1909-07-13"),
    "certainty": Said(
        _("Whether it must certainly lie in these days, or may: certainly or possibly."),
        choices=(querysets.CERTAINLY, querysets.POSSIBLY),
    ),
    "bbox": Said(_("West, south, east and north in degrees."), many=True, example="44,30,62,40"),
    "place": Said(_("Slug of a place; what lies in it counts too."), many=True),
    "near": Said(_("Latitude and longitude in degrees."), example="35.69,51.42"),
    "radius_km": Said(_("How far from “near”, in km; 50 if it is left out."), "number", between=(0.001, 20_040)),
    "side": Said(_("Slug of a side."), many=True),
    "kind": Said(_("Kind of event."), many=True, example="battle", choices=tuple(EventKind.values)),
    "theatre": Said(_("Slug of a theatre."), many=True),
    "force": Said(_("Slug of a force that takes part."), many=True),
    "person": Said(_("Slug of a person who takes part."), many=True),
    "source": Said(_("Slug of a source that says something of it."), many=True),
    "status": Said(
        _("Whether it happened, or was planned, ordered, abandoned, or nobody knows."),
        many=True,
        choices=tuple(Status.values),
    ),
    "explained_by": Said(
        _("The slip by which editors explain it, or no_calendar, cannot_tell …"),
        many=True,
        choices=(*ReadingMethod.values, *UNEXPLAINED),
    ),
    "disputed": Said(_("Whether its sources disagree: true or false."), "boolean"),
    "q": Said(_("Words in any spelling, with or without diacritics, in any script."), many=True),
    "according_to": Said(_("Slug of a source: only what it mentions.")),
    "event": Said(_("Slug of an event."), many=True),
    "movement": Said(_("Slug of a movement."), many=True),
    "attribute": Said(_("What the claim speaks of."), many=True, choices=tuple(Attribute.values)),
    "after": Said(
        _("Where the page begins: taken from “next”, or the name of a record it is to follow."), longest=cursors.LONGEST
    ),
    "page_size": Said(_("Records a page: 1 to 200, else 50."), "integer", between=(1, LARGEST_PAGE)),
    "ordering": Said(
        _("What to order by; a minus before it turns the order round. No edit changes the order “entered”.")
    ),
    "bins": Said(_("Into how many bins the days are cut: 1 to 1000."), "integer", between=(1, 1000)),
    "limit": Said(_("How many records at most."), "integer", between=(1, 50)),
    "date": Said(_("A date as printed, in any of four calendars."), example="22 Tir 1288"),
    "calendar": Said(_("The calendar it is printed in, where that is known."), choices=tuple(map(str, CALENDARS))),
    "year": Said(
        _("The year of its context, for a date that leaves it unsaid."),
        "integer",
        example="1909",
        between=(1, LAST_YEAR),
    ),
    "country": Said(_("Code of a country, two letters."), many=True, example="IR"),
    "url": Said(_("Whole address of an atlas, an event or a movement here."), example="https://example.org/events/x/"),
    "format": Said(_("json, which it is without it.")),
    "maxwidth": Said(_("The widest the frame may be, in pixels."), "integer"),
    "maxheight": Said(_("The highest the frame may be, in pixels."), "integer"),
    "dnt": Said(_("Taken and not looked at: nobody is followed here in any case.")),
    "lang": Said(_("Language of titles, names and words."), choices=tuple(code for code, _name in settings.LANGUAGES)),
}

# What a parameter takes where an address means something of its own by it.
OWN = {
    ("Readings", "near"): Said(
        _("A day or a longer unit that another statement gives the same thing: EDTF or an ISO day."),
        many=True,
        example="1909-07-13",
    ),
    ("Window", "limit"): Said(_("How many events at most: 1 to 2000, else 200."), "integer", between=(1, 2000)),
    ("DisputeList", "kind"): Said(_("Kind of disagreement."), many=True, choices=KINDS),
    ("DisputeList", "status"): Said(_("How it stands."), many=True, choices=STATUSES),
    **dict.fromkeys(
        [("Feed", "after"), ("Atom", "after")],
        Said(_("Where the page goes on; taken from the link that leads to it.")),
    ),
}


def said_of(operation: str, name: str) -> Said:
    """What a parameter takes at an operation of the schema ("Readings")."""
    return OWN.get((operation, name)) or PARAMETERS[name]
