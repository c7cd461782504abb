"""Spares queries ordered by names of columns half of the time in which Django writes them.

So that an ordering can refer to something selected, Django makes a position and a hash of everything that a query
selects: 4 µs a column, as long as all the rest of writing the query down. An ordering that is a plain name can refer
to nothing but a value with that name (`annotate`, `values`), and what is selected is then not looked through.
"""

from collections.abc import Iterable, Iterator

from django.db.models.sql.compiler import SQLCompiler

SLOWLY = SQLCompiler._order_by_pairs


def order_by_pairs(compiler: SQLCompiler) -> Iterable[tuple]:
    """Django's own pairs of an ordering and whether it refers to something selected."""
    if not _by_columns(compiler):
        return SLOWLY(compiler)
    selected, compiler.select = compiler.select, []
    try:
        return list(SLOWLY(compiler))
    finally:
        compiler.select = selected


def _by_columns(compiler: SQLCompiler) -> bool:
    query = compiler.query
    if query.combinator or query.extra_order_by:
        return False
    named = {alias for _expression, _sql, alias in compiler.select or () if alias}
    return all(isinstance(each, str) and each.lstrip("-") not in named for each in _orderings(query))


def _orderings(query) -> Iterator:
    yield from query.order_by
    if query.default_ordering and not query.order_by and (meta := query.get_meta()):
        yield from meta.ordering


def install() -> None:
    """Have all queries written so; done once, when the application is ready."""
    SQLCompiler._order_by_pairs = order_by_pairs
