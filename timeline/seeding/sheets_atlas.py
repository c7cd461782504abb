"""The tables of one atlas: its frame, events, relations, participations and movements."""

from geo.models import Place
from timeline.models import (
    Atlas,
    Event,
    Leg,
    Movement,
    Mover,
    Participation,
    Period,
    Relation,
    Side,
    Theatre,
)
from timeline.models.vocabulary import (
    EventKind,
    Mode,
    Pattern,
    PeriodKind,
    RelationKind,
    Role,
    Shape,
    Status,
    TokenShape,
)
from timeline.seeding import cells as read
from timeline.seeding.sheet import Cells, Sheet
from timeline.seeding.tables import BadCell


def _slug(row):
    return row["slug"]


def _of_record(record):
    return record.slug


def _in_atlas(row):
    return f"{row['atlas']}/{row['slug']}"


def _of_record_in_atlas(record):
    return f"{record.atlas.slug}/{record.slug}"


def _labels(cells: Cells) -> dict:
    return {
        "label_en": cells.text("label_en", read.required),
        "label_fa": cells.text("label_fa"),
        "label_ru": cells.text("label_ru"),
    }


def _bounds(text: str) -> tuple[float, float, float, float]:
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        raise BadCell(f"“{text}” is not west,south,east,north in degrees.") from None
    return west, south, east, north


def _atlas(cells: Cells) -> dict:
    west, south, east, north = cells.text("bounds", _bounds) or (None,) * 4
    return {
        "slug": cells.text("slug", read.slug),
        "title": cells.text("title", read.required),
        "title_fa": cells.text("title_fa"),
        "title_ru": cells.text("title_ru"),
        "description": cells.text("description"),
        "description_fa": cells.text("description_fa"),
        "window_from": cells.text("window_from", read.day),
        "window_to": cells.text("window_to", read.day),
        "day": cells.text("day", read.day),
        "west": west,
        "south": south,
        "east": east,
        "north": north,
        "languages": cells.text("languages", read.listed),
        "rulers": cells.text("rulers", read.listed),
        "is_default": cells.text("default", read.yes),
        "licence": cells.text("licence"),
    }


def _theatre(cells: Cells) -> dict:
    return {
        "atlas": cells.record("atlas", "atlas", needed=True),
        "slug": cells.text("slug", read.slug),
        "order": cells.text("order", read.integer) or 0,
        **_labels(cells),
    }


def _side(cells: Cells) -> dict:
    return {
        **_theatre(cells),
        "colour": cells.text("colour", read.required),
        "colour_dark": cells.text("colour_dark"),
        "pattern": cells.text("pattern", read.chosen, choices=Pattern),
        "shape": cells.text("shape", read.chosen, choices=TokenShape),
    }


def _theatre_of(cells: Cells):
    return cells.record("theatre", "theatre", f"{cells.row['atlas']}/{cells.row['theatre']}", needed=True)


def _told(cells: Cells) -> dict:
    return {
        "slug": cells.text("slug", read.slug),
        "atlas": cells.record("atlas", "atlas", needed=True),
        "title": cells.text("title", read.required),
        "title_fa": cells.text("title_fa"),
        "summary": cells.text("summary"),
        "theatre": _theatre_of(cells),
        "status": cells.text("status", read.chosen, choices=Status),
        "importance": cells.text("importance", read.integer),
    }


def _event(cells: Cells) -> dict:
    return {
        **_told(cells),
        "kind": cells.text("kind", read.chosen, choices=EventKind),
        "shape": cells.text("shape", read.chosen, choices=Shape),
        "order": cells.text("order", read.integer) or 0,
    }


def _movement(cells: Cells) -> dict:
    return {**_told(cells), "event": cells.record("event", "event")}


def _relation(cells: Cells) -> dict:
    return {
        "atlas": cells.record("atlas", "atlas", needed=True),
        "from_event": cells.record("from_event", "event", needed=True),
        "kind": cells.text("kind", read.chosen, choices=RelationKind),
        "to_event": cells.record("to_event", "event", needed=True),
        "low": cells.text("low", read.integer),
        "high": cells.text("high", read.integer),
    }


def _period(cells: Cells) -> dict:
    return {
        "atlas": cells.record("atlas", "atlas", needed=True),
        "slug": cells.text("slug", read.slug),
        "kind": cells.text("kind", read.chosen, choices=PeriodKind),
        **_labels(cells),
        "begins": cells.record("begins_event", "event"),
        "ends": cells.record("ends_event", "event"),
        "row": cells.text("row", read.integer) or 0,
    }


def _side_of(cells: Cells, subject):
    if not cells.row["side"] or subject is None:
        return None
    return cells.record("side", "side", f"{subject.atlas.slug}/{cells.row['side']}")


