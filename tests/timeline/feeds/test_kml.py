"""KML 2.2: elements where the schema has them, times as long as what is known, nothing that XML cannot hold."""

from xml.etree import ElementTree

import pytest

from tests.timeline.feeds.records import CONTROLS

KML = "{http://www.opengis.net/kml/2.2}"
ATOM = "{http://www.w3.org/2005/Atom}"
# The order in which OGC 07-147r2 has the parts of each element that we write.
FEATURE = ["name", "link", "description", "TimeSpan", "TimeStamp", "styleUrl", "Style", "ExtendedData"]
ORDER = {
    "kml": ["Document"],
    "Document": [*FEATURE, "Folder"],
    "Folder": [*FEATURE, "Placemark"],
    "Placemark": [*FEATURE, "Point", "LineString", "MultiGeometry"],
    "TimeSpan": ["begin", "end"],
    "TimeStamp": ["when"],
    "Style": ["IconStyle", "LabelStyle", "LineStyle"],
    "IconStyle": ["color"],
    "LabelStyle": ["scale"],
    "LineStyle": ["color", "width"],
    "ExtendedData": ["Data"],
    "Data": ["value"],
    "Point": ["coordinates"],
    "LineString": ["tessellate", "coordinates"],
    "MultiGeometry": ["LineString"],
}
REPEATED = {"Placemark", "Folder", "Style", "Data", "LineString"}


@pytest.fixture(scope="module")
def document(fetched):
    return ElementTree.fromstring(fetched("atlas.kml"))  # noqa: S314 - our own


@pytest.fixture(scope="module")
def placemarks(document):
    return {each.get("id"): each for each in document.iter(f"{KML}Placemark")}


def test_every_element_stands_where_the_schema_has_it(document):
    for element in document.iter():
        tag = element.tag.rpartition("}")[2]
        parts = [part.tag.rpartition("}")[2] for part in element]
        order = ORDER.get(tag, [])
        assert set(parts) <= set(order), tag
        assert parts == sorted(parts, key=order.index), tag
        assert all(parts.count(part) == 1 or part in REPEATED for part in parts), tag


def test_names_of_elements_are_unique_and_every_style_is_there(document):
    names = [element.get("id") for element in document.iter() if element.get("id")]
    assert len(names) == len(set(names))
    for style in document.iter(f"{KML}styleUrl"):
        assert style.text.removeprefix("#") in names


TIMES = {
    "event-day": ("1909-07-13", None, None),
    "event-month": (None, "1909-07-01", "1909-07-31"),
    "event-year": (None, "1909-01-01", "1909-12-31"),
    "event-early": (None, "0622-01-01", "0622-12-31"),
    "event-some-day": (None, "1909-07-13", "1909-07-17"),
    "event-lasting": (None, "1908-06-01", "1909-04-30"),
    "event-open": (None, None, "1909-04-30"),
    "event-ongoing": (None, "1909-04-01", None),
    "event-undated": (None, None, None),
    "leg-march-1": (None, "1909-05-01", "1909-05-10"),
    "leg-march-2": (None, None, "1909-05-20"),
    "leg-march-3": (None, None, None),
}


@pytest.mark.parametrize("name", TIMES)
def test_a_time_is_as_long_as_what_is_known(placemarks, name):
    found = placemarks[name]
    paths = ("TimeStamp/when", "TimeSpan/begin", "TimeSpan/end")
    assert tuple(found.findtext("/".join(KML + part for part in path.split("/"))) for path in paths) == TIMES[name]


def test_the_document_says_whose_it_is(document):
    (whole,) = document
    assert whole.findtext(f"{KML}name") == "The Revolution"
    assert whole.find(f"{ATOM}link").get("href") == "http://testserver/"
    data = {each.get("name"): each.findtext(f"{KML}value") for each in whole.find(f"{KML}ExtendedData")}
    assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert "CC BY 4.0" in data["attribution"]


def test_sides_have_their_colours_and_what_did_not_happen_is_pale(document, placemarks):
    colours = {each.get("id"): each.findtext(f"{KML}LineStyle/{KML}color") for each in document.iter(f"{KML}Style")}
    assert colours["side-constitutionalists"] == "ff142a94"
    assert colours["side-constitutionalists-pale"] == "73142a94"
    assert placemarks["leg-march-1"].findtext(f"{KML}styleUrl") == "#side-constitutionalists"
    assert placemarks["leg-march-2"].findtext(f"{KML}styleUrl") == "#side-constitutionalists-pale"
    assert placemarks["event-year"].findtext(f"{KML}styleUrl") == "#no-side-pale"


def test_what_xml_cannot_hold_is_marked_as_replaced(placemarks):
    name = placemarks["event-hostile-4"].findtext(f"{KML}name")
    assert name == CONTROLS.translate(dict.fromkeys((0x07, 0x1B, 0x0C, 0xFFFE), "\ufffd"))


def test_movements_are_left_out_where_only_events_are_asked_for(fetched):
    asked = ElementTree.fromstring(fetched("atlas.kml?kind=battle"))  # noqa: S314 - our own
    events, movements = asked[0].findall(f"{KML}Folder")
    assert events.findall(f"{KML}Placemark")
    assert movements.findall(f"{KML}Placemark") == []


def test_what_is_read_of_a_description_is_plain_text(placemarks):
    lines = placemarks["event-day"].findtext(f"{KML}description").split("\n")
    assert lines[0] == "13 July 1909; Tabriz."
    assert "The sources disagree." in lines
    assert lines[-1] == "http://testserver/events/day/"
