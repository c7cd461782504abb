"""Answers where a name may lie: candidates from the atlas and from the gazetteer."""

import re
from typing import TypedDict

from django.utils.translation import gettext as _

from geo.geocoding import Candidate, candidates
from timeline.api.views import PublicView
from timeline.parameters import Parameters, Unreadable
from timeline.problems import BadQuestion

_COUNTRY = re.compile("[A-Z]{2}")


class GeocodeCandidateBody(TypedDict):
    """A point a name may mean; geocoder says who proposes it, score runs from 0 to 1."""

    geocoder: str
    id: str
    name: str
    names: list[str]
    lat: float
    lon: float
    uncertainty_km: float | None
    country: str | None
    population: int | None
    score: float


class GeocodeBody(TypedDict):
    """What a name may mean, the likeliest first."""

    q: str
    candidates: list[GeocodeCandidateBody]


class GeocodeView(PublicView):
    """`q` in any spelling, `country` as a code of two letters: candidates, never a decision."""

    parameters = ("q", "country", "limit")
    required = ("q",)
    body = GeocodeBody

    def answer(self, request):
        parameters = Parameters(request.query_params)
        text = parameters.value("q")
        countries = parameters.read_all("country", _country)
        limit = parameters.whole_number("limit", 10, least=1, most=50)
        if text is None and not parameters.problems:
            parameters.refuse("missing", _("Which place? Give its name as q=Enzeli."), "q")
        if parameters.problems:
            raise BadQuestion(parameters.problems)
        found = candidates(text, countries=countries, limit=limit)
        return {"q": text, "candidates": [_body(candidate) for candidate in found]}


def _country(value: str) -> str:
    if not _COUNTRY.fullmatch(value.upper()):
        raise Unreadable("bad_country", _("This is a country's code of two letters, as IR."))
    return value.upper()


def _body(candidate: Candidate) -> dict:
    return {
        "geocoder": candidate.geocoder,
        "id": candidate.id,
        "name": candidate.name,
        "names": list(candidate.names[:20]),
        "lat": candidate.point.lat,
        "lon": candidate.point.lon,
        "uncertainty_km": candidate.uncertainty_km,
        "country": candidate.country or None,
        "population": candidate.population or None,
        "score": candidate.score,
    }
