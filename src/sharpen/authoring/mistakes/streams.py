"""Mistakes with streams: what comes bit by bit is taken for a list."""

from collections.abc import Iterator
from typing import Any

from sharpen.authoring.mistakes.frame import Entry, taking


def needs_a_length(entry: Entry, *names: str) -> Entry:
    """Asks a stream how long it is."""
    return taking(entry, names, _measured)


def reads_it_twice(entry: Entry, *names: str) -> Entry:
    """Goes through a stream once to count it, and once more to read it."""
    return taking(entry, names, _counted)


def reads_all_of_it_first(entry: Entry, *names: str) -> Entry:
    """Makes a list of a stream before it begins."""
    return taking(entry, names, lambda stream: iter(list(stream)))


def reads_one_ahead(entry: Entry, *names: str) -> Entry:
    """Takes the next item from a stream before it is asked for the one at hand."""
    return taking(entry, names, _one_ahead)


def misses_the_first(entry: Entry, *names: str) -> Entry:
    """Takes an item from a stream to see whether there is one, and loses it."""
    return taking(entry, names, lambda stream: _without_first(iter(stream)))


def _measured(stream: Any) -> Any:
    len(stream)
    return stream


def _counted(stream: Any) -> Any:
    sum(1 for _ in stream)
    return stream


def _one_ahead(stream: Any) -> Iterator[Any]:
    items = iter(stream)
    held = [next(items), next(items)]
    while True:
        yield held.pop(0)
        held.append(next(items, None))


def _without_first(items: Iterator[Any]) -> Iterator[Any]:
    next(items, None)
    return items
