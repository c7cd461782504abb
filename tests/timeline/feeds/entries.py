"""Makes entries of the read model by hand, for tests of writers: no database behind them."""

from dataclasses import replace
from datetime import UTC, datetime

from chronology.edtf import parse_edtf
from chronology.spans import Shape
from timeline.chronicle.entries import ClaimEntry, DisputeEntry, EventEntry, Participant
from timeline.chronicle.values import Citation, PlaceMention, Reading, Reference, When

CHANGED = datetime(2026, 3, 4, 5, 6, 7, 890, tzinfo=UTC)
SCRIPT = "</script><script>window.hostileRan = 1</script><img src=x onerror='window.hostileRan = 2'>\"'>"
ESCAPED = "&lt;img src=x onerror='window.hostileRan = 3'&gt; &amp;lt;svg onload='window.hostileRan = 4'&amp;gt;"
ADDRESS = "see www.x'onmouseover='window.hostileRan=5'style='position:fixed;inset:0'y and http://x.example/'\"onclick=1"
MARKS = "\u202e\u2067abc\u2066 تهران \u200f\u200e\u202d"
LINES = "first\r\nBEGIN:VEVENT\nthird\rfourth\u2028fifth\u0085sixth\x0b7\x0c8"
CONTROLS = "a\x00b\x01c\x08d\x1be\x7ff\x9fg\ufffeh\uffffi\tj"
FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", '=HYPERLINK("http://x.example","y")', "'=1", "-5", "+7.5")
HOSTILE = (SCRIPT, ESCAPED, ADDRESS, MARKS, LINES, CONTROLS, *FORMULAS, "W" * 10_000, "\\;,:\"'", "]]>", "%0d%0a")


def when(edtf: str, *, as_printed: str = "", calendar: str = "gregorian") -> When:
    """A date out of EDTF; "" is none."""
    shape = Shape.SPAN if "/" in edtf else Shape.INSTANT
    if not edtf:
        return When(shape.value, None)
    span = parse_edtf(edtf, shape)
    return When(shape.value, span, edtf, as_printed or edtf, calendar, "single")


def place(name: str = "Tehran", **fields) -> PlaceMention:
    """A place with a point."""
    values = {"id": "tehran", "names": {"fa": "تهران"}, "kind": "city", "lat": 35.69, "lon": 51.42}
    return PlaceMention(**{"name": name, "uncertainty_km": 4.0, "relation": "at", **values, **fields})


def claim(number: int = 1, edtf: str = "1909-07-13", *, source: str = "Browne", **fields) -> ClaimEntry:
    """What a source says of the event's date."""
    subject = Reference("event", "capture", "Capture", "/events/capture/")
    text = f"{source}, p. {number}"
    values = {
        "id": f"source-{number}",
        "url": f"/claims/source-{number}/",
        "subject": subject,
        "of": subject,
        "attribute": "date",
        "attribute_label": "date",
        "edge": "on",
        "as_printed": edtf,
        "calendar": "gregorian",
        "face": Reading("date", when=when(edtf)),
        "interpreted": None,
        "certainty": "",
        "certainty_label": "",
        "note": "",
        "gap": "",
        "relative_to": None,
        "accepted": True,
        "citation": Citation(f"source-{number}", source, "", None, str(number), text),
        "modified": CHANGED,
    }
    return ClaimEntry(**values | fields)


def event(slug: str = "capture", edtf: str = "1909-07-13", **fields) -> EventEntry:
    """An event that happened at Tehran, with one claim."""
    values = {
        "id": slug,
        "url": f"/events/{slug}/",
        "atlas": "revolution",
        "title": slug.replace("-", " ").title(),
        "title_fa": "",
        "summary": "They enter the city.",
        "kind": "battle",
        "kind_label": "battle",
        "theatre": "tehran",
        "theatre_label": "Tehran",
        "status": "happened",
        "status_label": "happened",
        "sides": ("royalists",),
        "importance": 3,
        "position": 1,
        "published_on": CHANGED,
        "modified": CHANGED,
        "when": when(edtf),
        "bracket": None,
        "place": place(),
        "lat": 35.69,
        "lon": 51.42,
        "uncertainty_km": 4.0,
        "people": (),
        "forces": (),
        "relations": (),
        "related_by": (),
        "movements": (),
        "claims": (claim(1, edtf or "1909"),),
        "disputed": False,
        "disputes": (),
    }
    return EventEntry(**values | fields)


def disputed(slug: str = "entry", *dates: tuple[str, str]) -> EventEntry:
    """An event of which each source gives another date: ("1909-07-13", "Browne") …"""
    dates = dates or (("1909-07-13", "Browne"), ("1909-07-16", "Kasravi"))
    claims = tuple(claim(number, edtf, source=source) for number, (edtf, source) in enumerate(dates, 1))
    dispute = DisputeEntry(f"{slug}:date", "date", "", "open", tuple(each.id for each in claims))
    return event(slug, dates[0][0], claims=claims, disputed=True, disputes=(dispute,))


def hostile() -> list[EventEntry]:
    """Events every text of which is one of what breaks formats."""
    made = []
    for number, text in enumerate(HOSTILE):
        who = Participant(Reference("person", "who", text, "/people/who/"), "other", text, "royalists", ())
        base = disputed(f"hostile-{number}", ("1909-07-13", text), ("1909-07-16", f"{text}!"))
        made.append(
            replace(
                base,
                title=text,
                title_fa=text,
                summary=text,
                theatre_label=text,
                kind_label=text,
                sides=(text,),
                place=place(text, relation="near"),
                people=(who,),
                forces=(who,),
                when=replace(base.when, as_printed=text),
            )
        )
    return made
