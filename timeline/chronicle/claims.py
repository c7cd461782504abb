"""Reads claims into entries, with citation, reading and what they hang on."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from django.db.models import Q

from geo.models import Place
from timeline import citations
from timeline.at_hand import read_together
from timeline.chronicle.claim_columns import with_joins
from timeline.chronicle.dating import stands, when_meant, when_of_claim
from timeline.chronicle.entries import ClaimEntry
from timeline.chronicle.labels import worded
from timeline.chronicle.literal_days import literally
from timeline.chronicle.references import reference
from timeline.chronicle.values import Anchor, Citation, Interpreted, PrintedDay, Reading, Reference
from timeline.fields import range_of, span_of
from timeline.models import Claim
from timeline.models.vocabulary import Attribute, Certainty, ReadingMethod
from timeline.resolution import UNDECIDABLE, UNDECIDED
from timeline.statements import place_statement, spot

NUMBERS = ("strength", "casualties", "duration")


def claims_by(*ways: Q):
    """The published claims that any of these conditions finds, with everything an entry needs; one query.

    Each way goes by an index of its own: joined by OR, they would have every claim there is looked at.
    """
    first, *others = (Claim.objects.order_by().filter(way).values("pk") for way in ways)
    return with_joins(Claim.objects.published()).filter(pk__in=first.union(*others))


def claim_entries(claims) -> tuple[ClaimEntry, ...]:
    """Entries of published claims; one query, and one for the names on the way of a route."""
    return _entries(claims.order_by("source__slug", "number", "key"))


@read_together(Claim, "key")
def _entries(claims) -> tuple[ClaimEntry, ...]:
    rows = list(with_joins(claims))
    stops = stop_names(rows)
    return tuple(claim_entry(claim, stops) for claim in rows)


def stop_names(claims: Iterable[Claim]) -> dict[str, str]:
    """The names of the places that routes name by slug; one query where there is a route."""
    slugs = {slug for claim in claims for slug in claim.route}
    return dict(Place.objects.filter(slug__in=slugs).values_list("slug", "name")) if slugs else {}


def claim_entry(claim: Claim, stops: Mapping[str, str] = MappingProxyType({})) -> ClaimEntry:
    """The entry of one claim whose joins are loaded; `stops` names the places of routes."""
    return literally(_resolved(claim, stops))


def _resolved(claim: Claim, stops: Mapping[str, str]) -> ClaimEntry:
    """The claim with the days that its columns hold, which follow what it hangs on as that is read."""
    interpretation = getattr(claim, "interpretation", None)
    return ClaimEntry(
        id=claim.key,
        url=claim.get_absolute_url(),
        subject=_subject(claim),
        of=_owner(claim),
        attribute=claim.attribute,
        attribute_label=worded(Attribute, claim.attribute),
        edge=claim.edge,
        as_printed=claim.as_printed,
        calendar=claim.calendar,
        face=_face(claim, stops),
        interpreted=_interpreted(claim, interpretation) if interpretation else None,
        certainty=claim.certainty,
        certainty_label=worded(Certainty, claim.certainty),
        note=claim.note,
        gap=claim.gap,
        relative_to=_anchor(claim),
        accepted=accepted(claim),
        citation=Citation(
            source=claim.source.slug,
            source_title=str(claim.source),
            section=claim.section,
            paragraph=claim.paragraph,
            page=claim.page,
            text=citations.claim_text(claim),
            witness=claim.source.witness,
        ),
        modified=claim.modified,
    )


def accepted(claim: Claim) -> bool | None:
    """Whether the literal value of a date or place claim agrees with what stands for its subject."""
    if claim.attribute == "date":
        return _date_accepted(claim)
    if claim.attribute == "place" and claim.event_id and claim.edge in ("", "at"):
        return _place_accepted(claim)
    return None


def _place_accepted(claim: Claim) -> bool | None:
    event = claim.event
    said = place_statement(claim)
    if said is None or event.place is None or event.place_rule in ("", UNDECIDED, UNDECIDABLE):
        return None if said is None or event.place is None else False
    stands_at = spot(event.place, event.place_relation, event.place_2)
    return said.faces[0].meet(stands_at) is not None


def _date_accepted(claim: Claim) -> bool | None:
    if claim.event_id:
        if claim.pk == claim.event.date_claim_id:
            return True
        return stands(span_of(claim), claim.edge, span_of(claim.event), claim.event.date_rule)
    if claim.leg_id and claim.edge in ("departs", "arrives"):
        said, standing = span_of(claim), range_of(claim.leg, claim.edge)
        # Where claims of a leg disagree and nothing is decided, all their days stand, and none of them alone.
        return None if said is None or standing is None else said.contains(standing)
    return None


def _subject(claim: Claim) -> Reference:
    kind, subject = claim.subject_type, claim.subject
    if kind in ("event", "movement"):
        return reference(subject)
    return Reference(kind, subject.key, str(subject), _owner(claim).url)


def _owner(claim: Claim) -> Reference:
    """The event or movement on whose page the claim stands."""
    kind, subject = claim.subject_type, claim.subject
    owners = {
        "leg": lambda: subject.movement,
        "participation": lambda: subject.subject,
        "relation": lambda: subject.from_event,
    }
    return reference(owners.get(kind, lambda: subject)())


def _face(claim: Claim, stops: Mapping[str, str]) -> Reading:
    if claim.attribute == "date":
        return Reading("date", when=when_of_claim(claim), supplied=tuple(claim.supplied))
    if claim.attribute == "place":
        return Reading(
            "place",
            place=_named(claim.place),
            relation=claim.place_relation,
            other=_named(claim.place_2),
            point=(claim.place.latitude, claim.place.longitude) if claim.place and claim.place.has_point else None,
        )
    if claim.attribute in NUMBERS:
        return Reading(
            "number",
            low=claim.low,
            high=claim.high,
            unit=claim.unit,
            qualifier=claim.qualifier,
            parts=tuple(claim.parts),
        )
    if claim.attribute == "route":
        named = tuple(stops.get(slug, slug) for slug in claim.route)
        return Reading("route", route=tuple(claim.route), stops=named)
    if claim.attribute == "outcome":
        return Reading("outcome", outcome=claim.outcome, winner=claim.winner.slug if claim.winner else "")
    if claim.participation_id:
        part = claim.participation
        return Reading(
            "participant",
            who=reference(part.who),
            role=part.role,
            side=part.side.slug if part.side else "",
            side_name=str(part.side or ""),
        )
    if claim.relation_id:
        return Reading("sequence", relation=claim.relation.kind, who=reference(claim.relation.to_event))
    if claim.attribute == "sequence":
        return Reading("sequence", low=claim.low, high=claim.high, unit=claim.unit)
    return Reading("")


def _interpreted(claim: Claim, interpretation) -> Interpreted:
    return Interpreted(
        reading=Reading("date", when=when_meant(claim, interpretation.value)),
        method=interpretation.method,
        method_label=worded(ReadingMethod, interpretation.method),
        value=interpretation.value,
        arithmetic=interpretation.arithmetic,
        reason=interpretation.reason,
        by=interpretation.by,
        on=interpretation.on,
    )


def _anchor(claim: Claim) -> Anchor | None:
    anchor = claim.relative_to_claim or claim.relative_to_event
    if anchor is None:
        return None
    said, interpretation = None, getattr(claim.relative_to_claim, "interpretation", None)
    if claim.relative_to_claim and claim.relative_to_claim.face:
        said = PrintedDay(anchor.as_printed, when_of_claim(anchor), tuple(anchor.supplied))
    meant = _interpreted(anchor, interpretation) if interpretation else None
    return Anchor(reference(anchor), claim.offset_low, claim.offset_high, said, meant)


def _named(record) -> Reference | None:
    return reference(record) if record else None


def keys_by(claims: Iterable[Claim], column: str) -> dict[int, tuple[str, ...]]:
    """The keys of claims grouped by one of their subject columns, `participation_id` and the like."""
    grouped: dict[int, list[str]] = {}
    for claim in claims:
        if (subject := getattr(claim, column)) is not None:
            grouped.setdefault(subject, []).append(claim.key)
    return {subject: tuple(keys) for subject, keys in grouped.items()}
