"""HTTP done right at every public address: kept copies, compression, other origins, methods, types."""

import gzip

import pytest
from django.core.cache import cache
from django.db import transaction

from geo.rendering.composition import compose
from tests.timeline.api.every_address import every_address, question_of
from tests.timeline.api.small_atlas import small_atlas
from timeline.later_words import later_words
from timeline.models import Atlas
from timeline.revision import data_stamp
from timeline.side_sheet import sheet_address

pytestmark = pytest.mark.django_db

PROGRAMS = list(every_address())
PAGES = [
    "/", "/a/revolution/", "/chronology/", "/about/", "/about/reading/", "/search/?q=tehran", "/atlases/", "/events/",
    "/events/capture/", "/movements/", "/movements/march/", "/places/", "/places/tehran/", "/people/",
    "/people/yeprem/", "/forces/", "/forces/cossacks/", "/sources/", "/sources/wiki/", "/claims/", "/claims/wiki-1/",
    "/disputes/", "/disputes/capture:date:on/", "/api/docs/",
]  # fmt: skip
KEPT = [*PROGRAMS, *PAGES]


@pytest.fixture(scope="module", autouse=True)
def told(django_db_setup, django_db_blocker):
    """The records are made once for all tests of this file, and taken back after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield small_atlas()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def unhurried():
    cache.clear()


def answer(client, address: str, method: str = "get", **headers):
    response = getattr(client, method)(
        address, question_of(address) or None, headers={name.replace("_", "-"): told for name, told in headers.items()}
    )
    response.body = response.getvalue()
    return response


@pytest.fixture(scope="module")
def firsts():
    """The first answer of each address, asked for once."""
    return {}


@pytest.fixture
def first(client, firsts, address):
    if address not in firsts:
        firsts[address] = answer(client, address)
    return firsts[address]


@pytest.mark.parametrize("address", KEPT)
def test_a_copy_is_confirmed(client, address, first):
    assert first.status_code == 200, first.body[:300]
    tag = first["ETag"]
    assert tag.startswith('W/"')
    assert first["Cache-Control"] == "public, max-age=0, s-maxage=60, must-revalidate"
    assert first["Vary"] == "Accept-Encoding"
    assert "Set-Cookie" not in first
    assert first["X-Content-Type-Options"] == "nosniff"
    conditions = [{"if_none_match": tag}]
    if address in PROGRAMS:
        conditions.append({"if_modified_since": first["Last-Modified"]})
    for condition in conditions:
        kept = answer(client, address, **condition)
        assert (kept.status_code, kept.body) == (304, b""), condition
        for header in ("ETag", "Cache-Control", "Vary", "Last-Modified"):
            assert kept.get(header) == first.get(header), header


@pytest.mark.parametrize("address", ["/api/v1/events/", "/feed.json", "/api/v1/atlas.kml", "/events/capture/", "/"])
def test_a_tag_is_found_among_others_strong_or_weak(client, address, first):
    named = f'"other", {first["ETag"].removeprefix("W/")}, W/"third"'
    assert answer(client, address, if_none_match=named).status_code == 304


@pytest.mark.parametrize("address", ["/api/v1/events/", "/feed.json", "/api/v1/atlas.kml", "/events/capture/", "/"])
def test_a_date_is_believed_where_no_tag_is_named(client, address, first):
    assert answer(client, address, if_none_match="*").status_code == 304
    assert answer(client, address, if_none_match='"other"').status_code == 200
    if "Last-Modified" in first:
        since = first["Last-Modified"]
        assert answer(client, address, if_modified_since=since).status_code == 304
        assert answer(client, address, if_modified_since="Fri, 01 Jan 2016 00:00:00 GMT").status_code == 200
        assert answer(client, address, if_none_match='"other"', if_modified_since=since).status_code == 200


@pytest.mark.parametrize("address", ["/events/nothing/", "/api/v1/events/nothing/", "/api/v1/claims/nothing/"])
@pytest.mark.parametrize("header", [{"if_none_match": "*"}, {"if_modified_since": "Fri, 01 Jan 2100 00:00:00 GMT"}])
def test_no_copy_of_what_is_not_there_is_confirmed(client, address, header):
    assert answer(client, address, **header).status_code == 404


@pytest.mark.parametrize("address", KEPT)
def test_head_says_what_get_says(client, address, first):
    head = answer(client, address, "head")
    assert (head.status_code, head.body) == (200, b"")
    for header in set(first.headers) - {"Content-Length"}:
        assert head.get(header) == first[header], header


@pytest.mark.parametrize("address", KEPT)
def test_what_can_be_done_is_told(client, address):
    response = answer(client, address, "options")
    assert (response.status_code, response.body) == (204, b"")
    assert response["Allow"] == "GET, HEAD, OPTIONS"
    for method in ("post", "delete"):
        refused = getattr(client, method)(address)
        assert refused.status_code == 405, method
        assert refused["Allow"] == "GET, HEAD, OPTIONS"
        assert refused["Cache-Control"] == "no-store"
        if address in PROGRAMS:
            assert refused.json()["error"]["code"] == "method_not_allowed"


@pytest.mark.parametrize("address", PROGRAMS)
def test_scripts_of_any_site_may_read(client, address, first):
    assert first["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in first
    told = first["Access-Control-Expose-Headers"].split(", ")
    assert {"ETag", "Link", "Retry-After", "Content-Disposition", "Last-Modified"} <= set(told)
    asked = answer(
        client,
        address,
        "options",
        origin="https://school.example",
        access_control_request_method="GET",
        access_control_request_headers="if-none-match",
    )
    assert asked["Access-Control-Allow-Origin"] == "*"
    assert asked["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert {"if-none-match", "if-modified-since"} <= set(asked["Access-Control-Allow-Headers"].split(", "))


@pytest.mark.parametrize("origin", ["https://school.example", "null", "http://["])
def test_it_does_not_matter_which_site_it_is(client, origin):
    response = answer(client, "/api/v1/events/", origin=origin)
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("address", ["/", "/events/", "/events/capture/", "/api/docs/", "/about/"])
def test_scripts_of_other_sites_may_not_read_pages(client, address):
    assert "Access-Control-Allow-Origin" not in answer(client, address, origin="https://school.example")


@pytest.mark.parametrize("address", KEPT)
def test_text_says_in_which_letters_it_is(address, first):
    kind = first["Content-Type"]
    assert kind.endswith("; charset=utf-8") == kind.startswith("text/"), kind


@pytest.mark.parametrize("address", ["/api/v1/events/", "/api/v1/window/", "/feed.json", "/events/"])
def test_what_is_packed_is_the_same_under_the_same_tag(client, address):
    plain = answer(client, address)
    packed = answer(client, address, accept_encoding="gzip")
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert answer(client, address, accept_encoding="gzip").body == packed.body
    assert packed["ETag"] == plain["ETag"]
    assert packed["Vary"] == plain["Vary"]


@pytest.mark.parametrize(
    ("accepted", "form"),
    [("br", "br"), ("gzip, br", "br"), ("br;q=0, gzip", "gzip"), ("gzip;q=0, br;q=0", None), ("identity", None),
     ("*", "br"), ("*;q=0", None), ("x-gzip-not", None), ("gzip;q=high", "gzip")],
)  # fmt: skip
def test_the_form_is_one_the_reader_takes(client, accepted, form):
    assert answer(client, "/api/v1/window/", accept_encoding=accepted).get("Content-Encoding") == form


def test_cookies_of_a_reader_change_nothing(client):
    client.cookies["sessionid"] = "strange"
    client.cookies["csrftoken"] = "stranger"
    for address in ("/", "/events/", "/events/capture/", "/api/docs/", "/api/v1/events/", "/feed.json"):
        response = answer(client, address)
        assert "Set-Cookie" not in response
        assert "Cookie" not in response["Vary"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/v1/events/nothing/", 404),
        ("/api/v1/nothing", 404),
        ("/feed.xml", 404),
        ("/events/nothing/", 404),
        ("/nothing/", 404),
        ("/api/v1/events/?kind=fight", 400),
    ],
)
def test_a_refusal_is_not_kept(client, address, status):
    response = client.get(address)
    assert response.status_code == status
    assert response["Cache-Control"] == "no-store"
    assert "ETag" not in response
    if address.startswith(("/api/v1/", "/feed.")):
        assert set(response.json()["error"]) == {"code", "message", "field", "value"}


def named_by_content() -> list[str]:
    return [
        f"/atlas-map/{compose(Atlas.objects.get()).script_name}",
        sheet_address(data_stamp()[0]),
        f"/words/{later_words('en')[0]}",
    ]


def test_a_file_named_by_its_content_is_kept_for_ever(client):
    for address in named_by_content():
        first = answer(client, address)
        assert first["Cache-Control"] == "public, max-age=31536000, immutable", address
        assert answer(client, address, if_none_match=first["ETag"]).status_code == 304, address
        assert "Accept-Encoding" in first["Vary"], address


def test_a_former_name_leads_on_with_the_question_and_not_for_ever(client):
    from timeline.models import FormerSlug

    FormerSlug.objects.create(kind="event", old="taking", new="capture")
    response = client.get("/api/v1/events/taking/?lang=fa")
    assert (response.status_code, response["Location"]) == (301, "/api/v1/events/capture/?lang=fa")
    assert response["Cache-Control"] == "public, max-age=0, s-maxage=60, must-revalidate"


def test_how_long_a_cache_before_the_site_may_answer_is_the_operators_to_say(client, settings):
    settings.MARCHLINES_SHARED_SECONDS = 0
    assert client.get("/events/")["Cache-Control"] == "public, max-age=0, must-revalidate"


def test_who_deletes_a_record_ends_the_copies(client):
    """A deletion leaves no record with a time: the act that keeps it has one."""
    from timeline.models import Act

    before = client.get("/api/v1/places/")["ETag"]
    Act.objects.create(kind="delete", by="editor")
    assert client.get("/api/v1/places/")["ETag"] != before
