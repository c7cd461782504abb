"""Finds the record with a way to the reader that another is a part of: the march of a leg, the bearer of a name."""

from django.db import models

from timeline.publishing.kinds import KINDS

# By the model of the part: the columns, of which one leads towards the record that holds it.
HOLDING = {
    "leg": ("movement",),
    "mover": ("movement",),
    "legstop": ("leg",),
    "relation": ("from_event",),
    "participation": ("event", "movement"),
    "name": ("place", "person", "force", "work"),
    "theatre": ("atlas",),
    "side": ("atlas",),
    "period": ("atlas",),
    "lessonstep": ("lesson",),
}


def holder_of(record: models.Model) -> models.Model | None:
    """The record itself where it is published by itself, else the one it is a part of; None where it is of none."""
    kind = record._meta.model_name
    if kind in KINDS:
        return record
    for column in HOLDING.get(kind, ()):
        if getattr(record, f"{column}_id") is not None:
            return holder_of(getattr(record, column))
    return None
