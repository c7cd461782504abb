"""The pages about the atlas: method, credits, and how to read it."""

from timeline.chronicle import source_entries
from timeline.models import Source
from timeline.pages.credits import data_credits, face_credits, program_credits
from timeline.pages.doubtful_dates import a_day_apart, doubtful_year, nine_days_apart
from timeline.pages.signs import sign_groups
from timeline.pages.worked_example import worked_example
from timeline.views.kept import page


@page("about")
def about(request, atlas):
    """What the atlas does with its sources, and whose work it stands on."""
    return "pages/about.html", {
        "sources": source_entries(Source.objects.published().order_by("title", "pk")),
        "data": data_credits(),
        "faces": face_credits(),
        "programs": program_credits(),
    }


@page("about")
def reading(request, atlas):
    """Every sign of the plate, and how one date becomes another."""
    return "pages/reading.html", {
        "groups": sign_groups(),
        "example": worked_example(),
        "ah": doubtful_year(),
        "day_apart": a_day_apart(),
        "nine_apart": nine_days_apart(),
    }
