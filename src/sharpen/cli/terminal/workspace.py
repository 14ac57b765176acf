"""The workspace of one command: opened late, closed in any case."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING

from sharpen.practice.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from sharpen.judge import LocalJudge


@contextmanager
def workspace(judge: "LocalJudge | None" = None) -> Iterator[Workspace]:
    """Everything the use cases need, until the command is done; `judge` is one that runs already."""
    ws = open_workspace(judge=judge)
    try:
        yield ws
    finally:
        ws.close()


def judging_workspace() -> AbstractContextManager[Workspace]:
    """The same around the judge that was started early. Its processes get ready while the data is opened."""
    from sharpen.cli.terminal.warm_judge import start_judge  # late: most commands judge nothing

    return workspace(start_judge())
