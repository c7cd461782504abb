"""Names of disputes: stable, and followed when a thing is renamed."""

import pytest

from timeline.dispute_names import name_of_order, renamed, slugs_in


def test_the_order_of_the_things_does_not_matter():
    assert name_of_order("first", ["b", "a", "c/2"]) == name_of_order("first", ["c/2", "a", "b"]) == "a:first:b:c/2"


@pytest.mark.parametrize(
    ("name", "slugs"),
    [
        ("entry:date:on", {"entry"}),
        ("entry:sequence:fall", {"entry", "fall"}),
        ("a:first:b:march/2", {"a", "b", "march"}),
        ("march/1:date:end", {"march"}),
        ("march/1:sequence", {"march"}),
        ("entry", {"entry"}),
        ("camp:side:yeprem", {"camp"}),
    ],
)
def test_the_things_are_read_from_the_name(name, slugs):
    assert slugs_in(name) == slugs


@pytest.mark.parametrize(
    ("name", "new"),
    [
        ("old:date:on", "new:date:on"),
        ("entry:date:on", "entry:date:on"),
        ("entry:sequence:old", "entry:sequence:new"),
        ("old:sequence:pact", "new:sequence:pact"),
        ("a:sequence:old", "a:sequence:new"),
        ("old:sequence:mob", "mob:sequence:new"),
        ("old/3:date:end", "new/3:date:end"),
        ("camp:side:old", "camp:side:old"),
        ("old", "new"),
        ("older:date", "older:date"),
        (":::", ":::"),
        ("", ""),
    ],
)
def test_a_renamed_thing_is_renamed_in_it(name, new):
    assert renamed(name, {"old": "new"}) == new
