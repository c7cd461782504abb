"""Shows the API's own description as a page, without any script."""

from django.shortcuts import render

from timeline.api.parameter_words import said_of
from timeline.api.schema import described
from timeline.views.kept import kept_by_content
from timeline.views.reading_only import reading_only


@reading_only
def docs(request):
    """Every address of the API: what it takes, what it answers, one example."""
    schema = described()
    operations = [
        _operation(address, methods["get"]) for address, methods in schema["paths"].items() if "get" in methods
    ]
    records = [_record(name, record) for name, record in sorted(schema["components"]["schemas"].items())]
    context = {"section": "about", "operations": operations, "records": records}
    return kept_by_content(request, render(request, "timeline/api_docs.html", context))


def _operation(address: str, operation: dict) -> dict:
    taken = [each for each in operation.get("parameters", ()) if each["in"] == "query"]
    (media_type, content), *_rest = operation["responses"]["200"]["content"].items()
    return {
        "id": operation["operationId"],
        "address": address,
        "link": None if "{" in address else address,
        "words": operation.get("description", ""),
        "media_type": media_type,
        "answers": _name_of(content["schema"]),
        "parameters": [
            {
                "name": each["name"],
                "words": each.get("description", ""),
                "many": said_of(operation["operationId"], each["name"]).many,
                "example": said_of(operation["operationId"], each["name"]).example,
            }
            for each in taken
        ],
    }


def _name_of(schema: dict) -> str:
    items = schema.get("properties", {}).get("results", {}).get("items", schema)
    return items.get("$ref", "").rpartition("/")[2]


def _record(name: str, schema: dict) -> dict:
    return {
        "name": name,
        "words": schema.get("description", ""),
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
