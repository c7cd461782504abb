"""Says what a column holds as an editor would: choices by their labels, records by their names."""

import json

from django.db import models
from django.utils.translation import gettext as _

from timeline.history.calling import Names, sort_of

NOTHING = "–"


def worded(field: models.Field, value: object, names: Names) -> str:
    """The value of a column in words; "–" where there is none."""
    if value is None or value == "" or value == []:
        return NOTHING
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field.is_relation:
        return names.get((field.related_model, value), f"{sort_of(field.related_model._meta.model_name)} {value}")
    if isinstance(value, list) and all(isinstance(each, str | int | float) for each in value):
        return ", ".join(map(str, value))
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(dict(field.flatchoices).get(value, value))


def label(field: models.Field) -> str:
    """What a column is called."""
    return str(field.verbose_name)
