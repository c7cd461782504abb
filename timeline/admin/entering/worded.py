"""Gives the fields of a form their labels, help and, where one is missing, a sentence that says what to do."""

from collections.abc import Mapping


def word(form, *, labels: Mapping = (), help_texts: Mapping = (), required: Mapping = ()) -> None:
    """Put words on the fields that a form has; a field that is not named keeps its own."""
    labels, help_texts, required = dict(labels), dict(help_texts), dict(required)
    for name, field in form.fields.items():
        field.label = labels.get(name, field.label)
        field.help_text = help_texts.get(name, field.help_text)
        if name in required:
            field.error_messages["required"] = required[name]
