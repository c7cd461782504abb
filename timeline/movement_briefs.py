"""The brief records of movements: plain rows, with legs and movers, for a screen to draw."""

from collections import defaultdict

from geo.points import Point
from geo.routes import length_km
from timeline.briefs import display, once, participations, span_of_row
from timeline.chronicle.march_witness import LegTold, MarchTold, marches_told
from timeline.fields import COLUMNS
from timeline.models import Leg, LegStop, Mover
from timeline.models.vocabulary import Publication


def movement_briefs(movements, language: str = "en", according_to: str = "") -> list[dict]:
    """Brief records of a queryset of movements with their legs, in its order; five queries.

    `according_to` is the slug of a source: legs, days and numbers are then its own, three queries more.
    """
    columns = (
        "id",
        "slug",
        "title",
        "title_fa",
        "status",
        "theatre__slug",
        "importance",
        "disputed",
        "event__slug",
        "event_id",
        "event__shape",
        "event__publication",
        "begin_earliest",
        "begin_latest",
        "end_earliest",
        "end_latest",
        "search",
    )
    rows = [dict(zip(columns, row, strict=True)) for row in movements.values_list(*columns)]
    ids = [row["id"] for row in rows]
    movers, taking_part = _movers(ids), participations("movement", ids, according_to)
    legs = _legs(ids)
    if according_to:
        told = marches_told(according_to, [(row["id"], _event_of(row)) for row in rows])
        rows = [row | _days_told(told[row["id"]]) for row in rows]
        legs = {pk: _legs_told(legs.get(pk, []), march) for pk, march in told.items()}
    return [
        {
            "id": row["slug"],
            "title": row["title"],
            "fa": row["title_fa"],
            "status": row["status"],
            "theatre": row["theatre__slug"],
            "event": row["event__slug"] if row["event__publication"] == Publication.PUBLISHED else None,
            "sides": once(
                [mover["side"] for mover in movers.get(row["id"], ())]
                + [side for _, _, side in taking_part.get(row["id"], ())]
            ),
            "importance": row["importance"],
            "when4": [row["begin_earliest"], row["begin_latest"], row["end_earliest"], row["end_latest"]],
            "display": display(span_of_row({**row, "shape": "span"}), language),
            "disputed": row["disputed"],
            "movers": movers.get(row["id"], []),
            "people": once(person for person, _, _ in taking_part.get(row["id"], ())),
            "legs": [_leg(leg) for leg in legs.get(row["id"], [])],
            "search": row["search"],
        }
        for row in rows
    ]


def _event_of(row: dict) -> tuple[int, str] | None:
    return (row["event_id"], row["event__shape"]) if row["event_id"] else None


def _days_told(march: MarchTold) -> dict:
    """The columns that say when, and whether the source contradicts itself."""
    numbers = march.span.numbers if march.span else (None, None, None, None)
    return {**dict(zip(COLUMNS, numbers, strict=True)), "disputed": march.disputed}


def _legs_told(legs: list[dict], march: MarchTold) -> list[dict]:
    """The legs that the source speaks of, with what it says of them."""
    return [leg | _leg_told(march.legs[leg["id"]]) for leg in legs if leg["id"] in march.legs]


def _leg_told(told: LegTold) -> dict:
    ends = {"departs": told.departs, "arrives": told.arrives}
    strength = told.strength
    return {
        **{f"{name}_earliest": day.earliest if day else None for name, day in ends.items()},
        **{f"{name}_latest": day.latest if day else None for name, day in ends.items()},
        **_stop_columns("start", told.start),
        **_stop_columns("end", told.end),
        "stops": [(place.slug, place.latitude, place.longitude) for place in told.via],
        "strength_low": strength.low if strength else None,
        "strength_high": strength.high if strength else None,
        "strength_unit": strength.unit if strength else "",
        "strength_printed": strength.as_printed[:200] if strength else "",
    }


def _stop_columns(end: str, place) -> dict:
    return {
        f"{end}__slug": place.slug if place else None,
        f"{end}__latitude": place.latitude if place else None,
        f"{end}__longitude": place.longitude if place else None,
    }


def _movers(ids) -> dict[int, list[dict]]:
    grouped: dict[int, list[dict]] = defaultdict(list)
    rows = Mover.objects.filter(movement__in=ids).order_by("id")
    for movement, person, person_name, force, force_name, letter, goods, side, first, last in rows.values_list(
        "movement_id",
        "person__slug",
        "person__name",
        "force__slug",
        "force__name",
        "force__letter",
        "goods",
        "side__slug",
        "from_leg",
        "to_leg",
    ):
        grouped[movement].append(
            {
                "type": "force" if force else "person" if person else "goods",
                "id": force or person,
                "name": force_name or person_name or goods,
                "letter": letter or "",
                "side": side,
                "from_leg": first,
                "to_leg": last,
            }
        )
    return grouped


def _legs(ids) -> dict[int, list[dict]]:
    stops: dict[int, list[tuple]] = defaultdict(list)
    passed = LegStop.objects.filter(leg__movement__in=ids).order_by("leg", "order")
    for leg, *place in passed.values_list("leg_id", "place__slug", "place__latitude", "place__longitude"):
        stops[leg].append(tuple(place))
    grouped: dict[int, list[dict]] = defaultdict(list)
    columns = (
        "id",
        "movement_id",
        "order",
        "start__slug",
        "start__latitude",
        "start__longitude",
        "end__slug",
        "end__latitude",
        "end__longitude",
        "departs_earliest",
        "departs_latest",
        "arrives_earliest",
        "arrives_latest",
        "mode",
        "status",
        "inferred",
        "strength_low",
        "strength_high",
        "strength_unit",
        "strength_printed",
    )
    for row in Leg.objects.filter(movement__in=ids).order_by("movement", "order").values_list(*columns):
        leg = dict(zip(columns, row, strict=True))
        grouped[leg["movement_id"]].append({**leg, "stops": stops.get(leg["id"], [])})
    return grouped


def _leg(leg: dict) -> dict:
    stops = leg["stops"]
    departs = [leg["departs_earliest"], leg["departs_latest"]]
    arrives = [leg["arrives_earliest"], leg["arrives_latest"]]
    numbered = leg["strength_low"] is not None or leg["strength_high"] is not None
    strength = {
        "low": leg["strength_low"],
        "high": leg["strength_high"],
        "unit": leg["strength_unit"],
        "printed": leg["strength_printed"],
    }
    ends = [(leg[f"{end}__latitude"], leg[f"{end}__longitude"]) for end in ("start", "end")]
    way = [ends[0], *(stop[1:] for stop in stops), ends[1]]
    km = None
    if None not in ends[0] and None not in ends[1]:
        km = length_km([Point(*place) for place in way if None not in place], leg["mode"])
    return {
        "order": leg["order"],
        "from": leg["start__slug"],
        "via": [stop[0] for stop in stops],
        "to": leg["end__slug"],
        "departs": None if departs == [None, None] else departs,
        "arrives": None if arrives == [None, None] else arrives,
        "mode": leg["mode"],
        "status": leg["status"],
        "inferred": leg["inferred"],
        "strength": strength if numbered or leg["strength_printed"] else None,
        "km": None if km is None else round(km),
    }
