"""Memory: when an item is to be met again, and what will be remembered on a date."""

from sharpen.memory.schedule import intervals, rated, recall

__all__ = ["intervals", "rated", "recall"]
