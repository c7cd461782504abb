"""What every test shares: static files by their plain names."""

import pytest
from django.test import override_settings

PLAIN_STATIC_FILES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


@pytest.fixture(autouse=True, scope="session")
def plain_static_names():
    """Pages render without collected static files; the browser tests use the hashed ones."""
    with override_settings(STORAGES=PLAIN_STATIC_FILES):
        yield
