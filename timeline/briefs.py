"""The brief records of events: one plain row each, for a screen to draw; no model instances."""

from collections import defaultdict
from functools import lru_cache

from chronology.calendars import Calendar
from chronology.errors import ChronologyError
from chronology.formatting import format_span
from chronology.spans import Shape, Span
from geo.points import Point, distance_km
from timeline.chronicle.dating import stands
from timeline.chronicle.witness import Testimony, testimonies
from timeline.fields import COLUMNS
from timeline.models import Claim, Participation

EVENT_COLUMNS = (
    "id",
    "slug",
    "title",
    "title_fa",
    "kind",
    "theatre__slug",
    "importance",
    "shape",
    "begin_earliest",
    "begin_latest",
    "end_earliest",
    "end_latest",
    "date_rule",
    "date_claim_id",
    "bracket_from",
    "bracket_to",
    "place__slug",
    "place__parent__slug",
    "place_relation",
    "lat",
    "lon",
    "uncertainty_km",
    "disputed",
    "status",
    "search",
)


def event_briefs(events, language: str = "en", according_to: str = "") -> list[dict]:
    """Brief records of a queryset of events, in its order; five queries.

    `according_to` is the slug of a source: days and points are then what it literally says, one query more.
    """
    rows = [dict(zip(EVENT_COLUMNS, row, strict=True)) for row in events.values_list(*EVENT_COLUMNS)]
    ids = events.values("pk") if not events.query.is_sliced else [row["id"] for row in rows]
    taking_part = participations("event", ids, according_to)
    claims = _claims(ids)
    return [
        _event(row, taking_part.get(row["id"], ()), claims.get(row["id"], ()), language, according_to)
        for row in (_as_told(rows, according_to) if according_to else rows)
    ]


def _as_told(rows: list[dict], source: str) -> list[dict]:
    told = testimonies(source, [(row["id"], row["shape"]) for row in rows])
    return [row | _told(told[row["id"]]) for row in rows]


def _told(testimony: Testimony) -> dict:
    """The columns that say when and where, as one source says it."""
    span, place = testimony.span, testimony.place
    numbers = span.numbers if span else (None, None, None, None)
    return {
        **dict(zip(COLUMNS, numbers, strict=True)),
        # A bracket comes of what others say as well.
        "bracket_from": None,
        "bracket_to": None,
        "meant4": list(testimony.meant.numbers) if testimony.meant else None,
        "disputed": testimony.disputed,
        "date_rule": testimony.rule,
        "date_claim_id": testimony.claim.pk if testimony.claim else None,
        "place__slug": place.slug if place else None,
        "place__parent__slug": place.parent.slug if place and place.parent else None,
        "place_relation": testimony.relation,
        "lat": place.latitude if place else None,
        "lon": place.longitude if place else None,
        "uncertainty_km": place.uncertainty_km if place else None,
    }


def _event(row: dict, taking_part, claims, language: str, according_to: str = "") -> dict:
    span = span_of_row(row)
    ghosts = _ghosts(row, _of(claims, according_to))
    more = {"ghosts_by": list(ghosts.values())} if ghosts else {}
    if according_to:
        more["meant4"] = row["meant4"]
    when4 = [row["begin_earliest"], row["begin_latest"], row["end_earliest"], row["end_latest"]]
    bracket = [row["bracket_from"], row["bracket_to"]]
    # In this order the document of a whole atlas is a tenth smaller when compressed: what repeats from
    # event to event stands together.
    return {
        "id": row["slug"],
        "title": row["title"],
        "fa": row["title_fa"],
        "status": row["status"],
        "disputed": row["disputed"],
        "people": once(person for person, _, _ in taking_part),
        "search": row["search"],
        "kind": row["kind"],
        "place": row["place__slug"],
        "lat": row["lat"],
        "lon": row["lon"],
        "uncertainty_km": row["uncertainty_km"],
        "place_relation": row["place_relation"],
        "ghosts": [list(point) for point in ghosts],
        "forces": once(force for _, force, _ in taking_part),
        "sides": once(side for _, _, side in taking_part),
        "shape": row["shape"],
        "theatre": row["theatre__slug"],
        "display": display(span, language),
        "when4": when4,
        "bracket": None if bracket == [None, None] else bracket,
        "sources": once(claim["source__slug"] for claim in claims),
        "importance": row["importance"],
        "ticks": _ticks(row, span, _of(claims, according_to)),
        **more,
    }


