"""Cuts feeds into pages, what changed last first, and links each page with its neighbours."""

from collections.abc import Iterable
from datetime import UTC, datetime

from django.db.models import Q
from django.http import HttpResponse
from django.templatetags.static import static
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from timeline.api.formats.frame import FormatView
from timeline.api.formats.sending import sent
from timeline.chronicle import event_entries
from timeline.chronicle.atlases import side_labels
from timeline.chronicle.entries import EventEntry
from timeline.feeds.feed_page import FeedPage
from timeline.feeds.imprint import Imprint
from timeline.filter_reading import EVENT_KEYS
from timeline.filter_words import clauses
from timeline.filters import EventFilter
from timeline.models import Event
from timeline.parameters import Parameters, Unreadable
from timeline.problems import BadQuestion

FEED_LENGTH = 50
NEWEST_FIRST = ("-modified", "-pk")

Place = tuple[datetime, int]


class PagedFeedView(FormatView):
    """A feed of what the filters choose. A subclass gives `written(entries, page)`, the bytes of one page.

    A page goes on from the moment at which the last record of the page before was changed, not from the record:
    when that is changed meanwhile it stands at the front, and nothing is told a second time.
    """

    parameters = (*EVENT_KEYS, "after")

    def written(self, events: tuple[EventEntry, ...], page: FeedPage) -> bytes:
        """One page of the feed."""
        raise NotImplementedError

    def document(self, asked: EventFilter, imprint: Imprint) -> Iterable[bytes]:
        """The first page, with no other beside it: what a copy of the site holds that answers no questions."""
        found, _following = _cut(asked.restrict(Event.objects.all()), None)
        yield self._page(asked, imprint, found, first=imprint.own)

    def response(self, request, asked: EventFilter, imprint: Imprint) -> HttpResponse:
        parameters = Parameters(request.query_params)
        after = parameters.read("after", place_of)
        if parameters.problems:
            raise BadQuestion(parameters.problems)
        chosen = asked.restrict(Event.objects.all())
        found, following = _cut(chosen, after)
        page = self._page(
            asked,
            imprint,
            found,
            first=_address(request, None),
            previous=_previous(request, chosen, found, after),
            following=_address(request, following) if following else None,
        )
        return sent(request, [page], content_type=self.content_type, language=self.language)

    def _page(self, asked: EventFilter, imprint: Imprint, found: list[Place], **beside: str | None) -> bytes:
        """The page of these records; beside: the addresses of the others, as FeedPage has them."""
        events = Event.objects.filter(pk__in=[pk for _modified, pk in found]).order_by(*NEWEST_FIRST)
        page = FeedPage(
            imprint=imprint,
            title=titled(imprint, asked),
            own=imprint.own,
            updated=found[0][0] if found else None,
            icon=imprint.address(static("icon.svg")),
            sides=side_labels(asked.atlases, imprint.language),
            **beside,
        )
        return self.written(event_entries(events, imprint.language, asked.according_to), page)


def titled(imprint: Imprint, asked: EventFilter) -> str:
    """The title of a feed: the atlas, and what is asked of it in words."""
    said = clauses(asked, asked.names)
    if not said:
        return imprint.title
    return _("%(title)s: %(parts)s") % {"title": imprint.title, "parts": ", ".join(said)}


def place_of(value: str) -> Place:
    """Where a page goes on: the moment and number that `after` names; raises Unreadable."""
    moment, _comma, number = value.rpartition("-")
    try:
        if not (moment.isascii() and number.isascii() and number.isdecimal() and len(number) < 19):
            raise ValueError(value)
        return datetime.strptime(moment, "%Y%m%dT%H%M%S%fZ").replace(tzinfo=UTC), int(number)
    except ValueError:
        message = _("No page of a feed begins here. Start from the first page, and follow its links.")
        raise Unreadable("bad_cursor", message) from None


def named(place: Place) -> str:
    """The value of `after` that goes on from here."""
    moment, number = place
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%S%fZ}-{number}"


def _cut(chosen, after: Place | None) -> tuple[list[Place], Place | None]:
    """The records of the page, and the place from which the next goes on, None on the last."""
    if after is not None:
        moment, number = after
        chosen = chosen.filter(Q(modified__lt=moment) | Q(modified=moment, pk__lt=number))
    rows = list(chosen.order_by(*NEWEST_FIRST).values_list("modified", "pk")[: FEED_LENGTH + 1])
    return rows[:FEED_LENGTH], rows[FEED_LENGTH - 1] if len(rows) > FEED_LENGTH else None


def _previous(request, chosen, found: list[Place], after: Place | None) -> str | None:
    """The address of the page of what changed after this one's records; None on the first."""
    if after is None:
        return None
    moment, number = found[0] if found else after
    newer = chosen.filter(Q(modified__gt=moment) | Q(modified=moment, pk__gt=number))
    rows = list(newer.order_by("modified", "pk").values_list("modified", "pk")[: FEED_LENGTH + 1])
    return _address(request, rows[FEED_LENGTH] if len(rows) > FEED_LENGTH else None)


def _address(request, after: Place | None) -> str:
    pairs = [(key, value) for key, values in request.query_params.lists() if key != "after" for value in values]
    if after is not None:
        pairs.append(("after", named(after)))
    return request.build_absolute_uri(f"{request.path}?{urlencode(pairs)}" if pairs else request.path)
