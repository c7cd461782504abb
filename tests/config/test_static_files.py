"""Static files as the server answers them."""

import pytest
from django.test import RequestFactory
from whitenoise.responders import StaticFile

from config.static_files import WholeFileMiddleware

BODY = b"0123456789" * 10


@pytest.fixture
def static_file(tmp_path):
    path = tmp_path / "a.js"
    path.write_bytes(BODY)
    return StaticFile(str(path), [("Content-Type", "text/javascript")])


def answer(static_file, method="get", **headers):
    return WholeFileMiddleware.serve(static_file, getattr(RequestFactory(), method)("/static/a.js", **headers))


def test_a_file_is_answered_whole_and_not_streamed(static_file):
    response = answer(static_file)
    assert not response.streaming
    assert (response.status_code, response.content, response["Content-Type"]) == (200, BODY, "text/javascript")


def test_a_question_for_the_head_has_its_length_and_no_body(static_file):
    response = answer(static_file, "head")
    assert (response.content, response["Content-Length"]) == (b"", str(len(BODY)))


def test_a_part_is_answered_as_a_part(static_file):
    response = answer(static_file, HTTP_RANGE="bytes=5-7")
    assert (response.status_code, response.content) == (206, b"567")


def test_a_file_the_reader_has_is_not_sent_again(static_file):
    etag = answer(static_file)["ETag"]
    response = answer(static_file, HTTP_IF_NONE_MATCH=etag)
    assert (response.status_code, response.content) == (304, b"")
    assert "Content-Type" not in response
