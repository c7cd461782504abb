"""The records of the atlas: what happened, and who says so."""

from .acts import Act, ActRow, Concern, Dismissal
from .addresses import FormerSlug
from .atlases import Atlas, Period, Side, Theatre
from .claims import Claim, Decision, Interpretation
from .events import Event, Participation, Relation
from .jobs import Job, JobRow
from .lessons import Lesson, LessonStep
from .movements import Leg, LegStop, Movement, Mover
from .people import Force, Name, Person
from .seeded import SeededRow
from .sources import Source
from .steps import Step

__all__ = [
    "Act",
    "ActRow",
    "Atlas",
    "Claim",
    "Concern",
    "Decision",
    "Dismissal",
    "Event",
    "Force",
    "FormerSlug",
    "Interpretation",
    "Job",
    "JobRow",
    "Leg",
    "LegStop",
    "Lesson",
    "LessonStep",
    "Movement",
    "Mover",
    "Name",
    "Participation",
    "Period",
    "Person",
    "Relation",
    "SeededRow",
    "Side",
    "Source",
    "Step",
    "Theatre",
]
