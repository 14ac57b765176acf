"""`sharpen star PROBLEM`: a mark to find a problem again by."""

from typing import Annotated

import typer
from rich.text import Text

from sharpen.cli.terminal.arguments import Slug
from sharpen.cli.terminal.console import console
from sharpen.cli.terminal.printable import clean
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.counting import counted
from sharpen.practice.solving import stars


def star_problem(
    slug: Slug,
    remove: Annotated[bool, typer.Option("--remove", help="Take the star back.")] = False,
) -> None:
    """Star a problem, to find it again, or take the star back."""
    with workspace() as ws:
        stars.star(ws, slug, on=not remove)
        title = ws.problem(slug).title
        with ws.reading() as work:
            many = len(stars.starred(work))
    console().print(Text(f"{clean(title)}: {'no star' if remove else 'starred'}. {counted(many, 'problem')} starred."))
