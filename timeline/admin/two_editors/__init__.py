"""What happens when two editors save one record: the second sees both versions, and chooses."""

from .page import before_saving, side_by_side
from .turns import Overtaken, take_turn

__all__ = ["Overtaken", "before_saving", "side_by_side", "take_turn"]
