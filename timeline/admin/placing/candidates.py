"""What the geocoders propose for a place, worded for an editor, and signed so that nothing else is accepted."""

from dataclasses import asdict, dataclass

from django.core.signing import BadSignature, Signer
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from geo.gazetteer.countries import country_name
from geo.geocoding import ATLAS, GEONAMES, Candidate, candidates
from geo.geocoding_online import NOMINATIM, OnlineGeocodingFailed, online_candidates
from geo.models import PlaceKind
from geo.points import Point, distance_km

LONGEST = 200
MOST = 12


@dataclass(frozen=True, slots=True)
class Accepted:
    """A candidate as it goes through a form: everything that is recorded of it once the place is saved."""

    geocoder: str
    id: str
    query: str
    name: str
    lat: float
    lon: float
    km: float | None
    facts: str = ""

    @property
    def point(self) -> Point:
        return Point(self.lat, self.lon)

    @property
    def token(self) -> str:
        return _signer().sign_object(asdict(self))


def _signer() -> Signer:
    return Signer(salt="marchlines.candidate")


def accepted_in(token: str) -> Accepted | None:
    """The candidate of a token that this site made; None where it is anything else."""
    try:
        return Accepted(**_signer().unsign_object(token))
    except (BadSignature, TypeError, ValueError):
        return None


@dataclass(frozen=True, slots=True)
class Proposed:
    """A candidate in words; address: of the place itself where the atlas has it already, else ""."""

    accepted: Accepted
    number: int
    name: str
    facts: str
    distance: str
    address: str = ""

    def told(self) -> dict:
        """As the page's own script reads it."""
        point = self.accepted
        return {
            "token": point.token, "number": self.number, "name": self.name, "facts": self.facts,
            "distance": self.distance, "address": self.address, "lat": point.lat, "lon": point.lon, "km": point.km,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found; trouble: a sentence where a geocoder did not answer."""

    query: str
    proposed: tuple[Proposed, ...]
    trouble: str = ""

    @property
    def summary(self) -> str:
        if not self.query:
            return _("Type a name to search for, in any spelling.")
        if not self.proposed:
            return _(
                "Nothing is known under “%(query)s”. Try another spelling, pick the point on the map, or type its"
                " coordinates; where it is not known, leave the point empty."
            ) % {"query": self.query}
        return _("Choose one to move the point there; nothing is written before you save.")


def search(query: str, near: Point | None, *, but: str = "") -> Answer:
    """Ask the atlas, the packaged gazetteer and, where it is on, Nominatim; never raises.

    near: the point as it is, for the distances; but: slug of the place itself.
    """
    query = query.strip()[:LONGEST]
    if not query:
        return Answer("", ())
    found = [each for each in candidates(query, limit=MOST) if (each.geocoder, each.id) != (ATLAS, but)]
    trouble = ""
    try:
        found += online_candidates(query, language=(get_language() or "en")[:2])
    except OnlineGeocodingFailed as failure:
        trouble = _trouble(failure)
    return Answer(query, tuple(_proposed(n, each, query, near) for n, each in enumerate(found, start=1)), trouble)


def one_proposed(accepted: Accepted, near: Point | None) -> Proposed:
    """A candidate that was chosen before, for a form that is shown again."""
    return Proposed(accepted, 1, accepted.name, accepted.facts, _far(accepted.point, near))


def _proposed(number: int, each: Candidate, query: str, near: Point | None) -> Proposed:
    known = each.geocoder == ATLAS
    parts = _kind(each), country_name(each.country), _source(each.geocoder, each.id)
    accepted = Accepted(
        each.geocoder, each.id, query, each.name[:LONGEST], *each.point.lat_lon, each.uncertainty_km,
        ", ".join(part for part in parts if part),
    )  # fmt: skip
    return Proposed(
        accepted,
        number,
        each.name,
        accepted.facts,
        _far(each.point, near),
        f"/places/{each.id}/" if known else "",
    )


def _kind(each: Candidate) -> str:
    if each.kind in PlaceKind.values:
        return str(PlaceKind(each.kind).label)
    if each.kind:
        return each.kind
    if each.geocoder == GEONAMES:
        return _("inhabited place, %(people)s people today") % {"people": f"{each.population:,}"}
    return ""


def _source(geocoder: str, id_: str) -> str:
    if geocoder == ATLAS:
        return _("in this atlas already")
    if geocoder == GEONAMES:
        return _("GeoNames %(id)s") % {"id": id_.removeprefix("geonames:")}
    if geocoder == NOMINATIM:
        return _("OpenStreetMap %(id)s") % {"id": id_.removeprefix("osm:")}
    return geocoder


def _far(point: Point, near: Point | None) -> str:
    if near is None:
        return ""
    km = distance_km(near, point)
    if km < 0.05:
        return _("at the point as it is")
    return _("%(km)s km from the point as it is") % {"km": f"{km:.1f}" if km < 10 else f"{km:,.0f}"}


def _trouble(failure: OnlineGeocodingFailed) -> str:
    sentences = {
        "busy": _("Nominatim was asked a moment ago and answers once a second: search again for its candidates."),
        "unreachable": _("Nominatim did not answer; what you see comes from the packaged gazetteer."),
        "refused": _("Nominatim refuses this site: the operator should look at its user agent in the settings."),
    }
    return sentences[failure.code]
