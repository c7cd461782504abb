"""Reads what is to be cited: a page of the atlas, a claim with its spot, or a work."""

from collections.abc import Callable
from datetime import UTC
from typing import NamedTuple
from zlib import crc32

from django.db.models import QuerySet

from timeline.chronicle import revised
from timeline.chronicle.revised import Revised
from timeline.citing.items import Cited, page_item, source_item
from timeline.citing.locators import NOWHERE, Locator, spot_of
from timeline.models import Atlas, Claim, Event, Lesson, Movement, Source

Absolute = Callable[[str], str]
"""Makes the whole address of a path of ours."""


def cited_event(event: Event, address: Absolute, language: str) -> Cited:
    """The page of an event; its atlas is loaded along."""
    return _page("event", event, event.atlas, revised.event_revised(event), address, language)


def cited_movement(movement: Movement, address: Absolute, language: str) -> Cited:
    """The page of a movement; its atlas is loaded along."""
    return _page("movement", movement, movement.atlas, revised.movement_revised(movement), address, language)


def cited_lesson(lesson: Lesson, address: Absolute, language: str) -> Cited:
    """The page of a lesson; its atlas is loaded along."""
    return _page("lesson", lesson, lesson.atlas, revised.lesson_revised(lesson), address, language)


def cited_claim(claim: Claim, address: Absolute, _language: str) -> Cited:
    """A claim: its source, at the spot; the source is loaded along."""
    spot = spot_of(claim)
    item = source_item(claim.source)
    return _made(item, claim.key, "claim", address(claim.get_absolute_url()), revised.claim_revised(claim), spot)


def cited_source(source: Source, address: Absolute, _language: str) -> Cited:
    """A work."""
    url = address(source.get_absolute_url())
    return _made(source_item(source), source.slug, "source", url, revised.source_revised(source))


def cited_view(atlas: Atlas, path: str, words: str, address: Absolute, language: str) -> Cited:
    """A view of an atlas: `path` with the state that is seen, and the state in words, "" for the whole."""
    moment = revised.atlas_revised(atlas)
    url = address(path)
    # Two views of one atlas may stand in one bibliography.
    key = f"atlas-{atlas.slug}" + (f"-{crc32(path.encode()):08x}" if "?" in path else "")
    item = page_item(
        key=key, title=words, atlas=titled(atlas, language), address=url, revised=_day(moment), language=language
    )
    return _made(item, key, "view", url, moment)


class Citable(NamedTuple):
    """A kind of record that can be cited: all of them, the column of its name in addresses, and its reader."""

    records: Callable[[], QuerySet]
    column: str
    cited: Callable[..., Cited]


CITABLE = {
    "event": Citable(lambda: Event.objects.select_related("atlas"), "slug", cited_event),
    "movement": Citable(lambda: Movement.objects.select_related("atlas"), "slug", cited_movement),
    "lesson": Citable(lambda: Lesson.objects.select_related("atlas"), "slug", cited_lesson),
    "claim": Citable(lambda: Claim.objects.select_related("source"), "key", cited_claim),
    "source": Citable(lambda: Source.objects.all(), "slug", cited_source),
}


def titled(record, language: str) -> str:
    """The title in the language, where the record has one, else its own."""
    return getattr(record, f"title_{language.partition('-')[0]}", "") or record.title


def _page(kind: str, record, atlas: Atlas, moment: Revised, address: Absolute, language: str) -> Cited:
    key, url = f"{kind}-{record.slug}", address(record.get_absolute_url())
    item = page_item(
        key=key,
        title=titled(record, language),
        atlas=titled(atlas, language),
        address=url,
        revised=_day(moment),
        language=language,
    )
    return _made(item, key, kind, url, moment)


def _made(item: dict, key: str, kind: str, url: str, moment: Revised, spot: Locator = NOWHERE) -> Cited:
    return Cited(item, key, kind, url, _day(moment), moment.leaning, spot)


def _day(moment: Revised):
    return moment.at.astimezone(UTC).date()