def _participation(cells: Cells) -> dict:
    kind, who = cells.row["subject_type"], cells.row["who_type"]
    for column, value, allowed in (
        ("subject_type", kind, ("event", "movement")),
        ("who_type", who, ("person", "force")),
    ):
        if value not in allowed:
            cells.wrong(column, f"“{value}” is not one of {', '.join(allowed)}.")
            return {}
    subject = cells.record("subject", kind, needed=True)
    bearer = cells.record("who", who, needed=True)
    return {
        "event": subject if kind == "event" else None,
        "movement": subject if kind == "movement" else None,
        "person": bearer if who == "person" else None,
        "force": bearer if who == "force" else None,
        "role": cells.text("role", read.chosen, choices=Role),
        "side": _side_of(cells, subject),
        "order": cells.registry.number_in(f"{kind}/{cells.row['subject']}", cells.kept and cells.kept.order),
    }


def _mover(cells: Cells) -> dict:
    who = cells.row["who_type"]
    if who not in ("force", "person", "goods"):
        cells.wrong("who_type", f"“{who}” is not one of force, person, goods.")
        return {}
    movement = cells.record("movement", "movement", needed=True)
    bearer = None if who == "goods" else cells.record("who", who, needed=True)
    return {
        "movement": movement,
        "force": bearer if who == "force" else None,
        "person": bearer if who == "person" else None,
        "goods": cells.text("who", read.required) if who == "goods" else "",
        "side": _side_of(cells, movement),
        "from_leg": cells.text("from_leg", read.integer),
        "to_leg": cells.text("to_leg", read.integer),
    }


def _mover_identity(mover: Mover) -> str:
    who = mover.goods or (mover.force or mover.person).slug
    return f"{mover.movement.slug}|{mover.type}|{who}|{mover.from_leg or ''}"


def _leg(cells: Cells) -> dict:
    return {
        "movement": cells.record("movement", "movement", needed=True),
        "order": cells.text("order", read.row_number),
        "start": cells.record("from", "place"),
        "end": cells.record("to", "place"),
        "mode": cells.text("mode", read.chosen, choices=Mode),
        "status": cells.text("status", read.chosen, choices=Status),
        "inferred": cells.text("inferred", read.yes),
        "note": cells.text("note"),
    }


def _leg_stops(cells: Cells) -> list[Place]:
    wanted = [cells.record("via", "place", slug) for slug in read.listed(cells.row["via"])]
    return [place for place in wanted if place is not None]


FRAME = (
    Sheet(
        "atlases.csv",
        ("slug", "title", "title_fa", "title_ru", "description", "description_fa", "window_from",
         "window_to", "day", "bounds", "languages", "rulers", "default", "licence"),
        Atlas, "atlas", _slug, _of_record, _atlas,
    ),
    Sheet(
        "theatres.csv", ("atlas", "slug", "order", "label_en", "label_fa", "label_ru"),
        Theatre, "theatre", _in_atlas, _of_record_in_atlas, _theatre, related=("atlas",),
    ),
    Sheet(
        "sides.csv",
        ("atlas", "slug", "order", "label_en", "label_fa", "label_ru", "colour", "colour_dark",
         "pattern", "shape"),
        Side, "side", _in_atlas, _of_record_in_atlas, _side, related=("atlas",),
    ),
)  # fmt: skip

TOLD = (
    Sheet(
        "events.csv",
        ("slug", "atlas", "title", "title_fa", "kind", "theatre", "status", "shape", "importance",
         "order", "summary"),
        Event, "event", _slug, _of_record, _event,
    ),
    Sheet(
        "relations.csv", ("atlas", "from_event", "kind", "to_event", "low", "high"),
        Relation, "relation",
        lambda row: f"{row['from_event']}:{row['kind']}:{row['to_event']}",
        lambda relation: relation.key, _relation, related=("from_event", "to_event"),
    ),
    Sheet(
        "periods.csv",
        ("atlas", "slug", "kind", "label_en", "label_fa", "label_ru", "begins_event", "ends_event", "row"),
        Period, "period", _in_atlas, _of_record_in_atlas, _period, related=("atlas",),
    ),
    Sheet(
        "movements.csv",
        ("slug", "atlas", "title", "title_fa", "theatre", "status", "importance", "summary", "event"),
        Movement, "movement", _slug, _of_record, _movement,
    ),
    Sheet(
        "participations.csv", ("subject_type", "subject", "who_type", "who", "role", "side"),
        Participation, "participation",
        lambda row: f"{row['subject']}/{row['who']}/{row['role']}",
        lambda participation: participation.key, _participation,
        related=("event", "movement", "person", "force"),
    ),
    Sheet(
        "movers.csv", ("movement", "who_type", "who", "side", "from_leg", "to_leg"),
        Mover, "mover",
        lambda row: f"{row['movement']}|{row['who_type']}|{row['who']}|{row['from_leg']}",
        _mover_identity, _mover, related=("movement", "force", "person"),
    ),
    Sheet(
        "legs.csv", ("movement", "order", "from", "via", "to", "mode", "status", "inferred", "note"),
        Leg, "leg", lambda row: f"{row['movement']}/{row['order']}", lambda leg: leg.key, _leg,
        related=("movement",), stops=_leg_stops,
    ),
)  # fmt: skip
