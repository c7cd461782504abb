"""How the admin's forms speak: every label a name, every help and every refusal a sentence that says what to do."""

from .faults import speak
from .spoken import SpokenForm, SpokenFormSet

__all__ = ["SpokenForm", "SpokenFormSet", "speak"]
