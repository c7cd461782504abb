"""Makes an atlas in which a record of every sort has a history to come."""

from itertools import pairwise

from tests.factories import (
    make_atlas,
    make_event,
    make_movement,
    make_participation,
    make_person,
    make_place,
    make_relation,
)
from timeline.models import Decision, Interpretation
from timeline.resolving import resolve_atlas


def make_battle() -> None:
    """A battle with all that may belong to an event, a march of three legs, and a person with two names."""
    atlas = make_atlas()
    city = make_place("city", names={"en": "City"})
    khan = make_person("khan", names={"en": "Khan", "fa": "خان"})
    battle = make_event(atlas, "battle", on="1909-07-13", place=city)
    siege = make_event(atlas, "siege", on="1909-07-10", claims=2)
    make_participation(event=battle, person=khan)
    make_relation(battle, "after", siege)
    claim = battle.claims.get(attribute="date")
    Interpretation.objects.create(
        claim=claim, method="other", value="1909-07-13", reason="So.", by="A", on="2026-01-01"
    )
    Decision.objects.create(
        atlas=atlas, event=siege, attribute="date", edge="on", claim=siege.claims.first(), reason="So.", by="A",
        on="2026-01-01",
    )  # fmt: skip
    stops = [make_place(name) for name in ("one", "two", "three", "four")]
    legs = tuple((a, b, "", "", {"via": (city,)}) for a, b in pairwise(stops))
    make_movement(atlas, "march", event=battle, legs=legs)
    resolve_atlas(atlas)
