"""What a gazetteer says of a place, whichever gazetteer it is."""

from dataclasses import dataclass

from geo.points import Point


@dataclass(frozen=True, slots=True)
class GazetteerRecord:
    """One entry. id names its source too, as geonames:118743; country is an ISO 3166 code."""

    id: str
    name: str
    names: tuple[str, ...]
    point: Point
    country: str
    population: int
