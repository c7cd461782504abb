"""The tables of claims, of what editors hold them to mean, and of what editors decided."""

from timeline.models import Claim, Decision, Interpretation, Source
from timeline.models.claims import SUBJECTS
from timeline.models.vocabulary import (
    Attribute,
    Certainty,
    ClaimCalendar,
    Edge,
    Outcome,
    PlaceRelation,
    ReadingMethod,
)
from timeline.seeding import cells as read
from timeline.seeding.sheet import Cells, Sheet


def _subject(cells: Cells) -> dict:
    kind = cells.row["subject_type"]
    if kind not in SUBJECTS:
        cells.wrong("subject_type", f"“{kind}” is not one of {', '.join(SUBJECTS)}.")
        return {}
    return {**dict.fromkeys(SUBJECTS), kind: cells.record("subject", kind, needed=True)}


def _atlas_slug(subject) -> str:
    holder = subject
    for step in ("movement", "event", "from_event"):
        holder = getattr(holder, step, None) or holder if not hasattr(holder, "atlas") else holder
    return holder.atlas.slug


def _claim(cells: Cells) -> dict:
    subject = _subject(cells)
    named = next((record for record in subject.values() if record is not None), None)
    winner = cells.row["winner"]
    key = cells.text("key", read.slug) or ""
    stem, _hyphen, number = key.rpartition("-")
    source = cells.record("source", "source", needed=True)
    if not number.isdigit() or not _is_of(source, stem, cells):
        cells.wrong("key", f"“{key}” is not the source's slug, a hyphen and a number.")
    return {
        **subject,
        "key": key,
        "number": int(number) if number.isdigit() else 0,
        "source": source,
        "section": cells.text("section"),
        "paragraph": cells.text("paragraph", read.integer),
        "sentence": cells.text("sentence", read.integer),
        "page": cells.text("page"),
        "attribute": cells.text("attribute", read.chosen, choices=Attribute),
        "edge": cells.text("edge", read.chosen, choices=Edge, empty=True),
        "as_printed": cells.text("as_printed"),
        "calendar": cells.text("calendar", read.chosen, choices=ClaimCalendar, empty=True),
        "face": cells.text("face"),
        "supplied": cells.text("supplied", read.listed),
        "low": cells.text("low", read.decimal),
        "high": cells.text("high", read.decimal),
        "unit": cells.text("unit"),
        "qualifier": cells.text("qualifier"),
        "parts": cells.text("parts", read.listed),
        **_whereabouts(cells),
        "outcome": cells.text("outcome", read.chosen, choices=Outcome, empty=True),
        "winner": cells.record("winner", "side", f"{_atlas_slug(named)}/{winner}") if winner and named else None,
        "offset_low": cells.text("offset_low", read.integer),
        "offset_high": cells.text("offset_high", read.integer),
        "certainty": cells.text("certainty", read.chosen, choices=Certainty),
        "gap": cells.text("gap"),
        "note": cells.text("note"),
    }


def _is_of(source: Source | None, stem: str, cells: Cells) -> bool:
    """Whether a key may begin so: with the slug of its source, or with one that the source had when it was given."""
    if not stem or stem == cells.row["source"] or source is None:
        return bool(stem)
    return cells.registry.leads("source", stem) in (None, source)


def _whereabouts(cells: Cells) -> dict:
    places = cells.row["place"]
    if cells.row["attribute"] == "route":
        passed = [cells.record("place", "place", slug) for slug in read.listed(places)]
        # A route keeps slugs: those that its places have now.
        route = [place.slug for place in passed if place is not None]
        return {"place": None, "place_relation": "", "place_2": None, "route": route}
    return {
        "place": cells.record("place", "place"),
        "place_relation": cells.text("place_relation", read.chosen, choices=PlaceRelation, empty=True),
        "place_2": cells.record("place_2", "place"),
        "route": [],
    }


def _hanging(cells: Cells) -> dict:
    kind, _, key = cells.row["relative_to"].partition(":")
    if kind not in ("", "claim", "event"):
        cells.wrong("relative_to", f"“{cells.row['relative_to']}” is neither claim:<key> nor event:<slug>.")
        return {}
    return {
        "relative_to_claim": cells.record("relative_to", "claim", key) if kind == "claim" else None,
        "relative_to_event": cells.record("relative_to", "event", key) if kind == "event" else None,
    }


def _judged(cells: Cells) -> dict:
    cells.text("on", read.day)
    return {
        "reason": cells.text("reason", read.required),
        "by": cells.text("by", read.required),
        "on": cells.text("on", read.required),
    }


def _interpretation(cells: Cells) -> dict:
    cells.text("value", read.edtf)
    return {
        "claim": cells.record("claim", "claim", needed=True),
        "method": cells.text("method", read.chosen, choices=ReadingMethod),
        "value": cells.text("value", read.required),
        "arithmetic": cells.text("arithmetic"),
        **_judged(cells),
    }


def _decision(cells: Cells) -> dict:
    preferred = cells.text("claim", read.required)
    return {
        "atlas": cells.record("atlas", "atlas", needed=True),
        **_subject(cells),
        "attribute": cells.text("attribute", read.chosen, choices=Attribute),
        "edge": cells.text("edge", read.chosen, choices=Edge, empty=True),
        "claim": None if preferred == "undecidable" else cells.record("claim", "claim", needed=True),
        **_judged(cells),
    }


def _decision_key(row) -> str:
    return "|".join(row[part] for part in ("subject_type", "subject", "attribute", "edge"))


def _decision_identity(decision: Decision) -> str:
    kind = next(name for name in SUBJECTS if getattr(decision, f"{name}_id"))
    subject = getattr(decision, kind)
    key = subject.slug if kind in ("event", "movement") else subject.key
    return "|".join((kind, key, decision.attribute, decision.edge))


CLAIMS = (
    Sheet(
        "claims.csv",
        ("key", "source", "section", "paragraph", "sentence", "page", "subject_type", "subject",
         "attribute", "edge", "as_printed", "calendar", "face", "supplied", "low", "high", "unit",
         "qualifier", "parts", "place", "place_relation", "place_2", "outcome", "winner", "relative_to",
         "offset_low", "offset_high", "certainty", "gap", "note"),
        Claim, "claim", lambda row: row["key"], lambda claim: claim.key, _claim, links=_hanging,
    ),
    Sheet(
        "interpretations.csv", ("claim", "method", "value", "arithmetic", "reason", "by", "on"),
        Interpretation, "interpretation", lambda row: row["claim"],
        lambda interpretation: interpretation.claim.key, _interpretation, related=("claim",),
    ),
    Sheet(
        "decisions.csv",
        ("atlas", "subject_type", "subject", "attribute", "edge", "claim", "reason", "by", "on"),
        Decision, "decision", _decision_key, _decision_identity, _decision,
        related=("event", "movement", "leg__movement", "participation", "relation"),
    ),
)  # fmt: skip
