"""Finds what an address of ours shows: an atlas, an event, a movement or a lesson, with the state that is in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.http import Http404, QueryDict
from django.urls import resolve
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from timeline.embedding.state import STATE_KEYS, address_with, pairs_of
from timeline.models import Atlas, Event, Lesson, Movement
from timeline.views.published import Moved, published

LONGEST_ADDRESS = 4000
FOLDERS = {"atlas": "a", "event": "events", "movement": "movements", "lesson": "lessons"}
RECORDS = {"atlas": Atlas, "event": Event, "movement": Movement, "lesson": Lesson}
# Names of addresses (timeline/urls.py): a page, or its embed, leads to the same record.
KINDS = {name: name.removeprefix("embed-") for kind in FOLDERS for name in (kind, f"embed-{kind}")}
USUAL_PORTS = {"http": ":80", "https": ":443"}


class UnreadableAddress(ValueError):
    """What was given is no web address; give a whole one, with https:// before it."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is shown: kind (atlas, event, movement or lesson), slug, title, the path of its page, the atlas it is told
    in, and `query`, the state as it stood in the address."""

    kind: str
    slug: str
    title: str
    page: str
    atlas: Atlas
    query: QueryDict

    @property
    def embed(self) -> str:
        """The path of its embed."""
        return f"/embed/{FOLDERS[self.kind]}/{self.slug}/"

    @property
    def of_atlas(self) -> "Target":
        """The atlas it is told in, with the record chosen, or the lesson begun."""
        named = f"lesson={self.slug}" if self.kind == "lesson" else f"at={self.kind}:{self.slug}"
        return _of_record("atlas", self.atlas, QueryDict(named))

    @property
    def named(self) -> str:
        """The part of the state that names records: "at=event:slug", "lesson=slug", or ""."""
        return address_with("", pairs_of(self.query, ("at", "lesson"))).removeprefix("?")

    def page_with(self, keys: Iterable[str] = STATE_KEYS) -> str:
        """The path of its page with these keys of the state."""
        return address_with(self.page, pairs_of(self.query, keys))

    def embed_with(self, keys: Iterable[str] = STATE_KEYS) -> str:
        """The path of its embed with these keys of the state."""
        return address_with(self.embed, pairs_of(self.query, keys))


def target_of(address: str, host: str) -> Target:
    """What a whole address shows; `host` is ours, with its port if it has one of its own.

    Raises UnreadableAddress for what is no web address, Http404 for the address of anything else, and Withdrawn.
    """
    try:
        parts = urlsplit(address)
        known = bool(parts.hostname) and parts.scheme in USUAL_PORTS
    except ValueError:
        known = False
    if not known or len(address) > LONGEST_ADDRESS:
        raise UnreadableAddress(_("This is not the whole address of a page, with https:// before it."))
    usual = USUAL_PORTS[parts.scheme]
    if parts.netloc.lower().removesuffix(usual) != host.lower().removesuffix(usual):
        raise Http404
    return target_at(parts.path or "/", QueryDict(parts.query))


def target_at(path: str, query: QueryDict) -> Target:
    """What a path of ours shows. Raises Http404 for the path of anything else, and Withdrawn."""
    found = resolve(unquote(path))
    if found.url_name == "front":
        atlas = Atlas.objects.published().filter(is_default=True).first()
        if atlas is None:
            raise Http404
        return _of_record("atlas", atlas, query)
    kind = KINDS.get(found.url_name)
    if kind is None:
        raise Http404
    records = RECORDS[kind].objects.all()
    records = records if kind == "atlas" else records.select_related("atlas")
    try:
        record = published(records, kind, FOLDERS[kind], found.kwargs["slug"])
    except Moved as moved:
        return target_at(moved.address, query)
    return _of_record(kind, record, query)


def chosen_in(target: Target) -> Target | None:
    """The event or movement that the state of an atlas's address has chosen, or None."""
    kind, _colon, slug = target.query.get("at", "").partition(":")
    return _told_in(target, kind, slug) if kind in ("event", "movement") else None


def lesson_in(target: Target) -> Target | None:
    """The lesson that the state of an atlas's address leads through, or None."""
    return _told_in(target, "lesson", target.query.get("lesson", ""))


def _told_in(target: Target, kind: str, slug: str) -> Target | None:
    if target.kind != "atlas" or not slug:
        return None
    record = RECORDS[kind].objects.published().filter(slug=slug, atlas__slug=target.slug).select_related("atlas")
    return next((_of_record(kind, each, target.query) for each in record), None)


def _of_record(kind: str, record, query: QueryDict) -> Target:
    atlas = record if kind == "atlas" else record.atlas
    title = (record.title_fa if get_language() == "fa" else "") or record.title
    return Target(kind, record.slug, title, record.get_absolute_url(), atlas, query)
