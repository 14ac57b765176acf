"""The starter: what a learner begins with, derived from the model solution so that the two cannot drift."""

from collections.abc import Sequence


def derive(solution: str, entry: Sequence[str] = ()) -> str:
    """The solution's imports, constants and entry points, with docstrings up to their Notes and no bodies.

    `entry` names the functions and classes to keep (default: all public ones).
    """
    raise NotImplementedError
