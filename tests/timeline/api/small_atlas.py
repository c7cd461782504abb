"""A small atlas in which every kind of record has one of its name, for tests that go through all addresses."""

from tests.factories import (
    make_atlas,
    make_claim,
    make_event,
    make_force,
    make_lesson,
    make_movement,
    make_participation,
    make_person,
    make_place,
    make_side,
    make_source,
)
from timeline.resolving import resolve_atlas


def small_atlas():
    """The atlas "revolution": a disputed capture, a march that led to it, a camp elsewhere that nobody disputes."""
    atlas = make_atlas()
    make_side(atlas, "royalists")
    wiki, witness = make_source("wiki"), make_source("witness")
    tehran = make_place("tehran", names={"fa": "تهران"})
    enzeli = make_place("enzeli", latitude=37.47, longitude=49.46, names={"en": "Bandar-e Anzalī"})
    make_place("unspoken", latitude=10.0, longitude=10.0)
    capture = make_event(atlas, "capture", on="1909-07-13", place=tehran, source=wiki)
    make_claim(event=capture, face="1909-07-17", edge="on", source=witness)
    make_event(atlas, "camp", on="1909-06-01", place=enzeli, source=wiki, kind="politics", theatre="gilan")
    cossacks, fighters = make_force("cossacks"), make_force("fighters")
    make_participation(event=capture, person=make_person("yeprem"), force=None, side="constitutionalists")
    march = make_movement(atlas, "march", force=fighters, legs=((enzeli, tehran, "1909-07-01", "1909-07-11"),))
    make_participation(movement=march, person=make_person("sardar"), force=None, role="commander")
    make_movement(
        atlas,
        "voyage",
        side="royalists",
        force=cossacks,
        status="planned",
        theatre="gilan",
        disputed=True,
        legs=((None, enzeli, "1909-05-01", "1909-05-02"),),
    )
    resolve_atlas(atlas)
    seen = {"state": "from=1909-07-01&to=1909-07-31&day=1909-07-13&at=event:capture", "claim": capture.claims.first()}
    make_lesson(atlas, "two-dates", steps=({"text": "Two sources, two days.", **seen}, {"question": "Which is it?"}))
    return atlas
