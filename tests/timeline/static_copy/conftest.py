"""A small atlas with every kind of record, copied once a file, and static files that need not be built."""

import pytest
from django.db import transaction
from django.test import override_settings

from tests.factories import (
    make_atlas,
    make_claim,
    make_event,
    make_force,
    make_lesson,
    make_movement,
    make_participation,
    make_person,
    make_place,
    make_source,
)
from timeline.models import FormerSlug
from timeline.static_copy.writing import write_copy

BASE = "https://example.org/atlas/"
SHEET = b"@font-face { src: url(../fonts/face.woff2) } a { background: url(data:image/gif;base64,xx) }"


def any_static_file(name: str) -> bytes:
    """Whatever is asked for; sheets ask for a typeface."""
    return SHEET if name.endswith(".css") and "/" in name else name.encode()


@pytest.fixture(scope="module")
def static_files(tmp_path_factory):
    """A built front-end of one script, and every static file that is asked for."""
    built = tmp_path_factory.mktemp("build")
    (built / "frontend").mkdir()
    (built / "frontend" / "march-lines.js").write_text("customElements.define('march-lines', class {});")
    with pytest.MonkeyPatch.context() as patched, override_settings(BUILD_DIR=built):
        patched.setattr("timeline.static_copy.answers.static_content", any_static_file)
        yield


@pytest.fixture(scope="module")
def copied(static_files, django_db_setup, django_db_blocker, tmp_path_factory):
    """The folder of a copy of two events, one disputed, a march and a lesson, in an atlas with an empty one beside it.

    The atlas is there for the whole file.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        atlas = make_atlas()
        make_atlas("fork", title="The Fork", is_default=False)
        source, tehran = make_source("book"), make_place("tehran")
        entry = make_event(atlas, "entry", on="1909-07-13", place=tehran, source=source, disputed=True)
        make_event(atlas, "oath", on="1909-07-16", source=source)
        make_claim(event=entry, source=source, face="1909-07-22", edge="on")
        make_participation(event=entry, person=make_person("liakhov"), side="royalists")
        legs = ((tehran, make_place("karaj"), "1909-07-01", ""),)
        make_movement(atlas, "march", legs=legs, force=make_force("army"))
        make_lesson(atlas, "tour", steps=({"state": "day=1909-07-13&at=event:entry"}, {}))
        FormerSlug.objects.create(kind="event", old="entrance", new="entry")
        FormerSlug.objects.create(kind="lesson", old="walk", new="tour")
        folder = tmp_path_factory.mktemp("copied") / "copy"
        write_copy(folder, BASE)
        yield folder
        transaction.set_rollback(True)
