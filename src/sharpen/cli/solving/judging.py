"""One file submitted, judged, and its verdict shown as it comes."""

from collections import deque
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path
from typing import Any

from sharpen.cli.solving import submission
from sharpen.cli.solving.outcome_view import as_json as outcome_as_json
from sharpen.cli.solving.outcome_view import print_outcome
from sharpen.cli.solving.verdict_view import as_json as verdict_as_json
from sharpen.cli.solving.verdict_view import print_check, print_failure, print_summary, print_unwritten
from sharpen.cli.terminal.console import console
from sharpen.domain.attempt import Origin
from sharpen.domain.verdict import CheckResult, Verdict, first_failure, overall
from sharpen.practice.solving import recurrence
from sharpen.practice.solving.attempts import judge, submit, up_next
from sharpen.practice.workspace import Workspace


def judged(
    ws: Workspace, file: Path, source: str, slug: str, *, origin: Origin = Origin.TERMINAL, each: bool = True
) -> Verdict:
    """Submit, judge, and show what comes; without `each`, of the checks only the failure that matters."""
    seconds = submission.seconds(source, ws.problem(slug).minutes)
    attempt = submit(ws, slug, source, origin=origin, seconds=seconds)
    judging = judge(ws, attempt.id)
    try:
        console().print(f"{ws.library.problems[slug].title}: {file}\n", style="bold", markup=False)
        results = _streamed(judging, each=each)
    except BrokenPipeError:  # nobody reads on, but the attempt is to get its verdict
        deque(judging, maxlen=0)
        raise
    failure, verdict = first_failure(results), overall(results)
    if failure and failure.unwritten:
        print_unwritten(failure, file)
    elif failure:
        print_failure(failure, file, source, attempt.id)
    print_summary(verdict, results, slug)
    if verdict.accepted:
        with ws.reading() as work:
            found, due = recurrence.outcome(work, slug, attempt.created), recurrence.comes_back(work, slug)
            print_outcome(work.problem(slug), found, due, up_next(work, slug))
    return verdict


def judged_as_json(ws: Workspace, source: str, slug: str, *, origin: Origin = Origin.TERMINAL) -> dict[str, Any]:
    """The same as plain data."""
    seconds = submission.seconds(source, ws.problem(slug).minutes)
    attempt = submit(ws, slug, source, origin=origin, seconds=seconds)
    results = list(judge(ws, attempt.id))
    document = verdict_as_json(slug, overall(results), results, attempt.id)
    return {**document, **_remembered(ws, slug, attempt.created)}


def _remembered(ws: Workspace, slug: str, since: datetime) -> dict[str, Any]:
    with ws.reading() as work:
        return outcome_as_json(recurrence.outcome(work, slug, since), recurrence.comes_back(work, slug))


def _streamed(results: Iterator[CheckResult], *, each: bool) -> list[CheckResult]:
    """Every result, shown the moment it comes; on a terminal with a sign of life between them."""
    shown: list[CheckResult] = []
    out = console()
    with out.status("judging", spinner="line") if out.is_terminal else nullcontext() as alive:
        for result in results:
            shown.append(result)
            if each and not result.unwritten:
                print_check(result)
            if alive is not None:
                alive.update(f"judging {len(shown)} of {max(result.of, len(shown))}")
    return shown
