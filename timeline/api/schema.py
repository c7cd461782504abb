"""Describes the API in OpenAPI from what each view declares: its parameters and the shape of its body."""

from functools import cache
from typing import Any

from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ResolvedComponent
from drf_spectacular.utils import OpenApiParameter

from timeline.api.parameter_words import said_of
from timeline.api.shapes import schema_of

REFUSALS = {400: "bad parameter", 404: "unknown", 410: "withdrawn", 429: "too many questions"}
ERROR = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {"$ref": "#/components/schemas/Problem"},
        "errors": {"type": "array", "items": {"$ref": "#/components/schemas/Problem"}},
    },
}
PROBLEM = {
    "type": "object",
    "description": "What is wrong: a code that never changes, a sentence, the field and the value given.",
    "required": ["code", "message", "field", "value"],
    "properties": {name: {"type": "string"} for name in ("code", "message", "field", "value")},
}


class PublicSchema(AutoSchema):
    """Reads `parameters`, `body`, `media_type`, `listed` and further statuses, `refused`, off a PublicView."""

    def get_override_parameters(self) -> list[OpenApiParameter]:
        made = []
        for name in (*self.view.parameters, "lang"):
            said = said_of(self.get_operation_id(), name)
            made.append(
                OpenApiParameter(
                    name=name,
                    description=str(said.words),
                    type={"type": said.type} if not said.many else {"type": "array", "items": {"type": said.type}},
                    required=name in getattr(self.view, "required", ()),
                    explode=True if said.many else None,
                )
            )
        return made

    def get_description(self) -> str:
        return " ".join((type(self.view).__doc__ or "").split())

    def get_tags(self) -> list[str]:
        return [self.path.removeprefix("/api/v1/").strip("/").partition("/")[0] or "index"]

    def get_operation_id(self) -> str:
        return type(self.view).__name__.removesuffix("View")

    def get_response_serializers(self) -> dict[int, Any]:
        self._component("Problem", PROBLEM)
        error = self._component("Error", ERROR)
        return {200: self._body(), **dict.fromkeys([*REFUSALS, *getattr(self.view, "refused", ())], error)}

    def map_renderers(self, attribute: str) -> list[str]:
        if attribute == "media_type":
            return [getattr(self.view, "media_type", "application/json")]
        return super().map_renderers(attribute)

    def _body(self) -> dict:
        hint = getattr(self.view, "body", None)
        if hint is None:
            return {"type": "object", "additionalProperties": True}
        one = schema_of(hint, self._component)
        if not getattr(self.view, "listed", False):
            return one
        nullable_text = {"type": ["string", "null"]}
        return {
            "type": "object",
            "required": ["count", "says", "next", "previous", "results"],
            "properties": {
                "count": {"type": ["integer", "null"]},
                "count_at_least": {"type": "integer"},
                "says": {"type": "string", "description": "The filters in words."},
                "next": nullable_text,
                "previous": nullable_text,
                "results": {"type": "array", "items": one},
            },
        }

    def _component(self, name: str, schema: dict) -> dict:
        component = ResolvedComponent(
            name=name, type=ResolvedComponent.SCHEMA, object=f"marchlines.{name}", schema=schema
        )
        self.registry.register_on_missing(component)
        return component.ref


@cache
def described() -> dict:
    """The whole schema as data, made once; not to be changed."""
    return SchemaGenerator().get_schema(request=None, public=True)
