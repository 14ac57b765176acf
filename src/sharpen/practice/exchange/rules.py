"""Rules: what the fields of records must be, so that the store can hold what a backup brings."""

from collections.abc import Callable, Mapping
from typing import Any

from sharpen.domain.case import MOST_SCORE
from sharpen.domain.draft import REMEMBERED, is_edit
from sharpen.domain.lab import Stage
from sharpen.domain.recording import ID, LONGEST_OF, MEDIA, OF
from sharpen.practice import inputs

MOST_PATTERNS = 50
MOST_ANSWERS, MOST_POINTS = 500, 100
"""Of a dive, and of one of its questions."""
MOST_ENTRIES = 1_000
"""Entries of a table in a record."""

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


def words(most: int, *, least: int = 1, begin: str | tuple[str, ...] = "") -> Rule:
    """A text of so many bytes: the store has no room for more."""

    def rule(value: str) -> None:
        if not least <= len(value.encode()) <= most:
            raise ValueError(f"a text of {f'{least} to' if least else 'at most'} {most} bytes is needed.")
        if not value.startswith(begin):
            raise ValueError(f"it must begin with {begin if isinstance(begin, str) else ' or '.join(begin)}")

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


def printed(value: Mapping[str, str]) -> None:
    """What a design printed, by stage."""
    if len(value) > len(Stage):
        raise ValueError(f"there are {len(Stage)} stages.")
    for stage, text in value.items():
        words(64)(stage)
        words(100_000)(text)


def patterns(value: tuple[str, ...]) -> None:
    """The patterns of a row of the sheet."""
    if len(value) > MOST_PATTERNS:
        raise ValueError(f"at most {MOST_PATTERNS} patterns are kept.")
    for each in value:
        words(300)(each)


def names(value: Mapping[str, Any]) -> None:
    """The keys of a table in a record."""
    if len(value) > MOST_ENTRIES:
        raise ValueError(f"at most {MOST_ENTRIES} entries are kept.")
    for each in value:
        words(100)(each)


def scores(value: Mapping[str, int]) -> None:
    """What points of a rubric earned."""
    names(value)
    for each in value.values():
        number(0, MOST_SCORE)(each)


def chances(value: Mapping[str, float]) -> None:
    """Chances by the names of what they are of."""
    names(value)
    for each in value.values():
        number(0, 1)(each)


def texts(value: Mapping[str, str]) -> None:
    """Texts by the names of what they are written in."""
    names(value)
    for each in value.values():
        inputs.board(each)


def points(value: tuple[int, ...]) -> None:
    """The numbers of points that were ticked."""
    at_most(MOST_POINTS)(value)
    for each in value:
        number(0, MOST_POINTS)(each)


def at_most(entries: int) -> Rule:
    """A list of so many entries."""

    def rule(value: tuple[Any, ...]) -> None:
        if len(value) > entries:
            raise ValueError(f"at most {entries} are kept.")

    return rule


def recording_id(value: str) -> None:
    """The id of a recording, which a page made."""
    if not ID.fullmatch(value):
        raise ValueError("an id of a recording is 10 to 40 digits and small letters.")


def recording_of(value: str) -> None:
    """What a recording belongs to."""
    if len(value) > LONGEST_OF or not OF.fullmatch(value):
        raise ValueError("what a recording belongs to looks like dive/d1/model/2.")


def media(value: str) -> None:
    """The media type of a recording."""
    if value not in MEDIA:
        raise ValueError(f"sound is {' or '.join(MEDIA)}.")


ANY_NUMBER = number(0, 2**31 - 1)
"""The rule of numbers without one of their own."""
