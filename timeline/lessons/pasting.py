"""Takes the view out of what an editor pastes: the whole address of a view, or what stands behind its question mark."""

from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from timeline.addressed import leads_to
from timeline.embedding.state import OPTION_KEYS, address_with
from timeline.lessons.states import StepState, query_of, read_state
from timeline.models import Atlas
from timeline.problems import Problem

# The reader's own ground and language, and where in a lesson the view was seen, are no part of it.
LEFT = (*OPTION_KEYS, "lesson", "step")
OF_AN_ATLAS = ("front", "atlas", "embed-front", "embed-atlas")


def pasted_state(text: str, atlas: Atlas) -> StepState:
    """The state in a pasted address, or in a query string; of an address of something else only problems.

    The host is not looked at: an address may come from a copy, or from before the site moved.
    """
    text = text.strip()
    if "://" not in text and not text.startswith("/"):
        return read_state(text)
    try:
        parts = urlsplit(text)
        found = resolve(parts.path or "/")
    except (ValueError, Resolver404):
        found = None
    if found is None or found.url_name not in OF_AN_ATLAS:
        message = _("This is not the address of a view: open the atlas, show what you want, and copy its address.")
        return StepState("", (Problem("not_a_view", message, "", text),))
    if problem := _of_another(found.kwargs.get("slug", ""), atlas):
        return StepState("", (problem,))
    query = query_of(parts.query)
    if query is None:
        return read_state(parts.query)
    pairs = [(key, value) for key, values in query.lists() for value in values if key not in LEFT]
    return read_state(address_with("", pairs))


def _of_another(slug: str, atlas: Atlas) -> Problem | None:
    """Why an address of the atlas of this slug, "" for that at the front, is none of this atlas."""
    if atlas.is_default if not slug else atlas.slug in (slug, leads_to("atlas", slug)):
        return None
    shown = Atlas.objects.filter(slug=slug) if slug else Atlas.objects.filter(is_default=True)
    title = shown.values_list("title", flat=True).first() or slug
    message = _("This address opens “%(other)s”, and the lesson is told in “%(atlas)s”: paste one of that atlas.")
    return Problem("in_another_atlas", message % {"other": title, "atlas": atlas.title}, "", slug)
