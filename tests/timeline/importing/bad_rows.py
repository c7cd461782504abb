"""A table of 300 claims with twenty bad rows, each bad in another way, and how each is mended."""

from dataclasses import dataclass

EVENTS = ("coup-of-1908", "entry-into-tehran")


@dataclass(frozen=True)
class Bad:
    """What a row has wrong: the cells that differ from a good row's, and the code it is refused with."""

    code: str
    cells: dict[str, str]


BAD = (
    Bad("cell_unfit", {"key": "book-of-classes-seven"}),
    Bad("nothing_of_that_name", {"source": "no-such-book"}),
    Bad("not_a_whole_number", {"paragraph": "three"}),
    Bad("cell_unfit", {"subject_type": "battle"}),
    Bad("nothing_of_that_name", {"subject": "no-such-event"}),
    Bad("not_in_the_vocabulary", {"attribute": "weather"}),
    Bad("not_in_the_vocabulary", {"edge": "during"}),
    Bad("edge_unfit", {"edge": "via"}),
    Bad("not_in_the_vocabulary", {"calendar": "mayan"}),
    Bad("bad_edtf", {"face": "July 1909"}),
    Bad("face_not_as_printed", {"face": "1909-07-14"}),
    Bad("date_missing", {"face": "", "as_printed": ""}),
    Bad("not_a_number", {"low": "many"}),
    Bad("range_reversed", {"low": "9", "high": "2"}),
    Bad("place_missing", {"attribute": "place", "edge": "at"}),
    Bad("nothing_of_that_name", {"place": "atlantis"}),
    Bad("not_in_the_vocabulary", {"certainty": "surely"}),
    Bad("cell_unfit", {"relative_to": "yesterday"}),
    Bad("anchor_missing", {"offset_low": "3"}),
    Bad("row_twice", {"key": "book-of-classes-1"}),
)


def good(number: int, source: str, events: tuple[str, ...]) -> dict[str, str]:
    """A row that can be brought in."""
    return {
        "key": f"{source}-{number}", "source": source, "paragraph": str(number), "subject_type": "event",
        "subject": events[number % len(events)], "attribute": "date", "edge": "on", "as_printed": "13 July 1909",
        "calendar": "gregorian", "face": "1909-07-13", "low": "", "high": "", "place": "", "relative_to": "",
        "offset_low": "", "certainty": "certain", "note": "=not a formula",
    }  # fmt: skip


def rows(source: str, events: tuple[str, ...], count: int = 300) -> list[dict[str, str]]:
    """As many rows, of which every fifteenth is bad in a way of its own."""
    table = [good(number, source, events) for number in range(1, count + 1)]
    for at, bad in enumerate(BAD):
        row = table[14 + at * 14]
        row.update({column: cell.replace("book-of-classes", source) for column, cell in bad.cells.items()})
    return table
