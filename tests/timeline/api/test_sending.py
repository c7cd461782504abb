"""How documents are sent: at once where they are short, part by part where they are long, never half as if whole."""

import asyncio
import gzip
import json
import zlib

import pytest
from django.core.cache import cache
from django.test import RequestFactory
from django.test.client import AsyncRequestFactory
from django.utils import translation
from django.utils.translation import gettext

from tests.factories import make_event, make_place
from timeline.api.formats import sending
from timeline.api.formats.events_geojson import EventsGeojsonView
from timeline.api.formats.register import FEEDS, FORMATS
from timeline.api.formats.sending import sent

EVERY = [*(f"/api/v1/{view.address}" for view in FORMATS), *(f"/{view.address}" for view in FEEDS)]


def asked(**headers):
    return RequestFactory().get("/document", headers=headers)


def asked_of_asgi(**headers):
    return AsyncRequestFactory().get("/document", headers=headers)


def send(request, parts, language="en"):
    return sent(request, parts, content_type="text/plain", language=language)


def parts_of(count: int, size: int = 1 << 16):
    for number in range(count):
        yield str(number % 10) * size


async def whole(response) -> bytes:
    return b"".join([part async for part in response])


@pytest.fixture
def short(monkeypatch):
    """Documents are long from a kilobyte."""
    monkeypatch.setattr(sending, "SHORT", 1024)
    monkeypatch.setattr(sending, "BLOCK", 256)


def test_a_short_document_is_sent_at_once():
    response = send(asked(), ["one ", "two ", b"three"])
    assert (response.streaming, response.content) == (False, b"one two three")


def test_a_fault_before_anything_is_sent_is_a_fault_of_the_answer():
    def parts():
        yield "one"
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        send(asked(), parts())


def test_a_long_document_is_made_as_it_is_sent(short):
    made = []

    def parts():
        for number in range(100):
            made.append(number)
            yield "x" * 256

    response = send(asked(), parts())
    assert response.streaming
    assert "Content-Length" not in response
    assert len(made) == 4
    assert len(response.getvalue()) == 100 * 256


def test_a_short_document_that_takes_long_to_make_is_begun_to_be_sent(monkeypatch):
    moments = iter(range(0, 1000, 2))
    monkeypatch.setattr(sending, "monotonic", lambda: next(moments))
    monkeypatch.setattr(sending, "BLOCK", 1)
    made = []

    def parts():
        for number in range(9):
            made.append(number)
            yield f"{number} "

    response = send(asked(), parts())
    assert response.streaming
    assert made == [0, 1, 2]
    assert response.getvalue() == b"0 1 2 3 4 5 6 7 8 "


def test_under_asgi_a_long_document_is_iterated_asynchronously(short):
    response = send(asked_of_asgi(), parts_of(30, 256))
    assert response.is_async
    assert asyncio.run(whole(response)) == b"".join(part.encode() for part in parts_of(30, 256))


@pytest.mark.parametrize("ask", [asked, asked_of_asgi])
def test_a_long_document_is_packed_as_one_file(short, ask):
    response = send(ask(**{"accept-encoding": "gzip, br"}), parts_of(30, 256))
    assert response["Content-Encoding"] == "gzip"
    packed = asyncio.run(whole(response)) if response.is_async else response.getvalue()
    reader = zlib.decompressobj(16 + zlib.MAX_WBITS)
    assert reader.decompress(packed) == b"".join(part.encode() for part in parts_of(30, 256))
    assert (reader.eof, reader.unused_data) == (True, b"")


@pytest.mark.parametrize("ask", [asked, asked_of_asgi])
def test_a_fault_on_the_way_is_raised_to_the_server_and_leaves_a_cut_document(short, ask, caplog):
    def parts():
        yield from parts_of(30, 256)
        raise ValueError("broken")

    response = send(ask(**{"accept-encoding": "gzip"}), parts())
    got = []

    async def read():
        async for part in response:
            got.append(part)

    with pytest.raises(ValueError, match="broken"):
        asyncio.run(read()) if response.is_async else got.extend(response)
    assert "/document broke off" in caplog.text
    with pytest.raises(EOFError):
        gzip.decompress(b"".join(got))


def test_every_part_is_made_in_the_language_asked_for(short):
    def parts():
        for _ in range(20):
            yield gettext("January") + " " * 256

    response = send(asked(), parts(), language="fa")
    with translation.override("fa"):
        persian = gettext("January")
    with translation.override("ru"):
        text = response.getvalue().decode()
    assert persian != "January"
    assert text.split() == [persian] * 20


@pytest.mark.django_db
def test_the_long_document_of_an_atlas_is_the_short_one(client, atlas, short, monkeypatch):
    place = make_place()
    for _ in range(5):
        make_event(atlas, on="1909-07-13", place=place)
    streamed = client.get("/api/v1/events.geojson")
    monkeypatch.setattr(sending, "SHORT", 1 << 20)
    monkeypatch.setattr("timeline.chronicle.in_parts.PART", 2)
    at_once = client.get("/api/v1/events.geojson")
    assert (streamed.streaming, at_once.streaming) == (True, False)
    assert streamed.getvalue() == at_once.content
    assert len(json.loads(at_once.content)["features"]) == 5
    assert streamed["ETag"] == at_once["ETag"]


@pytest.mark.django_db
def test_every_format_says_its_name_and_its_licence(client, atlas):
    for address in EVERY:
        cache.clear()
        response = client.get(address)
        assert response.status_code == 200, address
        assert 'filename="revolution' in response["Content-Disposition"], address
        assert response["Link"] == '<https://creativecommons.org/licenses/by/4.0/>; rel="license"', address


@pytest.mark.django_db
@pytest.mark.parametrize("address", EVERY)
def test_a_site_without_an_atlas_answers_with_a_document_of_nothing(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert response.getvalue()


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["colour=red", "atlas=nowhere", "lang=xx", "atlas="])
def test_every_format_refuses_what_it_does_not_know(client, atlas, query):
    for address in EVERY:
        cache.clear()
        response = client.get(f"{address}?{query}")
        assert response.status_code == 400, address
        assert set(response.json()["error"]) == {"code", "message", "field", "value"}, address


@pytest.mark.django_db
def test_head_makes_no_document(client, atlas, monkeypatch):
    def document(self, asked, imprint):
        raise AssertionError("it was made")

    monkeypatch.setattr(EventsGeojsonView, "document", document)
    response = client.head("/api/v1/events.geojson")
    assert (response.status_code, response.getvalue()) == (200, b"")
    assert response["Content-Type"] == "application/geo+json"
    assert "Content-Length" not in response
    assert client.head("/api/v1/events.geojson?kind=fight").status_code == 400


@pytest.mark.django_db
def test_one_archive_holds_one_atlas(client, atlas):
    from tests.factories import make_atlas

    make_atlas("second", is_default=False)
    response = client.get("/api/v1/atlas.zip?atlas=revolution&atlas=second")
    assert response.status_code == 400
    assert response.json()["error"]["value"] == "second"
