"""What the tests of pages share: maps drawn in no time, and a reader of markup."""

import html5lib
import pytest


@pytest.fixture(autouse=True)
def plain_maps(monkeypatch, request):
    """A map is a word, unless a test asks for the real one with the mark-free fixture `real_maps`."""
    if "real_maps" not in request.fixturenames:
        monkeypatch.setattr("timeline.pages.maps._kept", lambda *_scene: '<svg class="plate-svg"></svg>')


@pytest.fixture
def real_maps():
    """Draw the maps."""


@pytest.fixture
def read(client):
    """Ask for an address and return (status, parsed document); markup that is not valid fails the test."""

    def ask(address: str, status: int = 200, **query):
        response = client.get(address, query)
        assert response.status_code == status, f"{address}: {response.status_code}"
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        return parser.parse(response.content.decode())

    return ask


def text(element) -> str:
    """The words of an element, without needless space."""
    return " ".join("".join(element.itertext()).split())
