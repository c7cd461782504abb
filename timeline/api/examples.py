"""Gives the description of the API real answers of this site as examples, with long lists cut short."""

import json
from collections.abc import Callable, Iterable
from copy import deepcopy
from functools import lru_cache
from itertools import islice

from django.core.handlers.wsgi import WSGIRequest
from django.test import RequestFactory
from django.urls import Resolver404, resolve
from django.utils.http import urlencode

from chronology.iso import to_iso
from geo.models import Place
from timeline.api.schema import described
from timeline.kept_disputes import disputes_while
from timeline.models import Atlas, Claim, Event, Force, Lesson, Movement, Person, Source

# How much of an answer an example shows.
MOST_ITEMS, MOST_TEXT = 2, 1500
LIST = {"page_size": "1"}
STYLE = "chicago"


@lru_cache(maxsize=4)
def described_by_examples(state: str, host: str, secure: bool) -> dict:
    """The whole description with a question and its answer for each operation; not to be changed.

    state: of the data (timeline.revision.data_stamp). An address of which this site has no record has no example.
    """
    found = deepcopy(described())
    told = _Told(state, f"{'https' if secure else 'http'}://{host}")
    for path, methods in found["paths"].items():
        operation = methods["get"]
        asked = told.question(path)
        if asked is None:
            continue
        address, query = asked
        _put_parameters(operation, address, path, query)
        answered = _answer(f"{address}?{urlencode(query, doseq=True)}" if query else address, host, secure)
        if answered is not None:
            media_type, body = answered
            operation["responses"]["200"]["content"][media_type]["example"] = body
    return found


class _Told:
    """What this site has to ask about: the first record of each kind, a day and a point."""

    def __init__(self, state: str, origin: str):
        self.origin = origin
        self.atlas = Atlas.objects.published().filter(is_default=True).first()
        of_atlas = {"atlas": self.atlas, "begin_earliest__isnull": False}
        self.event = self._first(Event.objects.published().filter(**of_atlas), "-importance", "begin_earliest")
        self.movement = self._first(Movement.objects.published().filter(**of_atlas), "begin_earliest")
        self.place = self._first(Place.objects.published().filter(pk=self.event.place_id) if self.event else None)
        self.disputes = disputes_while(state, (self.atlas.pk,), "en").disputes if self.atlas else ()

    @staticmethod
    def _first(records, *order: str):
        return records.order_by(*order, "pk").first() if records is not None else None

    def question(self, path: str) -> tuple[str, dict[str, str]] | None:
        """The address and query that show what is answered at a path of the description; None where nothing can."""
        if self.atlas is None or path == "/api/v1/atlas.zip":
            return None
        if "{slug}" in path:
            slug = self._slug(path)
            return (path.replace("{slug}", slug).replace("{style}", STYLE), {}) if slug else None
        if path == "/oembed":
            return (path, {"url": f"{self.origin}{self.event.get_absolute_url()}"}) if self.event else None
        return path, self._query(path)

    def _slug(self, path: str) -> str:
        kind = path.removeprefix("/api/v1").removeprefix("/").partition("/")[0]
        first: dict[str, Callable[[], str]] = {
            "atlases": lambda: self.atlas.slug,
            "events": lambda: self.event.slug if self.event else "",
            "movements": lambda: self.movement.slug if self.movement else "",
            "places": lambda: self.place.slug if self.place else "",
            "forces": lambda: _name(Force),
            "people": lambda: _name(Person),
            "sources": lambda: _name(Source),
            "claims": lambda: _name(Claim, "key"),
            "lessons": lambda: _name(Lesson),
            "disputes": lambda: self.disputes[0].id if self.disputes else "",
        }
        return first[kind]()

    def _query(self, path: str) -> dict[str, str]:
        day = self._day(self.event)
        near = {"near": f"{self.place.latitude:.4f},{self.place.longitude:.4f}", "radius_km": "1"} if self._lies else {}
        questions = {
            "window/": {"limit": "2", "bins": "4"},
            "positions/": {"on": (self._day(self.movement) or day or {"on": "1909-07-11"})["on"]},
            "convert/": {"date": "22 Tir 1288", "calendar": "solar_hijri"},
            "readings/": {"date": "22 July 1909", "near": "1909-07-13"},
            "geocode/": {"q": "Enzeli", "limit": "1"},
            "movements.geojson": self._day(self.movement),
            "places.geojson": near,
            "linked-places.json": near,
        }
        name = path.removeprefix("/api/v1/")
        if name in questions:
            return questions[name] or {}
        if name.endswith("/") and name != "facets/":
            return LIST
        return day or {} if name else {}

    @property
    def _lies(self) -> bool:
        return self.place is not None and self.place.latitude is not None

    @staticmethod
    def _day(record) -> dict[str, str] | None:
        return {"on": to_iso(record.begin_earliest)} if record and record.begin_earliest is not None else None


def _name(model: type, column: str = "slug") -> str:
    return model.objects.published().order_by("pk").values_list(column, flat=True).first() or ""


def _put_parameters(operation: dict, address: str, path: str, query: dict[str, str]) -> None:
    """Say the question by the examples of its parameters."""
    before, _slug, after = path.replace("{style}", STYLE).partition("{slug}")
    slug = address.removeprefix(before).removesuffix(after)
    for parameter in operation.get("parameters", ()):
        if parameter["in"] == "path":
            parameter["example"] = STYLE if parameter["name"] == "style" else slug
        elif parameter["name"] in query:
            value = query[parameter["name"]]
            kind = parameter["schema"]["type"]
            number = {"integer": int, "number": float}.get(kind, str)
            parameter["example"] = [value] if kind == "array" else number(value)


class _Asked(WSGIRequest):
    """A question of our own, of the host that was asked: it was looked at then, and a static copy has another."""

    def get_host(self) -> str:
        return self.META["HTTP_HOST"]


class _Asking(RequestFactory):
    def request(self, **environ) -> _Asked:
        return _Asked(self._base_environ(**environ))


def _answer(address: str, host: str, secure: bool) -> tuple[str, object] | None:
    """The media type and body of an answer; None where there is none."""
    request = _Asking().get(address, headers={"host": host}, secure=secure)
    try:
        view, args, kwargs = resolve(request.path)
    except Resolver404:
        return None
    # Ours, not a reader's: it is not counted.
    response = view.view_class.as_view(throttle_classes=[])(request, *args, **kwargs)
    if response.status_code != 200:
        return None
    text = _text(response)
    media_type = response["Content-Type"].partition(";")[0]
    return media_type, cut_short(json.loads(text)) if media_type.endswith("json") else text[:MOST_TEXT]


def _text(response) -> str:
    if hasattr(response, "render"):
        response.render()
    parts: Iterable[bytes] = response.streaming_content if response.streaming else [response.content]
    return b"".join(islice(parts, 1000)).decode()


def cut_short(body: object) -> object:
    """The body with the first two of every long list, and texts that can be taken in at a glance."""
    if isinstance(body, dict):
        return {key: cut_short(value) for key, value in body.items()}
    if isinstance(body, list):
        # Four numbers are a box or a stretch of days, and more are still few.
        return body if all(isinstance(one, int | float) for one in body[:9]) and len(body) < 9 else [
            cut_short(one) for one in body[:MOST_ITEMS]
        ]  # fmt: skip
    return body
