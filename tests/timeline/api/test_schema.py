"""The description of the API: valid, complete, and true of the answers."""

import json
import re

import pytest
from django.core.cache import cache
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from tests.timeline.api.small_atlas import small_atlas
from timeline.api.examples import cut_short
from timeline.api.parameter_words import PARAMETERS
from timeline.api.record_files import FOLDERS
from timeline.api.responses import ERROR
from timeline.api.schema import described
from timeline.api.urls import urlpatterns

pytestmark = pytest.mark.django_db


@pytest.fixture
def schema(atlas):
    return as_json(described())


def as_json(schema: dict) -> dict:
    """As it is sent: lazy words are texts."""
    return json.loads(json.dumps(schema, default=str))


class Judge:
    """Judges bodies by the parts of one description."""

    def __init__(self, schema: dict):
        whole = Resource.from_contents(_absolute(schema), default_specification=DRAFT202012)
        self._registry = Registry().with_resource("urn:api", whole)

    def errors(self, body: object, part: dict) -> list:
        """What is wrong with a body that should be as `part` of the description says."""
        pointed = {"$schema": "https://json-schema.org/draft/2020-12/schema", **_absolute(part)}
        return list(Draft202012Validator(pointed, registry=self._registry).iter_errors(body))


def _absolute(part):
    if isinstance(part, dict):
        return {key: f"urn:api{value}" if key == "$ref" else _absolute(value) for key, value in part.items()}
    return [_absolute(each) for each in part] if isinstance(part, list) else part


def test_it_is_openapi_3_1(schema):
    assert schema["openapi"].startswith("3.1")
    assert schema["info"]["title"] == "Marchlines"


def test_every_address_is_described(schema):
    hidden = {"api-schema", "api-unknown"}
    routes = {
        "/api/v1/" + re.sub(r"<\w+:(\w+)>", r"{\1}", str(pattern.pattern))
        for pattern in urlpatterns
        if pattern.name not in hidden
    }
    files = {f"/{folder}/{{slug}}.json" for folder in FOLDERS.values()}
    cited = {f"/{kind}/{{slug}}/cite.{{style}}" for kind in ("events", "movements", "lessons", "claims", "sources")}
    assert set(schema["paths"]) == routes | cited | files | {"/feed.json", "/feed.atom", "/oembed"}


QUESTIONS = {
    "positions": "?on=1909-07-11",
    "convert": "?date=1909",
    "readings": "?date=1909",
    "geocode": "?q=",
    "window": "",
}


def test_the_first_address_leads_to_all_the_others(client, schema):
    for name, address in client.get("/api/v1/").json().items():
        query = QUESTIONS.get(name, "")
        assert client.get(address + query).status_code == (400 if name == "geocode" else 200), name


def test_every_parameter_is_explained(schema):
    for path, methods in schema["paths"].items():
        assert set(methods) == {"get"}, path
        for parameter in methods["get"].get("parameters", []):
            assert parameter["in"] == "path" or parameter["description"], (path, parameter)


def test_no_explanation_is_left_over(schema):
    used = {
        parameter["name"] for methods in schema["paths"].values() for parameter in methods["get"].get("parameters", [])
    }
    assert set(PARAMETERS) <= used


ANSWERS = {
    **{f"/api/v1/{kind}/": "" for kind in (
        "atlases", "events", "movements", "places", "people", "forces", "sources", "claims", "window", "facets",
        "disputes", "lessons",
    )},
    "/api/v1/positions/": "?on=1909-07-05",
    "/api/v1/convert/": "?date=5 May 1288 AH",
    "/api/v1/readings/": "?date=22 July 1909&near=1909-07-13",
    "/api/v1/events.geojson": "",
    "/api/v1/movements.geojson": "",
    "/api/v1/places.geojson": "",
    "/api/v1/linked-places.json": "",
    "/feed.json": "",
    "/api/v1/atlases/{slug}/whole.json": "",
}  # fmt: skip


def test_answers_are_as_described(client, schema, fill):
    fill(3)
    judge = Judge(schema)
    for path, query in ANSWERS.items():
        (content,) = schema["paths"][path]["get"]["responses"]["200"]["content"].values()
        body = client.get(path.format(slug="revolution") + query).json()
        assert judge.errors(body, content["schema"]) == [], path


def test_a_refusal_is_as_described(client, schema):
    body = client.get("/api/v1/events/?kind=fight&near=x").json()
    assert Judge(schema).errors(body, ERROR) == []


def test_every_answer_that_can_come_is_described(schema):
    for path, methods in schema["paths"].items():
        answers = methods["get"]["responses"]
        assert {"200", "304", "400", "405", "412"} <= set(answers), path
        assert ({"301", "404", "410"} <= set(answers)) == ("{slug}" in path), path


def test_examples_of_refusals_are_as_described(schema):
    judge = Judge(schema)
    for name, answer in schema["components"]["responses"].items():
        for content in answer.get("content", {}).values():
            assert judge.errors(content["example"], ERROR) == [], name


def test_it_is_valid_and_every_operation_has_a_real_question_with_its_answer(client, db):
    small_atlas()
    schema = client.get("/api/v1/schema/").json()
    assert list(OpenAPIV31SpecValidator(schema).iter_errors()) == []
    judge = Judge(schema)
    for path, methods in schema["paths"].items():
        if path == "/api/v1/atlas.zip":
            continue
        contents = methods["get"]["responses"]["200"]["content"].values()
        (content,) = (each for each in contents if "example" in each)
        assert judge.errors(content["example"], content["schema"]) == [], path
        given = {each["name"]: each["example"] for each in methods["get"].get("parameters", ()) if "example" in each}
        cache.clear()
        named = path.replace("{slug}", str(given.pop("slug", ""))).replace("{style}", str(given.pop("style", "")))
        response = client.get(named, given)
        assert response.status_code == 200, path
        if response["Content-Type"] == "application/json" and path != "/api/v1/":
            told = json.loads(json.dumps(content["example"]).replace("http://testserver", ""))
            assert told == cut_short(json.loads(response.getvalue().decode().replace("http://testserver", ""))), path


def test_the_page_of_the_api_needs_no_script_and_no_other_host(client, atlas):
    page = client.get("/api/docs/").content.decode()
    assert "Events, restricted by every filter" in page
    assert 'id="Event"' in page
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page)
    assert "style=" not in page
