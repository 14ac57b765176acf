"""Rules: what the fields of records must be, so that the store can hold what a backup brings."""

from collections.abc import Callable
from typing import Any

from sharpen.domain.draft import REMEMBERED, is_edit

MOST_PATTERNS = 50

Rule = Callable[[Any], object]
"""What a value must be; raises ValueError or BadText for one that is not."""


def number(least: float, most: float) -> Rule:
    """A number from one to another."""

    def rule(value: float) -> None:
        if not least <= value <= most:
            raise ValueError(f"{value} is not a number from {least} to {most}.")

    return rule


def optional(rule: Rule) -> Rule:
    """What may also be missing."""
    return lambda value: None if value is None else rule(value)


def words(most: int, *, least: int = 1, begin: str = "") -> Rule:
    """A text of so many bytes: the store has no room for more."""

    def rule(value: str) -> None:
        if not least <= len(value.encode()) <= most:
            raise ValueError(f"a text of {f'{least} to' if least else 'at most'} {most} bytes is needed.")
        if not value.startswith(begin):
            raise ValueError(f"it must begin with {begin}")

    return rule


def parameters(value: tuple[float, ...]) -> None:
    """Parameters of FSRS, or none."""
    from sharpen.memory.schedule import possible  # late: it imports a scheduler that a backup may not need

    if value and not possible(value):
        raise ValueError("21 numbers are needed, each within the bounds that FSRS sets, or none.")


def edit(value: str) -> None:
    """The edit that made a draft."""
    if not is_edit(value):
        raise ValueError("an edit looks like 01jc3k9q8x.17: a page, a dot, a number.")


def edits(value: tuple[str, ...]) -> None:
    """The edits that a draft came from."""
    if len(value) > REMEMBERED:
        raise ValueError(f"at most {REMEMBERED} edits are remembered.")
    for each in value:
        edit(each)


def patterns(value: tuple[str, ...]) -> None:
    """The patterns of a row of the sheet."""
    if len(value) > MOST_PATTERNS:
        raise ValueError(f"at most {MOST_PATTERNS} patterns are kept.")
    for each in value:
        words(300)(each)


ANY_NUMBER = number(0, 2**31 - 1)
"""The rule of numbers without one of their own."""
