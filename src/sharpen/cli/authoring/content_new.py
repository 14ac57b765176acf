"""`sharpen content new PROBLEM`: the files of a new problem, with everything that must be filled in."""

from pathlib import Path
from typing import Annotated

import typer

from sharpen.authoring.scaffold import scaffold
from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.library import complete_topic
from sharpen.content.library import INSTALLED, Library, bundled
from sharpen.practice.settings import Settings


def create_problem(
    slug: Annotated[str, typer.Argument(metavar="PROBLEM", help="Its name: lower case and hyphens.")],
    topic: Annotated[
        str,
        typer.Option(
            help="The topic of the outline it belongs to.", show_default="PROBLEM", autocompletion=complete_topic
        ),
    ] = "",
    of_class: Annotated[bool, typer.Option("--class", help="The answer is a class, not a function.")] = False,
    into: Annotated[
        Path | None,
        typer.Option(help="The content folder.", show_default="the first of SHARPEN_CONTENT, else this repository's"),
    ] = None,
) -> None:
    """Start a new problem: write its files, with the parts you must fill in marked TODO."""
    extra = Settings().content_there()
    root = into or (extra[0] if extra else bundled())
    if root == bundled() and root.name == INSTALLED:
        raise CommandError(
            "This sharpen is installed, and a problem written into it would be lost with the next version. Name a "
            "folder of your own with --into FOLDER, or in SHARPEN_CONTENT, which also puts it into `sharpen list`."
        )
    folder = scaffold(Library.open([*extra, *([into] if into else [])]), root, slug, topic or slug, of_class=of_class)
    near = folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder
    print(f"Wrote {near}. `sharpen content check {near}` says what is still missing.")
