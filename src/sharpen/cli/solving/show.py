"""`sharpen show PROBLEM`: the task, to read."""

from typing import Annotated, Any

import typer

from sharpen.cli.terminal.arguments import AsJson, Slug
from sharpen.cli.terminal.console import console, print_json
from sharpen.cli.terminal.library import library
from sharpen.cli.terminal.markdown import print_markdown
from sharpen.cli.terminal.pager import paged
from sharpen.content.library import Library
from sharpen.domain.counting import counted
from sharpen.practice.errors import NoSuchProblem


def show_task(
    slug: Slug,
    starter: Annotated[bool, typer.Option("--starter", help="Print the starter code instead.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show the task of a problem."""
    found = library()
    if slug not in found.problems:
        raise NoSuchProblem(slug, found.problems)
    if as_json:
        print_json(_as_json(found, slug))
        return
    if starter:
        print(found.problems.starter(slug), end="")
        return
    problem, statement, out = found.problems[slug], found.problems.statement(slug), console()
    facts = [problem.difficulty.value, counted(problem.minutes, "minute")]
    if not out.is_terminal:
        print(f"# {problem.title}\n\n{', '.join(facts)}\n\n{statement.strip()}\n\n{problem.terms}\n")
        return
    with paged():
        out.print(f"\n[bold]{problem.title}[/]  [dim]{' · '.join(facts)}[/]\n")
        print_markdown(statement)
        out.print(f"\n{problem.terms}", highlight=False)
        out.print(f"\n[dim]`sharpen start {slug}` writes {slug}.py for you to fill in.[/]")


def _as_json(found: Library, slug: str) -> dict[str, Any]:
    problem = found.problems[slug]
    return {
        "problem": slug,
        "title": problem.title,
        "topic": problem.topic,
        "difficulty": problem.difficulty,
        "minutes": problem.minutes,
        "profile": problem.profile,
        "summary": problem.summary,
        "terms": problem.terms,
        "statement": found.problems.statement(slug),
        "starter": found.problems.starter(slug),
    }
