"""Reading page by page while records are entered, deleted, edited, renamed, published and withdrawn in between.

Whatever was there all along and kept its place in the order is met exactly once; nothing that kept its place is met
twice.
"""

import random
from datetime import timedelta
from itertools import count
from urllib.parse import urlsplit

import pytest
from django.core.cache import cache

from geo.models import Place
from tests.factories import (
    make_atlas,
    make_claim,
    make_event,
    make_force,
    make_lesson,
    make_movement,
    make_person,
    make_place,
    make_source,
)
from timeline.api.formats.feeds import FEED_LENGTH
from timeline.models import Atlas, Claim, Event, Force, Lesson, Movement, Person, Source

pytestmark = pytest.mark.django_db

NUMBERS = count(1)
DAY_COLUMNS = ("begin_earliest", "begin_latest", "end_earliest", "end_latest")
DAYS = ("", "1909", "1909-07-13", "1909-07-13", "1908-02")


class Kind:
    """Records of one kind: how one is made, and what of it an edit may change."""

    def __init__(self, model, make, title: str, slug: str = "slug"):
        self.model, self.make, self.title, self.slug = model, make, title, slug


def kinds(atlas) -> dict[str, Kind]:
    source = make_source("works")
    event = make_event(atlas, "told-of", source=source)
    return {
        "events": Kind(Event, lambda **f: make_event(atlas, claims=0, importance=next(NUMBERS) % 5 + 1, **f), "title"),
        "movements": Kind(Movement, lambda **f: make_movement(atlas, **f), "title"),
        "places": Kind(Place, make_place, "name"),
        "people": Kind(Person, make_person, "name"),
        "forces": Kind(Force, make_force, "name"),
        "sources": Kind(Source, make_source, "title"),
        "claims": Kind(Claim, lambda **f: make_claim(event=event, source=source, key=_name(), **f), "key", "key"),
        "lessons": Kind(Lesson, lambda **f: make_lesson(atlas, **f), "title"),
        "atlases": Kind(Atlas, lambda slug="", **f: make_atlas(slug or _name(), is_default=False, **f), "title"),
    }


def _name() -> str:
    return f"n{next(NUMBERS)}"


class World:
    """Records of one kind that change, and what became of each."""

    def __init__(self, kind: Kind, column: str, rng: random.Random):
        self.kind, self.column, self.rng = kind, column, rng
        self.names: dict[str, int] = {}
        self.needed = set(kind.model.objects.values_list("pk", flat=True))
        for _ in range(9):
            self.enter()
        self.steady = self.keys()
        self.moved: set[int] = set()

    def keys(self) -> dict[int, object]:
        """What each published record is ordered by."""
        rows = self.kind.model.objects.published().values_list("pk", self.kind.slug, self.column)
        self.names |= {slug: pk for pk, slug, _value in rows}
        return {pk: value for pk, _slug, value in rows}

    def watch(self) -> None:
        """See which records are still where they were."""
        now = self.keys()
        self.moved |= {pk for pk, value in self.steady.items() if pk in now and now[pk] != value}
        self.steady = {pk: value for pk, value in self.steady.items() if now.get(pk) == value and pk in now}

    def any(self):
        """One of them, published or not."""
        return self.rng.choice(list(self.kind.model.objects.order_by("pk")))

    def enter(self, **fields) -> None:
        if self.kind.model is Event:
            fields["on"] = self.rng.choice(DAYS)
        if self.kind.title != self.kind.slug:
            fields[self.kind.title] = f"Title {self.rng.randint(0, 3)}"
        self.kind.make(**fields)

    def draft(self) -> None:
        self.enter(publication="draft")

    def publish(self) -> None:
        self.kind.model.objects.filter(publication="draft").update(publication="published")

    def withdraw(self) -> None:
        self._update(publication="withdrawn")

    def edit(self) -> None:
        changed = {"modified": self.any().modified + timedelta(seconds=self.rng.randint(1, 9))}
        if self.kind.title != self.kind.slug:
            changed[self.kind.title] = f"Title {self.rng.randint(0, 3)}"
        if self.kind.model is Event:
            changed |= dict.fromkeys(DAY_COLUMNS, self.rng.choice([None, 2418000, 2419000]))
            changed["importance"] = self.rng.randint(1, 5)
        self._update(**changed)

    def rename(self) -> None:
        self._update(**{self.kind.slug: _name()})

    def delete(self) -> None:
        one = self.any()
        # What others hang on can't be deleted; the claims of a march are counted by the factory.
        if self.kind.model is Movement or getattr(one, "is_default", False) or one.pk in self.needed:
            return
        one.delete()

    def _update(self, **fields) -> None:
        self.kind.model.objects.filter(pk=self.any().pk).update(**fields)

    def happen(self) -> None:
        for _ in range(self.rng.randint(1, 3)):
            verbs = [self.enter, self.draft, self.publish, self.withdraw, self.edit, self.rename, self.delete]
            self.rng.choice(verbs)()
        self.watch()


