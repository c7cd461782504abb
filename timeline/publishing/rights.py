"""Who may do what to a record: editors work on drafts and on what is in review, reviewers on all."""

from django.db import models

from timeline.models.vocabulary import Publication
from timeline.publishing.holders import holder_of
from timeline.publishing.kinds import KINDS

OPEN = (Publication.DRAFT, Publication.REVIEW)


def right(action: str, model: type[models.Model]) -> str:
    """The name of a permission: `timeline.publish_event`."""
    return f"{model._meta.app_label}.{action}_{model._meta.model_name}"


def may_publish(user, model: type[models.Model]) -> bool:
    """Whether this person may publish, send back and withdraw records of this kind."""
    return user.has_perm(right("publish", model))


def is_open_to(user, record: models.Model) -> bool:
    """Whether the standing of a record lets this person change it, or what is part of it.

    To a published record an editor may add draft claims, which count for nothing until they are published;
    what readers see, and what was taken from them, is changed by those alone who may publish it.
    """
    holder = holder_of(record)
    return holder is None or holder.publication in OPEN or may_publish(user, type(holder))


def may_change(user, record: models.Model) -> bool:
    """Whether this person may change this record, by permission and by its standing."""
    return user.has_perm(right("change", type(record))) and is_open_to(user, record)


def kinds_to_publish(user) -> tuple[str, ...]:
    """The kinds of records that this person may publish."""
    return tuple(kind for kind, model in KINDS.items() if may_publish(user, model))
