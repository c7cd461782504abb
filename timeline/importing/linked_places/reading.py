"""Reads places with their names out of a Linked Places document."""

import re
import unicodedata
from collections.abc import Mapping
from pathlib import PurePath

from django.utils.translation import gettext as _

from timeline.feeds.place_types import kind_of
from timeline.importing.drafting import Draft, Spot
from timeline.importing.json_documents import as_written, list_in, object_in, read_json, records_of, text_of
from timeline.importing.known_names import Known
from timeline.importing.place_matching import GIVEN_COLUMNS, LONGEST_NAME, Places, place_given, read_point
from timeline.importing.plain_text import check_text
from timeline.importing.positions import point_cells
from timeline.importing.refusals import BadFile, BadRow
from timeline.importing.source_matching import Sources, is_address
from timeline.importing.staged import Staged
from timeline.importing.timespans import edtf_of

LONGEST_TOPONYM, LONGEST_LANGUAGE, LONGEST_PERIOD = 300, 20, 40
UNKNOWN_LANGUAGE = "und"
_SCRIPTS = {"LATIN": "Latn", "ARABIC": "Arab", "CYRILLIC": "Cyrl", "GREEK": "Grek", "HEBREW": "Hebr",
            "ARMENIAN": "Armn", "GEORGIAN": "Geor"}  # fmt: skip
# Gazetteers whose number a place keeps, the first that is linked to.
_GAZETTEERS = (
    (re.compile(r"(?:gn:|geonames:|https?://(?:www\.|sws\.)?geonames\.org/)(\d{1,12})/?.*\Z"), "geonames"),
    (re.compile(r"(?:wd:|https?://www\.wikidata\.org/(?:wiki|entity)/)(Q\d{1,12})\Z"), "wikidata"),
    (re.compile(r"(?:tgn:|https?://vocab\.getty\.edu/(?:page/)?tgn/)(\d{1,12})\Z"), "tgn"),
    (re.compile(r"(?:pl:|https?://pleiades\.stoa\.org/places/)(\d{1,12})\Z"), "pleiades"),
)
_NOT_READ = ("ccodes", "relations", "descriptions", "depictions", "when", "fclasses")


def recognises(file: bytes, name: str) -> bool:
    """Whether the file is a FeatureCollection whose features have lists of names."""
    try:
        document = read_json(file)
    except BadFile:
        return False
    features = document.get("features")
    if document.get("type") != "FeatureCollection" or not isinstance(features, list):
        return False
    return any(isinstance(feature, dict) and isinstance(feature.get("names"), list) for feature in features[:50])


def read(file: bytes, name: str, answers: Mapping[str, str], known: Known) -> Staged:
    """Return the rows of places.csv, names.csv and sources.csv that a document comes to."""
    draft = Draft(known)
    try:
        document = read_json(file)
        features = records_of(document, "features")
    except BadFile as bad:
        return bad.staged
    title = document.get("title")
    reading = _Reading(draft, PurePath(name).name, title if isinstance(title, str) else "")
    for number, feature in enumerate(features, 1):
        spot = Spot(_("feature %(number)d") % {"number": number}, {})
        try:
            if not isinstance(feature, dict):
                raise BadRow("not_a_feature", _("This is no Feature: it needs a type, a geometry and names."))
            spot.given = _given(feature)
            reading.stage(feature, spot)
        except BadRow as bad:
            spot.given = spot.given or {"name": as_written(feature)}
            draft.refuse(bad, spot)
    return draft.staged(GIVEN_COLUMNS)


