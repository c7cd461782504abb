"""What records stand on, what is told of them, and what stands on them; a few queries for any number of records."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db.models import Q

from geo.models import Place
from timeline.models import Claim, Decision, Force, Leg, LegStop, Mover, Name, Participation, Source
from timeline.models.vocabulary import Attribute, Publication
from timeline.publishing.kinds import KINDS, OF_ATLAS, Ref, batches, by_kind

Ties = dict[Ref, set[Ref]]
# By the kind of what holds claims: the columns of a claim that lead to it.
TOLD_OF = {
    "event": ("event", "participation__event", "relation__from_event"),
    "movement": ("movement", "leg__movement", "participation__movement"),
}


def claims_told(refs: Iterable[Ref]) -> Ties:
    """The claims, of any standing, that count for these events and movements."""
    found: Ties = defaultdict(set)
    for kind, keys in by_kind(refs).items():
        for column in TOLD_OF.get(kind, ()):
            rows = Claim.objects.filter(**{f"{column}__in": keys}).values_list(column, "pk")
            for holder, claim in rows:
                found[Ref(kind, holder)].add(Ref("claim", claim))
    return found


def claims_towards(events: Iterable[Ref], standing: Collection[str]) -> Ties:
    """By event: the claims of how others, which stand so, stand to it."""
    found: Ties = defaultdict(set)
    keys = by_kind(events).get("event", ())
    rows = Claim.objects.filter(relation__to_event__in=keys, relation__from_event__publication__in=standing)
    for claim, event in rows.values_list("pk", "relation__to_event"):
        found[Ref("event", event)].add(Ref("claim", claim))
    return found


def needed_by(refs: Iterable[Ref]) -> Ties:
    """What must be published for these to be published: a claim's source and places, a march's stations …"""
    found: Ties = defaultdict(set)

    def put(kind: str, needed: str, rows) -> None:
        for holder, key in rows:
            if key is not None:
                found[Ref(kind, holder)].add(Ref(needed, key))

    for kind, keys in by_kind(refs).items():
        for some in batches(keys):
            for needed, rows in _NEEDS.get(kind, lambda keys: ())(some):
                put(kind, needed, rows)
    return found


def _of_claims(keys):
    claims = Claim.objects.filter(pk__in=keys)
    yield "source", claims.values_list("pk", "source")
    yield "place", claims.values_list("pk", "place")
    yield "place", claims.values_list("pk", "place_2")
    yield "place", _on_ways(claims.filter(attribute=Attribute.ROUTE))


def _on_ways(claims) -> list[tuple[int, int]]:
    """The claims with each place that their route names by its slug."""
    routes = dict(claims.values_list("pk", "route"))
    slugs = {slug for route in routes.values() for slug in route}
    places = dict(Place.objects.filter(slug__in=slugs).values_list("slug", "pk")) if slugs else {}
    return [(claim, places[slug]) for claim, route in routes.items() for slug in route if slug in places]


def _taking_part(column: str, keys):
    rows = Participation.objects.filter(**{f"{column}__in": keys})
    yield "person", rows.values_list(column, "person")
    yield "force", rows.values_list(column, "force")


def _of_movements(keys):
    yield from _taking_part("movement", keys)
    movers = Mover.objects.filter(movement__in=keys)
    yield "person", movers.values_list("movement", "person")
    yield "force", movers.values_list("movement", "force")
    legs = Leg.objects.filter(movement__in=keys)
    yield "place", legs.values_list("movement", "start")
    yield "place", legs.values_list("movement", "end")
    yield "place", LegStop.objects.filter(leg__movement__in=keys).values_list("leg__movement", "place")


_NEEDS = {
    "claim": _of_claims,
    "event": lambda keys: _taking_part("event", keys),
    "movement": _of_movements,
    "place": lambda keys: [("place", Place.objects.filter(pk__in=keys).values_list("pk", "parent"))],
    "force": lambda keys: [("force", Force.objects.filter(pk__in=keys).values_list("pk", "parent"))],
    "source": lambda keys: [("source", Source.objects.filter(pk__in=keys).values_list("pk", "based_on"))],
}


def published_upon(refs: Iterable[Ref]) -> Ties:
    """The published records that need these."""
    found: Ties = defaultdict(set)
    for kind, keys in by_kind(refs).items():
        for some in batches(keys):
            for standing, rows in _STANDING.get(kind, lambda keys: ())(some):
                for needed, key in rows:
                    if key is not None:
                        found[Ref(kind, needed)].add(Ref(standing, key))
    return found


def _pairs(records, column: str, keys, holder: str = "pk", published: str = "publication"):
    chosen = records.filter(**{f"{column}__in": keys, published: Publication.PUBLISHED})
    return chosen.values_list(column, holder)


def _upon_bearer(column: str):
    def found(keys):
        for holder in ("event", "movement"):
            rows = _pairs(Participation.objects, column, keys, holder, f"{holder}__publication")
            yield holder, rows
        yield "movement", _pairs(Mover.objects, column, keys, "movement", "movement__publication")
        if column == "force":
            yield "force", _pairs(Force.objects, "parent", keys)

    return found


def _upon_places(keys):
    for column in ("place", "place_2"):
        yield "claim", _pairs(Claim.objects, column, keys)
    for column in ("start", "end"):
        yield "movement", _pairs(Leg.objects, column, keys, "movement", "movement__publication")
    yield "movement", _pairs(LegStop.objects, "place", keys, "leg__movement", "leg__movement__publication")
    yield "claim", _on_way_through(keys)
    yield "place", _pairs(Place.objects, "parent", keys)


def _on_way_through(keys) -> list[tuple[int, int]]:
    published = Claim.objects.filter(attribute=Attribute.ROUTE, publication=Publication.PUBLISHED)
    wanted = {*keys}
    return [(place, claim) for claim, place in _on_ways(published) if place in wanted]


def _upon_atlases(keys):
    for kind in OF_ATLAS:
        yield kind, _pairs(KINDS[kind].objects, "atlas", keys)


def _upon_sources(keys):
    yield "claim", _pairs(Claim.objects, "source", keys)
    yield "source", _pairs(Source.objects, "based_on", keys)
    for bearer in ("place", "person", "force"):
        yield bearer, _pairs(Name.objects, "source", keys, bearer, f"{bearer}__publication")
    yield "source", _pairs(Name.objects, "source", keys, "work", "work__publication")


def _upon_events(keys):
    # Claims that count days from it.
    yield "claim", _pairs(Claim.objects, "relative_to_event", keys)


def _upon_claims(keys):
    yield "claim", _pairs(Claim.objects, "relative_to_claim", keys)


_STANDING = {
    "place": _upon_places,
    "source": _upon_sources,
    "atlas": _upon_atlases,
    "event": _upon_events,
    "claim": _upon_claims,
    "person": _upon_bearer("person"),
    "force": _upon_bearer("force"),
}


def subject_of_each(claims: Iterable[int]) -> dict[int, Ref]:
    """By claim: the event or movement of which it is told."""
    found = {}
    for some in batches(set(claims)):
        for kind, columns in TOLD_OF.items():
            for column in columns:
                rows = Claim.objects.filter(pk__in=some, **{f"{column}__isnull": False})
                found |= {claim: Ref(kind, key) for claim, key in rows.values_list("pk", column)}
    return found


def subjects_of(claims: Iterable[int]) -> set[Ref]:
    """The events and movements of which these claims are told."""
    return set(subject_of_each(claims).values())


def kept_by_decision(claims: set[int]) -> dict[int, int]:
    """By claim: a decision that prefers it."""
    found: dict[int, int] = {}
    for some in batches(claims):
        found |= dict(Decision.objects.filter(claim__in=some).values_list("claim", "pk"))
    return found


def published_told(subjects: Iterable[Ref]) -> dict[Ref, set[int]]:
    """By event or movement: the keys of its published claims."""
    told: dict[Ref, set[int]] = defaultdict(set)
    for kind, keys in by_kind(subjects).items():
        for column in TOLD_OF.get(kind, ()):
            published = Q(**{f"{column}__in": keys}, publication=Publication.PUBLISHED)
            for holder, claim in Claim.objects.filter(published).values_list(column, "pk"):
                told[Ref(kind, holder)].add(claim)
    return told
