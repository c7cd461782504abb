"""An atlas of up to 2,000 events in one document, so that every later step of the page is local."""

from geo.folding import fold
from geo.models import Place
from timeline.atlas_bodies import atlas_body, periods_told
from timeline.briefs import event_briefs
from timeline.chronicle.places import names_by_bearer, preferred_names
from timeline.models import Atlas, Event, Force, Movement, Person, Source
from timeline.movement_briefs import movement_briefs
from timeline.querysets import by_source_q, marches_by_source_q

LIMIT = 2000


def whole(atlas: Atlas, language: str = "en", according_to: str = "") -> dict:
    """The whole atlas as the front-end reads it, in a fixed number of queries.

    `according_to` is the slug of a source: only what it mentions, at its literal word.
    """
    events = Event.objects.published().filter(atlas=atlas).order_by("order", "id")
    movements = Movement.objects.published().filter(atlas=atlas).order_by("id")
    if according_to:
        events = events.filter(by_source_q(according_to))
        movements = movements.filter(marches_by_source_q(according_to))
    body = {
        "atlas": atlas_body(atlas, language),
        "events": event_briefs(events, language, according_to),
        "movements": movement_briefs(movements, language, according_to),
        "places": _places(),
        "people": _bearers(Person.objects.published(), "person"),
        "forces": _bearers(Force.objects.published(), "force"),
        "sources": [
            {"id": source.slug, "title": source.title, "short": source.short or source.title}
            for source in Source.objects.published().order_by("title", "slug")
        ],
        "revision": atlas.revision,
    }
    if according_to:
        body["atlas"]["periods"] = periods_told(atlas, according_to, language)
    _shorten_search(body)
    return body


def _shorten_search(body: dict) -> None:
    """Leave in `search` only the words that a record's title and the names it mentions do not say.

    frontend/src/atlas-data.js puts them together again; a fifth of the document is saved.
    """
    named = {(kind, record["id"]): record["search"] for kind in ("places", "people", "forces") for record in body[kind]}
    for record in (*body["events"], *body["movements"]):
        movers = [(f"{mover['type']}s", mover["id"]) for mover in record.get("movers", ())]
        mentions = [
            ("places", record.get("place")),
            *(("people", person) for person in record["people"]),
            *(("forces", force) for force in record.get("forces", ())),
            *(("people" if kind == "persons" else kind, slug) for kind, slug in movers),
        ]
        told = [fold(record["title"]), fold(record["fa"]), *(named.get(mention, "") for mention in mentions)]
        known = set(" ".join(told).split())
        words = dict.fromkeys(record["search"].split())
        record["search"] = " ".join(word for word in words if word not in known)


def _places() -> list[dict]:
    places = list(Place.objects.published().select_related("parent").order_by("name", "slug"))
    names = names_by_bearer("place", [place.pk for place in places])
    return [
        {
            "id": place.slug,
            "name": place.name,
            "fa": preferred_names(place.name, names.get(place.pk, ())).get("fa", ""),
            "kind": place.kind,
            "lat": place.latitude,
            "lon": place.longitude,
            "uncertainty_km": place.uncertainty_km,
            "parent": place.parent.slug if place.parent else None,
            "search": place.search,
        }
        for place in places
    ]


def _bearers(bearers, column: str) -> list[dict]:
    rows = list(bearers.order_by("name", "slug"))
    names = names_by_bearer(column, [bearer.pk for bearer in rows])
    return [
        {
            "id": bearer.slug,
            "name": bearer.name,
            "fa": preferred_names(bearer.name, names.get(bearer.pk, ())).get("fa", ""),
            "search": bearer.search,
            **(_force(bearer) if column == "force" else {}),
        }
        for bearer in rows
    ]


def _force(force) -> dict:
    return {"letter": force.letter, "kind": force.kind}


def too_large(atlas: Atlas) -> bool:
    """Whether the atlas has more events than one document should carry."""
    return Event.objects.published().filter(atlas=atlas).values("pk")[: LIMIT + 1].count() > LIMIT
