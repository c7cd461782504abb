"""What the kinds of places are called in the Getty thesaurus (AAT), and which kind a type of another gazetteer is."""

from geo.folding import fold
from geo.models import PlaceKind

# Concepts of the Art & Architecture Thesaurus, as the World Historical Gazetteer lists them for places;
# kinds without a fitting one have none.
AAT = {
    "city": "300008389", "capital": "300008389", "town": "300008375", "village": "300008372", "port": "300120599",
    "quarter": "300000745", "mosque": "300007544", "palace": "300005734", "fort": "300006888",
    "mountain": "300008795", "desert": "300008916", "river": "300008707", "sea": "300008694",
    "region": "300182722", "province": "300000774", "country": "300387506",
}  # fmt: skip
# The feature classes of GeoNames, of which Linked Places asks for one: A administrative, H water, L areas and places
# of no settled character, P populated, S sites and buildings, T landforms.
FEATURE_CLASSES = {
    "capital": "P", "city": "P", "town": "P", "village": "P", "port": "P", "quarter": "P",
    "gate": "S", "mosque": "S", "shrine": "S", "palace": "S", "parliament": "S", "legation": "S", "consulate": "S",
    "telegraph": "S", "bazaar": "S", "fort": "S", "mountain": "T", "desert": "T", "river": "H", "sea": "H",
    "region": "L", "province": "A", "country": "A", "other": "L",
}  # fmt: skip
_WIDER = {"300008347": "town", "300128207": "country", "300006891": "fort", "300008678": "port"}
_ALSO = {
    "settlement": "town", "populated place": "town", "inhabited place": "town", "capital city": "capital",
    "market town": "town", "harbor": "port", "harbour": "port", "fortress": "fort", "castle": "fort",
    "market": "bazaar", "neighborhood": "quarter", "district": "quarter", "nation": "country", "state": "country",
    "city gate": "gate", "mount": "mountain", "tomb": "shrine",
}  # fmt: skip
_BY_NAME = {fold(str(name)): kind.value for kind in PlaceKind for name in (kind.value, kind.label)} | _ALSO
_BY_CONCEPT = _WIDER | {concept: kind for kind, concept in reversed(AAT.items())}


def type_of(kind: str, label: str) -> dict:
    """The `types` entry of a kind; `label` is its word for a reader."""
    entry = {"label": label, "sourceLabels": [{"label": kind, "lang": "en"}]}
    return {"identifier": f"aat:{AAT[kind]}", **entry} if kind in AAT else entry


def kind_of(names: list[str], identifier: str) -> str:
    """The kind that a type of this identifier and these labels is, "" where it is none of ours."""
    named = next((_BY_NAME[fold(name)] for name in names if fold(name) in _BY_NAME), "")
    concept = identifier.rstrip("/").rpartition("/")[2].rpartition(":")[2]
    return named or _BY_CONCEPT.get(concept, "")
