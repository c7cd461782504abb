"""When: calendars, day numbers and uncertain dates, in pure Python."""
