"""How an atlas describes itself: its window, lanes, sides, kinds and bands."""

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from timeline.chronicle.references import label
from timeline.chronicle.witness import testimonies
from timeline.empty_atlas import empty_words, telling_whether_empty
from timeline.filter_words import KINDS
from timeline.models import Atlas, Period
from timeline.models.vocabulary import EventKind


def framed(atlases):
    """The queryset with lanes, sides and bands at hand; four queries, however many atlases there are."""
    bands = Prefetch("periods", queryset=Period.objects.select_related("begins", "ends"))
    return telling_whether_empty(atlases).prefetch_related("theatres", "sides", bands)


def atlas_body(atlas: Atlas, language: str = "en") -> dict:
    """The body of an atlas out of `framed`."""
    base = language.partition("-")[0]
    return {
        "id": atlas.slug,
        "url": atlas.get_absolute_url(),
        "title": getattr(atlas, f"title_{base}", "") or atlas.title,
        "title_fa": atlas.title_fa,
        "description": getattr(atlas, f"description_{base}", "") or atlas.description,
        "window": [atlas.window_from, atlas.window_to],
        "day": atlas.day,
        "bounds": [atlas.west, atlas.south, atlas.east, atlas.north],
        "languages": atlas.languages,
        "theatres": [
            {
                "id": theatre.slug,
                "label": label(theatre, language),
                "label_fa": theatre.label_fa,
                "order": theatre.order,
            }
            for theatre in atlas.theatres.all()
        ],
        "sides": [
            {
                "id": side.slug,
                "label": label(side, language),
                "label_fa": side.label_fa,
                "colour": side.colour,
                "colour_dark": side.colour_dark or side.colour,
                "pattern": side.pattern,
                "shape": side.shape,
            }
            for side in atlas.sides.all()
        ],
        "kinds": [{"id": kind.value, "label": str(kind.label), "plural": str(KINDS[kind.value])} for kind in EventKind],
        "periods": [_period(period, language) for period in atlas.periods.all()],
        "rulers": atlas.rulers,
        "overlays": [{"id": "spheres", "label": _("spheres of influence of 1907")}],
        "revision": atlas.revision,
        "licence": atlas.licence,
        "note": empty_words(atlas),
    }


def periods_told(atlas: Atlas, source: str, language: str = "en") -> list[dict]:
    """The bands of an atlas out of `framed` as one source (a slug) dates their ends; one query.

    A band of which it dates neither end is left out.
    """
    periods = list(atlas.periods.all())
    ends = {event.pk: event.shape for period in periods for event in (period.begins, period.ends) if event}
    told = testimonies(source, ends.items())

    def days(event, first: str, last: str) -> list[int | None]:
        span = told[event.pk].span if event else None
        return [getattr(span, first), getattr(span, last)] if span else [None, None]

    bodies = [
        _period(period, language)
        | {
            "begin": days(period.begins, "begin_earliest", "begin_latest"),
            "end": days(period.ends, "end_earliest", "end_latest"),
        }
        for period in periods
    ]
    return [body for body in bodies if body["begin"] != [None, None] or body["end"] != [None, None]]


def _period(period, language: str) -> dict:
    begins, ends = period.begins, period.ends
    return {
        "id": period.slug,
        "kind": period.kind,
        "label": label(period, language),
        "label_fa": period.label_fa,
        "row": period.row,
        "begin": _day(begins, "begin_earliest", "begin_latest"),
        "end": _day(ends, "end_earliest", "end_latest"),
    }


def _day(event, earliest: str, latest: str) -> list[int | None]:
    """The days between which one end of a period lies; its event's bracket where the event has no date."""
    if event is None:
        return [None, None]
    days = [getattr(event, earliest), getattr(event, latest)]
    return [event.bracket_from, event.bracket_to] if days == [None, None] else days
