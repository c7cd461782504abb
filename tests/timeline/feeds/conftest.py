"""One atlas of hard records for every test of a format: made once a file, taken back after its last test."""

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from tests.factories import make_atlas
from tests.timeline.feeds.records import write_hard_records


@pytest.fixture(scope="module")
def hard_atlas(django_db_setup, django_db_blocker):
    """The atlas; the database is open to the whole file."""
    with django_db_blocker.unblock(), transaction.atomic():
        atlas = make_atlas()
        write_hard_records(atlas)
        yield atlas
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _database(db):
    """Every test here reads the database: without a test that says so none would be made."""


@pytest.fixture(scope="module")
def fetched(hard_atlas):
    """fetched("events.geojson?lang=fa") is the document as bytes, asked for once a file."""
    kept: dict[str, bytes] = {}

    def document(address: str) -> bytes:
        if address not in kept:
            cache.clear()
            response = Client().get(f"/api/v1/{address}")
            assert response.status_code == 200, response.content
            kept[address] = response.getvalue()
        return kept[address]

    return document
