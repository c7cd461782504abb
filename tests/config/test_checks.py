"""The system checks name the mistake and the remedy."""

from config.checks import BUILT, built_files, debug_before_the_public


def _build(folder, names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def test_a_missing_bundle_is_named_with_how_to_build_it(settings, tmp_path):
    settings.BUILD_DIR = tmp_path
    _build(tmp_path, BUILT[1:])
    (warning,) = built_files(None)
    assert (warning.id, BUILT[0] in warning.msg, BUILT[1] in warning.msg) == ("marchlines.W001", True, False)
    assert "python3 run" in warning.hint


def test_a_built_site_draws_no_warning(settings, tmp_path):
    settings.BUILD_DIR = tmp_path
    _build(tmp_path, BUILT)
    assert built_files(None) == []


def test_debug_before_the_public_is_warned_of(settings):
    settings.DEBUG, settings.ALLOWED_HOSTS = True, ["localhost", "atlas.example"]
    (warning,) = debug_before_the_public(None)
    assert "atlas.example" in warning.msg


def test_debug_on_loopback_is_nobodys_business(settings):
    settings.DEBUG, settings.ALLOWED_HOSTS = True, ["localhost", "127.0.0.1"]
    assert debug_before_the_public(None) == []
