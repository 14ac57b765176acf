"""Mistakes of cost: the right answer, one class of complexity too dear."""

import functools
import inspect
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


def looks_at_all_that_is_kept(method: Entry) -> Entry:
    """Goes through all that the object keeps in each call that finds or does something."""
    gives_nothing = inspect.signature(method).return_annotation in (None, "None")

    @functools.wraps(method)
    def wrong(self: Any, *args: Any, **kwargs: Any) -> Any:
        kept = _kept(self)
        answer = method(self, *args, **kwargs)
        if gives_nothing or not _in_vain(answer):
            _look_at(kept)
        return answer

    return wrong


def looks_at_all_in_vain(method: Entry) -> Entry:
    """Goes through all that the object keeps in each call that finds nothing or is refused."""

    @functools.wraps(method)
    def wrong(self: Any, *args: Any, **kwargs: Any) -> Any:
        answer = method(self, *args, **kwargs)
        if _in_vain(answer):
            _look_at(_kept(self))
        return answer

    return wrong


def sorts_first(entry: Entry, *names: str) -> Entry:
    """Sorts as many numbers as there are items, which O(n log n) allows."""

    @functools.wraps(entry)
    def right(*args: Any, **kwargs: Any) -> Any:
        n = _most(entry, names, args, kwargs)
        sorted((i * 7919 % 1009 for i in range(n)), key=lambda number: -number)
        return entry(*args, **kwargs)

    return right


def _kept(self: Any) -> int:
    """How many items the containers of an object hold."""
    return sum(length(value) for value in vars(self).values() if not isinstance(value, str))


def _look_at(count: int) -> bool:
    """Takes as long as to compare each of so many items with something."""
    return any(place < 0 for place in range(count))


def _in_vain(answer: Any) -> bool:
    return answer is None or answer is False


def _most(entry: Entry, names: tuple[str, ...], args: Any, kwargs: Any) -> int:
    taken = arguments(entry, names, args, kwargs)
    return max((value if isinstance(value, int) else length(value) for value in taken), default=0)
