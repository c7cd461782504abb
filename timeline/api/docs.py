"""Shows the API's own description as a page, without any script."""

import json
from collections.abc import Iterable

from django.shortcuts import render
from django.utils.http import urlencode

from timeline.api.chapters import coded, in_chapters
from timeline.api.examples import described_by_examples
from timeline.api.parameter_words import said_of
from timeline.revision import data_stamp
from timeline.views.kept import kept_by_content
from timeline.views.reading_only import reading_only


@reading_only
def docs(request):
    """Every address of the API: what it takes, what it answers, a question with its answer, how it refuses."""
    schema = described_by_examples(data_stamp()[0], request.get_host(), request.is_secure())
    refusals = schema["components"]["responses"]
    operations = [
        _operation(address, methods["get"], refusals)
        for address, methods in schema["paths"].items()
        if "get" in methods
    ]
    records = [_record(name, record) for name, record in sorted(schema["components"]["schemas"].items())]
    context = {
        "section": "about",
        "chapters": in_chapters(operations),
        "records": records,
        "refusals": [_refusal(name, answer) for name, answer in refusals.items()],
    }
    return kept_by_content(request, render(request, "timeline/api_docs.html", context))


def _operation(address: str, operation: dict, refusals: dict) -> dict:
    given = operation.get("parameters", ())
    (media_type, content), *_rest = operation["responses"]["200"]["content"].items()
    question = _question(address, given) if "example" in content else ""
    needs_an_answer = any(each.get("required") for each in given)
    return {
        "id": operation["operationId"],
        "address": address,
        # What must be asked something is linked with the question of its example.
        "link": (question if needs_an_answer else address) if "{" not in address else "",
        "words": coded(operation.get("description", "")),
        "media_type": media_type,
        "answers": _name_of(content["schema"]),
        "question": question,
        "example": _written(content["example"]) if "example" in content else "",
        "parameters": [
            {
                "name": each["name"],
                "words": coded(each.get("description", "")),
                "many": said_of(operation["operationId"], each["name"]).many,
                "example": said_of(operation["operationId"], each["name"]).example,
                "choices": each["schema"].get("items", each["schema"]).get("enum", ()),
                "required": each.get("required", False),
            }
            for each in given
            if each["in"] == "query"
        ],
        "refusals": [
            (status, answer["$ref"].rpartition("/")[2] if "$ref" in answer else "")
            for status, answer in operation["responses"].items()
            if status != "200"
        ],
    }


def _question(address: str, parameters: Iterable[dict]) -> str:
    """The address with the values of the examples."""
    given = {each["name"]: each["example"] for each in parameters if "example" in each}
    path = address.replace("{slug}", str(given.pop("slug", "")))
    return f"{path}?{urlencode(given, doseq=True)}" if given else path


def _written(example: object) -> str:
    return example if isinstance(example, str) else json.dumps(example, ensure_ascii=False, indent=2)


def _refusal(name: str, answer: dict) -> dict:
    content = answer.get("content", {}).get("application/json", {})
    return {
        "name": name,
        "words": coded(answer["description"]),
        "headers": list(answer.get("headers", ())),
        "example": _written(content["example"]) if content else "",
    }


def _name_of(schema: dict) -> str:
    items = schema.get("properties", {}).get("results", {}).get("items", schema)
    return items.get("$ref", "").rpartition("/")[2]


def _record(name: str, schema: dict) -> dict:
    return {
        "name": name,
        "words": coded(schema.get("description", "")),
        "fields": [{"name": field, "type": _type_of(shape)} for field, shape in schema.get("properties", {}).items()],
    }


def _type_of(shape: dict) -> str:
    if "$ref" in shape:
        return shape["$ref"].rpartition("/")[2]
    if "anyOf" in shape or "oneOf" in shape:
        return " | ".join(_type_of(each) for each in shape.get("anyOf") or shape["oneOf"])
    kind = shape.get("type", "object")
    if kind == "array":
        return f"[{_type_of(shape.get('items', {}))}]"
    return " | ".join(kind) if isinstance(kind, list) else kind
