"""Memory: when an item is to be met again, and what will be remembered on a date."""

from sharpen.memory.schedule import intervals, rated, recall
from sharpen.memory.steering import Upcoming, steered

__all__ = ["Upcoming", "intervals", "rated", "recall", "steered"]
