"""Counts the choices of every filter, each without its own: what one more choice would show."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import Count
from django.db.models.functions import Coalesce

from geo.models import Place
from timeline.chronicle.references import label
from timeline.chronicle.witness import Testimony, testimonies
from timeline.filters import EventFilter
from timeline.models import Claim, Event, Participation, Side, Theatre
from timeline.models.vocabulary import EventKind, Status


def facets(asked: EventFilter, language: str = "en") -> dict[str, list[dict]]:
    """{facet: [{id, label, count}]}, the fullest first; a fixed number of queries."""
    return {
        "side": _labelled(_taking_part(asked.without("sides"), "side"), _labels(Side, asked, language)),
        "kind": _labelled(_column(asked.without("kinds"), "kind"), dict(EventKind.choices)),
        "theatre": _labelled(_column(asked.without("theatres"), "theatre__slug"), _labels(Theatre, asked, language)),
        "force": _named(_taking_part(asked.without("forces"), "force", "force__name")),
        "person": _named(_taking_part(asked.without("people"), "person", "person__name")),
        "place": _places(asked.without("places", "inside")),
        "source": _sources(asked.without("sources")),
        "status": _labelled(_column(asked.without("statuses"), "status"), dict(Status.choices)),
        "disputed": [
            {"id": str(value).lower(), "label": str(value).lower(), "count": count}
            for value, count in _disputed(asked.without("disputed"))
        ],
    }


def _events(asked: EventFilter):
    return asked.restrict(Event.objects.all()).order_by()


def _column(asked: EventFilter, column: str) -> list[tuple]:
    rows = _events(asked).values_list(column).annotate(events=Count("pk"))
    return list(rows.order_by("-events", column))


def _disputed(asked: EventFilter) -> list[tuple]:
    if not asked.according_to:
        return _column(asked, "disputed")
    return sorted(Counter(said.disputed for said in _heard(asked)).items(), key=lambda one: (-one[1], one[0]))


def _heard(asked: EventFilter) -> Iterable[Testimony]:
    """What the one source says of each of the events."""
    return testimonies(asked.according_to, _events(asked).values_list("pk", "shape")).values()


def _taking_part(asked: EventFilter, bearer: str, *names: str) -> list[tuple]:
    rows = Participation.objects.filter(event__in=_events(asked).values("pk"), **{f"{bearer}__isnull": False})
    if asked.according_to:
        spoken = Claim.objects.published().filter(source__slug=asked.according_to, participation__isnull=False)
        rows = rows.filter(pk__in=spoken.values("participation"))
    counted = rows.order_by().values_list(f"{bearer}__slug", *names)
    return list(counted.annotate(events=Count("event", distinct=True)).order_by("-events", f"{bearer}__slug"))


def _sources(asked: EventFilter) -> list[dict]:
    about = Coalesce("event", "participation__event", "relation__from_event")
    rows = (
        Claim.objects.published()
        .annotate(about=about)
        .filter(about__in=_events(asked).values("pk"))
        .order_by()
        .values_list("source__slug", "source__short", "source__title")
        .annotate(events=Count("about", distinct=True))
        .order_by("-events", "source__slug")
    )
    return [{"id": slug, "label": short or title, "count": count} for slug, short, title, count in rows]


def sources_told(asked: EventFilter) -> list[dict]:
    """How many of the events each source tells of, whoever tells them now; one query."""
    return _sources(asked.without("according_to"))


def _places(asked: EventFilter) -> list[dict]:
    """A place counts what happened in it and in everything that lies in it."""
    if asked.according_to:
        direct = Counter(said.place.pk for said in _heard(asked) if said.place)
    else:
        direct = dict(_column(asked, "place"))
    rows = Place.objects.values_list("pk", "slug", "name", "parent_id")
    known = {pk: (slug, name, parent) for pk, slug, name, parent in rows}
    counts: dict[int, int] = {}
    for place, number in direct.items():
        seen: set[int] = set()
        while place in known and place not in seen:
            seen.add(place)
            counts[place] = counts.get(place, 0) + number
            place = known[place][2]
    bodies = [{"id": known[pk][0], "label": known[pk][1], "count": number} for pk, number in counts.items()]
    return sorted(bodies, key=lambda body: (-body["count"], body["id"]))


def _labels(kind: type, asked: EventFilter, language: str) -> dict[str, str]:
    rows = kind.objects.filter(atlas__in=asked.atlases)
    return {row.slug: label(row, language) for row in rows}


def _labelled(rows: list[tuple], labels: dict) -> list[dict]:
    return [{"id": slug, "label": str(labels.get(slug, slug)), "count": count} for slug, count in rows]


def _named(rows: list[tuple]) -> list[dict]:
    return [{"id": slug, "label": name, "count": count} for slug, name, count in rows]
