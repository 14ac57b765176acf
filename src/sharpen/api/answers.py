"""Answers: what `check` may be given, and the source that is judged for it."""

import inspect
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from sharpen.api import origins, plain
from sharpen.api.errors import CannotGather
from sharpen.api.gathering import gathered
from sharpen.domain.problem import PACKAGES

Answer = Callable[..., Any] | Sequence[Callable[..., Any]] | Mapping[str, Any] | str | Path
"""A function or class, several of them, a dict of names such as `globals()`, source text, or a file."""


def gather(answer: Answer, entry: Sequence[str], packages: Collection[str] = PACKAGES) -> str:
    """The source of a submission that defines the `entry` names, for a judge that has `packages`.

    Raises CannotGather.
    """
    if isinstance(answer, Path) or (isinstance(answer, str) and _is_file(answer)):
        try:
            return Path(answer).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as problem:
            raise CannotGather(f"{answer} cannot be read ({problem}).") from None
    if isinstance(answer, str):
        if not answer.strip() or answer.strip().isidentifier():
            raise CannotGather(f"The text {answer!r} is no source. Give the function itself: `check(..., {entry[0]})`.")
        return answer
    things = _named(answer, entry)
    for name, thing in things.items():
        _is_an_answer(name, thing)
    return gathered(things, packages)


def _is_file(text: str) -> bool:
    return text.endswith(".py") and "\n" not in text


def _named(answer: Any, entry: Sequence[str]) -> dict[str, Any]:
    """What is submitted under each entry name."""
    if isinstance(answer, Mapping):
        things = dict(answer)
    elif isinstance(answer, Sequence) and not isinstance(answer, bytes):
        things = {getattr(one, "__name__", repr(one)): one for one in answer}
    elif len(entry) == 1 or not callable(answer):
        things = dict.fromkeys(entry, answer)
    else:
        things = {getattr(answer, "__name__", repr(answer)): answer}
    missing = [f"`{name}`" for name in entry if name not in things]
    if missing and len(entry) == 1:
        raise CannotGather(
            f"This problem needs {missing[0]}, and nothing given is called so. Define it, or give your function."
        )
    if missing:
        raise CannotGather(
            f"This problem also needs {', '.join(missing)}: give all of {', '.join(entry)}, as a list or a dict."
        )
    return {name: things[name] for name in entry}


def _is_an_answer(name: str, thing: Any) -> None:
    """Raise CannotGather for what is not a function or a class, or cannot be called for an answer."""
    function = inspect.unwrap(thing) if callable(thing) else thing
    if inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function):
        raise CannotGather(
            f"`{name}` is an `async def`: calling it gives no answer, but something to await. Write `def`."
        )
    if not callable(thing):
        raise CannotGather(
            f"The answer `{name}` is {plain.called(thing)}, not a function or a class. Give the function itself: "
            f"`check(..., {name})`."
        )
    if inspect.ismethod(thing):
        raise CannotGather(
            f"The answer `{name}` is a method of {plain.an_object(thing.__self__)}, and objects cannot be sent. Give a "
            "function that makes one and calls it."
        )
    if not (inspect.isroutine(thing) or inspect.isclass(thing)) and _is_own_object(thing):
        raise CannotGather(
            f"The answer `{name}` is {plain.an_object(thing)}, and objects cannot be sent. Give a function that makes "
            "one and calls it."
        )


def _is_own_object(thing: Any) -> bool:
    return (
        "__call__" in vars(type(thing))
        and inspect.isfunction(vars(type(thing))["__call__"])
        and not origins.is_installed(type(thing).__module__)
    )
