"""Forms of records that speak in sentences, also where the database has the last word."""

from collections.abc import Mapping
from typing import ClassVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from timeline.admin.choosers import with_choosers
from timeline.admin.speaking.faults import speak


class SpokenForm(forms.ModelForm):
    """Labels and help stand in `Meta`, of fields that are no columns as well. `missing` says what to do where a
    field is empty; `rules` gives, by the name of a constraint, the field it is told at ("" is the whole form) and
    the sentence.
    """

    missing: ClassVar[Mapping[str, str]] = {}
    rules: ClassVar[Mapping[str, tuple[str, str]]] = {}
    # Whether it is one row of many, which has no room for all that can be done beside a chooser.
    is_a_row = True

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = (self._meta.labels or {}).get(name, field.label)
            field.help_text = (self._meta.help_texts or {}).get(name, field.help_text)
            self._leave_tools(field.widget)
            if name in self.missing:
                field.error_messages["required"] = self.missing[name]
        speak(self)
        with_choosers(self)

    def _leave_tools(self, widget) -> None:
        """Beside a chooser nothing is deleted, and in a row nothing is changed: it is added or looked at."""
        if hasattr(widget, "can_delete_related"):
            widget.can_delete_related = False
            widget.can_change_related = widget.can_change_related and not self.is_a_row

    def _update_errors(self, errors):
        super()._update_errors(self._in_words(errors))

    def _in_words(self, errors: ValidationError) -> ValidationError:
        """The errors of a model with what its constraints refuse told at the fields concerned."""
        found = dict(errors.error_dict) if hasattr(errors, "error_dict") else {NON_FIELD_ERRORS: errors.error_list}
        for error in found.pop(NON_FIELD_ERRORS, ()):
            field, told = self._told(error)
            found.setdefault(field if field in self.fields else NON_FIELD_ERRORS, []).append(told)
        return ValidationError(found)

    def _told(self, error: ValidationError) -> tuple[str, ValidationError]:
        code = _broken(self._meta.model, error)
        if code in self.rules:
            field, sentence = self.rules[code]
            return field, ValidationError(sentence, code=code)
        return "", error


def _broken(model, error: ValidationError) -> str:
    """The name of the constraint that a model's error comes of, or ""."""
    checked = tuple((error.params or {}).get("unique_check", ()))
    for constraint in model._meta.constraints:
        if checked and tuple(getattr(constraint, "fields", ())) == checked:
            return constraint.name
        if constraint.get_violation_error_message() == error.message:
            return constraint.name
    return ""


class SpokenFormSet(forms.BaseInlineFormSet):
    """The rows of an inline, which say in a sentence where two of them are the same."""

    def get_unique_error_message(self, unique_check):
        return _("Two rows have the same %(fields)s: change one of them.") % {"fields": self._named(unique_check)}

    def get_form_error(self):
        return _("Another row says the same: change this one, or take it out.")

    def _named(self, names) -> str:
        labels = [str(self.form.base_fields[name].label) for name in names if name in self.form.base_fields]
        return get_text_list(labels or list(names), _("and"))
