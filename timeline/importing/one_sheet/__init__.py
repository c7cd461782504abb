"""A whole atlas in one spreadsheet: the layout of TimelineJS with columns for places and sources."""
