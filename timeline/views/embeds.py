"""The embeds: an atlas, an event, a movement or a lesson in a frame of another site's page."""

from functools import wraps

from django.http import Http404, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import render
from django.utils import translation

from geo.models import Place
from geo.rendering.composition import compose
from timeline.atlas_page import atlas_config
from timeline.chronicle import event_entries, movement_entries, place_entries
from timeline.chronicle.atlases import atlas_of
from timeline.chronicle.marches import marches_around
from timeline.citations import record_text
from timeline.embedding.state import address_with, language_problems, pairs_of, state_problems, theme_of
from timeline.embedding.targets import FOLDERS, RECORDS
from timeline.models import Atlas, Event, Movement
from timeline.page_languages import page_languages
from timeline.pages.cited_values import cited_dates, cited_legs, cited_values
from timeline.pages.claim_words import language
from timeline.pages.disagreements import disagreements
from timeline.pages.leg_strip import leg_strip
from timeline.pages.maps import event_map, movement_map
from timeline.pages.moments import atlas_address, calendar_days, days_of
from timeline.pages.notes import Notes
from timeline.pages.printed_dates import printed_dates
from timeline.pages.statements import other_statements
from timeline.views.framing import framable
from timeline.views.kept import kept_by_content, led_on, page
from timeline.views.published import Moved, Withdrawn, published
from timeline.views.reading_only import reading_only
from timeline.views.renamed_state import address_now

NO_NOTES = Notes(())
# The legs of a march name these themselves, with who says so.
TOLD_BY_LEGS = ("place", "route")
WITHDRAWN = "embed/withdrawn.html"


def in_its_language(view):
    """Make a view that speaks the language of `lang`, where the site has it."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        asked = request.GET.get("lang", "")
        if asked not in page_languages():
            return view(request, *args, **kwargs)
        with translation.override(asked):
            return view(request, *args, **kwargs)

    return answer


@framable
@reading_only
def front(request):
    """To the embed of the atlas at the front, whichever it is today."""
    first = Atlas.objects.published().filter(is_default=True).first()
    if first is None:
        raise Http404
    return HttpResponseRedirect(address_with(f"/embed/a/{first.slug}/", pairs_of(request.GET)))


@framable
@in_its_language
@reading_only
def atlas(request, slug: str):
    """Map and timeline of an atlas; the reader's state is in the address, as on its own page."""
    return _framed_atlas(request, "atlas", slug)


@framable
@in_its_language
@reading_only
def lesson(request, slug: str):
    """Map and timeline with a lesson through them, at its first step where the address names none."""
    return _framed_atlas(request, "lesson", slug)


def _framed_atlas(request, kind: str, slug: str):
    try:
        record = _published(request, RECORDS[kind], kind, FOLDERS[kind], slug)
    except Moved as moved:
        return led_on(request, moved.address)
    except Withdrawn as taken_back:
        return render(request, WITHDRAWN, {"why": taken_back.why}, status=410)
    if now := address_now(request):
        return HttpResponsePermanentRedirect(now)
    told = record.atlas if kind == "lesson" else record
    whole_page = record.get_absolute_url()
    within = told.title if kind == "lesson" else "Marchlines"
    context = {
        "atlas": told,
        "lesson": record if kind == "lesson" else None,
        # The script of the page begins it (frontend/src/lesson).
        "config": atlas_config(told) | ({"lesson": slug} if kind == "lesson" else {}),
        "map": compose(told),
        "problems": language_problems(request.GET),
        "chosen": request.GET.get("at", ""),
        "cite": record_text(title=record.title, atlas=within, address=request.build_absolute_uri(whole_page)),
        "whole_page": address_with(whole_page, pairs_of(request.GET)),
        "theme": theme_of(request.GET),
    }
    return kept_by_content(request, render(request, "embed/atlas.html", context))


@framable
@in_its_language
@page("embed", withdrawn=WITHDRAWN)
def event(request, slug: str, atlas):
    """An event: its date as printed, what is claimed of it and by whom, a small map."""
    spoken = language()
    record = _published(request, Event, "event", "events", slug)
    atlas = atlas_of(record, atlas, spoken)
    (entry,) = event_entries(Event.objects.filter(pk=record.pk), spoken, explain=True)
    marches = movement_entries(marches_around(record, entry.when.span), spoken)
    days = days_of(entry.when.span) or entry.bracket
    return "embed/event.html", {
        "atlas": atlas,
        "event": entry,
        "dates": cited_dates(printed_dates(entry.claims, entry.when.rule)),
        "values": cited_values(other_statements(entry.claims)),
        "disagreements": disagreements(entry.disputes, entry.claims, NO_NOTES),
        "calendars": calendar_days(entry.when.span),
        "map": event_map(entry, marches, place_entries(Place.objects.published()), atlas),
        "in_atlas": atlas_address("event", entry.id, atlas_url=atlas.url, days=days),
        "cite": record_text(title=entry.title, atlas=atlas.title, address=request.build_absolute_uri(entry.url)),
        **_record_frame(request, entry.url),
    }


@framable
@in_its_language
@page("embed", withdrawn=WITHDRAWN)
def movement(request, slug: str, atlas):
    """A march: its map, its legs in time and in words, what is claimed of it."""
    spoken = language()
    record = _published(request, Movement, "movement", "movements", slug)
    atlas = atlas_of(record, atlas, spoken)
    (entry,) = movement_entries(Movement.objects.filter(pk=record.pk), spoken, explain=True)
    return "embed/movement.html", {
        "atlas": atlas,
        "movement": entry,
        "legs": cited_legs(entry),
        "strip": leg_strip(entry),
        "dates": cited_dates(printed_dates(entry.claims)),
        "values": cited_values(other_statements(entry.claims), without=TOLD_BY_LEGS if entry.legs else ()),
        "disagreements": disagreements(entry.disputes, entry.claims, NO_NOTES),
        "map": movement_map(entry, atlas),
        "in_atlas": atlas_address("movement", entry.id, atlas_url=atlas.url, days=days_of(entry.when.span)),
        "cite": record_text(title=entry.title, atlas=atlas.title, address=request.build_absolute_uri(entry.url)),
        **_record_frame(request, entry.url),
    }


def _published(request, model, kind: str, folder: str, slug: str):
    """The record; where it has another slug now, its embed is moved to with the same state."""
    try:
        return published(model.objects.all(), kind, f"embed/{folder}", slug)
    except Moved as moved:
        raise Moved(address_with(moved.address, pairs_of(request.GET))) from None


def _record_frame(request, whole_page: str) -> dict:
    """What the embed of a record needs beside it; whole_page: the path of the page it stands for."""
    return {"problems": state_problems(request.GET), "theme": theme_of(request.GET), "whole_page": whole_page}
