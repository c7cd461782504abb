"""Names every rule by which events and movements are chosen, as a condition and as a method.

A condition `<rule>_q` can stand within a larger one; the method of the same name restricts a queryset.
"""

import math

from django.apps import apps
from django.db.models import F, Func, Q, Value
from django.db.models.functions import ACos, Cos, Least, Radians, Sin

from chronology.spans import Shape, Span
from geo.points import EARTH_RADIUS_KM
from timeline.models.records import PublishedQuerySet

CERTAINLY, POSSIBLY = "certainly", "possibly"

_UNDATED = Q(
    begin_earliest__isnull=True,
    begin_latest__isnull=True,
    end_earliest__isnull=True,
    end_latest__isnull=True,
)
# A span with neither begin number was always so; one with neither end number goes on for ever.
_ALWAYS_SO = Q(begin_earliest__isnull=True, begin_latest__isnull=True)
_FOR_EVER = Q(end_earliest__isnull=True, end_latest__isnull=True)
_LASTS = Q(shape=Shape.SPAN)
_BRACKETED = Q(bracket_from__isnull=False) | Q(bracket_to__isnull=False)


def overlapping_q(span: Span, certainty: str = CERTAINLY, *, shaped: bool = True) -> Q:
    """Records that share a day with the outer days of `span`, whichever of their own days is right
    (certainly), or for some of them (possibly). What only a bracket dates counts by its bracket.

    `shaped` is False for records that are always a stretch and have no bracket: movements.
    """
    first, last = span.bounds[0], span.bounds[3]
    if certainty == POSSIBLY:
        own = _at_most("begin_earliest", last) & _at_least("end_latest", first)
        within = _at_most("bracket_from", last) & _at_least("bracket_to", first)
    else:
        lasts = _LASTS if shaped else Q()
        own = (Q(begin_latest__lte=last) | _ALWAYS_SO & lasts) & (Q(end_earliest__gte=first) | _FOR_EVER & lasts)
        within = Q(bracket_to__lte=last, bracket_from__gte=first)
    own &= ~_UNDATED
    return own | (_UNDATED & _BRACKETED & within) if shaped else own


def certainly_within_q(span: Span) -> Q:
    """Records all of whose possible days lie within the outer days of `span`."""
    return Q(begin_earliest__gte=span.bounds[0], end_latest__lte=span.bounds[3])


def disputed_q() -> Q:
    """Records about which sources disagree."""
    return Q(disputed=True)


def uncited_q() -> Q:
    """Records without a published claim."""
    return Q(published_claims=0)


def by_source_q(*slugs: str) -> Q:
    """Events of which one of these sources says something, of itself, its people or its relations."""
    claims = apps.get_model("timeline", "Claim").objects.published().filter(source__slug__in=slugs)
    condition = Q()
    for column in ("event", "participation__event", "relation__from_event"):
        told = claims.filter(**{f"{column}__isnull": False})
        condition |= Q(pk__in=told.values(column))
    return condition


def marches_by_source_q(*slugs: str) -> Q:
    """Movements of which one of these sources says something, of itself, its legs or its people."""
    claims = apps.get_model("timeline", "Claim").objects.published().filter(source__slug__in=slugs)
    condition = Q()
    for column in ("movement", "leg__movement", "participation__movement"):
        condition |= Q(pk__in=claims.filter(**{f"{column}__isnull": False}).values(column))
    return condition


def told_overlapping_q(source: str, span: Span, certainty: str = CERTAINLY) -> Q:
    """Events that by the literal dates of one source share a day with `span`: as a whole, or from a
    beginning before its last day to an end after its first."""
    first, last = span.bounds[0], span.bounds[3]
    dates = (
        apps.get_model("timeline", "Claim")
        .objects.published()
        .filter(source__slug=source, attribute="date", event__isnull=False)
    )
    possibly = certainty == POSSIBLY
    begun, ending = ("begin_earliest", "end_latest") if possibly else ("begin_latest", "end_earliest")
    whole = dates.filter(edge__in=("", "on"), **{f"{begun}__lte": last, f"{ending}__gte": first})
    begins = dates.filter(edge="begin", **{f"{begun}__lte": last})
    ends = dates.filter(edge="end", **{f"{ending}__gte": first})
    return Q(pk__in=whole.values("event")) | (Q(pk__in=begins.values("event")) & Q(pk__in=ends.values("event")))


