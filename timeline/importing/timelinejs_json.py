"""Reads the JSON of TimelineJS 3: its slides become the rows of the one sheet."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from timeline.importing.drafting import Draft, Spot
from timeline.importing.json_documents import as_written, list_in, object_in, read_json, records_of, text_of
from timeline.importing.known_names import Known
from timeline.importing.one_sheet.rows import row_of
from timeline.importing.one_sheet.staging import stage_rows
from timeline.importing.refusals import BadFile, BadRow
from timeline.importing.staged import Staged

_PARTS = {"year": "Year", "month": "Month", "day": "Day"}
_MEDIA = {"url": "Media", "credit": "Media Credit", "caption": "Media Caption", "thumbnail": "Media Thumbnail"}


def recognises(file: bytes, name: str) -> bool:
    """Whether the file is a timeline of TimelineJS 3."""
    try:
        events = read_json(file).get("events")
    except BadFile:
        return False
    return isinstance(events, list) and all(isinstance(each, dict) for each in events[:20]) and bool(events)


def read(file: bytes, name: str, answers: Mapping[str, str], known: Known) -> Staged:
    """Return the rows of the seed tables that a timeline comes to."""
    draft = Draft(known)
    try:
        document = read_json(file)
        slides = records_of(document, "events")
    except BadFile as bad:
        return bad.staged
    told = [(_("title"), "title", document["title"])] if object_in(document, "title") else []
    told += [(_("event %(number)d") % {"number": n}, "", slide) for n, slide in enumerate(slides, 1)]
    told += [(_("era %(number)d") % {"number": n}, "era", era) for n, era in enumerate(list_in(document, "eras"), 1)]
    rows = []
    for origin, kind, slide in told:
        try:
            rows.append(row_of(origin, _cells(slide, kind)))
        except BadRow as bad:
            draft.refuse(bad, Spot(origin, {"Text": as_written(slide)}))
    return stage_rows(rows, draft, name, answers)


def _cells(slide, kind: str) -> dict[str, str]:
    if not isinstance(slide, dict):
        raise BadRow("not_a_slide", _("This is no slide: it needs start_date and text."), str(slide)[:80])
    start, end = object_in(slide, "start_date"), object_in(slide, "end_date")
    return {
        **{column: text_of(start.get(part)) for part, column in _PARTS.items()},
        **{f"End {column}": text_of(end.get(part)) for part, column in _PARTS.items()},
        "Time": _time(start),
        "End Time": _time(end),
        "Display Date": text_of(slide.get("display_date")) or text_of(start.get("display_date")),
        "Headline": text_of(object_in(slide, "text").get("headline")),
        "Text": text_of(object_in(slide, "text").get("text")),
        **{column: text_of(object_in(slide, "media").get(part)) for part, column in _MEDIA.items()},
        "Background": text_of(object_in(slide, "background").get("url")),
        "Group": text_of(slide.get("group")),
        "Type": kind,
    }


def _time(date: dict) -> str:
    parts = [text_of(date.get(part)) for part in ("hour", "minute", "second")]
    return ":".join(part.zfill(2) for part in parts if part) if parts[0] else ""
