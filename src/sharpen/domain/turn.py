"""A turn in the line before the judge: how many are ahead of one's own submission."""

from collections.abc import Callable

Ahead = Callable[[int], object]
"""Called with how many submissions are ahead, those at work included; again whenever that changes, and 0 at last."""


def nobody_asks(_ahead: int) -> None:
    """For whoever does not want to know."""
