"""Judgements of many answers to one problem, several at a time."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from sharpen.domain.problem import Problem
from sharpen.domain.verdict import CheckResult

if TYPE_CHECKING:
    from sharpen.judge import Judge


def judgements(
    judge: "Judge", problem: Problem, sources: Sequence[str], workers: int, report: Callable[[int, int], None]
) -> Iterator[list[CheckResult]]:
    """What the checks say of each source, in their order; `report(done, of)` is called as the work goes on.

    Every result of one is there: a judge abandoned halfway starts from scratch. Raises JudgeBroken.
    """

    def judged(source: str) -> list[CheckResult]:
        return list(judge.judge(problem, source))

    with ThreadPoolExecutor(workers) as pool:
        futures = [pool.submit(judged, source) for source in sources]
        try:
            for done, future in enumerate(futures, 1):
                yield future.result()
                report(done, len(sources))
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
