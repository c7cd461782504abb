"""What every test shares: static files by their plain names, passwords hashed in no time."""

import gc
from pathlib import Path

import pytest
from _pytest import runner
from django.db import transaction
from django.test import override_settings
from xdist.scheduler import LoadFileScheduling

PLAIN_STATIC_FILES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# Thousands of tests make and drop small things beside a large and lasting heap: looking through all of that
# again and again takes a fifth of the time.
gc.freeze()
gc.set_threshold(100_000, 50, 100)

# Folders whose files share one set-up, and are therefore run by one process; elsewhere a file's tests are.
TOGETHER = ("tests/atlas",)

BROWSER = Path(__file__).parent / "browser"

QUICK_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item, nextitem):
    """Run the test from a frame with a great deal of room above it.

    Python takes its stack in pieces of 16 kB. Where a loop's calls lie across the end of one, each call takes a
    piece from the system and gives it back: a tenth of the time of all tests (CPython's issue gh-142183).
    A frame that asks for more than 1 MiB gets a piece of 2 MiB, and all that the test calls fits in the rest.
    """
    return runner.pytest_runtest_protocol(item, nextitem)


pytest_runtest_protocol.__code__ = pytest_runtest_protocol.__code__.replace(co_stacksize=140_000)


def pytest_collection_finish(session):
    """What was collected stays to the end as well."""
    gc.freeze()


def pytest_sessionfinish(session):
    """Look through everything once for what is to be told of at the end; pytest does so five times."""
    gc.collect()
    gc.freeze()


def pytest_ignore_collect(collection_path, config):
    """Where the browser's tests are not wanted, neither they nor Playwright are loaded."""
    return True if config.option.markexpr == "not browser" and collection_path == BROWSER else None


class KeptTogether(LoadFileScheduling):
    """Hands out the tests of a file, or of one of the folders above, to one process."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return next((folder for folder in TOGETHER if file.startswith(f"{folder}/")), file)


def pytest_xdist_make_scheduler(config, log):
    """Where several processes share the work, what shares its set-up stays together."""
    return KeptTogether(config, log)


@pytest.fixture(autouse=True, scope="session")
def plain_static_names(tmp_path_factory):
    """Pages render without collected static files; the browser tests use the hashed ones.

    The folder of collected files is an empty one: every client lists it when it is made, and a
    site that is being set up beside the tests would change it under them.
    """
    empty = tmp_path_factory.mktemp("collected")
    with override_settings(STORAGES=PLAIN_STATIC_FILES, STATIC_ROOT=empty, PASSWORD_HASHERS=QUICK_HASHERS):
        yield


@pytest.fixture(scope="module")
def lasting(django_db_setup, django_db_blocker):
    """What fixtures that build on this write is made once for all tests of a file, and gone after the last.

    What a test changes in it is taken back after that test, as its own transaction lies within this one.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