def of_event_q(*slugs: str) -> Q:
    """Claims about one of these events: itself, its people or its relations."""
    return Q(event__slug__in=slugs) | Q(participation__event__slug__in=slugs) | Q(relation__from_event__slug__in=slugs)


def of_movement_q(*slugs: str) -> Q:
    """Claims about one of these movements: itself, its legs or its people."""
    return Q(movement__slug__in=slugs) | Q(leg__movement__slug__in=slugs) | Q(participation__movement__slug__in=slugs)


def by_bearer_q(subject: str, bearer: str, *slugs: str, told_by: str = "") -> Q:
    """Records in which one of these persons, forces or sides (`bearer`) takes part.

    `subject` is event or movement; the movers of a movement count too. `told_by` is the slug of a
    source that must say so.
    """
    taking_part = apps.get_model("timeline", "Participation").objects.filter(
        **{f"{bearer}__slug__in": slugs, f"{subject}__isnull": False}
    )
    if told_by:
        claims = apps.get_model("timeline", "Claim").objects.published().filter(source__slug=told_by)
        taking_part = taking_part.filter(pk__in=claims.filter(participation__isnull=False).values("participation"))
    condition = Q(pk__in=taking_part.values(subject))
    if subject == "movement":
        movers = apps.get_model("timeline", "Mover").objects.filter(**{f"{bearer}__slug__in": slugs})
        condition |= Q(pk__in=movers.values("movement"))
    return condition


def in_box_q(west: float, south: float, east: float, north: float) -> Q:
    """Events whose point lies within the box or on its edge."""
    return Q(lat__gte=south, lat__lte=north, lon__gte=west, lon__lte=east)


def near_q(lat: float, lon: float, radius_km: float) -> Q:
    """The box that holds every point within the radius: narrow with it before measuring."""
    north = math.degrees(radius_km / EARTH_RADIUS_KM)
    if abs(lat) + north >= 90:
        return Q(lat__gte=lat - north, lat__lte=lat + north)
    east = math.degrees(math.asin(min(1.0, math.sin(math.radians(north)) / math.cos(math.radians(lat)))))
    if abs(lon) + east > 180:
        return Q(lat__gte=lat - north, lat__lte=lat + north)
    return in_box_q(lon - east, lat - north, lon + east, lat + north)


def distance_km(lat: float, lon: float) -> Func:
    """The great-circle distance of a record's point, as an expression: the spherical law of cosines."""
    here = math.radians(lat)
    cosine = Value(math.sin(here)) * Sin(Radians(F("lat"))) + Value(math.cos(here)) * Cos(Radians(F("lat"))) * Cos(
        Radians(F("lon")) - Value(math.radians(lon))
    )
    return ACos(Least(cosine, Value(1.0))) * Value(EARTH_RADIUS_KM)


class DatedQuerySet(PublishedQuerySet):
    """Records with days, claims and disagreements."""

    shaped = True
    subject = "event"

    def overlapping(self, span: Span, certainty: str = CERTAINLY):
        return self.filter(overlapping_q(span, certainty, shaped=self.shaped))

    def certainly_within(self, span: Span):
        return self.filter(certainly_within_q(span))

    def disputed(self):
        return self.filter(disputed_q())

    def uncited(self):
        return self.filter(uncited_q())

    def by_force(self, *slugs: str):
        return self.filter(by_bearer_q(self.subject, "force", *slugs))


class EventQuerySet(DatedQuerySet):
    """Events."""

    def near(self, lat: float, lon: float, radius_km: float):
        near = self.filter(near_q(lat, lon, radius_km), lat__isnull=False)
        return near.alias(away_km=distance_km(lat, lon)).filter(away_km__lte=radius_km)


class MovementQuerySet(DatedQuerySet):
    """Movements; they are always a stretch of days."""

    shaped = False
    subject = "movement"


def _at_most(column: str, day: int) -> Q:
    return Q(**{f"{column}__lte": day}) | Q(**{f"{column}__isnull": True})


def _at_least(column: str, day: int) -> Q:
    return Q(**{f"{column}__gte": day}) | Q(**{f"{column}__isnull": True})
