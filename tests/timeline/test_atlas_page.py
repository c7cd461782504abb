"""The atlas page as the server sends it: its policy, its words, and what hostile titles do to it."""

import json
import re

import pytest

from timeline.interface_messages import interface_messages, later_messages
from timeline.models import Atlas

pytestmark = pytest.mark.django_db

HOSTILE = "</script><script>window.ran=1</script>\u202e & \"quoted\" 'too' {{ 7 }} " + "x" * 60


@pytest.fixture
def atlas():
    return Atlas.objects.create(
        slug="testing",
        title="A testing atlas",
        title_fa="اطلس آزمایشی",
        window_from=2418441,
        window_to=2418519,
        day=2418499,
        west=44,
        south=25,
        east=61,
        north=42,
        languages=["en"],
        rulers=["gregorian", "solar_hijri"],
        is_default=True,
        publication="published",
    )


def _config(page: str) -> dict:
    block = re.search(r'<script id="atlas-config" type="application/json">(.*?)</script>', page, re.DOTALL)
    return json.loads(block[1])


def test_the_default_atlas_opens_at_the_front_and_under_its_slug(client, atlas):
    for address in ("/", "/a/testing/"):
        page = client.get(address)
        assert page.status_code == 200
        assert "A testing atlas" in page.content.decode()


