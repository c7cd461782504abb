"""Spares ordered queries half of their time: a column says itself what it is.

Django compares every selected column of an ordered query with what it is ordered by, and learns what a column is
by binding the signature of its constructor: 80 µs a column, 20 ms for a query of claims with all they lean on. Said
directly it takes a fiftieth of that. The answer is Django's own, which the tests hold it to.
"""

from django.db.models.expressions import Col, Expression
from django.utils.functional import cached_property

SLOWLY = Expression.identity.func


def identity(column: Col) -> tuple:
    """What makes two columns the same: the class, and what it was made of."""
    args, kwargs = column._constructor_args
    if kwargs or len(args) not in (2, 3):
        return SLOWLY(column)
    alias, target, output_field = args if len(args) == 3 else (*args, None)
    said = Expression._identity
    return (
        type(column),
        ("alias", alias),
        ("target", said(target)),
        ("output_field", output_field and said(output_field)),
    )


def install() -> None:
    """Have all columns say it this way; done once, when the application is ready."""
    Col.identity = cached_property(identity)
    Col.identity.__set_name__(Col, "identity")
