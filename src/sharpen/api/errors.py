"""What cannot be sent to the judge, in the learner's terms. `user` is who uses a thing, "" where it is the answer."""

import inspect
from collections.abc import Collection
from typing import Any

from sharpen.api import origins, plain
from sharpen.domain.errors import SharpenError
from sharpen.domain.problem import libraries


class CannotGather(SharpenError, ValueError):
    """Something that the answer uses cannot be sent to the judge; the message says what to do."""


def missing(name: str, module: str, user: str, packages: Collection[str]) -> CannotGather:
    """A library's thing that the judge lacks; `packages` are those it has."""
    library = origins.distribution(module)
    known = f"`{name}`" if name == library else f"`{name}`, which is from {library}"
    return CannotGather(
        f"{f'`{user}` uses {known}' if user else f'The answer is {known}'}, and this problem is judged without "
        f"{library}: with {libraries(sorted(packages))} alone. Write that part yourself."
    )


def no_source(name: str, user: str, why: ValueError) -> CannotGather:
    """A function or class whose text cannot be sent."""
    what = f"`{name}`, which `{user}` uses," if user else f"the answer `{name}`"
    return CannotGather(f"The source of {what} cannot be sent: {why}")


def not_sent(name: str, thing: Any, user: str, what: str) -> CannotGather:
    """A thing that has no text, and is no plain value; `what` says what it is."""
    if inspect.isclass(thing):
        what = "a class that was made by a call, not by a `class` statement"
    elif inspect.ismethod(thing):
        what = f"a method of {plain.an_object(thing.__self__)}"
    elif hasattr(thing, "__wrapped__"):
        what = "what a decorator made of a function"
    elif not origins.is_installed(type(thing).__module__):
        what = plain.an_object(thing)
    if not user:
        return CannotGather(
            f"The answer `{name}` is {what}, which cannot be sent to the judge. Give a function or a class."
        )
    return CannotGather(
        f"`{user}` uses `{name}`, {what}, which cannot be sent to the judge. Pass it as an argument, or make it "
        "inside the function."
    )
