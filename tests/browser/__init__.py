"""Whole journeys through a running site, in a real Chromium."""
