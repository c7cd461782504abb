"""What tests of imports share: a data folder of their own, an atlas to bring files into, and work done at once."""

import pytest
from django.contrib.auth import get_user_model

from tests.factories import make_atlas, make_theatre


@pytest.fixture(autouse=True)
def data_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path


@pytest.fixture
def atlas(db):
    get_user_model().objects.create_superuser("editor", password="x")
    atlas = make_atlas()
    make_theatre(atlas)
    return atlas
