"""The admin's lists at any size: one search in every spelling, filters that count nothing."""

from .filters import Cited, Disputed, Pointed, SaidInWords
from .searching import FoldedSearch

__all__ = ["Cited", "Disputed", "FoldedSearch", "Pointed", "SaidInWords"]
