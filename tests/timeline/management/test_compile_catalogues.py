"""Message catalogues are compiled without any system tool, and a broken one is named."""

import gettext

import pytest
from django.core.management import CommandError, call_command

CATALOGUE = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "battle"
msgstr "نبرد"
"""


@pytest.fixture
def catalogue(settings, tmp_path):
    settings.LOCALE_PATHS = [tmp_path]
    path = tmp_path / "fa" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(CATALOGUE, encoding="utf-8")
    return path


def test_a_compiled_catalogue_translates(catalogue):
    call_command("compile_catalogues", verbosity=0)
    with catalogue.with_suffix(".mo").open("rb") as compiled:
        assert gettext.GNUTranslations(compiled).gettext("battle") == "نبرد"


def test_a_broken_catalogue_is_named(catalogue):
    catalogue.write_text("neither id nor text", encoding="utf-8")
    with pytest.raises(CommandError, match=r"django\.po"):
        call_command("compile_catalogues")
