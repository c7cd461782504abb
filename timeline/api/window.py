"""Answers what one screen needs: counts by day, the weightiest events, clusters, places, movements."""

from dataclasses import replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from chronology.spans import Span
from timeline import windows
from timeline.api.bodies.briefs import WindowBody
from timeline.api.packed import Kept, pack, respond
from timeline.api.views import PublicView
from timeline.filter_reading import EVENT_KEYS, MOVEMENT_KEYS, event_filter, movement_filter
from timeline.models import Atlas, Event, Movement
from timeline.parameters import Parameters
from timeline.problems import BadQuestion, Problem
from timeline.windows_told import MOST_COUNTED, window_told

KEPT = Kept(24)


class WindowView(PublicView):
    """A stretch of time and a box of the map; without from, to and bbox those of the atlas."""

    parameters = (*EVENT_KEYS, "bins", "limit")
    body = WindowBody

    def answer(self, request):
        parameters = Parameters(request.query_params)
        bins = parameters.whole_number("bins", 100, least=1, most=1000)
        limit = parameters.whole_number("limit", 200, least=1, most=2000)
        asked, problems = event_filter(request.query_params)
        problems = parameters.problems + problems
        if problems:
            raise BadQuestion(problems)
        atlas = Atlas.objects.filter(pk__in=asked.atlases).first()
        if atlas is None:
            raise BadQuestion([Problem("no_atlas", _("There is no atlas here yet."), "atlas")])
        screen = _screen(asked, atlas, bins, limit)
        marching, _problems = movement_filter(_with_days(request.query_params, screen))
        if asked.window is None:
            asked = replace(asked, begin=Span.day(screen.first), end=Span.day(screen.last))
        events = asked.restrict(Event.objects.all())
        marches = marching.restrict(Movement.objects.all())

        def made():
            if asked.according_to and events.count() <= MOST_COUNTED:
                body = window_told(events, marches, screen, asked.according_to, self.language)
            else:
                body = windows.window(events, marches, screen, self.language, asked.according_to)
            return pack(body, brotli_quality=5)

        return respond(request, KEPT.get((self.state, request.get_full_path()), made))


def _screen(asked, atlas: Atlas, bins: int, limit: int) -> windows.Screen:
    window = asked.window
    first = window.earliest if window and window.earliest is not None else None
    last = window.latest if window and window.latest is not None else None
    if first is None:
        first = min(atlas.window_from, last if last is not None else atlas.window_from)
    if last is None:
        last = max(atlas.window_to, first)
    box = asked.boxes[0] if asked.boxes else (atlas.west, atlas.south, atlas.east, atlas.north)
    return windows.Screen(first, last, box, bins, limit)


def _with_days(query: QueryDict, screen: windows.Screen) -> QueryDict:
    """The filters that movements have too, over the days of the screen."""
    shared = QueryDict(mutable=True)
    for key in MOVEMENT_KEYS:
        if key in query:
            shared.setlist(key, query.getlist(key))
    shared["from"], shared["to"] = str(screen.first).zfill(6), str(screen.last).zfill(6)
    return shared
