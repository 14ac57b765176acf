"""The workspace of one command: opened late, closed in any case."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sharpen.content.library import Library
    from sharpen.judge import LocalJudge
    from sharpen.practice import Workspace


@contextmanager
def workspace(judge: "LocalJudge | None" = None) -> "Iterator[Workspace]":
    """Everything the use cases need, until the command is done; `judge` is one that runs already."""
    from sharpen.practice import open_workspace

    ws = open_workspace(judge=judge)
    try:
        yield ws
    finally:
        ws.close()


def judging_workspace() -> AbstractContextManager["Workspace"]:
    """The same around the judge that was started early. Its processes get ready while the data is opened."""
    from sharpen.cli.terminal.warm_judge import start_judge

    return workspace(start_judge())


def library() -> "Library":
    """The content alone, for commands that touch no data."""
    import os

    from sharpen.content.library import Library

    if not os.environ.get("SHARPEN_CONTENT"):
        return Library.open()  # without the quarter of a second that reading the settings takes
    from sharpen.practice.settings import read_settings

    return Library.open(read_settings().content)


def complete_slug(incomplete: str) -> list[tuple[str, str]]:
    """Shell completion: the problems whose name begins like this, with their titles."""
    problems = library().problems.values()
    return [(problem.slug, problem.title) for problem in problems if problem.slug.startswith(incomplete)]


def complete_round(incomplete: str) -> list[tuple[str, str]]:
    """Shell completion: the rounds whose id begins like this, with their titles."""
    return [(id_, title) for id_, title in library().outline.rounds.items() if id_.startswith(incomplete)]


def complete_topic(incomplete: str) -> list[tuple[str, str]]:
    """Shell completion: the topics whose id begins like this, with their titles."""
    return [(topic.id, topic.title) for topic in library().outline if topic.id.startswith(incomplete)]