def test_scripts_and_styles_come_from_files_of_our_own_alone(client, atlas):
    answer = client.get("/")
    policy = answer["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    page = answer.content.decode()
    executable = re.findall(r"<script(?![^>]*type=\"application/(?:ld\+)?json\")[^>]*>(.*?)</script>", page, re.DOTALL)
    assert executable
    assert [text for text in executable if text.strip()] == []
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", page)


def test_the_page_names_no_other_host(client, atlas):
    page = client.get("/").content.decode()
    addresses = re.findall(r'\s(?:src|href|action)="([^"]*)"', page)
    assert addresses
    # Where the oEmbed answer is to be had is said with our own origin: programs take it as it stands.
    own = [address.removeprefix("http://testserver") for address in addresses]
    assert [address for address in own if not re.match(r"[/#]", address) or address.startswith("//")] == []


def test_leaflet_the_map_and_the_atlas_run_in_that_order(client, atlas):
    sources = re.findall(r'<script src="([^"]+)" defer', client.get("/").content.decode())
    # Leaflet comes in the atlas's own bundle, which waits for the map before it begins.
    assert [re.sub(r"\.[0-9a-f]{12}", "", source) for source in sources] == [
        "/static/frontend/atlas.js",
        "/atlas-map/testing.js",
    ]
    assert client.get(sources[1]).status_code == 200


def test_the_scripts_are_told_where_and_when_to_open(client, atlas):
    config = _config(client.get("/").content.decode())
    assert config["window"] == [2418441, 2418519]
    assert config["day"] == 2418499
    assert config["bounds"] == [44, 25, 61, 42]
    assert config["urls"]["whole"] == "/api/v1/atlases/testing/whole.json"
    assert config["urls"]["event"] == "/api/v1/events/{slug}/"
    assert config["urls"]["lesson"] == "/api/v1/lessons/{slug}/"
    assert config["urls"]["page"]["lesson"] == "/lessons/{slug}/"
    assert config["vocabulary"]["months"]["solar_hijri"][3] == "Tir"


def test_the_document_is_asked_for_before_the_scripts_run(client, atlas):
    page = client.get("/").content.decode()
    assert '<link rel="preload" href="/api/v1/atlases/testing/whole.json" as="fetch" crossorigin' in page


def test_a_reader_without_scripts_is_led_to_the_pages_that_need_none(client, atlas):
    unscripted = re.search(r"<noscript>(.*?)</noscript>", client.get("/").content.decode(), re.DOTALL)[1]
    assert {"/chronology/", "/places/", "/people/", "/movements/", "/sources/"} <= set(
        re.findall(r'href="([^"]+)"', unscripted)
    )


@pytest.mark.parametrize(
    "query",
    [
        "from=nonsense",
        "day=1909-13-40",
        "at=event:no-such-event",
        "map=a,b,c",
        "kind=picnic",
        "q=%3Cscript%3Ealert(1)%3C/script%3E",
        "unknown=%00%ff",
        "day=" + "9" * 4000,
    ],
)
def test_no_query_string_disturbs_the_page_nor_gets_into_it(client, atlas, query):
    answer = client.get(f"/?{query}")
    assert answer.status_code == 200
    assert _without_oembed(answer) == _without_oembed(client.get("/"))


def _without_oembed(answer) -> str:
    """The page but for the one address that says how to embed it as it was asked for."""
    page, found = re.subn(
        r'<link rel="alternate" type="application/json\+oembed" href="[\w:/?&;=%.+-]+"', "", answer.content.decode()
    )
    assert found == 1
    return page


def test_a_hostile_title_stays_text(client, atlas):
    Atlas.objects.update(title=HOSTILE)
    page = client.get("/").content.decode()
    assert "<script>window.ran" not in page
    assert _config(page)["title"] == HOSTILE


def test_the_front_says_what_to_do_before_an_atlas_is_loaded(client):
    answer = client.get("/")
    assert answer.status_code == 503
    assert "load_seeds" in answer.content.decode()


@pytest.mark.parametrize("state", ["draft", "review", "withdrawn"])
def test_an_atlas_that_is_not_published_is_not_shown(client, atlas, state):
    Atlas.objects.update(publication=state)
    assert client.get("/a/testing/").status_code in {404, 410}


def test_the_page_costs_the_same_few_queries_each_time(client, atlas, django_assert_num_queries):
    with django_assert_num_queries(2):
        client.get("/")


def test_every_message_is_words_and_every_plural_has_the_form_that_always_serves():
    for key, said in interface_messages().items():
        forms = said if isinstance(said, dict) else {"other": said}
        assert forms.get("other"), key
        assert all(isinstance(text, str) and text.strip() for text in forms.values()), key


def _written_in_scripts() -> set[str]:
    from tests.test_architecture import ROOT

    keys = set()
    for script in (ROOT / "frontend" / "src").rglob("*.js"):
        # The editors' desk has words of its own.
        if "admin" in script.parts:
            continue
        keys |= set(
            re.findall(r"""\bt\(\s*"([a-z][\w-]*\.[\w.-]+|close|quoted)\"""", script.read_text(encoding="utf-8"))
        )
    return keys


def _scripts_of(entry: str) -> set:
    """The modules that a bundle of the front-end is made of."""
    from tests.test_architecture import ROOT

    found, waiting = set(), [ROOT / "frontend" / "src" / entry]
    while waiting:
        script = waiting.pop().resolve()
        if script in found:
            continue
        found.add(script)
        text = script.read_text(encoding="utf-8")
        names = re.findall(r"""^(?:import|export)\b[^;]*?["'](\.[^"']+\.js)["'];""", text, re.MULTILINE)
        waiting += [script.parent / name for name in names]
    return found


def test_what_a_first_view_says_comes_with_the_page():
    scripts = _scripts_of("main.js")
    assert len(scripts) > 100
    text = "".join(script.read_text(encoding="utf-8") for script in scripts)
    later = set(later_messages("en"))
    named = {key for key in later if f'"{key}"' in text}
    # Keys put together from a part that is written down: t(`kinds.${kind}`).
    parts = set(re.findall(r"`([a-z][\w-]*\.)(?:[\w-]+\.)?\$\{", text))
    assert sorted(named) == []
    assert sorted(key for key in later if any(key.startswith(part) for part in parts)) == []


def test_the_words_of_records_are_named_by_their_content_and_kept_for_ever(client, atlas):
    address = _config(client.get("/").content.decode())["urls"]["records_words"]
    answer = client.get(address)
    assert answer.json() == later_messages("en")
    assert "immutable" in answer["Cache-Control"]
    old = client.get("/words/en.000000000000.json")
    assert old.json() == later_messages("en")
    assert old["Cache-Control"] == "no-store"
    assert client.get("/words/xx.000000000000.json").status_code == 404


def test_every_message_a_script_asks_for_by_name_is_in_the_catalogue():
    asked = _written_in_scripts()
    assert len(asked) > 50
    assert sorted(asked - set(interface_messages())) == []
