"""Turns the fields of forms into what a browser would send of them, into words, and back."""

from collections.abc import Sequence

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _

Sent = tuple[str, ...]
NOTHING = "–"


def sent_from(field: BoundField) -> Sent:
    """What a browser would send of a field as the form first shows it."""
    value, widget = field.initial, field.field.widget
    if isinstance(widget, forms.CheckboxInput):
        return ("on",) if value else ()
    formatted = widget.format_value(field.field.prepare_value(value))
    if formatted is None:
        return ("",)
    if isinstance(formatted, list | tuple):
        return tuple(str(each) for each in formatted) or ("",)
    return (str(formatted),)


def ticked(sent: Sequence[str]) -> Sent:
    """A box as a browser sends it, whatever else may have been sent for it."""
    return ("on",) if any(text.lower() not in ("", "false") for text in sent) else ()


def alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two things sent mean the same: browsers end lines in their own way, and fields strip spaces."""
    return _plain(one) == _plain(other)


def _plain(sent: Sequence[str]) -> list[str]:
    return [text.replace("\r\n", "\n").strip() for text in sent if text.strip()]


def in_words(field: forms.Field, sent: Sequence[str]) -> str:
    """What was sent, as the form would show it: the label of a choice, the name of a record."""
    if isinstance(field.widget, forms.CheckboxInput):
        return _("yes") if sent else _("no")
    given = [text for text in sent if text.strip()]
    return ", ".join(_one_in_words(field, text) for text in given) or NOTHING


def _one_in_words(field: forms.Field, text: str) -> str:
    if isinstance(field, forms.ModelChoiceField):
        try:
            record = field.to_python(text)
        except forms.ValidationError:
            return text
        return str(record)
    choices = getattr(field, "choices", None)
    if choices is not None:
        return str(dict(_flat(choices)).get(text, text))
    return text


def _flat(choices):
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from ((str(each), words) for each, words in label)
        else:
            yield str(value), label