COLUMNS = {"date": "begin_earliest", "importance": "importance", "modified": "modified", "entered": "pk"}
WALKS = [
    *(
        ("events", sign + order)
        for order in ("date", "importance", "title", "modified", "entered")
        for sign in ("", "-")
    ),
    *(("movements", order) for order in ("-date", "title")),
    *(
        (kind, order)
        for kind in ("places", "people", "forces", "sources", "claims", "atlases", "lessons")
        for order in ("title", "-modified")
    ),
]


@pytest.mark.parametrize(("address", "ordering"), WALKS)
def test_what_keeps_its_place_is_met_once(client, atlas, address, ordering):
    rng = random.Random(f"{address}{ordering}")  # noqa: S311 - a walk that can be walked again
    cache.clear()
    kind = kinds(atlas)[address]
    world = World(kind, COLUMNS.get(ordering.removeprefix("-"), kind.title), rng)
    met: list[int] = []
    question = f"/api/v1/{address}/?page_size=2&ordering={ordering}"
    for _page in range(60):
        response = client.get(question)
        assert response.status_code == 200, response.content
        body = response.json()
        met += [world.names[record["id"]] for record in body["results"]]
        if body["next"] is None:
            break
        assert f'<{body["next"]}>; rel="next"' in response["Link"]
        question = urlsplit(body["next"])._replace(scheme="", netloc="").geturl()
        world.happen()
    else:
        pytest.fail("The pages have no end.")
    assert {pk: met.count(pk) for pk in world.steady} == dict.fromkeys(world.steady, 1)
    assert {pk for pk in met if met.count(pk) > 1} <= world.moved


def test_disputes_are_met_once_though_the_one_named_is_settled(client, atlas, monkeypatch):
    from timeline.resolving import resolve_atlas

    one, two = make_source("one"), make_source("two")
    events = [make_event(atlas, f"e{number}", on=f"1909-07-1{number}", source=one) for number in range(6)]
    disputed = [make_claim(event=event, face="1909-08-01", edge="on", source=two) for event in events]
    resolve_atlas(atlas)
    for ordering in ("-date", "size"):
        first = client.get(f"/api/v1/disputes/?page_size=2&ordering={ordering}").json()
        settled = int(first["results"][-1]["id"][1])
        disputed[settled].publication = "draft"
        disputed[settled].save()
        resolve_atlas(atlas)
        Atlas.objects.update(revision=hash(ordering) % 10_000)
        met, address = [each["id"] for each in first["results"]], first["next"]
        while address:
            body = client.get(urlsplit(address)._replace(scheme="", netloc="").geturl()).json()
            met += [each["id"] for each in body["results"]]
            address = body["next"]
        assert sorted(met) == [f"e{number}:date:on" for number in range(6)], ordering
        disputed[settled].publication = "published"
        disputed[settled].save()
        resolve_atlas(atlas)


def test_feeds_meet_once_what_nobody_changes(client, atlas, monkeypatch):
    monkeypatch.setattr("timeline.api.formats.feeds.FEED_LENGTH", 2)
    assert FEED_LENGTH > 2
    rng = random.Random(7)  # noqa: S311 - the same
    world = World(kinds(atlas)["events"], "modified", rng)
    met, question = [], "/feed.json"
    while question:
        feed = client.get(question).json()
        met += [world.names[item["_event"]["id"]] for item in feed["items"]]
        question = feed.get("next_url") and urlsplit(feed["next_url"])._replace(scheme="", netloc="").geturl()
        world.happen()
    assert {pk: met.count(pk) for pk in world.steady} == dict.fromkeys(world.steady, 1)


@pytest.mark.parametrize("ordering", ["date", "title", "-modified"])
def test_a_page_after_a_name_is_still_answered_also_under_its_new_name(client, atlas, ordering):
    from timeline.models import FormerSlug

    for number in range(5):
        make_event(atlas, f"e{number}", on="1909")
    whole = [each["id"] for each in client.get(f"/api/v1/events/?ordering={ordering}").json()["results"]]
    rest = client.get(f"/api/v1/events/?ordering={ordering}&after={whole[1]}").json()["results"]
    assert [each["id"] for each in rest] == whole[2:]
    Event.objects.filter(slug=whole[1]).update(slug="renamed")
    FormerSlug.objects.create(kind="event", old=whole[1], new="renamed")
    rest = client.get(f"/api/v1/events/?ordering={ordering}&after={whole[1]}").json()["results"]
    assert [each["id"] for each in rest] == whole[2:]


def test_the_place_of_one_order_is_none_in_another(client, atlas):
    for number in range(3):
        make_event(atlas, f"e{number}", on="1909")
    following = client.get("/api/v1/events/?page_size=1&ordering=title").json()["next"]
    response = client.get(following.replace("ordering=title", "ordering=date"))
    assert response.status_code == 400
    assert response.json()["error"]["code"] == "bad_cursor"
