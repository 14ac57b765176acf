"""Mistakes that show at some sizes only: very large, one, none."""

import functools
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from sharpen.authoring.mistakes.frame import Entry, arguments, length, spoil, taking


def looks_at_the_first_thousand(entry: Entry, *names: str) -> Entry:
    """Looks at the first thousand items only."""
    return taking(entry, names, _first_thousand)


def wrong_above_a_hundred(entry: Entry, *names: str) -> Entry:
    """Is wrong for more than a hundred items."""
    return _wrong_where(entry, names, lambda n: n > 100)


def wrong_above_a_thousand(entry: Entry, *names: str) -> Entry:
    """Is wrong for more than a thousand items."""
    return _wrong_where(entry, names, lambda n: n > 1000)


def wrong_for_one_item(entry: Entry, *names: str) -> Entry:
    """Is wrong for a single item."""
    return _wrong_where(entry, names, lambda n: n == 1)


def fails_for_no_items(entry: Entry, *names: str) -> Entry:
    """Reads the first item without asking whether there is one."""
    return _raising_where(entry, names, lambda value: hasattr(value, "__len__") and length(value) == 0)


def misses_the_first_item(entry: Entry, *names: str) -> Entry:
    """Begins with the second item."""
    return taking(entry, names, lambda value: value[1:])


def misses_the_last_item(entry: Entry, *names: str) -> Entry:
    """Ends before the last item."""
    return taking(entry, names, lambda value: value[:-1])


def wrong_for_one_column(entry: Entry, *names: str) -> Entry:
    """Squeezes a matrix of one column to a vector."""
    return _wrong_of(entry, names, lambda value: getattr(value, "ndim", 0) == 2 and value.shape[1] == 1)


def fails_for_zero(entry: Entry, *names: str) -> Entry:
    """Divides by a count without asking whether it is zero."""
    return _raising_where(entry, names, lambda value: isinstance(value, int) and value == 0)


def wrong_for_one(entry: Entry, *names: str) -> Entry:
    """Is wrong where a count is one."""
    return _wrong_of(entry, names, lambda value: type(value) is int and value == 1)


def wrong_for_a_large_count(entry: Entry, *names: str) -> Entry:
    """Is wrong where a count is above a hundred."""
    return _wrong_of(entry, names, lambda value: type(value) is int and value > 100)


def _first_thousand(value: Any) -> Any:
    return islice(value, 1000) if isinstance(value, Iterator) else value[:1000]


def _wrong_where(entry: Entry, names: tuple[str, ...], when: Callable[[int], bool]) -> Entry:
    counts: list[int] = []

    def counted(value: Any) -> Any:
        if not isinstance(value, Iterator):
            counts.append(length(value))
            return value
        counts.append(0)
        return _counting(value, counts)

    @functools.wraps(entry)
    def wrong(*args: Any, **kwargs: Any) -> Any:
        counts.clear()
        answer = taking(entry, names, counted)(*args, **kwargs)
        return spoil(answer, args) if any(map(when, counts)) else answer

    return wrong


def _counting(stream: Iterator[Any], counts: list[int]) -> Iterator[Any]:
    for item in stream:
        counts[-1] += 1
        yield item


def _wrong_of(entry: Entry, names: tuple[str, ...], when: Callable[[Any], bool]) -> Entry:
    @functools.wraps(entry)
    def wrong(*args: Any, **kwargs: Any) -> Any:
        wrong_here = any(map(when, arguments(entry, names, args, kwargs)))
        answer = entry(*args, **kwargs)
        return spoil(answer, args) if wrong_here else answer

    return wrong


def _raising_where(entry: Entry, names: tuple[str, ...], when: Callable[[Any], bool]) -> Entry:
    @functools.wraps(entry)
    def wrong(*args: Any, **kwargs: Any) -> Any:
        if any(map(when, arguments(entry, names, args, kwargs))):
            raise ZeroDivisionError("division by zero")
        return entry(*args, **kwargs)

    return wrong
