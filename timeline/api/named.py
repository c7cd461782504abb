"""Answers questions about places, people, forces and sources."""

from django.db.models import Q

from geo.folding import words
from geo.models import Place
from timeline.api.bodies.bearers import ForceBody, PersonBody, force_body, person_body
from timeline.api.bodies.places import PlaceBody, place_body
from timeline.api.bodies.sources import SourceBody, source_body
from timeline.api.collections import ListView, RecordView
from timeline.api.paging import Ordering
from timeline.chronicle import force_entries, person_entries, place_entries, source_entries
from timeline.models import Force, Person, Source

BY_NAME = {"title": Ordering("name"), "modified": Ordering("modified")}


class NamedListView(ListView):
    """Records with names; `q` finds them by any spelling."""

    filters = ("q",)
    orderings = BY_NAME

    def chosen(self, parameters):
        chosen = super().chosen(parameters)
        phrases = [words(text) for text in parameters.values("q")]
        if not phrases:
            return chosen
        wanted = Q()
        for phrase in phrases:
            wanted |= Q(*(Q(search__contains=word) for word in phrase))
        return chosen.filter(wanted)


class Places:
    """Where places are and how they look."""

    body = PlaceBody

    def records(self):
        return Place.objects.all()

    def bodies(self, records) -> list[dict]:
        return [place_body(place, self.language) for place in place_entries(records)]


class PlaceListView(Places, NamedListView):
    """Places with their names and how each came by its point."""


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

    orderings = {"title": Ordering("title"), "modified": Ordering("modified")}


class SourceView(Sources, RecordView):
    """One source."""

    kind = "source"
