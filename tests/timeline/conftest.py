"""What tests of the timeline share."""

import pytest

from tests.factories import make_atlas


@pytest.fixture
def atlas(db):
    """An atlas with a theatre and nothing in it."""
    return make_atlas()
