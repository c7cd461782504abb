"""Says what a record holds in the cells of its seed table: the inverse of reading them."""

import re

from django.db import models

from chronology.iso import to_iso
from geo.models import Place
from timeline.models import (
    Atlas,
    Claim,
    Decision,
    Event,
    Force,
    Interpretation,
    Leg,
    Lesson,
    LessonStep,
    Movement,
    Mover,
    Name,
    Participation,
    Period,
    Person,
    Relation,
    Side,
    Source,
    Theatre,
)
from timeline.models.claims import SUBJECTS
from timeline.seeding.sheet import Sheet
from timeline.seeding.sheets_shared import BEARERS


def cells_of(sheet: Sheet, record: models.Model) -> dict[str, str]:
    """The row that the record has in its table: every column, "" where nothing is stated.

    Surrounding space is left out, as it is when a table is read.
    """
    written = WRITTEN[sheet.kind](record)
    return {column: _cell(written.get(column)).strip() for column in sheet.columns}


def _cell(value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, list | tuple):
        return ";".join(map(_cell, value))
    return str(value)


def _same(record: models.Model, *names: str) -> dict:
    return {name: getattr(record, name) for name in names}


def _slug(record: models.Model | None) -> str:
    return record.slug if record is not None else ""


def _key(record: models.Model) -> str:
    """The name that other tables call the subject of a claim by."""
    if isinstance(record, Event | Movement):
        return record.slug
    repeat = getattr(record, "repeat", 1)
    return record.key if repeat == 1 else f"{record.key}#{repeat}"


def _source(source: Source) -> dict:
    names = ("slug", "type", "title", "authors", "container", "issued", "publisher", "url", "language", "short",
             "document", "note")  # fmt: skip
    return {**_same(source, *names), "based_on": _slug(source.based_on)}


def _place(place: Place) -> dict:
    names = ("slug", "name", "kind", "uncertainty_km", "geocoder", "geocode_query", "geocoded_on", "accepted_by",
             "basis", "gazetteer_id")  # fmt: skip
    return {
        **_same(place, *names),
        "lat": place.latitude,
        "lon": place.longitude,
        "parent": _slug(place.parent),
    }


def _person(person: Person) -> dict:
    return _same(person, "slug", "name", "note")


def _force(force: Force) -> dict:
    return {**_same(force, "slug", "name", "kind", "letter", "note"), "parent": _slug(force.parent)}


def _name(name: Name) -> dict:
    kind, bearer = next((kind, held) for kind, column in BEARERS.items() if (held := getattr(name, column)))
    return {
        "subject_type": kind,
        "subject": bearer.slug,
        "source": _slug(name.source),
        **_same(name, "text", "language", "script", "kind", "period", "note"),
    }


def _day(number: int | None) -> str:
    return "" if number is None else to_iso(number)


def _atlas(atlas: Atlas) -> dict:
    names = ("slug", "title", "title_fa", "title_ru", "description", "description_fa", "languages", "rulers", "licence")
    return {
        **_same(atlas, *names),
        "window_from": _day(atlas.window_from),
        "window_to": _day(atlas.window_to),
        "day": _day(atlas.day),
        "bounds": ",".join(map(_cell, (atlas.west, atlas.south, atlas.east, atlas.north))),
        "default": atlas.is_default,
    }


def _lane(record: Theatre | Side) -> dict:
    return {"atlas": record.atlas.slug, **_same(record, "slug", "order", "label_en", "label_fa", "label_ru")}


def _side(side: Side) -> dict:
    return {**_lane(side), **_same(side, "colour", "colour_dark", "pattern", "shape")}


def _told(record: Event | Movement) -> dict:
    names = ("slug", "title", "title_fa", "status", "importance", "summary")
    return {**_same(record, *names), "atlas": record.atlas.slug, "theatre": record.theatre.slug}


def _event(event: Event) -> dict:
    return {**_told(event), **_same(event, "kind", "shape", "order")}


def _movement(movement: Movement) -> dict:
    return {**_told(movement), "event": _slug(movement.event)}


def _relation(relation: Relation) -> dict:
    return {
        "atlas": relation.atlas.slug,
        "from_event": relation.from_event.slug,
        "to_event": relation.to_event.slug,
        **_same(relation, "kind", "low", "high"),
    }


def _period(period: Period) -> dict:
    return {
        "atlas": period.atlas.slug,
        **_same(period, "slug", "kind", "label_en", "label_fa", "label_ru", "row"),
        "begins_event": _slug(period.begins),
        "ends_event": _slug(period.ends),
    }


def _participation(part: Participation) -> dict:
    return {
        "subject_type": "event" if part.event_id else "movement",
        "subject": part.subject.slug,
        "who_type": "person" if part.person_id else "force",
        "who": part.who.slug,
        "role": part.role,
        "side": _slug(part.side),
    }


