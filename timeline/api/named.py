"""Answers questions about places, people, forces and sources."""

from django.db.models import Q
from django.utils.translation import gettext as _

from geo.folding import words
from geo.models import Place
from timeline.api.bodies.bearers import ForceBody, PersonBody, force_body, person_body
from timeline.api.bodies.places import PlaceBody, place_body
from timeline.api.bodies.sources import SourceBody, source_body
from timeline.api.collections import ListView, RecordView
from timeline.api.paging import Ordering, every_order
from timeline.chronicle import force_entries, person_entries, place_entries, source_entries
from timeline.filter_words import clauses
from timeline.models import Force, Person, Source
from timeline.parameters import searched
from timeline.place_filters import PLACE_KEYS, PlaceFilter, place_filter

BY_NAME = every_order(title=Ordering("name"))


class NamedListView(ListView):
    """Records with names; `q` finds them by any spelling."""

    filters = ("q",)
    orderings = BY_NAME

    def chosen(self, parameters):
        chosen = super().chosen(parameters)
        self.asked_names = parameters.read_all("q", searched)
        wanted = Q()
        for phrase in self.asked_names:
            wanted |= Q(*(Q(search__contains=word) for word in words(phrase)))
        return chosen.filter(wanted)

    def said(self):
        return [_("mentioning “%(query)s”") % {"query": text} for text in self.asked_names]


class Places:
    """Where places are and how they look."""

    body = PlaceBody

    def records(self):
        return Place.objects.all()

    def bodies(self, records) -> list[dict]:
        return [place_body(place, self.language) for place in place_entries(records)]


class PlaceListView(Places, ListView):
    """Places with their names and how each came by its point; of every atlas, where none is named."""

    filters = PLACE_KEYS
    orderings = BY_NAME
    asked: PlaceFilter

    def chosen(self, parameters):
        self.asked, problems = place_filter(parameters.query)
        parameters.problems += problems
        chosen = super().chosen(parameters)
        return self.asked.restrict(chosen) if "atlas" in parameters.query else self.asked.pick(chosen)

    def said(self):
        return clauses(self.asked, self.asked.names)


class PlaceView(Places, RecordView):
    """One place."""

    kind = "place"


class People:
    """Where persons are and how they look."""

    body = PersonBody

    def records(self):
        return Person.objects.all()

    def bodies(self, records) -> list[dict]:
        return [person_body(person, self.language) for person in person_entries(records)]


class PersonListView(People, NamedListView):
    """Persons with every spelling of their names."""


class PersonView(People, RecordView):
    """One person."""

    kind = "person"


class Forces:
    """Where forces are and how they look."""

    body = ForceBody

    def records(self):
        return Force.objects.all()

    def bodies(self, records) -> list[dict]:
        return [force_body(force, self.language) for force in force_entries(records)]


class ForceListView(Forces, NamedListView):
    """Forces with every spelling of their names."""


class ForceView(Forces, RecordView):
    """One force."""

    kind = "force"


class Sources:
    """Where sources are and how they look."""

    body = SourceBody

    def records(self):
        return Source.objects.all()

    def bodies(self, records) -> list[dict]:
        return [source_body(source) for source in source_entries(records)]


class SourceListView(Sources, ListView):
    """The works that make claims."""

    orderings = every_order(title=Ordering("title"))


class SourceView(Sources, RecordView):
    """One source."""

    kind = "source"
