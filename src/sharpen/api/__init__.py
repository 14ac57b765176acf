"""`from sharpen import check`: judge what you wrote in a notebook or a script.

The same judge, isolation and history as the web app and the terminal::

    from sharpen import check

    check("k-means", k_means)
"""

import atexit
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sharpen.api.gathering import Answer, CannotGather, gather
from sharpen.api.judged import Judged

if TYPE_CHECKING:
    from sharpen.practice import Workspace

__all__ = ["Answer", "CannotGather", "Judged", "check"]


def check(problem: str, answer: Answer) -> Judged:
    """Judge an answer to a problem, keep it in the history, and return the verdict.

    `answer` is a function or class, several of them, a dict of names such as `globals()`, source
    text, or the path of a file. Functions are sent as source, together with the functions, classes,
    imports and plain constants that they use. Raises CannotGather for what cannot be sent, and
    PracticeError for an unknown problem or a judge that stopped.
    """
    from sharpen.domain.attempt import Origin
    from sharpen.domain.verdict import overall
    from sharpen.practice.solving import attempts

    ws = _workspace(_home())
    source = gather(answer, ws.problem(problem).entry)
    attempt = attempts.submit(ws, problem, source, origin=Origin.NOTEBOOK)
    results = tuple(attempts.judge(ws, attempt.id))
    return Judged(problem, overall(results), results, attempt.id, source, lambda: attempts.picture(ws, problem, source))


@cache
def _workspace(_home: Path) -> "Workspace":
    """The workspace of this process: its judge stays warm from one call to the next."""
    from sharpen.practice import open_workspace

    ws = open_workspace()
    atexit.register(ws.close)
    return ws


def _home() -> Path:
    from sharpen.practice.settings import Settings

    return Settings().home
