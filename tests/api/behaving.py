"""Whether what is sent behaves as the object given: both are called, and what they answer or raise is compared."""

import itertools
import re
import sys
from types import ModuleType
from typing import Any

from sharpen.api import CannotGather
from sharpen.api.answers import gather

CALLS = (0, 1, 3, 2, 0, 3)
_numbers = itertools.count()


def compared(thing: Any, entry: str) -> str:
    """The reason why a thing is refused, or "" where its source does as it does. AssertionError where it does not."""
    try:
        source = gather(thing, [entry])
    except CannotGather as reason:
        return str(reason)
    name = f"solution_{next(_numbers)}"
    module = sys.modules[name] = ModuleType(name)
    try:
        exec(compile(source, "solution.py", "exec", dont_inherit=True), vars(module))
        sent = answers(vars(module)[entry])
    except Exception as problem:
        raise AssertionError(f"{source}\ndoes not load: {type(problem).__name__}: {problem}") from None
    finally:
        del sys.modules[name]
    given = answers(thing)
    assert sent == given, f"{source}\nanswers {sent}, and what was given {given}"
    return ""


def answers(thing: Any) -> list[str]:
    """What it answers to a row of calls, one after the other: what is kept between them counts, too."""
    return [answer(thing, number) for number in CALLS]


def answer(thing: Any, number: int) -> str:
    try:
        found = thing().of(number) if isinstance(thing, type) and hasattr(thing, "of") else thing(number)
        return re.sub(r"\w+\.<locals>\.", "", f"{type(found).__name__} {found!r}")  # where it was written
    except Exception as problem:
        return f"raises {type(problem).__name__}"
