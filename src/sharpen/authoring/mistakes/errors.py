"""Mistakes with errors: swallowed, dressed up, or raised where nothing is wrong."""

import functools
from typing import Any

from sharpen.authoring.mistakes.frame import Entry


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
    return _instead(entry, RuntimeError)


def raises_an_error_of_its_own(entry: Entry) -> Entry:
    """Raises an error of its own whose class only has the name of the right one."""

    @functools.wraps(entry)
    def wrong(*args: Any, **kwargs: Any) -> Any:
        try:
            return entry(*args, **kwargs)
        except Exception as error:
            raise type(type(error).__name__, (Exception,), {})(str(error)) from None

    return wrong


def _instead(entry: Entry, kind: type[Exception]) -> Entry:
    @functools.wraps(entry)
    def wrong(*args: Any, **kwargs: Any) -> Any:
        try:
            return entry(*args, **kwargs)
        except Exception as error:
            raise kind(str(error)) from None

    return wrong
