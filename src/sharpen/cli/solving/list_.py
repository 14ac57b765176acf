"""`sharpen list`: every problem, by topic in the guide's order, with your progress."""

from collections.abc import Collection
from typing import Annotated

import typer
from rich.text import Text

from sharpen.cli.terminal.arguments import AsJson, Package
from sharpen.cli.terminal.console import console, print_json
from sharpen.cli.terminal.library import complete_topic
from sharpen.cli.terminal.pager import paged
from sharpen.cli.terminal.table import table
from sharpen.cli.terminal.workspace import workspace
from sharpen.content.library import Library
from sharpen.domain.attempt import Progress
from sharpen.domain.problem import Difficulty, Problem
from sharpen.practice.errors import NoSuchTopic
from sharpen.practice.solving.attempts import progress
from sharpen.practice.solving.stars import starred as stars_of

STYLES = {Progress.NEW: "dim", Progress.TRIED: "yellow", Progress.SOLVED: "green", Progress.RUSTY: "magenta"}


def list_problems(
    topic: Annotated[str, typer.Option(help="Only this topic.", autocompletion=complete_topic)] = "",
    difficulty: Annotated[Difficulty | None, typer.Option(help="Only problems this hard.")] = None,
    state: Annotated[Progress | None, typer.Option(help="Only problems in this state.")] = None,
    starred: Annotated[bool, typer.Option("--starred", help="Only problems that you starred.")] = False,
    package: Annotated[
        Package | None, typer.Option("--with", help="Only problems that may be answered with this.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List the problems and your progress with each."""
    with workspace() as ws, ws.reading() as work:
        library, states, stars = ws.library, progress(work), stars_of(work)
    topics = [each.id for each in library.outline]
    if topic and topic not in topics:
        raise NoSuchTopic(topic, topics)
    chosen = [
        problem
        for problem in library.problems.values()
        if topic in ("", problem.topic, *problem.also)
        and difficulty in (None, problem.difficulty)
        and state in (None, states[problem.slug])
        and (not starred or problem.slug in stars)
        and (package is None or package in problem.packages)
    ]
    if as_json:
        _print_json(chosen, states, stars)
    else:
        with paged():
            _print_table(library, chosen, states, stars)


def _print_json(problems: list[Problem], states: dict[str, Progress], stars: Collection[str]) -> None:
    rows = [
        {
            "problem": problem.slug,
            "title": problem.title,
            "topic": problem.topic,
            "difficulty": problem.difficulty,
            "minutes": problem.minutes,
            "profile": problem.profile,
            "torch": problem.torch,
            "summary": problem.summary,
            "state": states[problem.slug],
            "starred": problem.slug in stars,
        }
        for problem in problems
    ]
    print_json({"problems": rows})


def _print_table(
    library: Library, problems: list[Problem], states: dict[str, Progress], stars: Collection[str]
) -> None:
    out = console()
    if not problems:
        out.print("No problems match. `sharpen list` shows all of them.")
        return
    rows = table("problem", "difficulty", ">minutes", "state")
    above = ""
    for problem in problems:
        if problem.topic != above:
            above = problem.topic
            rows.add_row(Text(library.outline.topic(above).title, style="bold"))
        stands = states[problem.slug]
        slug = Text.assemble(("* " if problem.slug in stars else "  ", "yellow"), problem.slug)
        rows.add_row(slug, problem.difficulty.value, str(problem.minutes), Text(stands.value, STYLES[stands]))
    out.print(rows)
    solved = sum(states[problem.slug].is_solved for problem in problems)
    out.print(f"\n{solved} of {len(problems)} solved. `sharpen start {problems[0].slug}` starts one.", style="dim")
