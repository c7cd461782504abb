"""Reads what a place holds, in a fixed number of queries."""

from django.db.models import Q, TextField
from django.db.models.functions import Cast

from geo.models import Place
from timeline.models import Claim, FormerSlug, Leg, Name
from timeline.models.vocabulary import Publication
from timeline.rearranging.holdings import FormerAddress
from timeline.rearranging.place_holdings import HeldLeg, HeldName, HeldPlace, PlacedClaim, PlaceHoldings
from timeline.rearranging.reading import name_of, row_of, stamp


def _on_way(*slugs: str) -> Q:
    named = Q(pk__in=())
    for slug in slugs:
        named |= Q(route_text__contains=f'"{slug}"')
    return named


def _with_route():
    return Claim.objects.annotate(route_text=Cast("route", TextField()))


def claims_on_way(*slugs: str):
    """The claims whose route names one of these places by its slug."""
    return _with_route().filter(_on_way(*slugs))


def claims_naming(place: Place):
    """The claims that name a place: as where something was, as one of two ends, or on a route."""
    return _with_route().filter(Q(place=place) | Q(place_2=place) | _on_way(place.slug))


def legs_through(place: Place):
    """The legs that set out from, come to or pass a place."""
    return Leg.objects.filter(Q(start=place) | Q(end=place) | Q(stops__place=place)).distinct()


def place_holdings(place: Place) -> PlaceHoldings:
    """Return the place with all that refers to it; seven queries, and one for each place it lies in."""
    names = list(Name.objects.filter(place=place).order_by("pk"))
    claims = list(claims_naming(place).order_by("pk"))
    legs = list(legs_through(place).select_related("start", "end", "movement").prefetch_related("stops").order_by("pk"))
    parts = list(Place.objects.filter(parent=place).order_by("pk"))
    former = FormerSlug.objects.filter(Q(old=place.slug) | Q(new=place.slug), kind="place").order_by("pk")
    rows = [place, *names, *claims, *legs, *parts]
    return PlaceHoldings(
        place=HeldPlace(
            place.pk, place.slug, place.name, place.publication == Publication.PUBLISHED, tuple(_above(place))
        ),
        names=tuple(
            HeldName(
                each.pk, each.text, each.language, each.kind, (each.script, each.period, each.source_id, each.note)
            )
            for each in names
        ),
        claims=tuple(
            PlacedClaim(each.pk, each.key, each.place_id, each.place_2_id, tuple(each.route)) for each in claims
        ),
        legs=tuple(
            HeldLeg(
                each.pk, f"{each.movement.title}: {each}"[:160], each.start_id, each.end_id,
                tuple((stop.pk, stop.place_id) for stop in each.stops.all()),
            )
            for each in legs
        ),
        parts=tuple(each.pk for each in parts),
        former=tuple(FormerAddress(each.pk, each.old, each.new) for each in former),
        stamps={row_of(record): stamp(record) for record in rows},
        called={row_of(record): name_of(record) for record in rows},
    )  # fmt: skip


def _above(place: Place) -> list[int]:
    found: list[int] = []
    parent = place.parent
    while parent is not None and parent.pk not in found:
        found.append(parent.pk)
        parent = parent.parent
    return found
