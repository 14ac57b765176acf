"""`sharpen anki export FILE`: cards as an Anki package, with how well they are remembered."""

from pathlib import Path
from typing import Annotated

import typer

from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.library import complete_round, complete_topic
from sharpen.cli.terminal.replacing import refuse_to_replace
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.counting import counted
from sharpen.domain.item import ItemKind
from sharpen.practice.exchange import anki


def export_cards(
    file: Annotated[Path, typer.Argument(help="Where to write it, such as sharpen.apkg.")],
    topic: Annotated[
        list[str] | None,
        typer.Option("--topic", metavar="TOPIC", help="The cards of this topic.", autocompletion=complete_topic),
    ] = None,
    round_: Annotated[
        list[str] | None,
        typer.Option("--round", metavar="ROUND", help="The cards of this round.", autocompletion=complete_round),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", help=f"Cards of this kind: {', '.join(anki.KINDS[:-1])} or {anki.KINDS[-1]}."),
    ] = None,
    met: Annotated[bool, typer.Option("--met", help="Only cards you have answered before.")] = False,
    no_schedule: Annotated[
        bool, typer.Option("--no-schedule", help="Leave out your schedule; Anki treats every card as new.")
    ] = False,
    anew: Annotated[bool, typer.Option("--anew", hidden=True, help="The old name of --no-schedule.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
) -> None:
    """Write cards to an .apkg file that Anki imports. Options may be repeated; exporting again updates."""
    if not force:
        refuse_to_replace(file)
    for wanted in kind or ():
        if wanted not in anki.KINDS:
            raise CommandError(f"There is no kind {wanted!r}. The kinds are {', '.join(anki.KINDS)}.")
    kinds = frozenset(map(ItemKind, kind or anki.KINDS))
    with workspace() as ws:
        rounds = ws.library.outline.rounds
        for wanted in round_ or ():
            if wanted not in rounds:
                raise CommandError(f"There is no round {wanted!r}. The rounds are {', '.join(rounds)}.")
        schedule = not (no_schedule or anew)
        selection = anki.Selection(frozenset(topic or ()), frozenset(round_ or ()), kinds, met, schedule)
        with ws.reading() as work:
            count = anki.export(work, file, selection)
    print(f"Wrote {file}: {counted(count, 'card')}. In Anki, choose File, then Import.")
