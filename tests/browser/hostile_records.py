"""Adds records that hold what breaks pages; run by `manage.py shell --command` on a copy of the atlas."""

from geo.models import Place
from timeline.models import Atlas, Claim, Event, Force, Leg, Movement, Mover, Participation, Person, Source

RAN = "window.hostileRan = true"
TAGS = f"</script><script>{RAN}</script><img src=x onerror='{RAN}'>\"'><svg onload='{RAN}'>"
MARKS = "\u202e\u2067abc\u2066 تهران \u200f\u200e\u202d"
FORMULA = '=HYPERLINK("http://evil.example","click")'
LONG = "Long title " + "ab cd\u200c" * 2_000
WIDE = "W" * 10_000
DAY = 2_418_500  # 11 July 1909, on the shipped window

atlas = Atlas.objects.get(is_default=True)
theatre = atlas.theatres.first()
side = atlas.sides.first()
source = Source.objects.create(slug="hostile-source", title=TAGS[:300], short=TAGS[:120], publication="published")
pointless = Place.objects.create(slug="hostile-nowhere", name=TAGS, publication="published")
somewhere = Place.objects.create(
    slug="hostile-somewhere",
    name=f"{TAGS}{MARKS}"[:200],
    kind="city",
    latitude=35.5,
    longitude=51.0,
    uncertainty_km=40,
    publication="published",
)
person = Person.objects.create(slug="hostile-person", name=TAGS[:200], publication="published")
force = Force.objects.create(slug="hostile-force", name=TAGS[:200], letter="<", publication="published")


def event(slug, title, *, place=None, days=(DAY, DAY, DAY, DAY), claims=True):
    made = Event.objects.create(
        slug=slug,
        atlas=atlas,
        title=title,
        summary=title,
        kind="battle",
        theatre=theatre,
        importance=5,
        begin_earliest=days[0],
        begin_latest=days[1],
        end_earliest=days[2],
        end_latest=days[3],
        place=place,
        place_relation="at" if place else "",
        lat=place.latitude if place else None,
        lon=place.longitude if place else None,
        uncertainty_km=place.uncertainty_km if place else None,
        published_claims=1,
        search=title.lower(),
        publication="published",
    )
    if claims:
        Claim.objects.create(
            key=f"{slug}-date",
            number=1,
            source=source,
            section=TAGS[:200],
            event=made,
            attribute="date",
            edge="on",
            as_printed=f"{TAGS}{MARKS}"[:300],
            calendar="gregorian",
            face_shape="instant",
            begin_earliest=days[0],
            begin_latest=days[1],
            end_earliest=days[2],
            end_latest=days[3],
            note=TAGS,
            publication="published",
        )
    Participation.objects.create(event=made, person=person, side=side)
    return made


event("hostile-tags", TAGS, place=somewhere)
event("hostile-marks", MARKS, place=somewhere)
event("hostile-formula", FORMULA, place=somewhere)
event("hostile-long", LONG, place=somewhere)
event("hostile-wide", WIDE, place=somewhere)
event("hostile-no-place", "An event without a place")
event("hostile-no-point", "An event at a place without a point", place=pointless)
event("hostile-no-date", "An event without a date", place=somewhere, days=(None, None, None, None))
event("hostile-nothing", "An event without place or date", days=(None, None, None, None))

movement = Movement.objects.create(
    slug="hostile-march",
    atlas=atlas,
    title=TAGS,
    theatre=theatre,
    begin_earliest=DAY - 3,
    begin_latest=DAY - 3,
    end_earliest=DAY + 3,
    end_latest=DAY + 3,
    published_claims=1,
    publication="published",
)
Mover.objects.create(movement=movement, force=force, side=side)
leg = Leg.objects.create(
    movement=movement,
    order=1,
    start=somewhere,
    end=pointless,
    departs_earliest=DAY - 3,
    departs_latest=DAY - 3,
    arrives_earliest=DAY + 3,
    arrives_latest=DAY + 3,
    strength_printed=TAGS[:200],
)
Claim.objects.create(
    key="hostile-leg-departs",
    number=2,
    source=source,
    leg=leg,
    attribute="date",
    edge="departs",
    as_printed=TAGS[:300],
    begin_earliest=DAY - 3,
    begin_latest=DAY - 3,
    end_earliest=DAY - 3,
    end_latest=DAY - 3,
    publication="published",
)
