"""Lets one save at a time through: whoever saw an older version than the one that is kept has been overtaken."""

from django.db import models

from timeline.recording import current


class Overtaken(Exception):
    """Somebody else saved the record first; nothing was written. Show both versions and let the editor choose."""


def take_turn(record: models.Model, seen: int | None) -> None:
    """Raise the version of a kept record from the one that was seen, in one statement that no other save can share.

    seen: the version its editor began from; None takes the one it was read with. Raises Overtaken.
    """
    version = record.version if seen is None else seen
    if recording := current():
        recording.watch([record])
    rows = type(record)._base_manager.filter(pk=record.pk, version=version)
    if not rows.update(version=version + 1):
        raise Overtaken
    record.version = version + 1
