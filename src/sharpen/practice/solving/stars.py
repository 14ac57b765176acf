"""Stars: problems marked to be found again; nothing else goes by them."""

from datetime import UTC, datetime

from sharpen.domain.star import Star
from sharpen.practice.work import Work, once
from sharpen.practice.workspace import Workspace


@once
def starred(work: Work) -> set[str]:
    """The problems that have a star, those of the library alone."""
    return work.stars.problems() & set(work.library.problems)


def star(ws: Workspace, slug: str, *, on: bool = True) -> None:
    """Give a problem a star, or take it back. Raises NoSuchProblem."""
    ws.problem(slug)
    with ws.writing() as work:
        if (slug in work.stars.problems()) != on:
            work.stars.put(Star(ws.learner, slug, on, datetime.now(UTC)))
