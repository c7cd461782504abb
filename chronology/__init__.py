"""Calendars and uncertain dates: everything a statement can say about when, in pure Python."""
