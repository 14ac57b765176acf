"""Mistakes about items: that they can be compared or hashed, that all differ, that none is empty."""

import contextlib
from typing import Any

from sharpen.authoring.mistakes.frame import Entry, each_text, taking


def compares_items(entry: Entry, *names: str) -> Entry:
    """Compares items with `<`, which many cannot do."""
    return taking(entry, names, _compared)


def hashes_items(entry: Entry, *names: str) -> Entry:
    """Puts items into a set, which lists and dicts cannot be."""
    return taking(entry, names, _hashed)


def drops_equal_items(entry: Entry, *names: str) -> Entry:
    """Takes equal items for one."""
    return taking(entry, names, _unique)


def drops_empty_items(entry: Entry, *names: str) -> Entry:
    """Takes items such as 0, None and the empty text for missing ones."""
    return taking(entry, names, lambda items: [item for item in items if _true(item)])


def lowers_words(entry: Entry, *names: str) -> Entry:
    """Takes words in capital letters for those in small ones."""
    return taking(entry, names, lambda value: each_text(value, str.lower))


def cuts_words(entry: Entry, *names: str) -> Entry:
    """Takes only the letters before the first space of a word."""
    return taking(entry, names, lambda value: each_text(value, lambda word: word.split(" ")[0]))


def strips_words(entry: Entry, *names: str) -> Entry:
    """Takes words without the spaces before and after them."""
    return taking(entry, names, lambda value: each_text(value, lambda word: word.strip(" ")))


def drops_full_stops(entry: Entry, *names: str) -> Entry:
    """Takes words without the full stops after them."""
    return taking(entry, names, lambda value: each_text(value, lambda word: word.rstrip(".")))


def _compared(items: Any) -> Any:
    sorted(items)
    return items


def _hashed(items: Any) -> Any:
    set(items)
    return items


def _unique(items: Any) -> Any:
    kept: list[Any] = []
    for item in items:
        if not any(item is other or _true(item == other) for other in kept):
            kept.append(item)
    return kept


def _true(value: Any) -> bool:
    with contextlib.suppress(ValueError):
        return bool(value)
    return True
