"""`sharpen run FILE [CASE]…`: your own cases, on your code and on the model solution."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from sharpen.cli.solving import submission
from sharpen.cli.solving.verdict_view import print_field, print_raised
from sharpen.cli.terminal.arguments import AsJson, OfProblem
from sharpen.cli.terminal.console import console, marks, print_json
from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.workspace import judging_workspace
from sharpen.domain.verdict import TrialResult
from sharpen.practice.solving.attempts import run


def run_cases(
    file: Annotated[Path, typer.Argument(help="The Python file with your code.")],
    cases: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="CASE",
            show_default="the example of the statement",
            help="Lines of Python that end with a call, such as 'mean([1, 2])'; - reads them from standard input.",
        ),
    ] = None,
    problem: OfProblem = "",
    as_json: AsJson = False,
) -> None:
    """Run your own cases on your code, beside the model solution. Status 0: all agree; 1: one does not; 2: else."""
    source = submission.read(file)
    with judging_workspace() as ws:
        slug = problem or submission.recognize(file, source, ws.library.problems)
        example = ws.library.problems.example(ws.problem(slug).slug)
        given = [sys.stdin.read() if case == "-" else case for case in cases or []] or ([example] if example else [])
        if not given:
            raise CommandError(f"The statement of {slug} has no example. Give a case: sharpen run {file} 'CALL'")
        results = []
        for case in given:
            results.append(run(ws, slug, source, case))
            if not as_json:
                _print(results[-1], file, source)
    if as_json:
        print_json({"problem": slug, "cases": [_as_json(result) for result in results]})
    unrunnable = any(not result.runs for result in results)
    raise typer.Exit(2 if unrunnable else int(any(_differs(result) for result in results)))


def _differs(result: TrialResult) -> bool:
    """Something failed, or the answers are not the same where only one is right."""
    return result.agrees is False or not result.verdict.answered


def _print(result: TrialResult, file: Path, source: str) -> None:
    """The case, both answers, and whether they agree."""
    out, (passed, failed) = console(), marks()
    first, *rest = result.trial.strip().splitlines() or [""]
    mark = Text(failed, "bold red") if _differs(result) else Text(passed, "green")
    out.print(Text.assemble(mark, " ", (first, "bold"), *(f"\n  {line}" for line in rest)))
    if result.why:
        print_field("why", result.why)
    for label, text in (("expected", result.expected), ("got", result.got), ("printed", result.printed)):
        if text.rstrip():
            print_field(label, text.rstrip())
    if result.line or result.traceback:
        print_raised(source, result.line, file, result.traceback)
    if result.agrees is None and not _differs(result):
        out.print(Text("\n  More than one answer may be right here; compare them yourself.", "dim"))
    out.print()


def _as_json(result: TrialResult) -> dict[str, Any]:
    return {
        "case": result.trial,
        "verdict": result.verdict.value,
        "agrees": result.agrees,
        "expected": result.expected,
        "got": result.got,
        "printed": result.printed,
        "why": result.why,
        "line": result.line,
        "traceback": result.traceback,
        "cpu_ms": round(result.cpu_ms, 3),
    }
