"""Describes the API in OpenAPI from what each view declares: its parameters and the shape of its body."""

from functools import cache
from typing import Any

from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ResolvedComponent
from drf_spectacular.utils import OpenApiParameter

from timeline.api.formats.frame import FormatView
from timeline.api.parameter_words import Said, said_of
from timeline.api.responses import ERROR, PROBLEM, components, headers_of_answers, statuses
from timeline.api.shapes import schema_of
from timeline.parameters import MOST_VALUES

REFUSED = {"$ref": "#/components/schemas/Error"}
SLUG = {"type": "string", "pattern": "^[-a-zA-Z0-9_]{1,120}$"}


class PublicSchema(AutoSchema):
    """Reads `parameters`, `body`, `media_type`, `listed` and further statuses, `refused`, off a PublicView."""

    def get_override_parameters(self) -> list[OpenApiParameter]:
        made = list(getattr(self.view, "path_parameters", ()))
        for name in (*self.view.parameters, "lang"):
            said = self._said(name)
            one = said.schema()
            made.append(
                OpenApiParameter(
                    name=name,
                    description=str(said.words),
                    type={"type": "array", "items": one, "maxItems": MOST_VALUES} if said.many else one,
                    required=name in getattr(self.view, "required", ()),
                    explode=True if said.many else None,
                )
            )
        return made

    def _said(self, name: str) -> Said:
        """What a parameter takes here: what can be ordered by is the view's to say."""
        said = said_of(self.get_operation_id(), name)
        if name != "ordering":
            return said
        return said._replace(choices=tuple(sign + order for order in self.view.orderings for sign in ("", "-")))

    def get_description(self) -> str:
        return " ".join((type(self.view).__doc__ or "").split())

    def get_tags(self) -> list[str]:
        return [self.path.removeprefix("/api/v1/").strip("/").partition("/")[0] or "index"]

    def get_operation_id(self) -> str:
        # The same record at a second address, beside its page.
        second = "File" if self.path.endswith("}.json") else ""
        return type(self.view).__name__.removesuffix("View") + second

    def get_response_serializers(self) -> dict[int, Any]:
        self._component("Problem", PROBLEM)
        self._component("Error", ERROR)
        return {200: self._body()}

    def get_operation(self, *args, **kwargs) -> dict | None:
        """The operation with everything it may answer beside its body."""
        operation = super().get_operation(*args, **kwargs)
        if operation is None:
            return None
        found = operation["responses"].pop("200")
        found["description"] = "The answer."
        found["headers"] = headers_of_answers(
            is_list=getattr(self.view, "listed", False), is_document=isinstance(self.view, FormatView)
        )
        is_record = "{slug}" in self.path
        beside = statuses(is_record=is_record, is_throttled=bool(self.view.throttle_classes))
        further = {
            str(status): {"description": "Refused.", "content": {"application/json": {"schema": REFUSED}}}
            for status in getattr(self.view, "refused", ())
        }
        operation["responses"] = {"200": found, **beside, **further}
        for parameter in operation.get("parameters", ()):
            if parameter["in"] == "path":
                parameter["schema"] = SLUG if "/disputes/" not in self.path else {"type": "string", "minLength": 1}
                parameter["description"] = "The name of the record, as `id` has it."
        return operation

    def map_renderers(self, attribute: str) -> list[str]:
        if attribute == "media_type":
            one = getattr(self.view, "media_type", "application/json")
            return list(getattr(self.view, "media_types", [one]))
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
    found = SchemaGenerator().get_schema(request=None, public=True)
    found["components"]["responses"] = components()
    found["servers"] = [{"url": "/"}]
    return found
