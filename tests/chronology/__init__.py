"""Calendars, spans, EDTF, parsing and wording of dates."""