def _of(claims, source: str) -> list[dict]:
    """The claims of one source; of every one where none is named."""
    return [claim for claim in claims if not source or claim["source__slug"] == source]


def _ticks(row: dict, span: Span | None, claims) -> list:
    """Every literal date: [earliest, latest, source, accepted]; none for an undisputed single date."""
    dates = [claim for claim in claims if claim["attribute"] == "date" and span_of_row(claim)]
    if len(dates) < 2 and not row["disputed"]:
        return []
    ticks = []
    for claim in dates:
        own = span_of_row(claim)
        accepted = claim["id"] == row["date_claim_id"] or stands(own, claim["edge"], span, row["date_rule"])
        ticks.append([own.earliest, own.latest, claim["source__slug"], int(bool(accepted))])
    return ticks


def _ghosts(row: dict, claims) -> dict[tuple[float, float], list[str]]:
    """The points of claims that put it elsewhere, (lat, lon), each with the sources that do."""
    if not row["disputed"] or row["lat"] is None:
        return {}
    here, ring = Point(row["lat"], row["lon"]), row["uncertainty_km"] or 0.0
    points: dict[tuple[float, float], list[str]] = defaultdict(list)
    for claim in claims:
        said = claim["attribute"] == "place" and claim["edge"] in ("", "at")
        if not said or claim["place_relation"] not in ("", "at") or claim["place__latitude"] is None:
            continue
        nested = claim["place__parent__slug"] == row["place__slug"] or (
            claim["place__slug"] == row["place__parent__slug"]
        )
        there = Point(claim["place__latitude"], claim["place__longitude"])
        if not nested and distance_km(here, there) > ring + (claim["place__uncertainty_km"] or 0.0):
            points[there.lat_lon].append(claim["source__slug"])
    return {point: once(points[point]) for point in sorted(points)}


CLAIM_COLUMNS = (
    "id",
    "event_id",
    "participation__event_id",
    "relation__from_event_id",
    "source__slug",
    "attribute",
    "edge",
    "face_shape",
    "begin_earliest",
    "begin_latest",
    "end_earliest",
    "end_latest",
    "place__slug",
    "place__parent__slug",
    "place__latitude",
    "place__longitude",
    "place__uncertainty_km",
    "place_relation",
)


def _claims(ids) -> dict[int, list[dict]]:
    grouped: dict[int, list[dict]] = defaultdict(list)
    published = Claim.objects.published().order_by("source__slug", "number", "key")
    for column in ("event", "participation__event", "relation__from_event"):
        for row in published.filter(**{f"{column}__in": ids}).values_list(*CLAIM_COLUMNS):
            claim = dict(zip(CLAIM_COLUMNS, row, strict=True))
            grouped[claim[f"{column}_id"]].append(claim)
    return grouped


def participations(column: str, ids, told_by: str = "") -> dict[int, list[tuple]]:
    """(person, force, side) slugs by event or movement, all or those a source tells of; one query."""
    grouped: dict[int, list[tuple]] = defaultdict(list)
    rows = Participation.objects.filter(**{f"{column}__in": ids}).order_by("order", "id")
    if told_by:
        spoken = Claim.objects.published().filter(source__slug=told_by, participation__isnull=False)
        rows = rows.filter(pk__in=spoken.values("participation"))
    for subject, *who in rows.values_list(f"{column}_id", "person__slug", "force__slug", "side__slug"):
        grouped[subject].append(tuple(who))
    return grouped


def span_of_row(row: dict) -> Span | None:
    """The span in a row's four columns, or None."""
    numbers = [row[name] for name in ("begin_earliest", "begin_latest", "end_earliest", "end_latest")]
    if all(number is None for number in numbers):
        return None
    return Span(*numbers, Shape(row.get("shape") or row.get("face_shape") or Shape.SPAN))


@lru_cache(maxsize=8192)
def display(span: Span | None, language: str) -> str:
    """The span in words, or "" where nothing dates it."""
    if span is None:
        return ""
    try:
        return format_span(span, Calendar.GREGORIAN, language)
    except ChronologyError:
        return ""


def once(values) -> list:
    """The values that say something, each once, in order."""
    return list(dict.fromkeys(value for value in values if value))
