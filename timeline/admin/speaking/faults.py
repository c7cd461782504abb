"""Says what to do about a value that a field cannot take, where Django says only that it cannot."""

from collections.abc import Iterator
from functools import cache

from django import forms
from django.forms.utils import pretty_name
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# By the class of a field, the most particular first.
_SENTENCES = (
    (
        forms.ModelMultipleChoiceField,
        {
            "invalid_choice": gettext_lazy("What was chosen here is no longer there: choose again."),
            "invalid_pk_value": gettext_lazy("What was chosen here is not there: choose again."),
            "invalid_list": gettext_lazy("These choices did not arrive whole: choose again."),
        },
    ),
    (
        forms.ModelChoiceField,
        {"invalid_choice": gettext_lazy("What was chosen here is no longer there: choose again.")},
    ),
    (
        forms.ChoiceField,
        {
            "invalid_choice": gettext_lazy("“%(value)s” is not offered here: choose one of those that are."),
            "invalid_list": gettext_lazy("These choices did not arrive whole: choose again."),
        },
    ),
    (forms.FloatField, {"invalid": gettext_lazy("This is no number: write it in figures, such as 2.5.")}),
    (forms.IntegerField, {"invalid": gettext_lazy("This is no whole number: write it in figures, such as 3.")}),
    (
        forms.SlugField,
        {
            "invalid": gettext_lazy(
                "“%(value)s” can't stand in an address: write Latin letters, figures, hyphens and underscores alone."
            )
        },
    ),
    (
        forms.URLField,
        {"invalid": gettext_lazy("This is no address of a page: write it whole, beginning with https://.")},
    ),
    (
        forms.EmailField,
        {"invalid": gettext_lazy("“%(value)s” is no address of e-mail: write it whole, such as name@example.org.")},
    ),
)
# Of every field; a code that a field does not know is never asked for.
_OF_ALL = {
    "max_length": gettext_lazy("This has %(show_value)s characters: shorten it to %(limit_value)s at most."),
    "min_length": gettext_lazy("This has %(show_value)s characters: write %(limit_value)s at least."),
    "min_value": gettext_lazy("%(show_value)s is too little: write %(limit_value)s or more."),
    "max_value": gettext_lazy("%(show_value)s is too much: write %(limit_value)s or less."),
    "null_characters_not_allowed": gettext_lazy("This holds a character that no text has: type it anew."),
    "unique": gettext_lazy("Another %(model_name)s has this already: write something else here."),
}


def speak(form) -> None:
    """Give each field of a form sentences for its faults; those that the form words itself are left."""
    for name, field in form.fields.items():
        own = _djangos(type(field))
        for code, sentence in _faults(name, field):
            if field.error_messages.get(code) is own.get(code):
                field.error_messages[code] = sentence


def _faults(name: str, field: forms.Field) -> Iterator[tuple[str, str]]:
    said = {"field": field.label or pretty_name(name)}
    chosen = isinstance(field, forms.ChoiceField | forms.ModelChoiceField)
    words = _("“%(field)s” is not chosen: choose one.") if chosen else _("“%(field)s” is empty: fill it in.")
    yield "required", words % said
    yield from _of_class(type(field)).items()


@cache
def _of_class(of: type[forms.Field]) -> dict[str, str]:
    """The sentences for the faults of a class of fields."""
    own = next((sentences for kind, sentences in _SENTENCES if issubclass(of, kind)), {})
    return {**_OF_ALL, **own}


@cache
def _djangos(of: type[forms.Field]) -> dict[str, str]:
    """The words that Django has for a field of this class."""
    found: dict[str, str] = {}
    for kind in reversed(of.__mro__):
        if kind.__module__.startswith("django."):
            found |= getattr(kind, "default_error_messages", {})
    return found
