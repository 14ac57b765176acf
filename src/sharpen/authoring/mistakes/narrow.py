"""Mistakes with plain whole numbers: few bits, or those of a float, for what has as many as it needs in Python."""

from collections.abc import Callable
from typing import Any

from sharpen.authoring.mistakes.frame import Entry, each_number, giving, taking


def reads_a_byte(entry: Entry, *names: str) -> Entry:
    """Reads whole numbers as a byte."""
    return taking(entry, names, lambda value: _whole(value, _byte))


def reads_sixteen_bits(entry: Entry, *names: str) -> Entry:
    """Reads whole numbers in 16 bits."""
    return taking(entry, names, lambda value: _whole(value, _short))


def reads_thirty_two_bits(entry: Entry, *names: str) -> Entry:
    """Reads whole numbers in 32 bits."""
    return taking(entry, names, lambda value: _whole(value, _long))


def reads_floats(entry: Entry, *names: str) -> Entry:
    """Reads whole numbers as floats, which have 53 bits for them."""
    return taking(entry, names, lambda value: _whole(value, _floated))


def gives_a_byte(entry: Entry) -> Entry:
    """Keeps what it gives back in a byte."""
    return giving(entry, lambda answer: _whole(answer, _byte))


def gives_sixteen_bits(entry: Entry) -> Entry:
    """Keeps what it gives back in 16 bits."""
    return giving(entry, lambda answer: _whole(answer, _short))


def gives_thirty_two_bits(entry: Entry) -> Entry:
    """Keeps what it gives back in 32 bits."""
    return giving(entry, lambda answer: _whole(answer, _long))


def gives_floats(entry: Entry) -> Entry:
    """Computes whole numbers with floats, which have 53 bits for them."""
    return giving(entry, lambda answer: _whole(answer, _floated))


def _byte(number: int) -> int:
    return number & 0xFF if number >= 0 else (number + 128) % 256 - 128


def _short(number: int) -> int:
    return (number + 2**15) % 2**16 - 2**15


def _long(number: int) -> int:
    return (number + 2**31) % 2**32 - 2**31


def _floated(number: int) -> int:
    return int(float(number)) if abs(number) < 2**1000 else 0


def _whole(value: Any, change: Callable[[int], int]) -> Any:
    """The value with every whole number in it changed."""
    return each_number(value, lambda number: change(number) if isinstance(number, int) else number)
