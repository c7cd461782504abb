"""Answers where every mover stands on a day."""

from django.http import QueryDict
from django.utils.translation import gettext as _

from chronology.iso import to_iso
from timeline import scenes
from timeline.api.bodies.briefs import PositionsBody
from timeline.api.packed import Kept, pack, respond
from timeline.api.views import PublicView
from timeline.filter_reading import movement_filter
from timeline.models import Movement
from timeline.parameters import Parameters, Unreadable, days
from timeline.problems import BadQuestion, Problem

KEYS = ("atlas", "side", "theatre", "force", "person", "disputed", "q", "according_to")

KEPT = Kept(64)


class PositionsView(PublicView):
    """One day, `on`: each mover at a point, on a stretch, or as the mark of its last statement."""

    parameters = ("on", *KEYS)
    required = ("on",)
    body = PositionsBody

    def answer(self, request):
        parameters = Parameters(request.query_params)
        day = parameters.read("on", _one_day)
        shared = QueryDict(mutable=True)
        for key in KEYS:
            if key in request.query_params:
                shared.setlist(key, request.query_params.getlist(key))
        asked, problems = movement_filter(shared)
        problems = parameters.problems + problems
        if day is None and not problems:
            problems.append(Problem("missing", _("Which day? Give it as on=1909-07-11."), "on"))
        if problems:
            raise BadQuestion(problems)
        movements = asked.restrict(Movement.objects.all())

        def made():
            found = scenes.positions(movements, day, self.language, asked.according_to)
            return pack({"on": day, "date": to_iso(day), "positions": found}, brotli_quality=5)

        return respond(request, KEPT.get((self.state, request.get_full_path()), made))


def _one_day(value: str) -> int:
    span = days(value)
    if span.earliest is None or span.earliest != span.latest:
        raise Unreadable("bad_date", _("Positions are told of one day, as 1909-07-11."))
    return span.earliest
