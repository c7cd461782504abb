"""The page of a claim: the statement, what it is held to mean, and what else is said of the same."""

from django.utils.translation import gettext as _

from timeline.chronicle import claim_entries, event_entries, movement_entries
from timeline.chronicle.cited import cited_claim
from timeline.models import Claim, Event, Movement
from timeline.pages.citing import cite_part
from timeline.pages.claim_words import calendar_words, edge_words, language, supplied_words, value_words
from timeline.pages.company import company
from timeline.pages.linked_data.works import claim_data
from timeline.pages.moments import calendar_days
from timeline.pages.notes import Notes
from timeline.views.kept import page
from timeline.views.published import published


@page("claims", kind="claim")
def claim(request, key: str, atlas):
    """One statement of one source."""
    record = published(Claim.objects.select_related("source"), "claim", "claims", key, column="key")
    (entry,) = claim_entries(Claim.objects.filter(pk=record.pk))
    owners = movement_entries if entry.of.type == "movement" else event_entries
    records = Movement.objects if entry.of.type == "movement" else Event.objects
    owner = next(iter(owners(records.published().filter(slug=entry.of.id), language())), None)
    agreeing, contradicting, others = company(entry, owner)
    meant = entry.reading.when.span if entry.reading.type == "date" and entry.reading.when else None
    value, named = value_words(entry.face), _("Claim %(key)s") % {"key": entry.id}
    return "pages/claim.html", {
        "claim": entry,
        "owner": owner,
        "value": value,
        "meant": value_words(entry.reading) if entry.interpreted else "",
        "edge": edge_words(entry.edge),
        "calendar": calendar_words(entry.calendar),
        "supplied": supplied_words(entry.face.supplied),
        "calendars": calendar_days(meant),
        "agreeing": agreeing,
        "contradicting": contradicting,
        "others": others,
        "notes": Notes(()),
        "linked_data": claim_data(entry, named, value, request.build_absolute_uri),
        "citing": cite_part(cited_claim(record, request.build_absolute_uri, language()), entry.url),
    }
