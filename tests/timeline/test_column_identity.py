"""A column says of itself what Django would find out about it."""

import pytest
from django.db.models import CharField, DateTimeField
from django.db.models.expressions import Col, Expression

from geo.models import Place
from timeline import column_identity
from timeline.column_identity import SLOWLY
from timeline.models import Claim, Event

TITLE, SLUG, PLACE = (Event._meta.get_field(name) for name in ("title", "slug", "place"))
OTHERS_SLUG = Place._meta.get_field("slug")
COLUMNS = {
    "of a table": Col("timeline_event", TITLE),
    "of another name": Col("T4", TITLE),
    "of no table": Col(None, TITLE),
    "read as something else": Col("timeline_event", TITLE, DateTimeField()),
    "read as itself": Col("timeline_event", TITLE, TITLE),
    "named by word": Col("timeline_event", target=TITLE),
    "a key": Col("timeline_event", PLACE),
    "another": Col("timeline_event", SLUG),
    "of a model alike": Col("timeline_event", OTHERS_SLUG),
    "of no model": Col("timeline_event", CharField()),
}


@pytest.mark.parametrize("name", COLUMNS)
def test_it_says_what_django_finds(name):
    column = COLUMNS[name]
    assert column.identity == SLOWLY(column)
    assert hash(column) == hash(SLOWLY(column))


def test_columns_are_the_same_where_django_finds_them_so():
    for one in COLUMNS.values():
        for other in COLUMNS.values():
            assert (one == other) is (SLOWLY(one) == SLOWLY(other))


def test_every_column_says_it_this_way():
    assert Col.identity.real_func is column_identity.identity


def test_no_signature_is_inspected_for_the_columns_of_an_ordered_query(monkeypatch, db):
    asked = []
    monkeypatch.setattr(Expression, "_constructor_signature", property(asked.append))
    list(Claim.objects.select_related("source", "event__place").order_by("source__slug", "key"))
    assert asked == []
