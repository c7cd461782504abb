"""docs/api.md names every address of the API, and none that is not there."""

import re
from pathlib import Path

from timeline.api.urls import urlpatterns

DOCUMENT = Path(__file__).parents[3] / "docs" / "api.md"


def test_the_document_names_every_address_and_no_other():
    named = set(re.findall(r"`(/(?:api/v1/|feed)[^`]*)`", DOCUMENT.read_text(encoding="utf-8")))
    routes = {
        "/api/v1/" + re.sub(r"<\w+:(\w+)>", r"{\1}", str(pattern.pattern))
        for pattern in urlpatterns
        if pattern.name != "api-unknown"
    }
    records = {route for route in routes if route.endswith("/{slug}/")}
    assert named == (routes - records) | {"/feed.json", "/feed.atom"}
