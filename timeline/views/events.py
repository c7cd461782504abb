"""The page of an event."""

from geo.models import Place
from timeline.chronicle import event_entries, movement_entries, place_entries
from timeline.chronicle.atlases import atlas_of
from timeline.chronicle.cited import cited_event
from timeline.chronicle.marches import marches_around
from timeline.chronicle.neighbours import neighbours
from timeline.models import Event
from timeline.pages.citing import cite_part
from timeline.pages.claim_words import language
from timeline.pages.contradictions import contradictions
from timeline.pages.disagreements import disagreements
from timeline.pages.linked_data.events import event_data
from timeline.pages.maps import event_map
from timeline.pages.moments import atlas_address, calendar_days, days_of
from timeline.pages.notes import Notes
from timeline.pages.printed_dates import printed_dates
from timeline.pages.statements import other_statements
from timeline.pages.story import story_of
from timeline.views.kept import page
from timeline.views.published import published


@page("chronology", kind="event")
def event(request, slug: str, atlas):
    """Everything said of one event."""
    spoken = language()
    record = published(Event.objects.select_related("atlas"), "event", "events", slug)
    atlas = atlas_of(record, atlas, language())
    (entry,) = event_entries(Event.objects.filter(pk=record.pk), spoken, explain=True)
    dates = printed_dates(entry.claims, entry.when.rule)
    others = other_statements(entry.claims)
    notes = Notes([row.claim for row in dates] + [claim for claim in entry.claims if claim.attribute != "date"])
    before, after = neighbours(record, spoken)
    marches = movement_entries(marches_around(record, entry.when.span), spoken)
    span = entry.when.span
    days = days_of(span) or entry.bracket
    return "pages/event.html", {
        "atlas": atlas,
        "event": entry,
        "dates": dates,
        "others": others,
        "notes": notes,
        "disagreements": disagreements(entry.disputes, entry.claims, notes),
        "contradictions": contradictions(entry.disputes, entry.claims, entry.url, notes),
        "calendars": calendar_days(span),
        "before": before,
        "after": after,
        "story": story_of(entry),
        "map": event_map(entry, marches, place_entries(Place.objects.published()), atlas),
        "atlas_address": atlas_address("event", entry.id, atlas_url=atlas.url, days=days),
        "citing": cite_part(cited_event(record, request.build_absolute_uri, spoken), entry.url),
        "linked_data": event_data(entry, atlas, request.build_absolute_uri),
    }
