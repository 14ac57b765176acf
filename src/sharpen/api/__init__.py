"""`from sharpen import check`: judge what you wrote in a notebook or a script.

The same judge, isolation and history as the web app and the terminal::

    from sharpen import check

    check("k-means", k_means)
"""

import sys

from sharpen.api.answers import Answer, gather
from sharpen.api.errors import CannotGather
from sharpen.api.judged import Judged
from sharpen.api.waiting import waiting
from sharpen.api.workspace import opened

__all__ = ["Answer", "CannotGather", "Judged", "check"]


def check(problem: str, answer: Answer | None = None) -> Judged:
    """Judge an answer to a problem, keep it in the history, and return the verdict.

    `answer` is a function or class, several of them, a dict of names such as `globals()`, source
    text, or the path of a file; without it, what has the name that the problem asks for is judged.
    Functions are sent as source, together with the functions, classes, imports and plain values
    that they use, and only if that source gives the very functions in hand. Raises CannotGather for
    what cannot be sent, and PracticeError for an unknown problem or a judge that stopped.
    """
    from sharpen.domain.attempt import Origin
    from sharpen.domain.verdict import overall
    from sharpen.practice.solving import attempts

    if not isinstance(problem, str):
        name = answer if isinstance(answer, str) else "k-means"
        raise CannotGather(
            f"The problem's name comes first, as text, and then the answer: `check({name!r}, "
            f"{getattr(problem, '__name__', 'answer')})`."
        )
    if answer is None:
        frame = sys._getframe(1)
        answer = {**frame.f_globals, **frame.f_locals}
    ws = opened()
    known = ws.problem(problem)
    source = gather(answer, known.entry, known.packages)
    attempt = attempts.submit(ws, problem, source, origin=Origin.NOTEBOOK)
    results = tuple(waiting(problem, attempts.judge(ws, attempt.id)))
    return Judged(
        problem,
        overall(results),
        results,
        attempt.id,
        source,
        lambda: attempts.picture(ws, problem, source, seed=attempt.seed),
    )
