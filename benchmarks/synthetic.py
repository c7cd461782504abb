"""Fills an empty database with N synthetic events, their claims and movements, the same for a seed."""

import argparse
import os
import random
from itertools import pairwise

import django

FIRST_DAY, DAYS = 2_416_616, 2_900  # 14 May 1904, for about eight years
WEST, SOUTH, EAST, NORTH = 44.0, 29.0, 60.0, 39.5
THEATRES = ("north", "west", "centre", "south", "abroad")
SIDES = (
    ("constitutionalists", "#942A14", "#EA8A63", "solid", "circle"),
    ("royalists", "#79629F", "#9379B4", "double", "square"),
    ("russia", "#0B2A4C", "#BED4FA", "sleepered", "lozenge"),
)
PLACES, FORCES, PEOPLE, SOURCES = 70, 24, 60, 6
CLAIMS_AN_EVENT = 2
EVENTS_A_MOVEMENT, LEGS_A_MOVEMENT = 25, 3
BATCH = 2_000
WORDS = [
    "advance",
    "halt",
    "parley",
    "crossing",
    "relief",
    "sortie",
    "council",
    "mutiny",
    "retreat",
    "landing",
    "telegram",
    "skirmish",
]


def _batches(count: int) -> list[range]:
    return [range(begin, min(begin + BATCH, count)) for begin in range(0, count, BATCH)]


