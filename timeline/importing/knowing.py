"""Looks up in the database what an atlas knows, for readers of files, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import CharField, Max, Value
from django.db.models.functions import Coalesce, Concat

from geo.folding import fold
from geo.models import Place
from timeline.addressed import former_slugs
from timeline.importing.known_names import Known, KnownClaim, KnownPlace
from timeline.models import Atlas, Claim, Event, Force, Name, Participation, Source


def known_of(atlas: str) -> Known:
    """Return what is known to the atlas of this slug; one that is not there yet knows all that atlases share."""
    kept = Atlas.objects.filter(slug=atlas).first()
    events = list(Event.objects.order_by("order", "pk").values_list("slug", "atlas__slug", "title", "order"))
    own = [event for event in events if event[1] == atlas]
    sources = list(Source.objects.values_list("slug", "title", "short", "url"))
    forces = _named("force", Force.objects.values_list("pk", "slug", "name"))
    former = former_slugs()
    taken = {
        "atlas": frozenset(Atlas.objects.values_list("slug", flat=True)),
        "event": frozenset(event[0] for event in events),
        "place": frozenset(Place.objects.values_list("slug", flat=True)),
        "source": frozenset(source[0] for source in sources),
        "force": frozenset(forces.values()),
    }
    return Known(
        atlas=atlas,
        exists=kept is not None,
        taken={kind: slugs | former.get(kind, {}).keys() for kind, slugs in taken.items()},
        places=_places(former.get("place", {})),
        sources=_folded(former.get("source", {}))
        | {fold(text): slug for slug, *texts in reversed(sources) for text in (*texts, slug) if text},
        forces=_folded(former.get("force", {})) | forces,
        theatres=_labels(kept.theatres) if kept else {},
        sides=_labels(kept.sides) if kept else {},
        periods=_labels(kept.periods) if kept else {},
        titles=_grouped((fold(title), slug) for slug, _atlas, title, _order in own),
        former=former.get("event", {}),
        events=frozenset(event[0] for event in own),
        event_sides=_grouped(
            Participation.objects.filter(event__atlas__slug=atlas, side__isnull=False).values_list(
                "event__slug", "side__slug"
            )
        ),
        claims=_claims(atlas),
        numbers=dict(Source.objects.annotate(last=Max("claims__number")).values_list("slug", "last")),
        order=max((event[3] for event in own), default=0),
        theatre_labels=tuple(kept.theatres.values_list("label_en", "slug")) if kept else (),
    )


def _grouped(pairs: Iterable[tuple]) -> dict:
    groups = defaultdict(list)
    for key, value in pairs:
        if value not in groups[key]:
            groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _folded(former: Mapping[str, str]) -> dict[str, str]:
    return {fold(old): new for old, new in former.items()}


def _labels(framed) -> dict[str, str]:
    rows = framed.values_list("slug", "label_en", "label_fa", "label_ru")
    return {fold(text): slug for slug, *labels in rows for text in (slug, *labels) if text}


def _named(kind: str, records) -> dict[str, str]:
    """Folded name -> slug, by the record's own name first, then by every other spelling."""
    slugs = {pk: slug for pk, slug, _name in records}
    spellings = Name.objects.filter(**{f"{kind}__isnull": False}).values_list(kind, "text")
    named = {fold(text): slugs[pk] for pk, text in spellings}
    return named | {fold(name): slug for _pk, slug, name in records} | {fold(slug): slug for slug in slugs.values()}


def _places(former: Mapping[str, str]) -> dict[str, tuple[KnownPlace, ...]]:
    rows = Place.objects.order_by("pk").values_list("pk", "slug", "name", "latitude", "longitude", "uncertainty_km")
    places = {pk: KnownPlace(*fields) for pk, *fields in rows}
    spellings = Name.objects.filter(place__isnull=False).order_by("pk").values_list("place", "text")
    named = [(fold(text), places[pk]) for pk, text in spellings]
    own = [(fold(text), place) for place in places.values() for text in (place.name, place.slug)]
    by_slug = {place.slug: place for place in places.values()}
    once = [(fold(old), by_slug[new]) for old, new in former.items() if new in by_slug]
    return _grouped([*own, *named, *once])


def _claims(atlas: str) -> dict:
    columns = ("source__slug", "attribute", "edge", "key", "face", "place__slug", "as_printed")
    said = Claim.objects.filter(event__atlas__slug=atlas).order_by("number").values_list("event__slug", *columns)
    of_parts = (
        Claim.objects.filter(participation__event__atlas__slug=atlas)
        .order_by("number")
        .annotate(
            part=Concat(
                "participation__event__slug",
                Value("/"),
                Coalesce("participation__force__slug", "participation__person__slug", output_field=CharField()),
                Value("/"),
                "participation__role",
                output_field=CharField(),
            )
        )
        .values_list("part", *columns)
    )
    return _grouped(
        ((source, subject, attribute, edge), KnownClaim(key, face or place or "", as_printed))
        for subject, source, attribute, edge, key, face, place, as_printed in (*said, *of_parts)
    )
