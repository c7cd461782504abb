"""Tests of the one sheet in the layout of TimelineJS."""
