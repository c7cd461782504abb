"""An atlas whose records are changed, deleted and put back."""

import pytest

from tests.timeline.history.battle import make_battle
from timeline.models import Atlas


@pytest.fixture(scope="module")
def battle(lasting):
    """The battle, made once for all tests of a file."""
    make_battle()


@pytest.fixture
def atlas(battle, db):
    return Atlas.objects.get()
