"""Anna and Ben, who have opened one record: the `laid_out` of a file of tests."""

import pytest

from tests.timeline.two_editors.together import two_editors, values_for_both


@pytest.fixture(scope="module")
def editors(laid_out):
    return two_editors()


@pytest.fixture(scope="module")
def values(laid_out, editors):
    return values_for_both(editors, laid_out)


@pytest.fixture
def anna(editors, db):
    return editors[0]


@pytest.fixture
def ben(editors, db):
    return editors[1]
