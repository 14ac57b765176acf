"""`sharpen anki decks`: the decks imported from Anki, and removing one."""

import shlex
from dataclasses import asdict
from typing import Annotated

import typer

from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.console import print_json
from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.printable import clean
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.counting import counted
from sharpen.practice.exchange import anki


def list_decks(
    remove: Annotated[
        str | None, typer.Option("--remove", metavar="DECK", help="Remove the cards of this deck.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List the decks that came from Anki, with the command that reviews each, or remove one."""
    with workspace() as ws:
        with ws.reading() as work:
            found = anki.decks(work)
        if remove is not None:
            if remove not in {deck.title for deck in found}:
                raise CommandError(f"There is no deck {remove!r}. `sharpen anki decks` lists them.")
            for deck in found:
                if deck.title == remove:
                    removed = counted(anki.remove(ws, deck.id), "card")
                    print(f"{removed} removed. Import the file again and they are back.")
            return
    if as_json:
        print_json({"decks": [asdict(deck) for deck in found]})
        return
    for deck in found:
        # What is printed to be copied is quoted for the shell: the name may be a stranger's.
        print(clean(f"{deck.cards:6,}  {deck.title}    sharpen review {shlex.quote(deck.id)}"))
    if not found:
        print("No cards came from Anki yet. `sharpen anki import FILE` imports some.")
