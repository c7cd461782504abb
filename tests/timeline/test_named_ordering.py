"""Queries are written as Django writes them, without looking through what they select where that is needless."""

import pytest
from django.db import connection
from django.db.models import Count, F, Value
from django.db.models.functions import Lower
from django.db.models.sql.compiler import PositionRef, SQLCompiler

from timeline import named_ordering
from timeline.models import Claim, Event, Source


def _slugs(model):
    return model.objects.order_by().values("slug")


BY_NAME = {
    "by the order of the model": lambda: Claim.objects.all(),
    "in no order": lambda: Claim.objects.order_by(),
    "by a column": lambda: Event.objects.order_by("-slug"),
    "by the primary key": lambda: Event.objects.order_by("pk"),
    "by a record and its own order": lambda: Event.objects.order_by("atlas", "title"),
    "by a column of a record": lambda: Claim.objects.select_related("source").order_by("source__title", "-key"),
    "backwards": lambda: Claim.objects.reverse(),
    "at random": lambda: Event.objects.order_by("?"),
    "different ones": lambda: Claim.objects.values_list("source", flat=True).order_by("key").distinct(),
    "by what is not selected": lambda: Event.objects.alias(many=Count("claims")).order_by("-many"),
    "with what is not ordered by": lambda: Event.objects.annotate(many=Count("claims")).order_by("slug"),
}
BY_WHAT_IS_SELECTED = {
    "by a value": lambda: Event.objects.annotate(many=Count("claims")).order_by("-many"),
    "by a selected column": lambda: Event.objects.values_list("slug", "title").order_by("slug"),
    "by a renamed column": lambda: Event.objects.values(word=F("title")).order_by("word", "slug"),
    "by an expression": lambda: Event.objects.order_by(Lower("title")),
    "by an expression that is selected": lambda: Event.objects.annotate(low=Lower("title")).order_by(Lower("title")),
    "by a reference": lambda: Event.objects.annotate(low=Lower("title")).order_by(F("low").desc(nulls_last=True)),
    "by a constant": lambda: Event.objects.order_by(Value("one"), "slug"),
    "two together": lambda: _slugs(Event).union(_slugs(Source)).order_by("slug"),
    "by what is extra": lambda: Event.objects.extra(select={"one": "1"}).extra(order_by=["one"]),
}  # fmt: skip
QUERIES = BY_NAME | BY_WHAT_IS_SELECTED


@pytest.mark.parametrize("name", QUERIES)
@pytest.mark.django_db
def test_a_query_is_written_as_django_writes_it(name, monkeypatch):
    ours = QUERIES[name]().query.get_compiler(connection=connection).as_sql()
    monkeypatch.setattr(SQLCompiler, "_order_by_pairs", named_ordering.SLOWLY)
    assert ours == QUERIES[name]().query.get_compiler(connection=connection).as_sql()
    list(QUERIES[name]())


@pytest.mark.parametrize("name", BY_NAME)
def test_what_is_selected_is_not_looked_through_for_a_name(name, monkeypatch):
    asked = []
    monkeypatch.setattr(PositionRef, "__init__", lambda *words: asked.append(words))
    QUERIES[name]().query.get_compiler(connection=connection).as_sql()
    assert asked == []


def test_every_query_is_written_so():
    assert SQLCompiler._order_by_pairs is named_ordering.order_by_pairs
