"""Finds what a claim says something of that is decided as one: the rivals, and how a decision names it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.db.models import QuerySet

from timeline.allegiances import SINGLE_ROLES, on_two_sides, two_in_one_role
from timeline.models import Claim, Participation
from timeline.models.vocabulary import Publication
from timeline.statements import taking_part

# The ends that are weighed against each other, by the name a decision knows them under.
_WEIGHED = {
    "date": {"on": ("", "on"), "begin": ("begin", "departs"), "end": ("end", "arrives")},
    "place": {"": ("", "at"), "from": ("from",), "to": ("to",), "via": ("via",)},
}
_NUMBERS = ("strength", "casualties")
# What a claim by itself shows to be decidable.
BY_ATTRIBUTE = ("date", "place", "duration", *_NUMBERS, "sequence", "outcome")
# Decided of the whole event or march: on which side somebody stood, and who had a role that only one can have.
OF_PARTS = ("side", "participant")
DECIDABLE = (*BY_ATTRIBUTE, *OF_PARTS)


@dataclass(frozen=True, slots=True)
class Matter:
    """What a decision is about: `subject`, an attribute of it, an end; `claims` are what may be preferred."""

    subject: models.Model
    attribute: str
    edge: str
    claims: QuerySet


def matter_of(claim: Claim) -> Matter | None:
    """What is decided where a claim is preferred, or None where nothing is: routes are not weighed, and who took
    part is decided only where the published claims contradict each other.
    """
    if claim.attribute in BY_ATTRIBUTE:
        edge, edges = ends_of(claim)
        same = Claim.objects.filter(attribute=claim.attribute, edge__in=edges, **{claim.subject_type: claim.subject})
        if claim.attribute in _NUMBERS:
            same = same.filter(unit=claim.unit)
        published = same.filter(publication=Publication.PUBLISHED)
        return Matter(claim.subject, claim.attribute, edge, published | Claim.objects.filter(pk=claim.pk))
    if claim.participation_id is None:
        return None
    whole = claim.participation.subject
    for attribute, keys in _divided(whole.participations.all()).items():
        if claim.key in keys:
            return Matter(whole, attribute, "", Claim.objects.filter(key__in=keys))
    return None


def ends_of(claim: Claim) -> tuple[str, tuple[str, ...]]:
    """How a decision names what it is about, and the ends of the claims that it decides between."""
    found = _WEIGHED.get(claim.attribute, {"": (claim.edge,)})
    return next((name, edges) for name, edges in found.items() if claim.edge in edges)


def divided_claims(participations: QuerySet) -> set[str]:
    """The keys of the claims by which these participations contradict each other; two queries at most."""
    return {key for keys in _divided(participations).values() for key in keys}


def _divided(participations: QuerySet[Participation]) -> dict[str, tuple[str, ...]]:
    """By what is in dispute of who took part: the keys of all claims in dispute."""
    rows = list(participations.select_related("person", "force"))
    if not any(row.side_id or row.role in SINGLE_ROLES for row in rows):
        return {}
    told: dict[int, list[str]] = {}
    published = Claim.objects.published().filter(participation__in=rows).order_by("source", "number", "key")
    for part, key in published.values_list("participation", "key"):
        told.setdefault(part, []).append(key)
    parts = taking_part(rows, told)
    found = {"side": on_two_sides(parts), "participant": two_in_one_role(parts)}
    return {attribute: _keys(clashes) for attribute, clashes in found.items() if clashes}


def _keys(clashes: Iterable) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for clash in clashes for key in clash.claims))
