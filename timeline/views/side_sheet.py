"""Serves the style sheet of the sides as a file named by its content."""

from django.http import HttpResponse
from django.shortcuts import redirect

from timeline.kept_copies import named_by_content
from timeline.revision import data_stamp
from timeline.side_sheet import sheet, sheet_address
from timeline.views.reading_only import reading_only


@reading_only
def side_sheet(request, digest: str):
    """The sheet under its own name, immutable; an old name is sent on to the one of today."""
    state, _latest = data_stamp()
    today, text = sheet(state)
    if digest != today:
        moved = redirect(sheet_address(state))
        # The name of today is not the name of tomorrow: nobody may keep this answer.
        moved["Cache-Control"] = "no-store"
        return moved
    response = HttpResponse(text, content_type="text/css; charset=utf-8")
    return named_by_content(request, response, digest)
