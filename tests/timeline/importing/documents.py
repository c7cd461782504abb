"""Makes JSON documents for the tests, and tables of those that no reader takes."""

import json

NOT_JSON = [
    ("nothing", b"", "not_json"),
    ("half of one", b'{"type": "Feat', "not_json"),
    ("a list", b"[1, 2]", "not_json"),
    ("a PDF named .json", b"%PDF-1.7", "not_json"),
    ("brackets without end", b"[" * 100_000, "not_json"),
    ("brackets within", b'{"features": ' + b"[" * 5_000 + b"]" * 5_000 + b"}", "not_json"),
    ("a number of 6,000 figures", b'{"features": [1' + b"0" * 6_000 + b"]}", "not_json"),
    ("bytes that are no text", b"\xff\xfe\x00", "not_json"),
]


def document(value) -> bytes:
    """A value as a JSON document."""
    return json.dumps(value).encode()


def feature(properties: dict | None, geometry=None, **more) -> dict:
    """A Feature; a pair of numbers is a point, longitude first."""
    if isinstance(geometry, tuple):
        geometry = {"type": "Point", "coordinates": list(geometry)}
    return {"type": "Feature", "properties": properties, "geometry": geometry, **more}


def collection(*features, **more) -> bytes:
    """A FeatureCollection as a document."""
    return document({"type": "FeatureCollection", "features": list(features), **more})
