"""Answers questions about claims."""

from django.db.models import Q
from django.utils.translation import gettext as _

from timeline.api.bodies.claims import ClaimBody, claim_body
from timeline.api.collections import ListView, RecordView
from timeline.api.paging import Ordering, every_order
from timeline.chronicle import claim_entries
from timeline.filter_words import listed
from timeline.models import Claim, Event, Movement, Source
from timeline.models.vocabulary import Attribute
from timeline.parameters import Parameters
from timeline.querysets import of_event_q, of_movement_q


class Claims:
    """Where claims are and how they look."""

    body = ClaimBody

    def records(self):
        return Claim.objects.all()

    def bodies(self, records) -> list[dict]:
        return [claim_body(claim, self.language) for claim in claim_entries(records)]


class ClaimListView(Claims, ListView):
    """Statements with their sources, by the order in which each source makes them."""

    filters = ("source", "event", "movement", "attribute")
    orderings = every_order(title=Ordering("key"))
    slug = "key"

    def chosen(self, parameters: Parameters):
        chosen = super().chosen(parameters)
        self.sources = sources = parameters.known("source", Source.objects.published())
        self.events = events = parameters.known("event", Event.objects.published())
        self.movements = movements = parameters.known("movement", Movement.objects.published())
        self.attributes = attributes = parameters.choices("attribute", Attribute.values)
        if sources:
            chosen = chosen.filter(source__slug__in=sources)
        subjects = Q()
        if events:
            subjects &= of_event_q(*events)
        if movements:
            subjects &= of_movement_q(*movements)
        if attributes:
            chosen = chosen.filter(attribute__in=attributes)
        return chosen.filter(subjects)

    def said(self):
        if self.attributes:
            yield listed([str(Attribute(attribute).label) for attribute in self.attributes])
        for subjects in (self.events, self.movements):
            if subjects:
                yield _("about %(names)s") % {"names": listed([f"“{name}”" for name in subjects.values()])}
        if self.sources:
            yield _("told by %(names)s") % {"names": listed(list(self.sources.values()))}


class ClaimView(Claims, RecordView):
    """One statement."""

    kind = "claim"
    column = "key"
