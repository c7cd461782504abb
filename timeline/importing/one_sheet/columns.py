"""The columns of the one sheet, and what else they may be called."""

from geo.folding import fold

DATES = ("Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date")
MEDIA = ("Media", "Media Credit", "Media Caption", "Media Thumbnail")
TIMELINEJS = (*DATES, "Headline", "Text", *MEDIA, "Type", "Group", "Background")
OURS = (
    "Place", "Lat", "Lon", "Uncertainty km", "Source", "Locator", "Calendar", "Theatre", "Side", "Kind",
    "Importance", "Slug",
)  # fmt: skip
# Whole dates in one cell, as older sheets and other formats have them.
WHOLE = ("Date", "End Date", "EDTF")
COLUMNS = (*TIMELINEJS, *OURS)
# TimelineJS shows these; an atlas has no place for them.
NOT_HELD = (*MEDIA, "Background")

_ALSO = {
    "Date": ("start date", "start", "begin", "تاریخ"),
    "End Date": ("end",),
    "Year": ("start year", "سال"),
    "Month": ("start month", "ماه"),
    "Day": ("start day", "روز"),
    "Time": ("start time", "ساعت"),
    "Display Date": ("date as printed", "as printed"),
    "Headline": ("title", "event", "عنوان"),
    "Text": ("description", "summary", "body", "شرح", "متن"),
    "Media Credit": ("credit",),
    "Media Caption": ("caption",),
    "Media Thumbnail": ("thumbnail",),
    "Group": ("tag",),
    "Place": ("location", "place name", "مکان", "محل"),
    "Lat": ("latitude", "عرض جغرافیایی"),
    "Lon": ("longitude", "long", "lng", "طول جغرافیایی"),
    "Uncertainty km": ("uncertainty",),
    "Source": ("reference", "citation", "منبع"),
    "Locator": ("page", "pages", "صفحه"),
    "Calendar": ("گاه شماری", "تقویم"),
    "Theatre": ("theater", "lane"),
    "Side": ("party",),
}


def folded(header: str) -> str:
    """A header without case, spaces and marks, as it is compared."""
    return fold(header).replace(" ", "")


NAMES: dict[str, str] = {
    folded(name): column for column in (*COLUMNS, *WHOLE) for name in (column, *_ALSO.get(column, ()))
}


def columns_of(header) -> dict[str, int]:
    """Return our column -> its index in the header; of two that mean the same the first stands."""
    found: dict[str, int] = {}
    for index, name in enumerate(header):
        column = NAMES.get(folded(name[:80]))
        if column is not None:
            found.setdefault(column, index)
    return found


def is_header(cells) -> bool:
    """Whether a row is the header of this layout: a headline, and a date or a place beside it."""
    found = columns_of(cells)
    return "Headline" in found and bool({"Year", "Date", "EDTF", "Display Date", "Place", "Type"} & found.keys())
