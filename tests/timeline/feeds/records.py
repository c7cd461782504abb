"""An atlas that has what formats find hard: unknown ends, open days, the 180th meridian, text that means harm."""

from tests.factories import (
    make_claim,
    make_event,
    make_force,
    make_movement,
    make_participation,
    make_person,
    make_place,
    make_side,
    make_source,
)
from timeline.models import Name

SCRIPT = "</script><script>alert('x')</script>]]><img src=x onerror=alert(1)>&amp;"
FORMULA = '=HYPERLINK("https://example.org","+1")'
DIRECTION = "right\u202eto\u2066left\u200f"
LINES = "one\ntwo\r\nthree\u2028four\ttab"
CONTROLS = "bell\x07 escape\x1b feed\x0c none\ufffe end"
HOSTILE = (SCRIPT, FORMULA, DIRECTION, LINES, CONTROLS)


def write_hard_records(atlas) -> None:
    """Write them into an empty atlas."""
    source = make_source("browne", title="Browne", issued="1910-05")
    country = make_place("persia", name="Persia", kind="country", latitude=None, longitude=None)
    tabriz = make_place(
        "tabriz", name="Tabriz", names={"fa": "تبریز"}, latitude=38.0800000001, longitude=46.2919, uncertainty_km=8,
        parent=country, gazetteer_id="geonames:113646",
    )  # fmt: skip
    Name.objects.create(place=tabriz, text="Tauris", language="en", kind="printed", period="[..1736]", source=source)
    islands = (make_place("attu", latitude=52.9, longitude=173.2), make_place("adak", latitude=51.9, longitude=-176.6))
    make_event(atlas, "day", on="1909-07-13", place=tabriz, source=source, title_fa="روز", disputed=True)
    make_event(atlas, "month", on="1909-07", place=tabriz, source=source)
    make_event(atlas, "year", on="1909", place=tabriz, source=source, status="planned")
    make_event(atlas, "early", on="0622", place=tabriz, source=source)
    make_event(atlas, "some-day", on="[1909-07-13..1909-07-17]", place=tabriz, source=source)
    make_event(atlas, "lasting", on="1908-06/1909-04", place=tabriz, source=source)
    make_event(atlas, "open", on="../1909-04", shape="span", place=tabriz, source=source)
    make_event(atlas, "ongoing", on="1909-04/..", shape="span", source=source)
    make_event(atlas, "undated", source=source)
    strong = {"inferred": False, "strength_low": 300, "strength_unit": "men", "strength_printed": "300 men"}
    make_movement(
        atlas, "march", title="The march", force=make_force("volunteers"),
        legs=(
            (tabriz, make_place("rasht", latitude=37.28, longitude=49.58), "1909-05-01", "1909-05-10",
             {"via": [make_place("zanjan", latitude=36.67, longitude=48.48)], **strong}),
            (None, tabriz, "", "1909-05-20", {"inferred": True, "status": "planned"}),
            (tabriz, tabriz, "", ""),
        ),
    )  # fmt: skip
    make_movement(atlas, "voyage", legs=((*islands, "1909-06-01", "1909-06-03"),))
    make_movement(atlas, "legless", status="abandoned")
    for number, text in enumerate(HOSTILE):
        make_event(atlas, f"hostile-{number}", on="1909-07-13", title=text, title_fa=text, summary=text, place=tabriz)
        claim = make_claim(source=make_source(title=text), event=atlas.events.get(slug=f"hostile-{number}"), note=text)
        claim.as_printed = text[:200]
        claim.save()
        event = claim.event
        make_participation(event=event, person=make_person(name=text[:200]), side="constitutionalists")
        place = make_place(f"hostile-{number}", name=text[:200], basis=text)
        make_movement(atlas, f"hostile-{number}", title=text, summary=text, legs=((tabriz, place, "1909-07-01", ""),))
    make_side(atlas, "royalists", colour="#79629F")
