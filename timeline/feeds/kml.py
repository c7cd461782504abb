"""Writes events and movements as KML 2.2 (OGC 07-147r2), with the time of each, in the colours of the sides."""

from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement, tostring

from django.utils.translation import gettext as _

from chronology.iso import to_iso
from chronology.spans import Span
from timeline.chronicle.entries import EventEntry, LegEntry, MovementEntry
from timeline.chronicle.values import When
from timeline.colours import is_colour
from timeline.feeds.geojson import titled
from timeline.feeds.imprint import Imprint
from timeline.feeds.kml_words import event_description, leg_description, leg_name
from timeline.feeds.lines import line_of, position
from timeline.feeds.xml_text import legal

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:atom="http://www.w3.org/2005/Atom">\n<Document>\n'
)
FOOT = "</Document>\n</kml>\n"
NO_SIDE, INK = "no-side", "#29231B"


def written(
    events: Iterable[EventEntry],
    movements: Iterable[MovementEntry],
    imprint: Imprint,
    colours: Mapping[str, str],
) -> Iterator[str]:
    """The document in parts: a folder of events, one of the legs of movements; `colours` are #RRGGBB by side."""
    yield HEAD
    for element in (*_about(imprint), *_styles(colours), _licence(imprint)):
        yield _line(element)
    yield from _folder(_("Events"), (_event(event, imprint, colours) for event in events))
    legs = ((movement, leg) for movement in movements for leg in movement.legs)
    yield from _folder(_("Movements"), (_leg(movement, leg, imprint, colours) for movement, leg in legs))
    yield FOOT


def time_of(when: When) -> Element | None:
    """The time of something; None where nothing dates it.

    One known day is a TimeStamp; all else is a TimeSpan from the first day that is possible to the last, open where
    it is. A month or a year could be a stamp too, but readers take the one for its first day and the other for none.
    """
    span = when.span
    if span is None:
        return None
    if span.is_instant and span.earliest == span.latest:
        stamp = Element("TimeStamp")
        _add(stamp, "when", to_iso(span.earliest))
        return stamp
    return _time_between(span.earliest, span.latest)


def _time_between(first: int | None, last: int | None) -> Element | None:
    if first is None and last is None:
        return None
    span = Element("TimeSpan")
    for tag, day in (("begin", first), ("end", last)):
        if day is not None:
            _add(span, tag, to_iso(day))
    return span


def _event(event: EventEntry, imprint: Imprint, colours: Mapping[str, str]) -> Element:
    first, last = _outer(event.when.span)
    data = {
        "slug": event.id, "kind": event.kind, "theatre": event.theatre, "status": event.status,
        "sides": "; ".join(event.sides), "importance": str(event.importance), "edtf": event.when.edtf,
        "earliest": first, "latest": last, "as_printed": event.when.as_printed,
        "place": event.place.name if event.place else "", "uncertainty_km": _number(event.uncertainty_km),
        "disputed": "yes" if event.disputed else "no", "summary": event.summary, "url": imprint.address(event.url),
    }  # fmt: skip
    made = _placemark(f"event-{event.id}", titled(event, imprint.language), event_description(event, imprint))
    _finish(made, time_of(event.when), _style(event.sides, event.status, colours), data)
    if event.lat is not None and event.lon is not None:
        _add(SubElement(made, "Point"), "coordinates", _positions([position(event.lat, event.lon)]))
    return made


def _leg(movement: MovementEntry, leg: LegEntry, imprint: Imprint, colours: Mapping[str, str]) -> Element:
    first, last = (leg.departs or (None, None))[0], (leg.arrives or (None, None))[1]
    data = {
        "leg_key": leg.key, "movement": movement.id, "leg": str(leg.order), "status": leg.status, "mode": leg.mode,
        "inferred": "yes" if leg.inferred else "no", "sides": "; ".join(movement.sides),
        "movers": "; ".join(mover.name for mover in movement.movers),
        "strength": leg.strength.printed if leg.strength else "", "distance_km": _number(leg.distance_km),
        "claims": "; ".join(leg.claims), "url": imprint.address(movement.url),
    }  # fmt: skip
    name = leg_name(movement, leg, imprint.language)
    made = _placemark(f"leg-{movement.id}-{leg.order}", name, leg_description(movement, leg, imprint))
    _finish(made, _time_between(first, last), _style(movement.sides, leg.status, colours), data)
    pieces = line_of(leg)
    parent = SubElement(made, "MultiGeometry") if len(pieces) > 1 else made
    for piece in pieces:
        line = SubElement(parent, "LineString")
        _add(line, "tessellate", "1")
        _add(line, "coordinates", _positions(piece))
    return made


def _placemark(name: str, title: str, description: str) -> Element:
    made = Element("Placemark", id=name)
    _add(made, "name", title)
    _add(made, "description", description)
    return made


def _finish(made: Element, time: Element | None, style: str, data: Mapping[str, str]) -> None:
    """What stands between description and geometry, in the order of the schema."""
    if time is not None:
        made.append(time)
    _add(made, "styleUrl", f"#{style}")
    made.append(_data(data))


def _data(values: Mapping[str, str]) -> Element:
    extended = Element("ExtendedData")
    for name, value in values.items():
        if value:
            _add(SubElement(extended, "Data", name=name), "value", value)
    return extended


def _about(imprint: Imprint) -> Iterator[Element]:
    yield _add(Element("Document"), "name", imprint.title)
    yield Element("atom:link", href=legal(imprint.home))


def _licence(imprint: Imprint) -> Element:
    return _data({"license": imprint.licence_address, "attribution": imprint.attribution})


def _styles(colours: Mapping[str, str]) -> Iterator[Element]:
    """Two styles a side: for what happened, and a pale one for what was only planned, ordered or abandoned."""
    for side, colour in {NO_SIDE: INK, **{f"side-{slug}": colour for slug, colour in colours.items()}}.items():
        for name, opacity in ((side, "ff"), (f"{side}-pale", "73")):
            shade = _shade(colour, opacity)
            style = Element("Style", id=name)
            _add(SubElement(style, "IconStyle"), "color", shade)
            _add(SubElement(style, "LabelStyle"), "scale", "0.8")
            line = SubElement(style, "LineStyle")
            _add(line, "color", shade)
            _add(line, "width", "3")
            yield style


def _style(sides: Iterable[str], status: str, colours: Mapping[str, str]) -> str:
    side = next((f"side-{side}" for side in sides if side in colours), NO_SIDE)
    return side if status in ("happened", "unknown") else f"{side}-pale"


def _shade(colour: str, opacity: str) -> str:
    """A colour as KML writes it: opacity, blue, green, red."""
    digits = colour if is_colour(colour) else INK
    red, green, blue = digits[1:3], digits[3:5], digits[5:7]
    return f"{opacity}{blue}{green}{red}".lower()


def _folder(name: str, placemarks: Iterable[Element]) -> Iterator[str]:
    yield "<Folder>\n" + _line(_add(Element("Folder"), "name", name))
    for placemark in placemarks:
        yield _line(placemark)
    yield "</Folder>\n"


def _outer(span: Span | None) -> tuple[str, str]:
    first, last = (span.earliest, span.latest) if span else (None, None)
    return "" if first is None else to_iso(first), "" if last is None else to_iso(last)


def _positions(positions: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{lon},{lat}" for lon, lat in positions)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _add(parent: Element, tag: str, text: str) -> Element:
    made = SubElement(parent, tag)
    made.text = legal(text)
    return made


def _line(element: Element) -> str:
    return tostring(element, encoding="unicode") + "\n"
