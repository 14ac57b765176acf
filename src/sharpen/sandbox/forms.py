"""Which sequences of an answer were lists: all of them arrive as tuples, and are shown as what they were.

The child notes the form of an answer in a short text. It may say anything: what is shown depends on it, no verdict.
"""

from collections.abc import Iterator
from typing import Any

from sharpen.checks.listed import Listed

LONGEST = 100
"""Items of one sequence that are looked at: what is shown of an answer is short."""
MOST = 1000
"""Letters of one note."""


def noted(answer: Any) -> str:
    """The form of an answer: `l` a list and `t` a tuple with neither inside, `L` and `T` followed by that of each item,
    `.` anything else."""
    return "".join(letter for letter, _ in zip(_letters(answer), range(MOST), strict=False))


def _letters(thing: Any) -> Iterator[str]:
    if not isinstance(thing, list | tuple):
        yield "."
        return
    letter = "l" if isinstance(thing, list) else "t"
    if not any(issubclass(kind, list | tuple) for kind in set(map(type, thing[:LONGEST]))):
        yield letter
        return
    yield letter.upper()
    for item in thing[:LONGEST]:
        yield from _letters(item)


def restored(answer: Any, note: str) -> Any:
    """An answer with those of its tuples `Listed` that were lists."""
    return _restored(answer, iter(note[:MOST])) if "l" in note or "L" in note else answer


def _restored(thing: Any, letters: Iterator[str]) -> Any:
    letter = next(letters, ".")
    if letter == "." or not isinstance(thing, tuple) or letter not in "ltLT":
        return thing
    made = Listed if letter in "lL" else tuple
    if letter in "lt":
        return made(thing)
    items = [_restored(item, letters) for item in thing[:LONGEST]]
    return made([*items, *thing[LONGEST:]])
