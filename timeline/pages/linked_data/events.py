"""Writes events and marches as schema.org Events."""

from timeline.chronicle.atlases import AtlasEntry
from timeline.chronicle.entries import EventEntry, MovementEntry, Participant
from timeline.chronicle.values import PlaceMention
from timeline.pages.claim_words import placed_words
from timeline.pages.linked_data.dates import coverage, event_dates
from timeline.pages.linked_data.graph import Absolute, in_language, licensed, page_graph, thing_at
from timeline.pages.linked_data.places import located


def event_data(event: EventEntry, atlas: AtlasEntry, absolute: Absolute) -> dict:
    """The page of an event and the event."""
    happening = {
        **thing_at(event.url, absolute, "Event", "event"),
        "name": event.title,
        "alternateName": in_language({"fa": event.title_fa}),
        "description": event.summary,
        **event_dates(event.when.span, event.when.edtf),
        "location": _where(event.place, absolute),
        "attendee": _taking_part((*event.people, *event.forces), absolute),
        "superEvent": [_other(relation.event, absolute) for relation in event.relations if relation.kind == "part_of"],
        "subEvent": [_other(relation.event, absolute) for relation in event.related_by if relation.kind == "part_of"],
    }
    return _page(event, atlas, absolute, happening)


def movement_data(movement: MovementEntry, atlas: AtlasEntry, absolute: Absolute) -> dict:
    """The page of a march and the march, with the places where its legs begin and end."""
    stops = [stop for leg in movement.legs for stop in (leg.start, leg.end) if stop]
    march = {
        **thing_at(movement.url, absolute, "Event", "event"),
        "name": movement.title,
        "alternateName": in_language({"fa": movement.title_fa}),
        "description": movement.summary,
        **event_dates(movement.when.span),
        "location": list({stop.id: located(stop, absolute) for stop in stops}.values()),
        "attendee": _taking_part(movement.participants, absolute),
        "superEvent": _other(movement.event, absolute) if movement.event else None,
    }
    return _page(movement, atlas, absolute, march)


def _page(record: EventEntry | MovementEntry, atlas: AtlasEntry, absolute: Absolute, thing: dict) -> dict:
    return page_graph(
        record.url,
        absolute,
        name=record.title,
        thing=thing,
        inLanguage="en",
        dateModified=record.modified.isoformat(),
        temporalCoverage=coverage(record.when.span),
        license=licensed(atlas.licence),
        citation=list(dict.fromkeys(claim.citation.text for claim in record.claims)),
    )


def _where(place: PlaceMention | None, absolute: Absolute) -> dict | None:
    """The place; of what was near or between places, the words alone: their points are not its own."""
    if place is None:
        return None
    if place.relation in ("", "at"):
        return located(place, absolute)
    other = place.other.name if place.other else ""
    return {"@type": "Place", "name": placed_words(place.relation, place.name, other)}


def _taking_part(rows: tuple[Participant, ...], absolute: Absolute) -> list[dict]:
    kinds = {"person": ("Person", "person"), "force": ("Organization", "force")}
    return [
        {**thing_at(row.who.url, absolute, *kinds[row.who.type]), "name": row.who.name}
        for row in rows
        if row.who.type in kinds
    ]


def _other(event, absolute: Absolute) -> dict:
    return {**thing_at(event.url, absolute, "Event", "event"), "name": event.name}
