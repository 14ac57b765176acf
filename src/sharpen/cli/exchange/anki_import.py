"""`sharpen anki import FILE`: the cards of an Anki package, with how well they are remembered."""

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from sharpen.cli.exchange.restore import way_back
from sharpen.cli.terminal.console import console
from sharpen.cli.terminal.printable import clean
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.counting import counted
from sharpen.practice.exchange import anki


def import_cards(
    file: Annotated[Path, typer.Argument(help="A file that Anki exported: .apkg or .colpkg.")],
    no_schedule: Annotated[
        bool, typer.Option("--no-schedule", help="Leave out the schedule in it, such as another learner's.")
    ] = False,
    anew: Annotated[bool, typer.Option("--anew", hidden=True, help="The old name of --no-schedule.")] = False,
) -> None:
    """Import the cards of an Anki file: all of them, or none if anything is wrong with it."""
    with workspace() as ws, console().status(Text(f"Reading {clean(file.name)}")):
        found = anki.import_(ws, file, schedule=not (no_schedule or anew))
    print(f"{counted(found.added, 'card')} added, {found.updated:,} updated, {found.kept:,} already here.")
    if found.scheduled:
        print(f"For {found.scheduled:,} your reviews in Anki count now.")
    if found.changed:
        print(
            f"{found.changed:,} were suspended, asked again, forgotten or given another day in Anki, and are here now."
        )
    for sentence in found.left_out:
        print(clean(sentence))
    if found.before:
        print(way_back(found.before))
    if found.added:
        print("`sharpen anki decks` lists their decks, and how to review each. `sharpen plan --weigh DECK=1` takes one")
        print("into the daily review like all else, DECK=0.25 with a quarter of the minutes.")
