"""Work: one transaction of one learner, and the content it is about."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from sharpen.content.library import Library
from sharpen.domain.plan import Plan
from sharpen.domain.problem import Problem
from sharpen.practice.errors import NoSuchName, NoSuchProblem
from sharpen.store.transaction import Transaction

Noun = TypeVar("Noun")
Asked = ParamSpec("Asked")


@dataclass(frozen=True)
class Work(Transaction):
    """All that a use case needs that neither judges nor takes long: `work.memories.get(item)`, `work.library`.

    Made by `Workspace.reading` and `Workspace.writing`, and good for as long as their block. `known` is what functions
    that are `once` read in it; None where something may be written.
    """

    library: Library
    known: dict[Any, Any] | None = field(default=None, compare=False, repr=False)

    def problem(self, slug: str) -> Problem:
        """The problem of this name. Raises NoSuchProblem, with the names that come close."""
        return named(self.library, slug)


def once(reading: Callable[Concatenate[Work, Asked], Noun]) -> Callable[Concatenate[Work, Asked], Noun]:
    """A function that reads its answer once in a block of `Workspace.reading`, which sees one moment of the data.

    What it returns is everybody's, so nobody may change it. In a block of `Workspace.writing` it reads each time.
    """

    @wraps(reading)
    def known(work: Work, /, *args: Asked.args, **kwargs: Asked.kwargs) -> Noun:
        if work.known is None:
            return reading(work, *args, **kwargs)
        key = reading, args, *kwargs.items()
        if key not in work.known:
            work.known[key] = reading(work, *args, **kwargs)
        found: Noun = work.known[key]
        return found

    return known


@once
def plan_of(work: Work) -> Plan:
    """The learner's plan."""
    return work.plans.get()


def named(library: Library, slug: str) -> Problem:
    """The problem of this name. Raises NoSuchProblem, with the names that come close."""
    return on_shelf(library.problems, slug, NoSuchProblem)


def on_shelf(shelf: Mapping[str, Noun], name: str, missing: type[NoSuchName]) -> Noun:
    """What has this name on a shelf of the library. Raises `missing`, with the names that come close."""
    try:
        return shelf[name]
    except KeyError:
        raise missing(name, shelf) from None
