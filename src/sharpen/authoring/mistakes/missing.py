"""Mistakes about what is missing: a value that may well come is taken for none, for infinity, or for one too many."""

import functools
from typing import Any

from sharpen.authoring.mistakes.frame import Entry, arguments, each_number, giving, spoil, taking


def takes_zero_for_nothing(entry: Entry, *names: str) -> Entry:
    """Writes `number or 1`, which takes a zero for nothing."""
    return taking(entry, names, lambda value: _replaced(value, 0, 1))


def takes_minus_one_for_nothing(entry: Entry, *names: str) -> Entry:
    """Marks with -1 what is not there, and so takes a -1 that is there for nothing."""
    return taking(entry, names, lambda value: _replaced(value, -1, 0))


def takes_the_least_for_more(entry: Entry, **ends: tuple[float, float]) -> Entry:
    """Takes the smallest number that may come for one above it, as `<` does in place of `<=`."""
    return _at_the_ends(entry, {name: (low, low + 1) for name, (low, _) in ends.items()})


def takes_the_most_for_less(entry: Entry, **ends: tuple[float, float]) -> Entry:
    """Takes the largest number that may come for one below it, as a bound that is one too small does."""
    return _at_the_ends(entry, {name: (high, high - 1) for name, (_, high) in ends.items()})


def forgets_empty_texts(entry: Entry, *names: str) -> Entry:
    """Asks `if text` where it means `if text is not None`."""

    @functools.wraps(entry)
    def wrong(*args: Any, **kwargs: Any) -> Any:
        missing = any(map(_has_an_empty_text, arguments(entry, names, args, kwargs)))
        answer = entry(*args, **kwargs)
        return spoil(answer, args) if missing else answer

    return wrong


def gives_none_for_zero(entry: Entry) -> Entry:
    """Gives `answer or None`, so that an answer of zero is none."""
    return giving(entry, lambda answer: each_number(answer, lambda number: number or None))


def gives_minus_one_for_none(entry: Entry) -> Entry:
    """Gives -1 where there is no answer."""
    return giving(entry, lambda answer: -1 if answer is None else answer)


def gives_zero_for_none(entry: Entry) -> Entry:
    """Gives 0 where there is no answer."""
    return giving(entry, lambda answer: 0 if answer is None else answer)


def gives_nothing_below_zero(entry: Entry) -> Entry:
    """Begins to look for the largest at zero, which is too much where all are negative."""
    return giving(entry, lambda answer: each_number(answer, lambda number: max(number, 0)))


def gives_nothing_above_a_million(entry: Entry) -> Entry:
    """Begins to look for the smallest at a million, as if that were infinity."""
    return giving(entry, lambda answer: each_number(answer, lambda number: min(number, 1_000_000)))


def gives_nothing_above_a_billion(entry: Entry) -> Entry:
    """Begins to look for the smallest at a billion, as if that were infinity."""
    return giving(entry, lambda answer: each_number(answer, lambda number: min(number, 1_000_000_000)))


def _replaced(value: Any, old: float, new: float) -> Any:
    """The value with each number in it that equals one replaced by another."""
    if hasattr(value, "dtype") and getattr(value, "ndim", None):
        array = value.copy()
        if array.dtype.kind in "iuf":
            array[array == old] = new
        return array
    return each_number(value, lambda number: new if number == old else number)


def _at_the_ends(entry: Entry, ends: dict[str, tuple[float, float]]) -> Entry:
    for name, (old, new) in ends.items():
        entry = taking(entry, [name], functools.partial(_replaced, old=old, new=int(new)))
    return entry


def _has_an_empty_text(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_has_an_empty_text, [*value, *value.values()]))
    return any(map(_has_an_empty_text, value)) if isinstance(value, list | tuple | set) else value == ""
