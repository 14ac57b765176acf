"""Mistakes of state: something is kept from one call to the next, or from one object to another."""

import functools
from typing import Any

from sharpen.authoring.mistakes.frame import Entry, arguments


def remembers_by_shape(entry: Entry, *names: str) -> Entry:
    """Keeps its answers by the shapes of the arrays it was given."""
    return _kept_by(entry, names, lambda value: getattr(value, "shape", repr(value)))


def remembers_by_length(entry: Entry, *names: str) -> Entry:
    """Keeps a table from call to call, by the lengths of lists and texts and by the numbers beside them."""
    return _kept_by(entry, names, lambda value: len(value) if hasattr(value, "__len__") else value)


def remembers_by_what_is_printed(entry: Entry, *names: str) -> Entry:
    """Keeps its answers by `str` of its arguments, which leaves out the middle of long arrays."""
    return _kept_by(entry, names, str)


def remembers_by_address(entry: Entry, *names: str) -> Entry:
    """Keeps its answers by `id` of its first argument, which another object has after it."""
    return _kept_by(entry, names[:1], lambda value: value if isinstance(value, int | float | str) else id(value))


def remembers_without_the_source(entry: Entry, *names: str) -> Entry:
    """Keeps its answers by its arguments other than the source of randomness."""
    return _kept_by(entry, names, repr)


def answers_the_call_before(entry: Entry) -> Entry:
    """Gives, from the second call on, the answer of the call before."""
    answers: list[Any] = []

    @functools.wraps(entry)
    def wrong(*args: Any, **kwargs: Any) -> Any:
        answers.append(entry(*args, **kwargs))
        return answers.pop(0) if len(answers) > 1 else answers[0]

    return wrong


def collects_in_a_default(entry: Entry) -> Entry:
    """Appends to a list that is a default argument, so that earlier answers come along."""

    collected: list[Any] = []

    @functools.wraps(entry)
    def wrong(*args: Any, **kwargs: Any) -> Any:
        collected.extend(entry(*args, **kwargs))
        return list(collected)

    return wrong


def shares_between_objects(entry: Any) -> Any:
    """Keeps its state in the class, so that all objects have it in common."""
    state: dict[str, Any] = {}

    class Shared(entry):  # type: ignore[misc]
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            self.__dict__ = state
            super().__init__(*args, **kwargs)

    return Shared


def _kept_by(entry: Entry, names: tuple[str, ...], key: Any) -> Entry:
    answers: dict[Any, Any] = {}

    @functools.wraps(entry)
    def wrong(*args: Any, **kwargs: Any) -> Any:
        known = tuple(map(key, arguments(entry, names, args, kwargs)))
        if known not in answers:
            answers[known] = entry(*args, **kwargs)
        return answers[known]

    return wrong
