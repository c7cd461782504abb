"""The sample spreadsheet that an atlas of one's own starts from."""

from django.utils.translation import gettext as _

from timeline.importing.one_sheet.columns import COLUMNS
from timeline.importing.one_sheet.spreadsheet import spreadsheet
from timeline.importing.table_files import csv_of

WIKIPEDIA, INVOLVEMENT = "Wikipedia, “Triumph of Tehran”", "Wikipedia, “Russian involvement”"
MAGAZINE, CLARK = "“Editor's Pick”, 1 March 2025", "Clark, Iranian Studies, 2006"


def sample_rows() -> list[dict[str, str]]:
    """A small atlas, true as far as it goes: two sources at odds, a bare year, a day of another calendar."""
    tehran = {"Place": "Tehran", "Lat": "35.6944", "Lon": "51.4215", "Theatre": "Tehran"}
    coup = {"Headline": "The Majlis is bombarded", "Kind": "coup", "Slug": "sample-majlis-bombarded", **tehran}
    entry = {"Headline": "Entry into Tehran", "Kind": "capture", "Slug": "sample-entry-into-tehran", **tehran}
    return [
        {
            "Type": "title",
            "Headline": _("A sample: Tehran, 1908 and 1909"),
            "Text": _("Replace these rows by your own. The title row names the atlas."),
        },
        {
            **_day("1908", "6", "23"), "End Year": "1909", "End Month": "7", "End Day": "13", "Type": "era",
            "Headline": "The Minor Tyranny", "Source": MAGAZINE,
        },
        {
            **coup, **_day("1908", "6", "23"), "Text": "Two sources, two days: rows of one slug are one event.",
            "Side": "Royalists", "Importance": "5", "Source": MAGAZINE, "Locator": "(lead)",
        },
        {**coup, **_day("1908", "6", "24"), "Source": INVOLVEMENT, "Locator": "Background"},
        {
            "Year": "1909", "Headline": "The siege of Tabriz is lifted", "Kind": "march", "Theatre": "Tabriz",
            "Text": "A year alone stays a year: it is never its first day.", "Place": "Tabriz", "Source": CLARK,
        },
        {
            **entry, **_day("1909", "7", "13"), "Display Date": "13 July 1909", "Side": "Constitutionalists",
            "Importance": "5", "Source": WIKIPEDIA, "Locator": "(lead)",
        },
        {
            **entry, **_day("1288", "4", "22"), "Display Date": "22 Tir 1288", "Calendar": "solar_hijri",
            "Text": "",
        },
    ]  # fmt: skip


def _day(year: str, month: str, day: str) -> dict[str, str]:
    return {"Year": year, "Month": month, "Day": day}


def sample_csv() -> bytes:
    """The sample as CSV, with the mark by which Excel knows UTF-8."""
    return b"\xef\xbb\xbf" + csv_of(COLUMNS, sample_rows())


def sample_workbook() -> bytes:
    """The sample as XLSX: the events, and a second sheet that explains the columns."""
    return spreadsheet(sample_rows())
