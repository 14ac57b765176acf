"""Mistakes with numbers: too few digits, a range that is taken for granted, a type that is kept or lost."""

from typing import Any

from sharpen.authoring.mistakes.frame import Entry, arguments, taking


def computes_in_float32(entry: Entry, *names: str) -> Entry:
    """Computes with seven digits."""
    return taking(entry, names, lambda value: _where(value, "f", lambda array: array.astype("float32")))


def keeps_seven_digits_of_its_input(entry: Entry, *names: str) -> Entry:
    """Computes with sixteen digits, of inputs that were rounded to seven."""
    return taking(entry, names, lambda value: _where(value, "f", lambda array: array.astype("float32").astype(float)))


def computes_in_int32(entry: Entry, *names: str) -> Entry:
    """Computes whole numbers in 32 bits, where they wrap around."""
    return taking(entry, names, lambda value: _where(value, "iu", lambda array: array.astype("int32")))


def computes_in_int16(entry: Entry, *names: str) -> Entry:
    """Computes whole numbers in 16 bits, where they wrap around."""
    return taking(entry, names, lambda value: _where(value, "iu", lambda array: array.astype("int16")))


def computes_in_int8(entry: Entry, *names: str) -> Entry:
    """Keeps whole numbers in a byte, where they wrap around."""
    return taking(entry, names, lambda value: _where(value, "iu", lambda array: array.astype("int8")))


def computes_in_uint8(entry: Entry, *names: str) -> Entry:
    """Keeps whole numbers in a byte without a sign, where they wrap around."""
    return taking(entry, names, lambda value: _where(value, "iu", lambda array: array.astype("uint8")))


def looks_at_the_last_byte(entry: Entry, *names: str) -> Entry:
    """Validates whole numbers after they were put into a byte, signed where any is below zero."""
    return taking(
        entry,
        names,
        lambda value: _where(value, "iu", lambda array: array.astype("int8" if (array < 0).any() else "uint8")),
    )


def subtracts_without_a_sign(entry: Entry, *names: str) -> Entry:
    """Subtracts in the type that came in, which without a sign has no numbers below zero."""
    return taking(
        entry,
        names,
        lambda value: _where(value, "u", lambda array: (array - array[:1]).astype(float) + array[:1].astype(float)),
    )


def takes_whole_numbers_for_floats(entry: Entry, *names: str) -> Entry:
    """Makes whole numbers floats and back, which leaves 53 bits of them."""
    return taking(entry, names, lambda value: _where(value, "iu", lambda array: array.astype(float).astype("int64")))


def keeps_the_type_of_its_input(entry: Entry, *names: str) -> Entry:
    """Gives its answer in the type of its first array, so that fractions are cut off where whole numbers came in."""

    def wrong(*args: Any, **kwargs: Any) -> Any:
        types = [value.dtype for value in arguments(entry, names, args, kwargs) if hasattr(value, "dtype")]
        answer = entry(*args, **kwargs)
        whole = bool(types) and types[0].kind in "iu"
        return _where(answer, "f", lambda array: array.astype(types[0])) if whole else answer

    return wrong


def clips_at_a_million(entry: Entry, *names: str) -> Entry:
    """Cuts numbers off at a million, against overflow."""
    return taking(entry, names, lambda value: _where(value, "f", lambda array: array.clip(-1e6, 1e6)))


def takes_tiny_numbers_for_zero(entry: Entry, *names: str) -> Entry:
    """Takes numbers below 1e-9 for zero."""
    return taking(entry, names, lambda value: _where(value, "f", lambda array: array * (abs(array) >= 1e-9)))


def rounds_its_input(entry: Entry, *names: str) -> Entry:
    """Takes all numbers for whole ones."""
    return taking(entry, names, lambda value: _where(value, "f", lambda array: array.round()))


def forgets_signs(entry: Entry, *names: str) -> Entry:
    """Takes all numbers for positive."""
    return taking(entry, names, lambda value: _where(value, "fi", abs))


def adds_an_epsilon(entry: Entry, *names: str) -> Entry:
    """Adds 1e-5 to every number, against a division by zero."""
    return taking(entry, names, lambda value: _where(value, "f", lambda array: array + 1e-5))


def _where(value: Any, kinds: str, change: Any) -> Any:
    """The value, changed where it is an array of one of these kinds; a tuple item by item."""
    if isinstance(value, tuple):
        return tuple(_where(item, kinds, change) for item in value)
    return change(value) if getattr(getattr(value, "dtype", None), "kind", "") in (kinds and [*kinds]) else value
