"""Writes an atlas as a schema.org Dataset with a file for each format."""

from collections.abc import Iterable

from chronology.spans import Span
from timeline.models import Atlas
from timeline.pages.alternates import Alternate
from timeline.pages.linked_data.dates import coverage
from timeline.pages.linked_data.graph import SITE, Absolute, in_language, licensed, page_graph, thing_at


def atlas_data(atlas: Atlas, title: str, files: Iterable[Alternate], absolute: Absolute) -> dict:
    """The page of an atlas and its data; files: every format, with this atlas in its address."""
    path = atlas.get_absolute_url()
    box = f"{atlas.south} {atlas.west} {atlas.north} {atlas.east}"
    body = {
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
    return page_graph(path, absolute, name=title, thing=body)
