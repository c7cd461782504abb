"""The admin's lists at any size: one search in every spelling, filters that count nothing."""

from .filters import Cited, Pointed, SaidInWords
from .searching import FoldedSearch

__all__ = ["Cited", "FoldedSearch", "Pointed", "SaidInWords"]
