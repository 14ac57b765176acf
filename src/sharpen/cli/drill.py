"""`sharpen drill`: patterns of statements, or with the name of a project a deep dive into that."""

from typing import Annotated

import typer

from sharpen.cli.day.drill import drill_patterns
from sharpen.cli.depth.drill import dive_in
from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.failure import CommandError


def drill(
    project: Annotated[
        str,
        typer.Argument(
            metavar="[PROJECT]",
            help="A deep dive into this project; `sharpen project list` shows yours.",
            show_default="the drill of patterns",
        ),
    ] = "",
    minutes: Annotated[
        int | None, typer.Option(help="Of a dive: how long it takes, 20 to 45.", show_default="30")
    ] = None,
    first: Annotated[str, typer.Option(metavar="LADDER", help="Of a dive: what it begins with, such as labels.")] = "",
    show_map: Annotated[bool, typer.Option("--map", help="Of dives: show how deep they went.")] = False,
    scores: Annotated[bool, typer.Option("--scores", help="Show how well you recognize each pattern.")] = False,
    more: Annotated[bool, typer.Option("--more", help="Ten more statements, when ten are done.")] = False,
    as_json: AsJson = False,
) -> None:
    """Name the pattern of a statement, and its cost: ten statements. Or dive into a project of yours.

    Stop at any time; it resumes where you were.
    """
    if not project:
        if minutes is not None or first or show_map:
            raise CommandError("--minutes, --first and --map are for a dive: `sharpen drill PROJECT`.")
        drill_patterns(scores=scores, more=more, as_json=as_json)
    elif scores or more or as_json:
        raise CommandError("--scores, --more and --json are for the drill of patterns: `sharpen drill`.")
    else:
        dive_in(project, minutes, first, show_map=show_map)
