"""The rules of CSL-JSON (citationstyles.org, csl-data.json for CSL 1.0.2), as far as the atlas can meet them."""

from timeline.citing.kinds import TYPES

TEXT = {"type": "string"}
LOOSE = {"type": ["string", "number"]}
NAME = {
    "type": "object",
    "additionalProperties": False,
    "properties": dict.fromkeys(("family", "given", "literal", "suffix", "non-dropping-particle"), TEXT),
    "anyOf": [{"required": ["family"]}, {"required": ["literal"]}],
}
DATE = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": ["string", "number"]}},
        },
        "season": LOOSE,
        "circa": {"type": ["string", "number", "boolean"]},
        "literal": TEXT,
        "raw": TEXT,
    },
}
NAMES = {"type": "array", "items": NAME}
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "additionalProperties": False,
        "properties": {
            "id": LOOSE,
            "type": {"enum": sorted(TYPES)},
            **dict.fromkeys(("author", "editor", "translator"), NAMES),
            **dict.fromkeys(("issued", "accessed"), DATE),
            **dict.fromkeys(("volume", "issue", "page"), LOOSE),
            **dict.fromkeys(
                ("title", "title-short", "container-title", "publisher", "language", "note", "genre"), TEXT
            ),
            **dict.fromkeys(("URL", "DOI"), TEXT),
            "custom": {"type": "object"},
        },
    },
}
