"""Coordinates as editors type them: every notation in use is read, and what is none gets a sentence."""

import pytest

from geo.coordinates import Axis, CoordinateError, read_coordinate, split_pair, worded
from geo.points import Point

LATITUDES = [
    ("38.0667", 38.0667),
    ("38,0667", 38.0667),
    (" 38.0667° ", 38.0667),
    ("38°04′N", 38.0666667),
    ("38º 04’ 30” N", 38.075),
    ("38° 04' 30\" N", 38.075),
    ("38°04'30''", 38.075),
    ("38°4.5'S", -38.075),
    ("38°4,5′", 38.075),
    ("38 04 30", 38.075),
    ("N38 04 30", 38.075),
    ("38 deg 04 min 30 sec north", 38.075),
    ("۳۸٫۰۶۶۷", 38.0667),
    ("٣٨٫٠٦٦٧", 38.0667),
    ("۳۸°۰۴′ شمالی", 38.0666667),
    ("۳۸ درجه ۴ دقیقه ۳۰ ثانیه شمالي", 38.075),
    ("38°04′ с. ш.", 38.0666667),
    ("\u200e38.0667\u200f", 38.0667),
    ("+38.5", 38.5),
    ("−38.5", -38.5),
    ("38.5 S", -38.5),
    ("-0", 0.0),
    ("90", 90.0),
]


@pytest.mark.parametrize(("text", "degrees"), LATITUDES)
def test_a_latitude_is_read_in_every_notation(text, degrees):
    assert read_coordinate(text, Axis.LATITUDE) == pytest.approx(degrees, abs=1e-7)


@pytest.mark.parametrize(
    ("text", "degrees"), [("46°18′E", 46.3), ("۴۶٫۳ شرقی", 46.3), ("46.3 W", -46.3), ("180", 180.0), ("в.д.", None)]
)
def test_a_longitude_is_read_in_every_notation(text, degrees):
    if degrees is None:
        with pytest.raises(CoordinateError):
            read_coordinate(text, Axis.LONGITUDE)
    else:
        assert read_coordinate(text, Axis.LONGITUDE) == pytest.approx(degrees)


REFUSED = [
    ("", "unreadable", "can't be read as a latitude"),
    ("north", "unreadable", "“north”"),
    ("1e5", "unreadable", ""),
    ("nan", "unreadable", ""),
    ("38..1", "unreadable", ""),
    ("38.5°30′", "unreadable", ""),
    ("=38+1", "unreadable", ""),
    ("9" * 10_000, "unreadable", ""),
    ("38°60′", "minutes_too_many", "60 minutes"),
    ("38°10′75″", "minutes_too_many", ""),
    ("90.01", "off_globe", "between 90° south and 90° north"),
    ("46°18′E", "wrong_axis", "field for longitude"),
    ("-38°N", "sign_and_letter", "twice"),
    ("N 38 S", "sign_and_letter", ""),
]


@pytest.mark.parametrize(
    ("text", "code", "words"), REFUSED, ids=[code + str(n) for n, (_, code, _) in enumerate(REFUSED)]
)
def test_what_is_no_latitude_is_refused_with_a_sentence(text, code, words):
    with pytest.raises(CoordinateError) as refused:
        read_coordinate(text, Axis.LATITUDE)
    assert (refused.value.code, refused.value.value) == (code, text)
    assert words in refused.value.message
    assert len(refused.value.message) < 260


PAIRS = [
    ("38°04′N 46°18′E", (38.0667, 46.3)),
    ("46°18′E, 38°04′N", (38.0667, 46.3)),
    ("38°04′30″N46°18′00″E", (38.075, 46.3)),
    ("38°04′ 46°18′", (38.0667, 46.3)),
    ("38.07, 46.3", (38.07, 46.3)),
    ("38.07,46.3", (38.07, 46.3)),
    ("38.07\t46.3", (38.07, 46.3)),
    ("38,07 46,3", (38.07, 46.3)),
    ("38,07; 46,3", (38.07, 46.3)),
    ("38,07, 46,3", (38.07, 46.3)),
    ("38,07,46,3", (38.07, 46.3)),
    ("۳۸٫۰۷، ۴۶٫۳", (38.07, 46.3)),
    ("38 04 30 N 46 18 00 E", (38.075, 46.3)),
    ("-12 -30", (-12.0, -30.0)),
]


@pytest.mark.parametrize(("text", "point"), PAIRS)
def test_both_coordinates_in_one_text_are_parted(text, point):
    latitude, longitude = split_pair(text)
    read = read_coordinate(latitude, Axis.LATITUDE), read_coordinate(longitude, Axis.LONGITUDE)
    assert read == pytest.approx(point, abs=1e-4)


@pytest.mark.parametrize(
    "text",
    ["38.07", "38,07", "38°04′30″N", "38 04 30", "", "Tabriz", "38°N 39°N", "46.3 E 38.07", "1 2 3 4 5", "9" * 999],
)
def test_what_gives_one_coordinate_or_none_is_not_parted(text):
    assert split_pair(text) is None


@pytest.mark.parametrize(
    ("point", "words"),
    [
        (Point(38.0667, 46.3), "38°04′00″N 46°18′00″E"),
        (Point(-0.5, -12.99999), "0°30′00″S 13°00′00″W"),
    ],
)
def test_a_point_is_worded_to_the_nearest_second(point, words):
    assert worded(point) == words
