"""Sets the movers of an atlas on the plate for one day, each with the claims that put it there."""

from collections import defaultdict

from django.db.models import Q

from chronology.spans import Span
from geo.models import Place
from geo.points import Point
from timeline.models import Claim
from timeline.movement_briefs import movement_briefs
from timeline.positions import FADE_DAYS, POSSIBLY, STRETCH, Position, Stop, position_on, stages_of

# What a claim must speak of to place a mover: days, places, the way between and how long it took.
PLACING = ("date", "place", "route", "duration")


def positions(movements, day: int, language: str = "en", according_to: str = "") -> list[dict]:
    """Where every mover of the queryset is on a day; a fixed number of queries.

    Those of which nothing is known that day are left out. `according_to` is the slug of a source: its
    own days and places, by its own claims.
    """
    # Whatever is said of a mover lies within its movement's days; a mark stays for a week after them.
    # The days of one source need not lie there.
    near = movements if according_to else movements.overlapping(Span.lasting(day - FADE_DAYS, day), POSSIBLY)
    briefs = movement_briefs(near.order_by("pk"), language, according_to)
    stops = _stops(briefs)
    found = []
    for movement in briefs:
        for mover in movement["movers"]:
            position = position_on(day, stages_of(movement, mover, stops))
            if position is not None:
                found.append((movement, mover, position))
    claims = _claims({movement["id"] for movement, _mover, _position in found}, according_to)
    return [_body(movement, mover, position, claims) for movement, mover, position in found]


def _stops(briefs: list[dict]) -> dict[str, Stop]:
    slugs = {
        slug
        for movement in briefs
        for leg in movement["legs"]
        for slug in (leg["from"], *leg["via"], leg["to"])
        if slug
    }
    rows = Place.objects.filter(slug__in=slugs)
    return {
        slug: Stop(slug, None if lat is None else Point(lat, lon), around or 0.0)
        for slug, lat, lon, around in rows.values_list("slug", "latitude", "longitude", "uncertainty_km")
    }


def _claims(movements: set[str], source: str) -> dict[tuple, list[str]]:
    """Keys of the placing claims of a source, or of all, by movement and order of the leg (None: of the
    whole movement).

    Under (movement, order, "after") stand those that date a leg's start, under "before" its end.
    """
    of_these = Q(movement__slug__in=movements) | Q(leg__movement__slug__in=movements)
    rows = (
        Claim.objects.published()
        .filter(of_these, attribute__in=PLACING, **({"source__slug": source} if source else {}))
        .order_by("source__slug", "number", "key")
        .values_list("movement__slug", "leg__movement__slug", "leg__order", "edge", "key")
    )
    grouped = defaultdict(list)
    for movement, of_leg, order, edge, key in rows:
        grouped[movement or of_leg, order].append(key)
        # What dates the start of a leg bounds the stretch before it, and what dates its end the one after.
        if edge in ("departs", "begin"):
            grouped[of_leg, order, "after"].append(key)
        elif edge in ("arrives", "end"):
            grouped[of_leg, order, "before"].append(key)
    return grouped


def _body(movement: dict, mover: dict, position: Position, claims: dict) -> dict:
    orders = position.legs if position.kind == STRETCH else (position.leg,)
    keys = [key for order in sorted({*orders, *position.stated}) for key in claims.get((movement["id"], order), ())]
    if position.kind == STRETCH:
        keys += claims.get((movement["id"], orders[0] - 1, "before"), [])
        keys += claims.get((movement["id"], orders[-1] + 1, "after"), [])
    return {
        "movement": movement["id"],
        "title": movement["title"],
        "mover": {key: mover[key] for key in ("type", "id", "name", "letter", "side")},
        "kind": position.kind,
        "certainty": position.certainty,
        "lat": round(position.point.lat, 5),
        "lon": round(position.point.lon, 5),
        "place": position.place,
        "leg": position.leg,
        "fraction": round(position.fraction, 4),
        "legs": list(orders),
        "uncertainty_km": None if position.uncertainty_km is None else round(position.uncertainty_km, 1),
        "faded": round(position.faded, 3),
        "claims": list(dict.fromkeys([*keys, *claims.get((movement["id"], None), ())])),
    }
