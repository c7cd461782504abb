"""Makes records for tests: plain functions that give every required column a plausible value."""

from itertools import count

from django.utils import timezone

from chronology.edtf import format_edtf, parse_edtf
from chronology.spans import Shape
from geo.models import Place
from timeline.fields import put_range, put_span
from timeline.lessons.keeping import put_kept
from timeline.models import (
    Atlas,
    Claim,
    Event,
    Force,
    Leg,
    LegStop,
    Lesson,
    LessonStep,
    Movement,
    Mover,
    Name,
    Participation,
    Person,
    Relation,
    Side,
    Source,
    Theatre,
)
from timeline.searchable import search_event, search_movement, search_named

_numbers = count(1)
PUBLISHED = {"publication": "published"}


def _slug(kind: str) -> str:
    return f"{kind}-{next(_numbers)}"


def _published(fields: dict) -> dict:
    stamped = {**PUBLISHED, **fields}
    if stamped["publication"] == "published":
        stamped.setdefault("published_on", timezone.now())
    return stamped


def make_atlas(slug: str = "revolution", **fields) -> Atlas:
    """The default atlas, its window from 1 June to 31 August 1909 unless told otherwise."""
    values = {
        "title": "The Revolution",
        "window_from": 2418459,
        "window_to": 2418550,
        "west": 44.0,
        "south": 30.0,
        "east": 62.0,
        "north": 40.0,
        "rulers": ["gregorian", "solar_hijri"],
        "languages": ["en", "fa"],
        "is_default": True,
    }
    return Atlas.objects.create(slug=slug, **values | _published(fields))


def make_theatre(atlas: Atlas, slug: str = "tehran", **fields) -> Theatre:
    """A lane; the one of that slug where the atlas has it already."""
    found = list(Theatre.objects.order_by().filter(atlas=atlas, slug=slug))
    if found:
        return found[0]
    values = {"label_en": slug.title(), "order": atlas.theatres.count()} | fields
    return Theatre.objects.create(atlas=atlas, slug=slug, **values)


def make_side(atlas: Atlas, slug: str = "constitutionalists", **fields) -> Side:
    """A party; the one of that slug where the atlas has it already."""
    found = list(Side.objects.order_by().filter(atlas=atlas, slug=slug))
    if found:
        return found[0]
    values = {"label_en": slug.title(), "colour": "#942A14", "order": atlas.sides.count()} | fields
    return Side.objects.create(atlas=atlas, slug=slug, **values)


def make_place(slug: str = "", *, names: dict | None = None, **fields) -> Place:
    """A place at Tehran's point unless told otherwise; `names` gives preferred names by language."""
    slug = slug or _slug("place")
    values = {"name": slug.title(), "kind": "city", "latitude": 35.69, "longitude": 51.42} | fields
    place = Place.objects.create(slug=slug, **_published(values))
    _name(place, "place", names)
    return place


def make_person(slug: str = "", *, names: dict | None = None, **fields) -> Person:
    """A person."""
    slug = slug or _slug("person")
    person = Person.objects.create(slug=slug, **_published({"name": slug.title()} | fields))
    _name(person, "person", names)
    return person


def make_force(slug: str = "", *, names: dict | None = None, **fields) -> Force:
    """A force with the first letter of its name on its token."""
    slug = slug or _slug("force")
    values = {"name": slug.title(), "letter": slug[0].upper()} | fields
    force = Force.objects.create(slug=slug, **_published(values))
    _name(force, "force", names)
    return force


def _name(bearer, column: str, names: dict | None) -> None:
    for language, text in (names or {}).items():
        script = "Arab" if language == "fa" else "Latn"
        Name.objects.create(**{column: bearer}, text=text, language=language, script=script, kind="preferred")
    bearer.search = search_named(bearer)
    bearer.save()


def make_source(slug: str = "", **fields) -> Source:
    """A work."""
    slug = slug or _slug("source")
    return Source.objects.create(slug=slug, **_published({"title": slug.title()} | fields))


def make_event(
    atlas: Atlas,
    slug: str = "",
    *,
    on: str = "",
    theatre: str = "tehran",
    place: Place | None = None,
    source: Source | None = None,
    claims: int = 1,
    **fields,
) -> Event:
    """A published event; `on` is EDTF, and as many date claims as `claims` say so.

    Resolved columns are written here as timeline/resolving.py would.
    """
    slug = slug or _slug("event")
    shape = fields.pop("shape", Shape.SPAN if "/" in on else Shape.INSTANT)
    values = {"title": slug.replace("-", " ").title(), "kind": "battle"} | fields
    event = Event(
        slug=slug,
        atlas=atlas,
        theatre=make_theatre(atlas, theatre),
        shape=shape,
        published_claims=max(claims, 1),
        **_published(values),
    )
    if on:
        span = parse_edtf(on, shape)
        put_span(event, span)
        event.edtf, event.date_rule = format_edtf(span), "single"
    if place is not None:
        event.place, event.place_relation = place, "at"
        event.lat, event.lon = place.latitude, place.longitude
        event.uncertainty_km = place.uncertainty_km or 0.0
    event.save()
    told = [make_claim(event=event, source=source, face=on, attribute="date", edge="on") for _ in range(claims)]
    event.date_claim = told[0] if told and on else None
    if place is not None:
        told.append(make_claim(event=event, source=source, attribute="place", edge="at", place=place))
    # What its text is folded from is at hand: all that is claimed, and that nobody takes part yet.
    event._prefetched_objects_cache = {"claims": told, "participations": []}
    refresh(event)
    event._prefetched_objects_cache = {}
    return event


