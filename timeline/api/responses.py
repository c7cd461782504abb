"""Describes for OpenAPI how addresses answer where there is no body to give, each refusal with an example."""

from django.utils.translation import gettext as _
from rest_framework import exceptions

from timeline.api.errors import Unknown, Withdrawn, handle
from timeline.problems import BadQuestion, Problem

ERROR = {
    "type": "object",
    "description": "A refusal: what is wrong first, and all that is wrong in `errors` where there is more.",
    "required": ["error"],
    "properties": {
        "error": {"$ref": "#/components/schemas/Problem"},
        "errors": {"type": "array", "items": {"$ref": "#/components/schemas/Problem"}},
    },
    "additionalProperties": False,
}
PROBLEM = {
    "type": "object",
    "description": "What is wrong: a code that never changes, a sentence, the field and the value given.",
    "required": ["code", "message", "field", "value"],
    "properties": {name: {"type": "string"} for name in ("code", "message", "field", "value")},
    "additionalProperties": False,
}
# The name of each answer among the components, by its status.
ALWAYS = {"304": "Kept", "400": "BadQuestion", "405": "OnlyForReading", "412": "UnmetCondition"}
OF_RECORDS = {"301": "Renamed", "404": "Unknown", "410": "Withdrawn"}
THROTTLED = {"429": "TooMany"}


def statuses(*, is_record: bool, is_throttled: bool) -> dict[str, dict]:
    """What an address may answer beside 200: references to the components below."""
    named = ALWAYS | (OF_RECORDS if is_record else {}) | (THROTTLED if is_throttled else {})
    return {status: {"$ref": f"#/components/responses/{name}"} for status, name in sorted(named.items())}


def components() -> dict[str, dict]:
    """The answers by name. The bodies of refusals are made by what makes them when it happens."""
    kind = Problem("bad_choice", _("This is one of: battle, siege."), "kind", "fight")
    window = Problem("bad_date", _("“yesterday” is no date in EDTF."), "from", "yesterday")
    unmet = Problem("unmet_condition", _("The record is not in the state this request asks for."), "If-Match", '"x"')
    return {
        "Kept": {"description": "The copy that the request names is still good.", "headers": _headers("ETag")},
        "Renamed": {"description": "The record has another name now.", "headers": _headers("Location")},
        "BadQuestion": _refusal("A bad value, or a parameter that is not known.", BadQuestion([kind, window])),
        "Unknown": _refusal("There is no such record.", Unknown("event", "nobody-knows")),
        "OnlyForReading": _refusal("This address can only be read.", exceptions.MethodNotAllowed("POST"), "Allow"),
        "Withdrawn": _refusal("The record was published once, and is not any more.", Withdrawn("event", "gone")),
        "UnmetCondition": _example("`If-Match` names another state.", {"error": unmet.body()}),
        "TooMany": _refusal("Too many questions from one address.", exceptions.Throttled(wait=12), "Retry-After"),
    }


HEADERS = {
    "ETag": "Names this state of the answer; send it as `If-None-Match`.",
    "Last-Modified": "When any record, or the program, last changed.",
    "Cache-Control": "How long a copy may be kept.",
    "Location": "The address of today.",
    "Allow": "What can be done here: GET, HEAD, OPTIONS.",
    "Retry-After": "In how many seconds to ask again.",
    "Link": "The pages beside this one, or the licence.",
    "Content-Disposition": "The name of the file.",
}


def _headers(*names: str) -> dict[str, dict]:
    return {name: {"description": HEADERS[name], "schema": {"type": "string"}} for name in names}


def headers_of_answers(*, is_list: bool, is_document: bool) -> dict[str, dict]:
    """The headers of a 200."""
    more = (("Link",) if is_list else ()) + (("Content-Disposition", "Link") if is_document else ())
    return _headers("ETag", "Last-Modified", "Cache-Control", *more)


def _refusal(words: str, exception: Exception, *headers: str) -> dict:
    return _example(words, handle(exception, {}).data, *headers)


def _example(words: str, body: dict, *headers: str) -> dict:
    schema = {"$ref": "#/components/schemas/Error"}
    found = {"description": words, "content": {"application/json": {"schema": schema, "example": body}}}
    return found | ({"headers": _headers(*headers)} if headers else {})
