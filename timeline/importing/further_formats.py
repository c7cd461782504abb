"""The formats of others: one sheet in the layout of TimelineJS, its JSON, Linked Places and GeoJSON."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.chronicle import event_entries
from timeline.chronicle.atlases import side_labels
from timeline.feeds import timelinejs
from timeline.feeds.geojson import written
from timeline.feeds.imprint import imprint_of
from timeline.importing import geojson, timelinejs_json
from timeline.importing.formats import XLSX, Format
from timeline.importing.knowing import known_of
from timeline.importing.known_names import Known
from timeline.importing.linked_places import reading as linked_places
from timeline.importing.linked_places import writing as linked_places_writing
from timeline.importing.one_sheet import exports, reading
from timeline.importing.one_sheet.bands import bands_of
from timeline.importing.staged import ATLAS, Reader, Staged
from timeline.importing.workbooks import is_workbook
from timeline.models import Atlas, Event
from timeline.models.vocabulary import Publication

Reads = Callable[[bytes, str, Mapping[str, str], Known], Staged]


def _knowing(read: Reads) -> Callable[[], Reader]:
    """A reader that looks up, each time it reads, what the atlas knows."""

    def reader() -> Reader:
        return lambda file, name, answers: read(file, name, answers, known_of(answers.get(ATLAS, "")))

    return reader


def write_geojson(atlas: Atlas) -> tuple[bytes, list[str]]:
    """Return the published events of an atlas as GeoJSON, and what it can't hold."""
    events = event_entries(Event.objects.filter(atlas=atlas, publication=Publication.PUBLISHED).order_by("order", "pk"))
    text = "".join(written(events, imprint_of([atlas])))
    losses = [
        _("Only published events are written, with the values that stand: atlas.zip holds every statement."),
        _("Movements, relations and periods are left out."),
    ]
    return text.encode(), losses


def write_slides(atlas: Atlas) -> tuple[bytes, list[str]]:
    """Return the published events of an atlas as slides of TimelineJS, and what they can't hold."""
    events = event_entries(Event.objects.filter(atlas=atlas, publication=Publication.PUBLISHED).order_by("order", "pk"))
    bands = bands_of(Atlas.objects.filter(pk=atlas.pk))
    slides = timelinejs.written(events, bands, imprint_of([atlas]), side_labels([atlas.pk]), whole=True)
    losses = [
        _("Only published, dated events are written, with the values that stand: atlas.zip holds every statement."),
        _("Places, sides, kinds, movements and relations are left out."),
    ]
    return "".join(slides).encode(), losses


FURTHER = (
    Format(
        "timelinejs.csv", gettext_lazy("One sheet, in the layout of TimelineJS (CSV)"),
        lambda file, name: not is_workbook(file) and reading.recognises(file, name),
        _knowing(reading.read), exports.write, "csv", "text/csv",
    ),
    Format(
        "timelinejs.xlsx", gettext_lazy("One sheet, in the layout of TimelineJS (XLSX)"),
        lambda file, name: is_workbook(file) and reading.recognises(file, name),
        _knowing(reading.read), exports.write_spreadsheet, "xlsx", XLSX,
    ),
    Format(
        "linked-places.json", gettext_lazy("Places with their names (Linked Places)"), linked_places.recognises,
        _knowing(linked_places.read), linked_places_writing.write, "json", "application/ld+json",
    ),
    Format(
        "events.geojson", gettext_lazy("Events or places as points (GeoJSON)"), geojson.recognises,
        _knowing(geojson.read), write_geojson, "geojson", "application/geo+json",
    ),
    Format(
        "timelinejs.json", gettext_lazy("Slides of TimelineJS 3 (JSON)"), timelinejs_json.recognises,
        _knowing(timelinejs_json.read), write_slides, "json", "application/json",
    ),
)  # fmt: skip
