"""What every answer of the site carries, in every mode."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PRINT = "from config import settings as s; print({expression})"


def setting(expression: str, data: Path, **variables: str) -> str:
    """What a fresh process finds in the settings under some environment."""
    env = {key: value for key, value in os.environ.items() if not key.startswith(("MARCHLINES_", "DATABASE_"))}
    return subprocess.run(
        [sys.executable, "-c", PRINT.format(expression=expression)],
        cwd=ROOT,
        env={**env, "MARCHLINES_DATA": str(data), **variables},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


@pytest.mark.parametrize("debug", ["0", "1"])
def test_scripts_come_from_the_site_alone_in_every_mode(tmp_path, debug):
    policy = setting("s.CONTENT_SECURITY_POLICY['DIRECTIVES']['script-src']", tmp_path, MARCHLINES_DEBUG=debug)
    assert policy == "[\"'self'\"]"


@pytest.mark.django_db
def test_every_page_carries_the_policy_and_it_allows_nothing_inline(client):
    response = client.get("/admin/login/")
    policy = response["Content-Security-Policy"]
    # The order of the directives differs from one process to the next.
    assert "script-src 'self'" in [directive.strip() for directive in policy.split(";")]
    assert not any(word in policy for word in ("unsafe", "nonce", "http:", "https:", "*"))
    assert "frame-ancestors 'none'" in policy
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"


def test_the_secret_key_is_made_once_and_only_its_owner_may_read_it(tmp_path):
    first = setting("s.SECRET_KEY", tmp_path)
    assert len(first) >= 50
    assert setting("s.SECRET_KEY", tmp_path) == first
    assert setting("s.SECRET_KEY", tmp_path / "other") != first
    if os.name != "nt":
        assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


def test_the_servers_zone_is_utc_and_debug_is_off_unless_asked(tmp_path):
    assert setting("(s.TIME_ZONE, s.DEBUG, s.ALLOWED_HOSTS)", tmp_path) == (
        "('UTC', False, ['localhost', '127.0.0.1', '[::1]'])"
    )


def test_a_writer_takes_the_lock_at_the_start_of_its_transaction(tmp_path):
    assert setting("s.DATABASES['default']['OPTIONS']['transaction_mode']", tmp_path) == "IMMEDIATE"


def test_another_database_gets_no_options_of_sqlite(tmp_path):
    url = "postgres://reader:word@db.example/atlas"
    assert setting("s.DATABASES['default'].get('OPTIONS')", tmp_path, DATABASE_URL=url) in {"None", "{}"}


def test_behind_tls_cookies_are_sent_only_over_tls(tmp_path):
    names = "(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_SSL_REDIRECT)"
    assert setting(names, tmp_path, MARCHLINES_HTTPS="1") == "(True, True, True)"


@pytest.mark.django_db
def test_no_copy_of_an_editors_page_is_kept(client, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("editor", password="of the desk 1288"))
    for address in ("/admin/", "/admin/timeline/event/", "/admin/login/?next=/admin/"):
        assert "no-store" in client.get(address)["Cache-Control"], address