def _mover(mover: Mover) -> dict:
    return {
        "movement": mover.movement.slug,
        "who_type": mover.type,
        "who": mover.goods or _slug(mover.force or mover.person),
        "side": _slug(mover.side),
        **_same(mover, "from_leg", "to_leg"),
    }


def _leg(leg: Leg) -> dict:
    return {
        "movement": leg.movement.slug,
        "from": _slug(leg.start),
        # A leg that is not written yet passes through nothing that could be asked for.
        "via": [stop.place.slug for stop in leg.stops.all()] if (leg.pk or 0) > 0 else "",
        "to": _slug(leg.end),
        **_same(leg, "order", "mode", "status", "inferred", "note"),
    }


def _claim(claim: Claim) -> dict:
    names = ("key", "section", "paragraph", "sentence", "page", "attribute", "edge", "as_printed", "calendar", "face",
             "supplied", "low", "high", "unit", "qualifier", "parts", "place_relation", "outcome", "offset_low",
             "offset_high", "certainty", "gap", "note")  # fmt: skip
    hangs_on = ""
    if claim.relative_to_claim is not None:
        hangs_on = f"claim:{claim.relative_to_claim.key}"
    elif claim.relative_to_event is not None:
        hangs_on = f"event:{claim.relative_to_event.slug}"
    return {
        **_same(claim, *names),
        **_subject(claim),
        "source": claim.source.slug,
        "place": claim.route if claim.attribute == "route" else _slug(claim.place),
        "place_2": _slug(claim.place_2),
        "winner": _slug(claim.winner),
        "relative_to": hangs_on,
    }


def _subject(record: Claim | Decision) -> dict:
    kind = next(name for name in SUBJECTS if getattr(record, f"{name}_id"))
    return {"subject_type": kind, "subject": _key(getattr(record, kind))}


def _interpretation(reading: Interpretation) -> dict:
    return {"claim": reading.claim.key, **_same(reading, "method", "value", "arithmetic", "reason", "by", "on")}


def _decision(decision: Decision) -> dict:
    return {
        "atlas": decision.atlas.slug,
        **_subject(decision),
        **_same(decision, "attribute", "edge", "reason", "by", "on"),
        "claim": decision.claim.key if decision.claim else "undecidable",
    }


def _lesson(lesson: Lesson) -> dict:
    names = ("slug", "title", "title_fa", "summary", "summary_fa", "order")
    return {"atlas": lesson.atlas.slug, **_same(lesson, *names)}


def _step(step: LessonStep) -> dict:
    names = ("order", "title", "title_fa", "text", "text_fa", "question", "question_fa", "state")
    return {"lesson": step.lesson.slug, **_same(step, *names), "claim": step.claim.key if step.claim else ""}


WRITTEN = {
    "source": _source, "place": _place, "person": _person, "force": _force, "name": _name,
    "atlas": _atlas, "theatre": _lane, "side": _side,
    "event": _event, "relation": _relation, "period": _period, "movement": _movement,
    "participation": _participation, "mover": _mover, "leg": _leg,
    "claim": _claim, "interpretation": _interpretation, "decision": _decision,
    "lesson": _lesson, "lessonstep": _step,
}  # fmt: skip


def order_key(row: dict[str, str], sheet: Sheet) -> bytes:
    """Where a row stands in its table, as bytes to compare: by what it says. Rows of one key stay as they were entered,
    participations in the order of their places.

    Figures in a text count by their value: claim 2 of a source stands before its claim 10.
    """
    return b"".join(_sortable(row[column]) for column in ORDERED_BY.get(sheet.kind, ("slug",)))


def _sortable(cell: str) -> bytes:
    """The cell as bytes that compare as its texts and figures do; a cell that another one begins with comes first."""
    texts_and_figures = re.split(r"([0-9]+)", cell)
    return b"".join(
        _figures(part) if at % 2 else _text(part) for at, part in enumerate(texts_and_figures)
    ) + b"\x00"  # fmt: skip


def _text(part: str) -> bytes:
    # UTF-8 compares as the letters' numbers do. What ends a text must stand before every letter, NUL among them.
    return part.encode().replace(b"\x00", b"\x00\xff") + b"\x00\x00"


def _figures(part: str) -> bytes:
    figures = (part.lstrip("0") or "0").encode()
    return b"\x01" + len(figures).to_bytes(4, "big") + figures


ORDERED_BY = {
    "name": ("subject_type", "subject"),
    "theatre": ("atlas", "order", "slug"),
    "side": ("atlas", "order", "slug"),
    "event": ("atlas", "order", "slug"),
    "movement": ("atlas", "slug"),
    "relation": ("atlas", "from_event"),
    "period": ("atlas", "row", "slug"),
    "participation": ("subject_type", "subject"),
    "mover": ("movement",),
    "leg": ("movement", "order"),
    "claim": ("key",),
    "interpretation": ("claim",),
    "decision": ("atlas", "subject_type", "subject", "attribute", "edge"),
    "lesson": ("atlas", "order", "slug"),
    "lessonstep": ("lesson", "order"),
}
