"""Mistakes with texts: joined to one, cut at a sign, hashed to few bits, or taken for letters that are known."""

import functools
import inspect
import zlib
from typing import Any

from sharpen.authoring.mistakes.frame import Entry, each_text, taking, within


def joins_them_by_commas(entry: Entry, *names: str) -> Entry:
    """Joins several texts to one by commas, and takes what is then alike for the same."""
    return _joined(entry, names, ",")


def joins_them_by_bars(entry: Entry, *names: str) -> Entry:
    """Joins several texts to one by `|`, and takes what is then alike for the same."""
    return _joined(entry, names, "|")


def joins_them_by_spaces(entry: Entry, *names: str) -> Entry:
    """Joins several texts to one by spaces, and takes what is then alike for the same."""
    return _joined(entry, names, " ")


def joins_them_by_slashes(entry: Entry, *names: str) -> Entry:
    """Joins several texts to one by slashes, and takes what is then alike for the same."""
    return _joined(entry, names, "/")


def joins_them_by_zeros(entry: Entry, *names: str) -> Entry:
    """Joins several texts to one by the character 0, and takes what is then alike for the same."""
    return _joined(entry, names, "\0")


def joins_them_by_nothing(entry: Entry, *names: str) -> Entry:
    """Writes several texts one behind the other, and takes what is then alike for the same."""
    return _joined(entry, names, "")


def ends_them_with_a_dollar(entry: Entry, *names: str) -> Entry:
    """Takes a dollar sign for the end of a text."""
    return taking(entry, names, lambda value: each_text(value, lambda text: text.partition("$")[0]))


def ends_them_with_a_hash(entry: Entry, *names: str) -> Entry:
    """Takes `#` for the end of a text."""
    return taking(entry, names, lambda value: each_text(value, lambda text: text.partition("#")[0]))


def ends_them_with_a_star(entry: Entry, *names: str) -> Entry:
    """Takes `*` for the end of a text."""
    return taking(entry, names, lambda value: each_text(value, lambda text: text.partition("*")[0]))


def ends_them_with_zero(entry: Entry, *names: str) -> Entry:
    """Takes the character 0 for the end of a text."""
    return taking(entry, names, lambda value: each_text(value, lambda text: text.partition("\0")[0]))


def knows_ascii_alone(entry: Entry, *names: str) -> Entry:
    """Takes all letters beyond ASCII for one."""
    return taking(entry, names, lambda value: each_text(value, lambda text: text.encode("ascii", "replace").decode()))


def knows_the_small_letters_alone(entry: Entry, *names: str) -> Entry:
    """Counts letters from `a` modulo 26."""

    def small(text: str) -> str:
        return "".join(chr(ord("a") + (ord(letter) - ord("a")) % 26) for letter in text)

    return taking(entry, names, lambda value: each_text(value, small))


def knows_the_last_byte_of_a_letter(entry: Entry, *names: str) -> Entry:
    """Looks up letters in a table of 256."""
    return taking(
        entry, names, lambda value: each_text(value, lambda text: "".join(chr(ord(letter) & 255) for letter in text))
    )


def hashes_them_to_sixteen_bits(entry: Entry, *names: str) -> Entry:
    """Takes texts for equal that have the same hash of 16 bits."""
    known: dict[int, str] = {}

    def first_alike(text: str) -> str:
        return known.setdefault(zlib.crc32(text.encode("utf-8", "replace")) * 2654435761 >> 16 & 0xFFFF, text)

    return taking(entry, names, lambda value: each_text(value, first_alike))


def _joined(entry: Entry, names: tuple[str, ...], by: str) -> Entry:
    """The entry point that cannot tell texts from others that are the same once joined.

    A list of texts is joined and taken apart again. Of texts in a row of a list, or in several arguments, those are
    taken that were the first to be joined to the same.
    """
    known: dict[str, tuple[str, ...]] = {}

    def first_alike(texts: tuple[str, ...]) -> tuple[str, ...]:
        other = known.setdefault(by.join(texts), texts)
        return other if len(other) == len(texts) else texts

    def rows(value: Any) -> Any:
        if not isinstance(value, list | tuple) or not any(isinstance(item, str) for item in value):
            return within(value, rows)
        first = iter(first_alike(tuple(item for item in value if isinstance(item, str))))
        return type(value)(next(first) if isinstance(item, str) else rows(item) for item in value)

    def alike(value: Any) -> Any:
        if by and value and isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
            return type(value)(by.join(value).split(by))
        return within(value, rows)

    @functools.wraps(entry)
    def wrong(*args: Any, **kwargs: Any) -> Any:
        bound = inspect.signature(entry).bind(*args, **kwargs)
        given = bound.arguments
        alone = [name for name in names if isinstance(given.get(name), str)]
        given.update(zip(alone, first_alike(tuple(given[name] for name in alone)), strict=True))
        given.update({name: alike(given[name]) for name in names if name in given and name not in alone})
        return entry(*bound.args, **bound.kwargs)

    return wrong
