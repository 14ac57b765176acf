"""`sharpen check FILE`: have a file judged, once or on every save."""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from sharpen.cli.solving import submission
from sharpen.cli.solving.verdict import as_json as document
from sharpen.cli.solving.verdict import print_check, print_failure, print_summary
from sharpen.cli.solving.watch import versions
from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.console import console, print_json
from sharpen.cli.terminal.failure import CommandError, report
from sharpen.cli.terminal.library import complete_slug
from sharpen.cli.terminal.workspace import judging_workspace
from sharpen.domain.attempt import Origin
from sharpen.domain.verdict import CheckResult, Verdict, first_failure, overall
from sharpen.practice.errors import PracticeError
from sharpen.practice.solving.attempts import judge, submit
from sharpen.practice.workspace import Workspace


def check_file(
    file: Annotated[Path, typer.Argument(help="The Python file to judge; - reads standard input.")],
    problem: Annotated[
        str,
        typer.Option(
            metavar="PROBLEM",
            help="The problem it answers.",
            show_default="found from the file",
            autocompletion=complete_slug,
        ),
    ] = "",
    watch: Annotated[bool, typer.Option("--watch", help="Judge again on every save, until Ctrl+C.")] = False,
    as_json: AsJson = False,
) -> None:
    """Judge a file. Status 0: accepted; 1: not accepted; 2: anything else."""
    if watch and file == submission.STDIN:
        raise typer.BadParameter("standard input cannot be watched; name a file", param_hint="--watch")
    source = submission.read(file)
    with judging_workspace() as ws:
        if watch:
            verdict = None
            try:
                for saved in versions(file):
                    verdict = _judged_if_possible(ws, file, saved, problem, as_json=as_json)
                    if not as_json:
                        print(f"\nWatching {file}: save it to have it judged again, Ctrl+C to stop.", flush=True)
            except KeyboardInterrupt:
                print()
            status = 2 if verdict is None else int(verdict != "accepted")
        else:
            status = int(_judged(ws, file, source, problem, as_json=as_json) != "accepted")
    raise typer.Exit(status)


def _judged_if_possible(ws: Workspace, file: Path, source: str, problem: str, *, as_json: bool) -> Verdict | None:
    """The verdict on one save while watching; None for a file that cannot be judged, with a report of why."""
    try:
        return _judged(ws, file, source, problem, as_json=as_json)
    except (CommandError, PracticeError) as error:
        report(error)
        return None


def _judged(ws: Workspace, file: Path, source: str, problem: str, *, as_json: bool) -> Verdict:
    """Submit, judge, and show what comes."""
    slug = problem or submission.recognize(file, source, ws.library.problems)
    seconds = submission.seconds(source, ws.problem(slug).minutes)
    attempt = submit(ws, slug, source, origin=Origin.TERMINAL, seconds=seconds)
    if as_json:
        results = list(judge(ws, attempt.id))
        print_json(document(slug, overall(results), results, attempt.id))
        return overall(results)

    console().print(f"{ws.library.problems[slug].title}: {file}\n", style="bold", markup=False)
    results = _streamed(judge(ws, attempt.id))
    failure = first_failure(results)
    if failure:
        print_failure(failure, file, source)
    print_summary(overall(results), results, slug)
    return overall(results)


def _streamed(results: Iterator[CheckResult]) -> list[CheckResult]:
    """Every result, shown the moment it comes; on a terminal with a sign of life between them."""
    shown: list[CheckResult] = []
    with console().status("judging", spinner="line") if console().is_terminal else nullcontext():
        for result in results:
            shown.append(result)
            print_check(result)
    return shown
