"""The errors of chronology: one small tree, each with a stable code, a sentence and the offending value."""


class ChronologyError(ValueError):
    """Something said about time cannot be used; the caller shows `message` and keeps nothing.

    code: a stable machine word; message: a sentence; field: which part is wrong, or "";
    value: what was given.
    """

    code = "bad_date"

    def __init__(self, message: str, *, code: str = "", field: str = "", value: object = None):
        super().__init__(message)
        self.message = message
        self.code = code or self.code
        self.field = field
        self.value = value


class InvalidDate(ChronologyError):
    """A year, month or day that its calendar does not have (32 Tir); correct the named field."""

    code = "invalid_date"


class InvalidSpan(ChronologyError):
    """Four day numbers that contradict each other; correct the named field."""

    code = "invalid_span"


class DateParseError(ChronologyError):
    """A text that is not read as a date; `position` (from 0) says where, `hint` what would be read."""

    code = "unreadable_date"

    def __init__(
        self,
        message: str,
        *,
        code: str = "",
        position: int = 0,
        hint: str = "",
        field: str = "",
        value: object = None,
    ):
        super().__init__(message, code=code, field=field, value=value)
        self.position = position
        self.hint = hint


class AmbiguousDate(DateParseError):
    """A text with several readings; `candidates` holds them, likeliest first, for a person to choose."""

    code = "ambiguous_date"

    def __init__(self, message: str, *, candidates: tuple, value: object = None, hint: str = ""):
        super().__init__(message, value=value, hint=hint)
        self.candidates = candidates


class EdtfError(DateParseError):
    """A text that is not EDTF of the levels read here; `position` says where."""

    code = "bad_edtf"


class RelativeDateError(ChronologyError):
    """A relative date that cannot be read, or whose anchor is missing."""

    code = "bad_relative_date"


class RelativeDateCycle(RelativeDateError):
    """Relative dates that hang on each other in a ring; `names` lists the ring in order."""

    code = "relative_date_cycle"

    def __init__(self, names: tuple[str, ...]):
        ring = " → ".join([*names, names[0]])
        super().__init__(f"These dates depend on each other in a ring: {ring}.", value=names)
        self.names = names
