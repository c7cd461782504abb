"""Every table of the seeds, in the order in which one may refer to another."""

from timeline.seeding.sheet import Sheet
from timeline.seeding.sheets_atlas import FRAME, TOLD
from timeline.seeding.sheets_claims import CLAIMS
from timeline.seeding.sheets_lessons import LESSONS
from timeline.seeding.sheets_shared import SHARED

SHEETS: tuple[Sheet, ...] = (*SHARED, *FRAME, *TOLD, *CLAIMS, *LESSONS)
BY_FILE = {sheet.file: sheet for sheet in SHEETS}
BY_KIND = {sheet.kind: sheet for sheet in SHEETS}
