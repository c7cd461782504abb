"""The brief records of movements: plain rows, with legs and movers, for a screen to draw."""

from collections import defaultdict

from geo.points import Point
from geo.routes import length_km
from timeline.briefs import display, once, participations, span_of_row
from timeline.models import Leg, LegStop, Mover


def movement_briefs(movements, language: str = "en") -> list[dict]:
    """Brief records of a queryset of movements with their legs, in its order; five queries."""
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
        "begin_earliest",
        "begin_latest",
        "end_earliest",
        "end_latest",
        "search",
    )
    rows = [dict(zip(columns, row, strict=True)) for row in movements.values_list(*columns)]
    ids = [row["id"] for row in rows]
    movers, legs, taking_part = _movers(ids), _legs(ids), participations("movement", ids)
    return [
        {
            "id": row["slug"],
            "title": row["title"],
            "fa": row["title_fa"],
            "status": row["status"],
            "theatre": row["theatre__slug"],
            "event": row["event__slug"],
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
            "legs": legs.get(row["id"], []),
            "search": row["search"],
        }
        for row in rows
    ]


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
        grouped[leg["movement_id"]].append(_leg(leg, stops.get(leg["id"], [])))
    return grouped


def _leg(leg: dict, stops: list[tuple]) -> dict:
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
