"""Work: one transaction of one learner, and the content it is about."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from sharpen.content.library import Library
from sharpen.domain.problem import Problem
from sharpen.practice.errors import NoSuchName, NoSuchProblem
from sharpen.store.transaction import Transaction

Noun = TypeVar("Noun")


@dataclass(frozen=True)
class Work(Transaction):
    """All that a use case needs that neither judges nor takes long: `work.memories.get(item)`, `work.library`.

    Made by `Workspace.reading` and `Workspace.writing`, and good for as long as their block.
    """

    library: Library

    def problem(self, slug: str) -> Problem:
        """The problem of this name. Raises NoSuchProblem, with the names that come close."""
        return named(self.library, slug)


def named(library: Library, slug: str) -> Problem:
    """The problem of this name. Raises NoSuchProblem, with the names that come close."""
    return on_shelf(library.problems, slug, NoSuchProblem)


def on_shelf(shelf: Mapping[str, Noun], name: str, missing: type[NoSuchName]) -> Noun:
    """What has this name on a shelf of the library. Raises `missing`, with the names that come close."""
    try:
        return shelf[name]
    except KeyError:
        raise missing(name, shelf) from None
