"""The script for other sites: one address for ever, open to all, asked again without being sent again."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture
def built(settings, tmp_path):
    folder = tmp_path / "frontend"
    folder.mkdir()
    (folder / "march-lines.js").write_text("customElements.define('march-lines', class {});")
    settings.BUILD_DIR = tmp_path
    return folder / "march-lines.js"


def test_any_site_may_load_it(client, built):
    answer = client.get("/embed.js", headers={"origin": "https://blog.example"})
    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "max-age=3600" in answer["Cache-Control"]
    assert "Set-Cookie" not in answer


def test_a_copy_that_is_still_good_is_confirmed(client, built):
    tag = client.get("/embed.js")["ETag"]
    assert client.get("/embed.js", headers={"if-none-match": tag}).status_code == 304
    built.write_text("changed, and longer than before")
    assert client.get("/embed.js", headers={"if-none-match": tag}).status_code == 200


def test_a_site_that_was_not_built_has_none(client, settings, tmp_path):
    settings.BUILD_DIR = tmp_path
    assert client.get("/embed.js").status_code == 404