class _Reading:
    """Stages one feature after the other; `editors` is the title under which the document cites itself."""

    def __init__(self, draft: Draft, file: str, editors: str):
        self._editors = editors
        self._draft = draft
        self._file = file
        self._places = Places(draft)
        self._sources = Sources(draft, file)
        self._slugs: dict[str, str] = {}

    def stage(self, feature: dict, spot: Spot) -> None:
        properties = object_in(feature, "properties")
        toponyms = [name for name in list_in(feature, "names") if isinstance(name, dict)]
        titles = (text_of(value) for value in (properties.get("title"), *(name.get("toponym") for name in toponyms)))
        title = next(filter(None, titles), "")
        if not title:
            raise BadRow("name_missing", _("The feature has no title and no names: name the place."))
        check_text(title, LONGEST_NAME)
        names = [_checked(name) for name in toponyms if text_of(name.get("toponym"))]
        cells = point_cells(feature.get("geometry"), lambda told: self._draft.lose(told, spot.origin))
        ring = text_of(properties.get("uncertainty_km"))
        point = read_point(cells.get("Lat", ""), cells.get("Lon", ""), ring)
        more = {"kind": self._kind(feature, spot), **self._gazetteer(feature, spot), **self._parent(feature)}
        slug = self._places.slug_for(title, point, spot, self._file, **more)
        if own := text_of(feature.get("@id")):
            self._slugs[own] = slug
        for name in names:
            self._name(slug, name, spot)
        self._tell_losses(feature, spot)

    def _kind(self, feature: dict, spot: Spot) -> str:
        for each in (each for each in list_in(feature, "types") if isinstance(each, dict)):
            own = (label.get("label") for label in list_in(each, "sourceLabels") if isinstance(label, dict))
            labels = [text_of(label) for label in (*own, each.get("sourceLabel"), each.get("label"))]
            if kind := kind_of(labels, text_of(each.get("identifier"))):
                return kind
            told = _("The type “%(type)s” is none of the atlas's kinds of places, and becomes “other”.")
            self._draft.lose(told % {"type": next(filter(None, labels), "")[:60]}, spot.origin)
        return "other"

    def _gazetteer(self, feature: dict, spot: Spot) -> dict[str, str]:
        links = [text_of(link.get("identifier")) for link in list_in(feature, "links") if isinstance(link, dict)]
        numbers = ((gazetteer, form.match(link)) for form, gazetteer in _GAZETTEERS for link in links)
        found = [f"{gazetteer}:{match[1]}" for gazetteer, match in numbers if match]
        if len(links) > min(len(found), 1):
            self._draft.lose(_("Of the links a place keeps its number in one gazetteer."), spot.origin)
        return {"gazetteer_id": found[0]} if found else {}

    def _parent(self, feature: dict) -> dict[str, str]:
        """The place that this one is part of, where it stands above in the document."""
        for relation in (each for each in list_in(feature, "relations") if isinstance(each, dict)):
            if "broaderPartitive" in text_of(relation.get("relationType")):
                parent = self._slugs.get(text_of(relation.get("relationTo")))
                if parent:
                    return {"parent": parent}
        return {}

    def _name(self, slug: str, name: dict, spot: Spot) -> None:
        text = text_of(name.get("toponym"))
        language = text_of(name.get("lang")) or UNKNOWN_LANGUAGE
        citation = next(
            (each for each in _citations(name) if text_of(each.get("label")) not in ("", self._editors)), None
        )
        source = self._cited(citation, spot) if citation else ""
        kind = "printed" if source or not name.get("preferred") else "preferred"
        period = edtf_of(list_in(object_in(name, "when"), "timespans"))
        dated = {"period": period} if period and len(period) <= LONGEST_PERIOD else {}
        key = "|".join((slug, text, language, kind, source))
        self._draft.once(
            "names.csv", key, spot, subject_type="place", subject=slug, text=text,
            language=language if len(language) <= LONGEST_LANGUAGE else UNKNOWN_LANGUAGE,
            script=script_of(text), kind=kind, source=source, **dated,
        )  # fmt: skip

    def _cited(self, citation: dict, spot: Spot) -> str:
        address = text_of(citation.get("@id"))
        more = {"url": address, "type": "webpage"} if is_address(address) else {}
        return self._sources.slug_for(text_of(citation["label"]), spot, **more)

    def _tell_losses(self, feature: dict, spot: Spot) -> None:
        for key in _NOT_READ:
            if feature.get(key) or object_in(feature, "properties").get(key):
                told = _("A place of the atlas has no “%(key)s”: it is left out.") % {"key": key}
                if key != "relations" or not self._parent(feature):
                    self._draft.lose(told, spot.origin)


def _citations(name: dict) -> list[dict]:
    """The citations of a name; version 1.3 writes one as `citation`, others a list."""
    one = name.get("citation")
    return [each for each in (*list_in(name, "citations"), one) if isinstance(each, dict)]


def _checked(name: dict) -> dict:
    check_text(text_of(name.get("toponym")), LONGEST_TOPONYM)
    for citation in _citations(name):
        check_text(text_of(citation.get("label")), LONGEST_TOPONYM)
    check_text(text_of(name.get("lang")))
    return name


def script_of(text: str) -> str:
    """The script of the first letter (ISO 15924), Latn where it is none of those known here.

    >>> script_of("تبریز")
    'Arab'
    """
    letter = next((character for character in text if character.isalpha()), "a")
    return _SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0], "Latn")


def _given(feature: dict) -> dict[str, str]:
    """The feature as a row of places.csv, for the file of refused ones."""
    properties = object_in(feature, "properties")
    pair = object_in(feature, "geometry").get("coordinates")
    lon, lat = (as_written(value) for value in pair[:2]) if isinstance(pair, list) and len(pair) >= 2 else ("", "")
    title, ring = (_text(properties.get(key)) for key in ("title", "uncertainty_km"))
    return place_given(title, lat, lon, ring)


def _text(value) -> str:
    try:
        return text_of(value)
    except BadRow:
        return ""
