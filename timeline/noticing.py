"""Notices saves and deletions of records while a recording is under way."""

from django.db import models
from django.db.models.signals import post_save, pre_delete, pre_save

from timeline.rearranging.plan import Row
from timeline.rearranging.rows import TABLES, image
from timeline.recording import current


def _before_save(sender, instance, raw=False, **_more) -> None:
    record = current()
    if record is not None and not raw and instance.pk is not None:
        record.watch_rows([Row(sender._meta.model_name, instance.pk)])


def _after_save(sender, instance, created, raw=False, **_more) -> None:
    record = current()
    if record is not None and created and not raw:
        record.made([instance])


def _before_delete(sender, instance, origin=None, **_more) -> None:
    record = current()
    if record is None:
        return
    if origin is instance:
        # It may have been changed in memory; what goes along has just been read.
        record.watch_rows([Row(sender._meta.model_name, instance.pk)])
    else:
        record.going(instance, image(instance))
    for table, column in _LOOSENED.get(sender, ()):
        record.watch(TABLES[table]._base_manager.filter(**{column: instance.pk}))


def _loosened() -> dict[type[models.Model], list[tuple[str, str]]]:
    """By model, the columns people fill that are emptied when a record goes, rather than going along."""
    found: dict[type[models.Model], list[tuple[str, str]]] = {}
    for table, model in TABLES.items():
        for field in model._meta.concrete_fields:
            if field.is_relation and field.editable and field.remote_field.on_delete is models.SET_NULL:
                found.setdefault(field.related_model, []).append((table, field.attname))
    return found


_LOOSENED = _loosened()


def listen() -> None:
    """Notice saves and deletions of records while a recording is under way; called once, when Django starts."""
    for model in TABLES.values():
        pre_save.connect(_before_save, sender=model, dispatch_uid="recording.before_save")
        post_save.connect(_after_save, sender=model, dispatch_uid="recording.after_save")
        pre_delete.connect(_before_delete, sender=model, dispatch_uid="recording.before_delete")
