"""Writes atlases as schema.org Datasets with a file for each format, in the catalogue that their list is.

The page of an atlas says no more of itself than any page: what a first view loads is counted in bytes.
"""

from collections.abc import Iterable

from chronology.spans import Span
from timeline.models import Atlas
from timeline.pages.alternates import Alternate
from timeline.pages.linked_data.dates import coverage
from timeline.pages.linked_data.graph import SITE, Absolute, filled, in_language, licensed, page_graph, thing_at


def atlas_data(atlas: Atlas, title: str, absolute: Absolute) -> dict:
    """The page of an atlas; the catalogue says what its data are."""
    return page_graph(atlas.get_absolute_url(), absolute, name=title)


def catalogue_data(told: Iterable[tuple[Atlas, str, Iterable[Alternate]]], absolute: Absolute) -> dict:
    """The list of atlases and the data of each; told: an atlas, its title and every format with it in the address."""
    catalogue = {
        **thing_at("/atlases/", absolute, "DataCatalog", "catalogue"),
        "name": SITE,
        "dataset": [_described(atlas, title, files, absolute) for atlas, title, files in told],
    }
    return page_graph("/atlases/", absolute, name="", thing=catalogue)


def _described(atlas: Atlas, title: str, files: Iterable[Alternate], absolute: Absolute) -> dict:
    box = f"{atlas.south} {atlas.west} {atlas.north} {atlas.east}"
    told = {
        **thing_at(f"/a/{atlas.slug}/", absolute, "Dataset", "data"),
        "name": title,
        "alternateName": in_language({"fa": atlas.title_fa, "ru": atlas.title_ru}),
        "description": atlas.description or title,
        "license": licensed(atlas.licence),
        "version": str(atlas.revision),
        "dateModified": atlas.modified.isoformat(),
        "datePublished": atlas.published_on.isoformat() if atlas.published_on else None,
        "isAccessibleForFree": True,
        "inLanguage": atlas.languages,
        "publisher": {"@type": "Organization", "name": SITE, "url": absolute("/")},
        "temporalCoverage": coverage(Span.lasting(atlas.window_from, atlas.window_to)),
        "spatialCoverage": {"@type": "Place", "geo": {"@type": "GeoShape", "box": box}},
        "distribution": [
            {
                "@type": "DataDownload",
                "name": str(file.title),
                "encodingFormat": file.media_type,
                "contentUrl": absolute(file.address),
            }
            for file in files
        ],
    }
    return filled(told)
