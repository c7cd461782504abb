"""The page of a movement."""

from timeline.chronicle import movement_entries
from timeline.chronicle.atlases import atlas_of
from timeline.chronicle.cited import cited_movement
from timeline.chronicle.march_questions import march_questions
from timeline.chronicle.sightings import sightings_beside
from timeline.models import Movement
from timeline.pages.citing import cite_part
from timeline.pages.claim_words import language
from timeline.pages.contradictions import contradictions
from timeline.pages.disagreements import disagreements
from timeline.pages.legs import leg_rows, told_questions
from timeline.pages.linked_data.events import movement_data
from timeline.pages.maps import movement_map
from timeline.pages.moments import atlas_address, days_of
from timeline.pages.notes import Notes
from timeline.pages.printed_dates import printed_dates
from timeline.pages.statements import other_statements
from timeline.views.kept import page
from timeline.views.published import published


@page("movements", kind="movement")
def movement(request, slug: str, atlas):
    """A march leg by leg, with everything said of it."""
    record = published(Movement.objects.select_related("atlas"), "movement", "movements", slug)
    atlas = atlas_of(record, atlas, language())
    (entry,) = movement_entries(Movement.objects.filter(pk=record.pk), language(), explain=True)
    questions = march_questions(entry, sightings_beside(entry), language())
    dates = printed_dates(entry.claims)
    notes = Notes([row.claim for row in dates] + [claim for claim in entry.claims if claim.attribute != "date"])
    return "pages/movement.html", {
        "atlas": atlas,
        "movement": entry,
        "legs": leg_rows(entry, questions),
        "questions": told_questions(questions, notes),
        "dates": dates,
        "others": other_statements(entry.claims),
        "notes": notes,
        "disagreements": disagreements(entry.disputes, entry.claims, notes),
        "contradictions": contradictions(entry.disputes, entry.claims, entry.url, notes),
        "map": movement_map(entry, atlas),
        "atlas_address": atlas_address("movement", entry.id, atlas_url=atlas.url, days=days_of(entry.when.span)),
        "linked_data": movement_data(entry, atlas, request.build_absolute_uri),
        "citing": cite_part(cited_movement(record, request.build_absolute_uri, language()), entry.url),
    }