class Synthesis:
    """The objects of one synthetic atlas, made in the order in which they lean on each other."""

    def __init__(self, events: int, seed: int) -> None:
        self.count = events
        self.chance = random.Random(seed)

    def write(self) -> None:
        self._frame()
        self._cast()
        self._events()
        self._movements()

    def _frame(self) -> None:
        from timeline.models import Atlas, Side, Source, Theatre

        self.atlas = Atlas.objects.create(
            slug="synthetic",
            title="Synthetic atlas",
            window_from=FIRST_DAY,
            window_to=FIRST_DAY + DAYS,
            day=FIRST_DAY + DAYS // 2,
            west=WEST,
            south=SOUTH,
            east=EAST,
            north=NORTH,
            languages=["en"],
            rulers=["gregorian", "solar_hijri"],
            is_default=True,
            publication="published",
        )
        self.theatres = Theatre.objects.bulk_create(
            Theatre(atlas=self.atlas, slug=slug, order=order, label_en=slug.title())
            for order, slug in enumerate(THEATRES)
        )
        self.sides = Side.objects.bulk_create(
            Side(
                atlas=self.atlas,
                slug=slug,
                order=order,
                label_en=slug.title(),
                colour=light,
                colour_dark=dark,
                pattern=pattern,
                shape=shape,
            )
            for order, (slug, light, dark, pattern, shape) in enumerate(SIDES)
        )
        self.sources = Source.objects.bulk_create(
            Source(slug=f"source-{n}", title=f"Source {n}", short=f"Source {n}", publication="published")
            for n in range(SOURCES)
        )

    def _cast(self) -> None:
        from geo.models import Place
        from timeline.models import Force, Person

        self.places = Place.objects.bulk_create(
            Place(
                slug=f"place-{n}",
                name=f"Place {n}",
                search=f"place {n}",
                kind=self.chance.choice(("city", "town", "village", "port")),
                latitude=round(self.chance.uniform(SOUTH, NORTH), 4),
                longitude=round(self.chance.uniform(WEST, EAST), 4),
                uncertainty_km=self.chance.choice((1, 2, 5, 20)),
                publication="published",
            )
            for n in range(PLACES)
        )
        self.forces = Force.objects.bulk_create(
            Force(
                slug=f"force-{n}",
                name=f"Force {n}",
                search=f"force {n}",
                letter=chr(ord("A") + n % 26),
                publication="published",
            )
            for n in range(FORCES)
        )
        self.people = Person.objects.bulk_create(
            Person(slug=f"person-{n}", name=f"Person {n}", search=f"person {n}", publication="published")
            for n in range(PEOPLE)
        )

    def _days(self) -> tuple[int, int, int, int]:
        """A day, a day somewhere in a month, or a stretch; as most atlases, mostly days."""
        begin = FIRST_DAY + self.chance.randrange(DAYS)
        form = self.chance.random()
        if form < 0.7:
            return begin, begin, begin, begin
        if form < 0.85:
            return begin, begin + 30, begin, begin + 30
        end = begin + self.chance.randrange(2, 60)
        return begin, begin, end, end

    def _events(self) -> None:
        from timeline.models import Claim, Event, Participation

        kinds = [kind for kind, _ in Event._meta.get_field("kind").choices]
        for numbers in _batches(self.count):
            events = Event.objects.bulk_create(self._event(n, kinds) for n in numbers)
            Claim.objects.bulk_create(
                claim for n, event in zip(numbers, events, strict=True) for claim in self._claims(n, event)
            )
            Participation.objects.bulk_create(
                Participation(event=event, force=self.chance.choice(self.forces), side=self.chance.choice(self.sides))
                for event in events
            )

    def _event(self, n: int, kinds: list[str]):
        from timeline.models import Event

        days = self._days()
        place = self.chance.choice(self.places)
        title = f"{self.chance.choice(WORDS).title()} at {place.name}, number {n}"
        return Event(
            slug=f"event-{n}",
            atlas=self.atlas,
            title=title,
            summary=f"{title}, on some day of a war that never was.",
            kind=self.chance.choice(kinds),
            theatre=self.chance.choice(self.theatres),
            shape="span" if days[1] < days[2] else "instant",
            importance=self.chance.choices((1, 2, 3, 4, 5), (5, 4, 3, 2, 1))[0],
            order=n,
            begin_earliest=days[0],
            begin_latest=days[1],
            end_earliest=days[2],
            end_latest=days[3],
            edtf="",
            date_rule="only_claim",
            place=place,
            place_relation="at",
            place_rule="only_claim",
            lat=place.latitude,
            lon=place.longitude,
            uncertainty_km=place.uncertainty_km,
            disputed=self.chance.random() < 0.1,
            published_claims=CLAIMS_AN_EVENT,
            search=title.lower(),
            publication="published",
        )

    def _claims(self, n: int, event):
        from timeline.models import Claim

        source = self.chance.choice(self.sources)
        of_both = {"source": source, "event": event, "section": "1", "publication": "published"}
        yield Claim(
            key=f"event-{n}-date",
            number=2 * n,
            attribute="date",
            edge="on",
            as_printed=f"day {event.begin_earliest}",
            calendar="gregorian",
            face_shape=event.shape,
            begin_earliest=event.begin_earliest,
            begin_latest=event.begin_latest,
            end_earliest=event.end_earliest,
            end_latest=event.end_latest,
            **of_both,
        )
        yield Claim(
            key=f"event-{n}-place",
            number=2 * n + 1,
            attribute="place",
            edge="at",
            as_printed=event.place.name,
            place=event.place,
            place_relation="at",
            **of_both,
        )

    def _movements(self) -> None:
        from timeline.models import Leg, Movement, Mover

        count = self.count // EVENTS_A_MOVEMENT
        for numbers in _batches(count):
            begins = [FIRST_DAY + self.chance.randrange(DAYS - 60) for _ in numbers]
            movements = Movement.objects.bulk_create(
                Movement(
                    slug=f"movement-{n}",
                    atlas=self.atlas,
                    title=f"March number {n}",
                    theatre=self.chance.choice(self.theatres),
                    importance=self.chance.randint(1, 5),
                    begin_earliest=begin,
                    begin_latest=begin,
                    end_earliest=begin + 10 * LEGS_A_MOVEMENT,
                    end_latest=begin + 10 * LEGS_A_MOVEMENT,
                    published_claims=1,
                    search=f"march number {n}",
                    publication="published",
                )
                for n, begin in zip(numbers, begins, strict=True)
            )
            Mover.objects.bulk_create(
                Mover(movement=movement, force=self.chance.choice(self.forces), side=self.chance.choice(self.sides))
                for movement in movements
            )
            legs = Leg.objects.bulk_create(
                leg for movement, begin in zip(movements, begins, strict=True) for leg in self._legs(movement, begin)
            )
            self._leg_claims(legs)

    def _legs(self, movement, begin: int):
        from timeline.models import Leg

        stops = self.chance.sample(self.places, LEGS_A_MOVEMENT + 1)
        for order, (start, end) in enumerate(pairwise(stops), 1):
            departs = begin + 10 * (order - 1)
            yield Leg(
                movement=movement,
                order=order,
                start=start,
                end=end,
                mode="column",
                departs_earliest=departs,
                departs_latest=departs,
                arrives_earliest=departs + 8,
                arrives_latest=departs + 9,
                strength_low=500,
                strength_high=800,
                strength_unit="men",
            )

    def _leg_claims(self, legs) -> None:
        from timeline.models import Claim

        Claim.objects.bulk_create(
            Claim(
                key=f"leg-{leg.pk}-{edge}",
                number=leg.pk,
                source=self.chance.choice(self.sources),
                section="2",
                leg=leg,
                attribute="date",
                edge=edge,
                as_printed=f"day {earliest}",
                calendar="gregorian",
                face_shape="instant",
                begin_earliest=earliest,
                begin_latest=latest,
                end_earliest=earliest,
                end_latest=latest,
                publication="published",
            )
            for leg in legs
            for edge, earliest, latest in (
                ("departs", leg.departs_earliest, leg.departs_latest),
                ("arrives", leg.arrives_earliest, leg.arrives_latest),
            )
        )


def write(events: int, seed: int) -> None:
    """Write one synthetic atlas into an empty, migrated database; all of it or nothing."""
    from django.db import transaction

    from timeline.models import Atlas

    if Atlas.objects.exists():
        raise SystemExit("This database holds an atlas already; point MARCHLINES_DATA at an empty folder.")
    with transaction.atomic():
        Synthesis(events, seed).write()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1909)
    chosen = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    write(chosen.events, chosen.seed)
