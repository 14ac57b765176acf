"""What mistakes are made with: an entry point whose arguments or answer are changed on the way."""

import functools
import inspect
from collections.abc import Callable, Iterable
from typing import Any

Entry = Callable[..., Any]


def taking(entry: Entry, names: Iterable[str], change: Callable[[Any], Any]) -> Entry:
    """The entry point with each of its arguments called `names` changed before it sees them."""
    signature = inspect.signature(entry)

    @functools.wraps(entry)
    def wrong(*args: Any, **kwargs: Any) -> Any:
        bound = signature.bind(*args, **kwargs)
        for name in names:
            if name in bound.arguments:
                bound.arguments[name] = change(bound.arguments[name])
        return entry(*bound.args, **bound.kwargs)

    return wrong


def giving(entry: Entry, change: Callable[[Any], Any]) -> Entry:
    """The entry point with its answer changed."""

    @functools.wraps(entry)
    def wrong(*args: Any, **kwargs: Any) -> Any:
        return change(entry(*args, **kwargs))

    return wrong


def arguments(entry: Entry, names: Iterable[str], args: Any, kwargs: Any) -> list[Any]:
    """The arguments of a call that are called `names`, without those that were left to their defaults."""
    bound = inspect.signature(entry).bind(*args, **kwargs).arguments
    return [bound[name] for name in names if name in bound]


def each_number(value: Any, change: Callable[[Any], Any]) -> Any:
    """A value of plain Python with every number in it changed; truth values are none."""
    if isinstance(value, int | float):
        return value if isinstance(value, bool) else change(value)
    return within(value, lambda item: each_number(item, change))


def each_text(value: Any, change: Callable[[str], str]) -> Any:
    """A value of plain Python with every text in it changed."""
    return change(value) if isinstance(value, str) else within(value, lambda item: each_text(item, change))


def within(value: Any, change: Callable[[Any], Any]) -> Any:
    """A container with all that is directly in it changed; anything else as it is."""
    if isinstance(value, dict):
        return {change(key): change(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return type(value)(map(change, value))
    return map(change, value) if hasattr(value, "__next__") else value


def length(value: Any) -> int:
    """How many items a value has; 0 where it has no length."""
    try:
        return len(value)
    except TypeError:
        return 0


def spoil(answer: Any, args: Any) -> Any:
    """The answer spoiled; of a method that gives back nothing, such as a constructor, its object is."""
    if answer is None and args and hasattr(args[0], "__dict__"):
        for name, value in vars(args[0]).items():
            setattr(args[0], name, spoiled(value))
    return spoiled(answer)


def spoiled(answer: Any) -> Any:
    """Something of the answer's form that is not the answer."""
    if isinstance(answer, str):
        return answer + "?"
    if isinstance(answer, dict):
        return {key: spoiled(value) for key, value in answer.items()}
    if isinstance(answer, list | tuple):
        return type(answer)(map(spoiled, answer))
    if isinstance(answer, set | frozenset):
        return type(answer)(list(answer)[1:])
    if hasattr(answer, "dtype") and getattr(answer, "ndim", None):
        return answer[::-1] * 2 + 1
    return answer if answer is None else answer * 2 + 1
