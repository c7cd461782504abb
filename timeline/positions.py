"""Says where each mover stands on a day: at a point, on a stretch, or nowhere the sources tell; pure.

The rules are those of docs/data-model.md. frontend/src/map/positions.js is its twin; both are held to
tests/vectors/positions.json.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from geo.points import Point
from geo.routes import along, curve, line_km

FADE_DAYS = 7
UNEVEN = 0.25
"""How far from an even pace a march is allowed to be: a quarter of the way to the nearer stated end."""

HAPPENED = "happened"
POINT, STRETCH, TRACE = "point", "stretch", "trace"
CERTAINLY, POSSIBLY = "certainly", "possibly"

Days = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stop:
    """A place on the way; point: None where nobody knows it; around_km: how unsure the point is."""

    id: str
    point: Point | None
    around_km: float = 0.0


@dataclass(frozen=True, slots=True)
class Stage:
    """A leg as positions see it. departs and arrives: [earliest, latest] days or None."""

    order: int
    start: Stop | None
    via: tuple[Stop, ...]
    end: Stop | None
    departs: Days | None
    arrives: Days | None
    status: str = HAPPENED

    @property
    def placed(self) -> list[Stop]:
        """Its stops that have a point, in order."""
        return [stop for stop in (self.start, *self.via, self.end) if stop and stop.point]

    @property
    def whole(self) -> bool:
        """Whether both its ends have a point."""
        return bool(self.start and self.start.point and self.end and self.end.point)


@dataclass(frozen=True, slots=True)
class Position:
    """Where a mover is. kind: point, stretch or trace (the mark left after the last statement).

    leg and fraction: how far along which leg; legs: every leg of a stretch, in order; place: the slug
    where it stands at one; uncertainty_km: None on a stretch, whose length is the doubt; faded: from 0
    to 1 over the week after the last statement; least and most: the fractions the dates allow; stated:
    the legs whose dated ends put it there.
    """

    kind: str
    certainty: str
    leg: int
    fraction: float
    legs: tuple[int, ...] = ()
    faded: float = 0.0
    least: float = 0.0
    most: float = 0.0
    point: Point | None = None
    place: str | None = None
    uncertainty_km: float | None = None
    stated: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Dated:
    """One dated end of a leg; station: how many legs lie behind it."""

    station: int
    stage: Stage
    at_end: bool
    earliest: int
    latest: int

    @property
    def exact(self) -> bool:
        return self.earliest == self.latest


def position_on(day: float, stages: Sequence[Stage]) -> Position | None:
    """Where a mover that goes these stages stands on a day (a Julian day number), or None.

    `stages` are those it goes with, in order; only what happened has positions.
    """
    made = [stage for stage in stages if stage.status == HAPPENED]
    stated = _stated(day, made)
    return _located(stated, {stage.order: stage for stage in made}) if stated else None


def _dated(stages: Sequence[Stage]) -> list[_Dated]:
    found = []
    for number, stage in enumerate(stages):
        for at_end, days in ((False, stage.departs), (True, stage.arrives)):
            if days is not None:
                found.append(_Dated(number + at_end, stage, at_end, *days))
    return found


def _stated(day: float, stages: Sequence[Stage]) -> Position | None:
    dated = _dated(stages)
    if not dated or day < dated[0].earliest:
        return None
    passed = max((index for index, one in enumerate(dated) if one.latest <= day), default=-1)
    if passed < 0:
        return _setting_out(day, dated)
    last = dated[passed]
    if last.earliest == day:
        return _at(last, CERTAINLY)
    if passed + 1 == len(dated):
        return _after_all(day, last)
    coming = dated[passed + 1]
    if last.stage is coming.stage:
        return _under_way(day, last, coming)
    if last.station == coming.station:
        onward = dated[passed + 2] if passed + 2 < len(dated) else None
        if coming.earliest <= day and onward and onward.stage is coming.stage:
            return _under_way(day, coming, onward)
        return _at(last, CERTAINLY)
    first = last.station if last.at_end else stages.index(last.stage)
    beyond = coming.station if coming.at_end else stages.index(coming.stage)
    legs = tuple(stage.order for stage in stages[first:beyond])
    return Position(STRETCH, POSSIBLY, legs[0], 0.0, legs, stated=(last.stage.order, coming.stage.order))


def _setting_out(day: float, dated: list[_Dated]) -> Position:
    first = dated[0]
    if len(dated) > 1 and not first.at_end and dated[1].stage is first.stage:
        return _under_way(day, first, dated[1])
    return _at(first, POSSIBLY)


def _after_all(day: float, last: _Dated) -> Position | None:
    days = day - last.latest
    if days == 0:
        return _at(last, POSSIBLY)
    if days <= FADE_DAYS:
        return replace(_at(last, POSSIBLY), kind=TRACE, faded=days / FADE_DAYS)
    return None


def _at(one: _Dated, certainty: str) -> Position:
    return Position(POINT, certainty, one.stage.order, float(one.at_end), stated=(one.stage.order,))


def _under_way(day: float, departs: _Dated, arrives: _Dated) -> Position:
    most = _share(day, departs.earliest, arrives.earliest)
    least = min(most, _share(day, departs.latest, arrives.latest))
    certainty = CERTAINLY if departs.exact and arrives.exact else POSSIBLY
    return Position(
        POINT,
        certainty,
        departs.stage.order,
        (least + most) / 2,
        least=least,
        most=most,
        stated=(departs.stage.order,),
    )


def _share(day: float, departs: int, arrives: int) -> float:
    if arrives <= departs:
        return 1.0 if day >= arrives else 0.0
    return max(0.0, min(1.0, (day - departs) / (arrives - departs)))


def _located(position: Position, stages: Mapping[int, Stage]) -> Position | None:
    if position.kind == STRETCH:
        return _on_stretch(position, stages)
    stage = stages[position.leg]
    if 0 < position.fraction < 1:
        return _between(position, stage)
    stop = stage.end if position.fraction == 1 else stage.start
    if stop is None or stop.point is None:
        return None
    return replace(position, point=stop.point, place=stop.id, uncertainty_km=stop.around_km)


def _between(position: Position, stage: Stage) -> Position | None:
    # A leg without its other end has no "half way".
    if not stage.whole:
        return None
    line = curve([stop.point for stop in stage.placed])
    slack = (position.most - position.least) / 2
    nearer = min(position.fraction, 1 - position.fraction)
    doubt = max(slack, UNEVEN * nearer) * line_km(line)
    return replace(position, point=along(line, position.fraction), uncertainty_km=doubt)


def _on_stretch(position: Position, stages: Mapping[int, Stage]) -> Position | None:
    legs = [order for order in position.legs if stages[order].placed]
    if not legs:
        return None
    middle = legs[(len(legs) - 1) // 2]
    fraction = 0.5 if len(legs) % 2 else 1.0
    line = curve([stop.point for stop in stages[middle].placed])
    return replace(position, legs=tuple(legs), leg=middle, fraction=fraction, point=along(line, fraction))


def stages_of(movement: Mapping, mover: Mapping, places: Mapping[str, Stop]) -> list[Stage]:
    """The stages a mover goes of a movement, both as timeline/movement_briefs.py gives them."""
    if movement["status"] != HAPPENED:
        return []
    first = mover["from_leg"] if mover["from_leg"] is not None else float("-inf")
    last = mover["to_leg"] if mover["to_leg"] is not None else float("inf")
    return [
        Stage(
            order=leg["order"],
            start=places.get(leg["from"]),
            via=tuple(places[place] for place in leg["via"] if place in places),
            end=places.get(leg["to"]),
            departs=_closed(leg["departs"]),
            arrives=_closed(leg["arrives"]),
            status=leg["status"],
        )
        for leg in movement["legs"]
        if first <= leg["order"] <= last
    ]


def _closed(days: Sequence[int | None] | None) -> Days | None:
    if not days or (days[0] is None and days[1] is None):
        return None
    earliest, latest = days
    return (latest if earliest is None else earliest, earliest if latest is None else latest)
