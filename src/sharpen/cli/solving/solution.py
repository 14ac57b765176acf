"""`sharpen solution PROBLEM`: the model solution, for learners who have earned it or ask outright."""

from typing import Annotated

import typer

from sharpen.cli.terminal.arguments import Package, Slug
from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.markdown import print_code, print_markdown
from sharpen.cli.terminal.pager import paged
from sharpen.cli.terminal.workspace import workspace
from sharpen.practice.solving.hints import closed_again, may_see_solution, peek
from sharpen.practice.solving.in_torch import check


def show_solution(
    slug: Slug,
    show_me: Annotated[
        bool, typer.Option("--show-me", help="Show it before an attempt is accepted; this is recorded.")
    ] = False,
    package: Annotated[
        Package, typer.Option("--with", help="What it is written with: torch where the problem may be answered so.")
    ] = Package.NUMPY,
) -> None:
    """Show the model solution of a problem, with notes."""
    with workspace() as ws:
        if show_me:
            peek(ws, slug)
        with ws.reading() as work:
            open_, again = may_see_solution(work, slug), closed_again(work, slug)
        if not open_:
            why = "is to be solved again" if again else "has no accepted attempt yet"
            raise CommandError(
                f"{slug} {why}. `sharpen hint {slug}` gives a hint; "
                f"`sharpen solution {slug} --show-me` shows the solution anyway, and records that."
            )
        torch = package is Package.TORCH
        check(ws.problem(slug), torch)
        source, notes = ws.library.problems.solution(slug, torch=torch), ws.library.problems.notes(slug)
        relatives = ws.library.problems[slug].relatives
    with paged():
        print_code(source)
        print()
        print_markdown(f"{notes}\n\n{relatives}")
