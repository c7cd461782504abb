"""The read model: records with everything said of them, in a fixed number of queries.

Pages, the API, the feeds and the map read the atlas through these functions and nothing else.
"""

from timeline.chronicle.atlas_disputes import atlas_disputes
from timeline.chronicle.bearers import force_entries, person_entries
from timeline.chronicle.claims import claim_entries
from timeline.chronicle.events import event_entries
from timeline.chronicle.explained_records import with_claims
from timeline.chronicle.lessons import lesson_entries
from timeline.chronicle.movements import movement_entries
from timeline.chronicle.places import place_entries
from timeline.chronicle.sources import source_entries

__all__ = [
    "atlas_disputes",
    "claim_entries",
    "event_entries",
    "force_entries",
    "lesson_entries",
    "movement_entries",
    "person_entries",
    "place_entries",
    "source_entries",
    "with_claims",
]
