"""How an atlas describes itself: its window, lanes, sides, kinds and bands."""

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from timeline.chronicle.references import label
from timeline.filter_words import KINDS
from timeline.models import Atlas, Period
from timeline.models.vocabulary import EventKind


def framed(atlases):
    """The queryset with lanes, sides and bands at hand; four queries, however many atlases there are."""
    bands = Prefetch("periods", queryset=Period.objects.select_related("begins", "ends"))
    return atlases.prefetch_related("theatres", "sides", bands)


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
    }


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
