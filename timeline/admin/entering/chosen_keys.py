"""Takes out of sent data what no chooser sends: Django draws a chooser only from primary keys."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from timeline.models.claims import SUBJECTS

CHOOSERS = (
    "source", *SUBJECTS, "place", "place_2", "winner", "relative_to_claim", "relative_to_event",
)  # fmt: skip
LONGEST = 18


def with_keys_only(data):
    """Return (data, names of the choosers that held something else, now empty); data is copied only where it must."""
    wrong = [name for name in CHOOSERS if not _is_key(str(data.get(name) or ""))]
    if not wrong:
        return data, ()
    emptied = data.copy()
    for name in wrong:
        emptied[name] = ""
    return emptied, tuple(wrong)


def _is_key(value: str) -> bool:
    return not value or (value.isascii() and value.isdecimal() and len(value) <= LONGEST)


def not_there() -> ValidationError:
    return ValidationError(_("What was chosen here is no longer there: choose again."), code="invalid_choice")
