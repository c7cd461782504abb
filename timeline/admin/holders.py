"""Raises the versions of records on whose pages an editor sees what is being saved."""

from django.db import models
from django.db.models import F


def raise_holders(site, record: models.Model) -> None:
    """Raise the version of every record whose form holds this one as a row: its editor has seen it otherwise.

    site: the admin site; one query for each form that holds such rows.
    """
    for holder, column in _holders(site, type(record)):
        if key := getattr(record, f"{column}_id"):
            holder._base_manager.filter(pk=key).update(version=F("version") + 1)


def _holders(site, model: type[models.Model]) -> list[tuple[type[models.Model], str]]:
    """The models whose admin forms edit rows of this one, with the column by which the row belongs to them."""
    found = []
    for holder, model_admin in site._registry.items():
        for inline in getattr(model_admin, "inlines", ()):
            only_read = inline.fields and set(inline.fields) <= set(inline.readonly_fields)
            if inline.model is model and not only_read and hasattr(holder, "version"):
                found.append((holder, inline.fk_name or _column_to(model, holder)))
    return found


def _column_to(model: type[models.Model], holder: type[models.Model]) -> str:
    return next(field.name for field in model._meta.concrete_fields if field.related_model is holder)


def raise_versions(formset) -> None:
    """Let every row of a formset that is about to be saved be newer than any page that shows it."""
    for form in formset.initial_forms:
        if form.has_changed() and hasattr(form.instance, "version"):
            form.instance.version += 1
