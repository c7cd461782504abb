"""GDAL reads what the formats with geometry say: every record, its point, its words in any script."""

import numpy
import pyogrio
import pytest

from tests.timeline.feeds.records import DIRECTION, FORMULA, HOSTILE, SCRIPT
from timeline.models import Leg, Movement


@pytest.fixture(scope="module")
def opened(fetched, tmp_path_factory):
    """opened("atlas.kml", "Events"): the fields by name, and the geometries as well-known binary."""
    folder = tmp_path_factory.mktemp("documents")

    def layer(address: str, name: str | None = None):
        path = folder / address
        path.write_bytes(fetched(address))
        meta, _ids, geometry, fields = pyogrio.raw.read(path, layer=name)
        return dict(zip(meta["fields"], fields, strict=True)), geometry

    return layer


def point(binary: bytes) -> tuple[float, float]:
    """Longitude and latitude of a point in well-known binary, little-endian; a height is left aside."""
    assert binary[:1] == b"\x01"
    assert int.from_bytes(binary[1:5], "little") % 1000 == 1
    return tuple(numpy.frombuffer(binary[5:21], "<f8"))


@pytest.mark.parametrize(
    ("address", "layer", "title", "name"),
    [
        ("events.geojson", None, "title", "id"),
        ("places.geojson", None, "title", "id"),
        ("movements.geojson", None, "title", "id"),
        ("atlas.kml", "Events", "Name", "id"),
        ("atlas.kml", "Movements", "Name", "id"),
    ],
)
def test_every_record_is_read_with_its_words(opened, hard_atlas, address, layer, title, name):
    fields, geometry = opened(address, layer)
    counts = {
        "events.geojson": hard_atlas.events.count(),
        "movements.geojson": Leg.objects.count() + Movement.objects.filter(legs=None).count(),
        "Events": hard_atlas.events.count(),
        "Movements": Leg.objects.count(),
    }
    assert len(geometry) == counts.get(layer or address, len(geometry))
    assert len(set(fields[name])) == len(geometry)
    joined = "\n".join(str(each) for each in fields[title])
    for text in (SCRIPT, FORMULA, DIRECTION):
        assert text in joined


def test_gdal_finds_the_points_of_events(opened):
    for address, layer, name in (("events.geojson", None, "day"), ("atlas.kml", "Events", "event-day")):
        fields, geometry = opened(address, layer)
        at = list(fields["id"]).index(name)
        assert point(geometry[at]) == pytest.approx((46.2919, 38.08))


def test_gdal_takes_an_event_without_a_point_for_one_without_a_point(opened):
    for address, layer, name in (("events.geojson", None, "undated"), ("atlas.kml", "Events", "event-undated")):
        fields, geometry = opened(address, layer)
        assert geometry[list(fields["id"]).index(name)] is None


def test_gdal_reads_persian(opened):
    fields, _geometry = opened("events.geojson")
    assert "روز" in list(fields["title_fa"])
    places, _geometry = opened("places.geojson")
    assert "تبریز" in list(places["name_fa"])


def test_gdal_reads_days_as_days(opened):
    fields, _geometry = opened("events.geojson")
    at = list(fields["id"]).index("day")
    assert str(fields["earliest"][at]) == "1909-07-13"
    fields, _geometry = opened("atlas.kml", "Events")
    named = {name: at for at, name in enumerate(fields["id"])}
    assert str(fields["timestamp"][named["event-day"]]).startswith("1909-07-13")
    assert str(fields["begin"][named["event-lasting"]]).startswith("1908-06-01")
    assert str(fields["end"][named["event-lasting"]]).startswith("1909-04-30")
    assert numpy.isnat(fields["begin"][named["event-open"]])
    assert numpy.isnat(fields["end"][named["event-ongoing"]])
    assert str(fields["begin"][named["event-early"]]).startswith("0622-01-01")
    assert str(fields["end"][named["event-month"]]).startswith("1909-07-31")


def test_gdal_draws_each_leg(opened):
    kinds = {1: "point", 2: "line", 5: "lines"}
    for address, layer, names in (
        ("movements.geojson", None, ("march/1", "march/2", "voyage/1")),
        ("atlas.kml", "Movements", ("leg-march-1", "leg-march-2", "leg-voyage-1")),
    ):
        fields, geometry = opened(address, layer)
        drawn = [geometry[list(fields["id"]).index(name)] for name in names]
        told = [kinds[int.from_bytes(each[1:5], "little") % 1000] if each else None for each in drawn]
        assert told == ["line", None, "lines"]


def test_text_is_inert_where_a_globe_shows_it_as_a_page(opened):
    fields, _geometry = opened("atlas.kml", "Events")
    for number in range(len(HOSTILE)):
        shown = fields["description"][list(fields["id"]).index(f"event-hostile-{number}")]
        assert "<" not in shown
        assert "http://testserver/events/hostile-" in shown
