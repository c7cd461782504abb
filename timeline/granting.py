"""Grants permissions to the groups that are roles, in migrations: before Django has made the permissions.

Django makes permissions after all migrations have run. A migration that grants them makes those it needs,
by the same names; Django then finds them there. Nothing here imports a live model.
"""

from collections.abc import Iterable

EDITOR, REVIEWER, ADMINISTRATOR = "Editor", "Reviewer", "Administrator"
ACTIONS = ("view", "add", "change", "delete")


def grant(apps, alias: str, role: str, permissions: Iterable[str]) -> None:
    """Give the group `role` these permissions ("timeline.change_event"); what it has already it keeps.

    apps: the registry of the migration, or the live one. LookupError where a permission has no model.
    """
    group, _new = apps.get_model("auth", "Group").objects.using(alias).get_or_create(name=role)
    group.permissions.add(*(_permission(apps, alias, named) for named in permissions))


def _permission(apps, alias: str, named: str):
    app, _dot, codename = named.partition(".")
    action, _line, model_name = codename.partition("_")
    model = apps.get_model(app, model_name)
    subject, _new = (
        apps.get_model("contenttypes", "ContentType")
        .objects.using(alias)
        .get_or_create(app_label=app, model=model_name)
    )
    words = dict(model._meta.permissions).get(codename, f"Can {action} {model._meta.verbose_name}")
    permissions = apps.get_model("auth", "Permission").objects.using(alias)
    return permissions.get_or_create(content_type=subject, codename=codename, defaults={"name": words})[0]


def every(app: str, *models: str, actions: Iterable[str] = ACTIONS) -> tuple[str, ...]:
    """The permissions to do each of `actions` with each of `models`."""
    return tuple(f"{app}.{action}_{model}" for model in models for action in actions)
