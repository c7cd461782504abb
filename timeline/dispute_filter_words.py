"""Says in words which disagreements are asked for."""

from django.utils.translation import gettext as _

from timeline.chronicle.entries import DisputeList
from timeline.dispute_filters import DisputeFilter
from timeline.filter_words import listed
from timeline.models.vocabulary import Attribute
from timeline.pages.dispute_words import kind_words, method_words, status_word


def phrases(asked: DisputeFilter, everything: DisputeList) -> tuple[str, ...]:
    """One phrase for each part of the filter, in the active language: ("dates", "open")."""
    names = names_in(everything)
    said = [
        listed([kind_words(kind).lower() for kind in asked.kinds]),
        listed([str(Attribute(attribute).label) for attribute in asked.attributes]),
        listed([status_word(status) for status in asked.statuses]),
        listed([method_words(code) for code in asked.explained_by]),
    ]
    if asked.events:
        said.append(_("about %(names)s") % {"names": listed([f"“{names['event'].get(e, e)}”" for e in asked.events])})
    if asked.sources:
        said.append(_("told by %(names)s") % {"names": listed([names["source"].get(s, s) for s in asked.sources])})
    return tuple(filter(None, said))


def names_in(everything: DisputeList) -> dict[str, dict[str, str]]:
    """The names of events and sources that these disagreements are about and of, by slug."""
    subjects = (subject for dispute in everything.disputes for subject in dispute.subjects)
    return {
        "event": {subject.id: subject.name for subject in subjects if subject.type == "event"},
        "source": {claim.citation.source: claim.citation.source_title for claim in everything.claims.values()},
    }
