"""The folded text by which a record is found: its words and every spelling of what it names."""

from geo.folding import fold


def _names(bearer) -> list[str]:
    return [bearer.name, *(name.text for name in bearer.names.all())] if bearer is not None else []


def _bearers(subject) -> list[str]:
    return [
        text
        for participation in subject.participations.all()
        for text in _names(participation.person or participation.force)
    ]


def _joined(parts: list[str]) -> str:
    return " ".join(dict.fromkeys(fold(part) for part in parts if part))


def search_event(event) -> str:
    """Return the folded text of an event: titles, summary, people, forces, and its places' names."""
    places = [text for claim in event.claims.all() for place in (claim.place, claim.place_2) for text in _names(place)]
    return _joined([event.title, event.title_fa, event.summary, *_bearers(event), *places])


def search_movement(movement) -> str:
    """Return the folded text of a movement: titles, summary, movers, people and its legs' places."""
    movers = [text for mover in movement.movers.all() for text in _names(mover.person or mover.force)]
    places = [text for leg in movement.legs.all() for place in (leg.start, leg.end) for text in _names(place)]
    return _joined([movement.title, movement.title_fa, movement.summary, *movers, *_bearers(movement), *places])


def search_named(bearer) -> str:
    """Return the folded text of a place, person or force: every spelling of its name."""
    return _joined(_names(bearer))
