"""What an answer's lists are here; apart from what shows them, because the child of the stdlib profile has no NumPy."""

from typing import Any


class Listed(tuple[Any, ...]):
    """A tuple that was a list where it was made: an answer arrives as one, and is shown as the other."""

    __slots__ = ()
