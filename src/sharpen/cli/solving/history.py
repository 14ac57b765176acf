"""`sharpen history [PROBLEM]`: what you submitted, newest first; one attempt in full with --attempt."""

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.measure import Measurement
from rich.text import Text

from sharpen.cli.solving import verdict_view
from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.console import console, print_json
from sharpen.cli.terminal.library import complete_slug
from sharpen.cli.terminal.markdown import print_code
from sharpen.cli.terminal.pager import paged
from sharpen.cli.terminal.table import table
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.attempt import Attempt
from sharpen.domain.verdict import first_failure
from sharpen.practice.solving import attempts as solve

UNBOUNDED = 10_000
"""Columns of a terminal on which everything fits."""


def show_history(
    slug: Annotated[
        str | None,
        typer.Argument(
            metavar="PROBLEM", show_default=False, help="Only attempts at this problem.", autocompletion=complete_slug
        ),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="How many attempts to show.")] = 20,
    attempt: Annotated[
        str,
        typer.Option(
            metavar="ID",
            help="Show this attempt, with its code and verdict; the first characters of its id are enough.",
        ),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Show your attempts, newest first."""
    with workspace() as ws, ws.reading() as work:
        kept = solve.find(work, attempt) if attempt else None
        found = work.attempts.of_problem(work.problem(slug).slug, limit) if slug else work.attempts.recent(limit)
    if kept:
        with paged():
            _print_one(kept, as_json=as_json)
    elif as_json:
        print_json({"attempts": [_as_json(each) for each in found]})
    elif found:
        with paged():
            _print_table(found)
    else:
        print(f"No attempts{f' at {slug}' if slug else ''} yet. `sharpen start {slug or 'PROBLEM'}` starts one.")


def _as_json(attempt: Attempt) -> dict[str, Any]:
    return {
        "attempt": attempt.id,
        "problem": attempt.problem,
        "created": attempt.created.isoformat(),
        "state": attempt.state.value,
        "verdict": attempt.verdict.value if attempt.verdict else None,
        "origin": attempt.origin.value,
        "cpu_ms": round(attempt.cpu_ms, 3),
        "hints": attempt.hints,
        "peeked": attempt.peeked,
        "seconds": attempt.seconds,
    }


def _print_table(attempts: list[Attempt]) -> None:
    out, rows = console(), table("when", "problem", "verdict", ">cpu", "from", "attempt")
    entries = []
    for each in attempts:
        when = each.created.astimezone().strftime("%Y-%m-%d %H:%M")
        verdict = each.verdict.value if each.verdict else each.state.value
        style = "green" if each.accepted else "red" if each.verdict else "yellow"
        cpu, origin = f"{each.cpu_ms:,.0f} ms", each.origin.place
        rows.add_row(when, each.problem, Text(verdict, style), cpu, origin, each.id)
        entries.append(Text.assemble(each.id, f"  {when}\n  {each.problem}  ", (verdict, style), f"  {cpu}  {origin}"))
    if Measurement.get(out, out.options.update(width=UNBOUNDED), rows).maximum <= out.width:
        out.print(rows)
        return
    for entry in entries:  # two lines each, for a table would break ids and names apart
        out.print(entry, soft_wrap=True)


def _print_one(attempt: Attempt, *, as_json: bool) -> None:
    if as_json:
        checks = (
            verdict_view.as_json(attempt.problem, attempt.verdict, attempt.results)["checks"] if attempt.verdict else []
        )
        print_json({**_as_json(attempt), "source": attempt.source, "checks": checks})
        return
    print_code(attempt.source)
    print()
    for result in attempt.results:
        verdict_view.print_check(result)
    failure = first_failure(attempt.results)
    if failure:
        verdict_view.print_failure(failure, Path(f"{attempt.problem}.py"), attempt.source)
    if attempt.verdict:
        verdict_view.print_summary(attempt.verdict, attempt.results, attempt.problem)
    else:
        print(f"Judging was {attempt.state.value}: there is no verdict.")
