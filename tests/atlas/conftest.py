"""The shipped atlas, loaded once for all tests of this folder."""

import pytest
from django.conf import settings
from django.db import transaction

from timeline.seeding.loader import load


@pytest.fixture(scope="package", autouse=True)
def shipped_atlas(django_db_setup, django_db_blocker):
    """Load seeds/ inside a transaction that is rolled back after the last test of the folder."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(settings.BASE_DIR / "seeds")
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _database(db):
    """Every test here reads the database."""
