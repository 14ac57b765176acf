"""Work: one transaction of one learner, and the content it is about."""

from dataclasses import dataclass

from sharpen.content.library import Library
from sharpen.domain.problem import Problem
from sharpen.practice.errors import NoSuchProblem
from sharpen.store.transaction import Transaction


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
    try:
        return library.problems[slug]
    except KeyError:
        raise NoSuchProblem(slug, library.problems) from None
