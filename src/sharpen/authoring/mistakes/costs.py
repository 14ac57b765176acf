"""Mistakes of cost: the right answer, one class of complexity too dear."""

import functools
from typing import Any

from sharpen.authoring.mistakes.frame import Entry, arguments, length


def takes_quadratic_time(entry: Entry, *names: str) -> Entry:
    """Looks at every pair of items."""

    @functools.wraps(entry)
    def wrong(*args: Any, **kwargs: Any) -> Any:
        n = _most(entry, names, args, kwargs)
        for _ in range(n):
            sum(range(n))
        return entry(*args, **kwargs)

    return wrong


def takes_quadratic_memory(entry: Entry, *names: str) -> Entry:
    """Keeps a table of every pair of items."""

    @functools.wraps(entry)
    def wrong(*args: Any, **kwargs: Any) -> Any:
        n = _most(entry, names, args, kwargs)
        table = b"\1" * (8 * n * n)
        answer = entry(*args, **kwargs)
        return answer if table is not None else None

    return wrong


def sorts_first(entry: Entry, *names: str) -> Entry:
    """Sorts as many numbers as there are items, which O(n log n) allows."""

    @functools.wraps(entry)
    def right(*args: Any, **kwargs: Any) -> Any:
        n = _most(entry, names, args, kwargs)
        sorted((i * 7919 % 1009 for i in range(n)), key=lambda number: -number)
        return entry(*args, **kwargs)

    return right


def _most(entry: Entry, names: tuple[str, ...], args: Any, kwargs: Any) -> int:
    taken = arguments(entry, names, args, kwargs)
    return max((value if isinstance(value, int) else length(value) for value in taken), default=0)
