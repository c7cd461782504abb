"""Says in words what the claims of a record come to: its date, its place, and what is in dispute about it."""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from chronology.edtf import parse_edtf
from chronology.errors import ChronologyError
from chronology.spans import Shape
from timeline.chronicle import event_entries, movement_entries
from timeline.chronicle.entries import DisputeEntry
from timeline.chronicle.rows import words_of
from timeline.fields import span_of
from timeline.models import Claim, Event, Movement
from timeline.models.vocabulary import Publication
from timeline.pages.claim_words import language, placed_words
from timeline.pages.disagreements import about_words, status_words
from timeline.resolution import AGREEMENT, DECISION, SINGLE, UNDECIDABLE, UNDECIDED, WITNESSES

NOTHING = "–"


def date_in_words(edtf: str):
    """A date as it is said, with its EDTF behind it; a text that is no EDTF stays as it is."""
    try:
        words = words_of(parse_edtf(edtf), language()) if edtf else ""
    except ChronologyError:
        words = ""
    return _with_code(words, edtf) if words else edtf or NOTHING


def days_in_words(record: Event | Movement):
    """The resolved date of an event or march, with its EDTF behind it where it has one."""
    span = span_of(record, shape="" if isinstance(record, Event) else Shape.SPAN)
    words = words_of(span, language())
    return _with_code(words, getattr(record, "edtf", "")) if words else NOTHING


def _with_code(words: str, edtf: str):
    return format_html('{} <span class="quiet code">{}</span>', words, edtf) if edtf and edtf != words else words


def place_in_words(event: Event) -> str:
    """The resolved place of an event, with how it stands to it."""
    if event.place is None:
        return NOTHING
    return placed_words(event.place_relation, event.place.name, event.place_2.name if event.place_2 else "")


def rule_in_words(rule: str) -> str:
    """Why this value stands, as a sentence."""
    return {
        "": _("No published claim gives it."),
        DECISION: _("An editor decided so."),
        SINGLE: _("One claim gives it, and nothing speaks against it."),
        AGREEMENT: _("All claims can be true together; the most precise stands."),
        WITNESSES: _("Most independent sources say so."),
        UNDECIDED: _("The sources disagree and nobody has decided: all that they leave open is shown."),
        UNDECIDABLE: _("An editor holds that it cannot be told: all that the sources leave open is shown."),
    }.get(rule, rule)


def claim_in_words(claim: Claim | None):
    """A claim by its words and its key, leading to its page."""
    if claim is None:
        return _("no single claim")
    address = reverse("admin:timeline_claim_change", args=[claim.pk])
    words = f"“{claim.as_printed}”" if claim.as_printed else claim.key
    return format_html('<a href="{}"><bdi>{}</bdi></a> <span class="quiet">{}</span>', address, words, claim.key)


def disputes_in_words(record: Event | Movement):
    """What is in dispute about a record, each dispute with the way to its page; asks nothing where none is."""
    if not record.disputed:
        return _("Nothing: its claims can all be true.")
    entries = event_entries if isinstance(record, Event) else movement_entries
    found: Iterable[DisputeEntry] = entries(type(record).objects.filter(pk=record.pk), language())[0].disputes
    lines = format_html_join("", "<li>{} <span>{}</span></li>", ((_said(record, each), status_words(each.status))
                                                                 for each in found))  # fmt: skip
    return format_html('<ul class="in-dispute">{}</ul>', lines) if lines else _("Its claims contradict each other.")


def _said(record: Event | Movement, dispute: DisputeEntry):
    others = (
        [subject.name[:80] for subject in dispute.subjects if subject.id != record.slug] if dispute.is_of_order else []
    )
    words = about_words(dispute)
    words = (f"{words}: {', '.join(others)}" if others else words) or _("a contradiction")
    if record.publication != Publication.PUBLISHED:
        return words
    return format_html('<a href="/disputes/{}/">{}</a>', dispute.id, words)


def is_disputed(record: Event | Movement):
    """A word for a list: whether its claims contradict each other, leading to where readers are told so."""
    if not record.disputed:
        return NOTHING
    if record.publication != Publication.PUBLISHED:
        return _("in dispute")
    return format_html('<a class="in-dispute" href="{}">{}</a>', _told_at(record), _("in dispute"))


def _told_at(record: Event | Movement) -> str:
    if isinstance(record, Movement):
        return record.get_absolute_url()
    return f"/disputes/?{urlencode({'atlas': record.atlas.slug, 'event': record.slug})}"
