"""Merges, splits, moves and decides as an editor who has just looked at what there is."""

from timeline.models import Act, Claim, Decision, Event
from timeline.rearranging import acts
from timeline.rearranging.merging import rival_decisions
from timeline.rearranging.plan import Row
from timeline.rearranging.reading import claims_to_move, holdings_of
from timeline.rearranging.seen import written


def seen(*events: Event) -> str:
    return written(*(holdings_of(event).stamps for event in events))


def merge(kept: Event, gone: Event, **more) -> Act:
    rivals = rival_decisions(holdings_of(kept), holdings_of(gone))
    standing = [pair[0].key for pair in rivals]
    return acts.merge(kept.pk, gone.pk, seen=seen(kept, gone), by="Editor", standing=standing, **more)


def split(event: Event, chosen, slug: str = "part") -> Act:
    values = {"slug": slug, "title": "A part", "kind": "battle", "theatre_id": event.theatre_id}
    return acts.split(event.pk, chosen, values, seen=seen(event), by="Editor")


def move(claims, subject) -> Act:
    claims = claims_to_move([claim.pk for claim in claims])
    stamps = written(*acts.move_stamps(claims, subject))
    to = Row(subject._meta.model_name, subject.pk)
    return acts.move([claim.pk for claim in claims], to, seen=stamps, by="Editor")


def decide(event: Event, claim: Claim | None) -> Decision:
    return Decision.objects.create(
        atlas=event.atlas, event=event, attribute="date", edge="on", claim=claim, reason="So.", by="E", on="2026-01-01"
    )
