"""Mistakes with errors: swallowed, dressed up, or raised where nothing is wrong."""

import functools
from collections.abc import Callable
from typing import Any

from sharpen.authoring.mistakes.frame import Entry, arguments


def swallows_errors(entry: Entry) -> Entry:
    """Returns None where an error should be raised."""

    @functools.wraps(entry)
    def wrong(*args: Any, **kwargs: Any) -> Any:
        try:
            return entry(*args, **kwargs)
        except Exception:
            return None

    return wrong


def raises_another_error(entry: Entry) -> Entry:
    """Raises a RuntimeError whatever the error should be."""
    return _instead(entry, lambda error: RuntimeError(str(error)))


def raises_an_error_of_its_own(entry: Entry) -> Entry:
    """Raises an error of its own whose class only has the name of the right one."""
    return _instead(entry, lambda error: type(type(error).__name__, (Exception,), {})(str(error)))


def asks_nothing_when_empty(entry: Entry, *names: str) -> Entry:
    """Looks at its other arguments only where there is something to do."""

    @functools.wraps(entry)
    def wrong(*args: Any, **kwargs: Any) -> Any:
        try:
            return entry(*args, **kwargs)
        except Exception:
            empty = [value for value in arguments(entry, names, args, kwargs) if hasattr(value, "__len__")]
            if all(map(len, empty)):
                raise
            return None

    return wrong


def _instead(entry: Entry, other: Callable[[Exception], Exception]) -> Entry:
    @functools.wraps(entry)
    def wrong(*args: Any, **kwargs: Any) -> Any:
        try:
            return entry(*args, **kwargs)
        except Exception as error:
            raise other(error) from None

    return wrong
