"""Plans how two places become one, so that every name, claim and march of either is kept."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from geo.scripts import script_of, usual_language
from timeline.models.vocabulary import NameKind
from timeline.rearranging.place_holdings import HeldName, PlaceHoldings
from timeline.rearranging.plan import Draft, Plan, Refused, Row
from timeline.rearranging.redirects import leave_redirect


def plan_place_merge(kept: PlaceHoldings, gone: PlaceHoldings, values: Mapping[str, object] | None = None) -> Plan:
    """Return the plan by which `gone` becomes part of `kept`; pure.

    values: columns of the kept place that an editor took from the other. Raises Refused where they can't be
    one place.
    """
    refuse_unfit_places(kept, gone)
    draft = Draft()
    values = {**(values or {}), **parent_afterwards(kept, gone, values or {})}
    if values:
        draft.change(kept.place.row, **values)
    _merge_names(draft, kept, gone, str(values.get("name", kept.place.name)))
    _merge_claims(draft, kept, gone)
    _merge_legs(draft, kept, gone)
    for part in gone.parts:
        if part != kept.place.key:
            draft.change(Row("place", part), parent_id=kept.place.key)
    leave_redirect(draft, "place", (*gone.former, *kept.former), kept=kept.place.slug, gone=gone.place.slug)
    draft.remove(gone.place.row)
    return draft.finished("merge", None, (kept.place.subject, gone.place.subject))


def refuse_unfit_places(kept: PlaceHoldings, gone: PlaceHoldings) -> None:
    """Raise Refused with a sentence where the two can't be one place."""
    names = {"kept": kept.place.name[:200], "gone": gone.place.name[:200]}
    if kept.place.key == gone.place.key:
        raise Refused(_("A place can't be merged with itself: choose two places."), "same_place")
    if gone.place.published and not kept.place.published:
        raise Refused(
            _(
                "“%(gone)s” is published and “%(kept)s” is not, so readers would find nothing:"
                " keep “%(gone)s”, or publish “%(kept)s” first."
            )
            % names,
            "hides_published",
        )
    apart = told_apart(kept, gone)
    if apart:
        raise Refused(
            _(
                "“%(kept)s” and “%(gone)s” are told apart by %(who)s: what leads from one to the other, or lies"
                " between them, can't do so within one place. Change that first, or leave the two as they are."
            )
            % {**names, "who": "; ".join(apart[:8])},
            "told_apart",
        )


def told_apart(kept: PlaceHoldings, gone: PlaceHoldings) -> list[str]:
    """The claims and legs that name both, by what to call them."""
    both = {kept.place.key, gone.place.key}
    slugs = {kept.place.slug, gone.place.slug}
    claims = [claim.name for claim in gone.claims if {claim.place, claim.place_2} == both or slugs <= set(claim.route)]
    return claims + [leg.name for leg in gone.legs if both <= leg.places]


def parent_afterwards(kept: PlaceHoldings, gone: PlaceHoldings, values: Mapping[str, object]) -> dict[str, object]:
    """{"parent_id": …} where the kept place would otherwise come to lie in itself; {} where it stays as it is."""
    chosen = values.get("parent_id")
    if gone.place.key in kept.place.above or chosen == gone.place.key:
        above = [key for key in gone.place.above if key not in (kept.place.key, gone.place.key)]
        return {"parent_id": above[0] if above else None}
    return {}


def _merge_names(draft: Draft, kept: PlaceHoldings, gone: PlaceHoldings, main: str) -> None:
    known = {name.said for name in kept.names}
    preferred = {name.language for name in kept.names if name.kind == NameKind.PREFERRED}
    texts = {main, *(name.text for name in (*kept.names, *gone.names))}
    for name in gone.names:
        said = _lowered(name, preferred)
        if said in known:
            draft.remove(name.row)
            continue
        known.add(said)
        demoted = {} if said == name.said else {"kind": NameKind.PRINTED.value}
        draft.change(name.row, place_id=kept.place.key, **demoted)
    for text in dict.fromkeys((kept.place.name, gone.place.name)):
        if text in texts:
            continue
        script = script_of(text) or "Latn"
        draft.make(
            "name", text, place_id=kept.place.key, text=text, script=script, language=usual_language(script),
            kind=NameKind.PRINTED.value,
        )  # fmt: skip


def _lowered(name: HeldName, preferred: set[str]) -> tuple:
    """What the name says at the kept place, which has one preferred name in a language."""
    if name.kind == NameKind.PREFERRED and name.language in preferred:
        return name.text, name.language, NameKind.PRINTED.value, name.rest
    return name.said


def _merge_claims(draft: Draft, kept: PlaceHoldings, gone: PlaceHoldings) -> None:
    for claim in gone.claims:
        changes: dict[str, object] = {}
        if claim.place == gone.place.key:
            changes["place_id"] = kept.place.key
        if claim.place_2 == gone.place.key:
            changes["place_2_id"] = kept.place.key
        if gone.place.slug in claim.route:
            changes["route"] = [kept.place.slug if slug == gone.place.slug else slug for slug in claim.route]
        if changes:
            draft.change(claim.row, **changes)


def _merge_legs(draft: Draft, kept: PlaceHoldings, gone: PlaceHoldings) -> None:
    for leg in gone.legs:
        ends = {
            column: kept.place.key
            for column, place in (("start_id", leg.start), ("end_id", leg.end))
            if place == gone.place.key
        }
        if ends:
            draft.change(leg.row, **ends)
        for stop, place in leg.stops:
            if place == gone.place.key:
                draft.change(Row("legstop", stop), place_id=kept.place.key)