def refresh(record) -> None:
    """Write the folded text of an event or movement again."""
    record.search = search_event(record) if isinstance(record, Event) else search_movement(record)
    record.save()


def make_claim(*, source: Source | None = None, face: str = "", shape: str = "", **fields) -> Claim:
    """A claim about the subject given as event=, movement=, leg=, participation= or relation=."""
    source = source or Source.objects.first() or make_source()
    number = source.claims.count() + 1
    values = {"attribute": "date", "as_printed": face, "section": "Events", "paragraph": number} | fields
    claim = Claim(
        key=values.pop("key", f"{source.slug}-{number}"),
        number=number,
        source=source,
        face=face,
        **_published(values),
    )
    if face:
        span = parse_edtf(face, Shape(shape) if shape else None)
        put_span(claim, span)
        claim.face_shape = span.shape.value
    claim.save()
    return claim


def make_participation(
    *, side: str = "", person: Person | None = None, force: Force | None = None, **fields
) -> Participation:
    """Somebody in the event= or movement= given; `side` is a slug of its atlas."""
    subject = fields.get("event") or fields.get("movement")
    chosen = make_side(subject.atlas, side) if side else None
    made = Participation.objects.create(person=person, force=force, side=chosen, **fields)
    make_claim(participation=made, attribute="participant")
    refresh(subject)
    return made


def make_relation(event: Event, kind: str, other: Event, **fields) -> Relation:
    """event <kind> other."""
    relation = Relation.objects.create(atlas=event.atlas, from_event=event, kind=kind, to_event=other, **fields)
    make_claim(relation=relation, attribute="sequence")
    return relation


def make_movement(
    atlas: Atlas,
    slug: str = "",
    *,
    legs: tuple = (),
    force: Force | None = None,
    side: str = "constitutionalists",
    theatre: str = "tehran",
    **fields,
) -> Movement:
    """A published movement; each leg is (from, to, departs, arrives) with places and EDTF days or "".

    A fifth element of a leg is a dict of further columns, `via` among them.
    """
    slug = slug or _slug("movement")
    values = {"title": slug.replace("-", " ").title()} | fields
    movement = Movement(
        slug=slug,
        atlas=atlas,
        theatre=make_theatre(atlas, theatre),
        published_claims=1,
        **_published(values),
    )
    spans = [parse_edtf(day) for leg in legs for day in leg[2:4] if day]
    if spans:
        first, last = min(spans, key=lambda s: s.earliest), max(spans, key=lambda s: s.latest)
        movement.begin_earliest, movement.begin_latest = first.earliest, first.latest
        movement.end_earliest, movement.end_latest = last.earliest, last.latest
    movement.save()
    make_claim(movement=movement, attribute="route")
    Mover.objects.create(movement=movement, force=force or make_force(), side=make_side(atlas, side) if side else None)
    for order, (start, end, departs, arrives, *more) in enumerate(legs, start=1):
        _leg(movement, order, start, end, departs, arrives, dict(more[0]) if more else {})
    refresh(movement)
    return movement


def _leg(movement: Movement, order: int, start, end, departs: str, arrives: str, more: dict) -> Leg:
    via = more.pop("via", ())
    leg = Leg(movement=movement, order=order, start=start, end=end, **more)
    put_range(leg, "departs", parse_edtf(departs) if departs else None)
    put_range(leg, "arrives", parse_edtf(arrives) if arrives else None)
    leg.save()
    for number, place in enumerate(via, start=1):
        LegStop.objects.create(leg=leg, place=place, order=number)
    for edge, day in (("departs", departs), ("arrives", arrives)):
        if day:
            make_claim(leg=leg, attribute="date", edge=edge, face=day)
    return leg


def make_lesson(atlas: Atlas, slug: str = "", *, steps: tuple = ({},), **fields) -> Lesson:
    """A published lesson; each step is a dict of columns, its number and a title are given where they are left out."""
    slug = slug or _slug("lesson")
    lesson = Lesson(slug=slug, atlas=atlas, **_published({"title": slug.replace("-", " ").title()} | fields))
    made = [
        LessonStep(lesson=lesson, **{"order": number, "title": f"Step {number}"} | step)
        for number, step in enumerate(steps, start=1)
    ]
    put_kept(lesson, made)
    lesson.save()
    for step in made:
        step.lesson = lesson
        step.save()
    return lesson
