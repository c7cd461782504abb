"""Reads GeoJSON (RFC 7946): features with a date are events, features without one are places."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from django.utils.translation import gettext as _

from timeline.importing.drafting import Draft, Spot
from timeline.importing.geojson_properties import Mapped, mapped
from timeline.importing.json_documents import as_written, list_in, object_in, read_json, records_of, text_of
from timeline.importing.known_names import Known
from timeline.importing.one_sheet.columns import COLUMNS, WHOLE
from timeline.importing.one_sheet.events import read_importance, read_kind
from timeline.importing.one_sheet.rows import SheetRow, check_row, row_of
from timeline.importing.one_sheet.staging import stage_rows
from timeline.importing.place_matching import GIVEN_COLUMNS, Places, place_given, read_point
from timeline.importing.positions import point_cells
from timeline.importing.refusals import BadFile, BadRow
from timeline.importing.slugs import SLUG
from timeline.importing.staged import Staged
from timeline.importing.timespans import edtf_of

GEOMETRIES = ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection")


def recognises(file: bytes, name: str) -> bool:
    """Whether the file is GeoJSON."""
    try:
        return read_json(file).get("type") in ("FeatureCollection", "Feature", *GEOMETRIES)
    except BadFile:
        return False


def read(file: bytes, name: str, answers: Mapping[str, str], known: Known) -> Staged:
    """Return the rows of the seed tables that the features come to."""
    draft = Draft(known)
    try:
        features = _features(read_json(file))
    except BadFile as bad:
        return bad.staged
    dated = any(_edtf(feature) for feature in features)
    which, questions = mapped([object_in(feature, "properties") for feature in features], answers, dated=dated)
    if questions:
        return Staged(questions=tuple(questions))
    tells_events = dated or which.tells_events
    rows = _rows(features, which, draft, tells_events)
    for name_of_rest in which.rest:
        draft.lose(_("The property “%(name)s” is left out.") % {"name": name_of_rest[:60]})
    if tells_events:
        return stage_rows(rows, draft, name, answers, own_columns=(*COLUMNS, *WHOLE))
    return _stage_places(rows, draft, PurePath(name).name)


def _features(document: dict) -> list:
    kind = document.get("type")
    if kind == "FeatureCollection":
        return records_of(document, "features")
    if kind == "Feature":
        return [document]
    if kind in GEOMETRIES:
        return [{"type": "Feature", "geometry": document, "properties": {}}]
    sentence = _("This JSON document is no GeoJSON: its type is no FeatureCollection.")
    raise BadFile("not_geojson", sentence, str(kind)[:40])


def _rows(features: Sequence, which: Mapped, draft: Draft, tells_events: bool) -> list[SheetRow]:
    rows = []
    for number, feature in enumerate(features, 1):
        origin = _("feature %(number)d") % {"number": number}
        cells: dict[str, str] = {}
        try:
            if not isinstance(feature, dict) or feature.get("type") != "Feature":
                raise BadRow("not_a_feature", _("This is no Feature: it needs a type, a geometry and properties."))
            cells = _told(feature, which)
            cells |= point_cells(feature.get("geometry"), lambda told, at=origin: draft.lose(told, at))
            if tells_events:
                _leave_out_unknown(cells, draft, origin)
            rows.append(row_of(origin, cells))
        except BadRow as bad:
            draft.refuse(bad, Spot(origin, _given(cells, feature, tells_events)))
    return rows


def _given(cells: dict[str, str], feature, tells_events: bool) -> dict[str, str]:
    """A refused feature as a row of what can be sent in again: the one sheet, or places.csv."""
    if not tells_events:
        return _given_place(cells) if cells else {"name": as_written(feature)}
    return row_of("", cells).given if cells else {"Text": as_written(feature)}


def _given_place(cells: Mapping[str, str]) -> dict[str, str]:
    name, lat, lon, ring = (cells.get(column, "") for column in ("Headline", "Lat", "Lon", "Uncertainty km"))
    return place_given(name, lat, lon, ring)


def _told(feature: dict, which: Mapped) -> dict[str, str]:
    """The cells of a feature by our columns; what its own `when` says goes before its properties."""
    properties = object_in(feature, "properties")
    cells = {column: text_of(properties.get(name)) for column, name in which.columns.items()}
    if edtf := _edtf(feature):
        cells["EDTF"] = edtf
    if cells.get("EDTF"):
        words = cells.get("Date") or cells.get("Display Date", "")
        cells = {column: text for column, text in cells.items() if column not in ("Date", "End Date", "Year")}
        cells["Display Date"] = words
    own = feature.get("id")
    if isinstance(own, str) and SLUG.match(own):
        cells["Slug"] = own
    return cells


def _leave_out_unknown(cells: dict[str, str], draft: Draft, origin: str) -> None:
    """What other tools call kinds and importance are words of their own."""
    for column, read_word in (("Kind", read_kind), ("Importance", read_importance)):
        try:
            read_word(cells.get(column, ""))
        except BadRow as bad:
            draft.lose(bad.sentence, origin)
            del cells[column]


def _edtf(feature) -> str:
    return edtf_of(list_in(object_in(feature, "when"), "timespans"))


def _stage_places(rows: Sequence[SheetRow], draft: Draft, file: str) -> Staged:
    places = Places(draft)
    for row in rows:
        spot = Spot(row.origin, _given_place({column: row[column] for column in row.cells}))
        try:
            check_row(row)
            if not row["Headline"]:
                raise BadRow("name_missing", _("The feature has no name: give it a property “name”."))
            point = read_point(row["Lat"], row["Lon"], row["Uncertainty km"])
            places.slug_for(row["Headline"], point, spot, file)
        except BadRow as bad:
            draft.refuse(bad, spot)
    return draft.staged(GIVEN_COLUMNS)
