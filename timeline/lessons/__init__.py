"""Lessons through an atlas: what a step's view may be, how it is pasted, and what is kept of the steps."""
