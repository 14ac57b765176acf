"""`sharpen placement`: twenty questions that find out what one knows, and what is believed after them."""

from typing import Annotated

import typer

from sharpen.cli.day.progress import beliefs_table
from sharpen.cli.day.review import hold_session
from sharpen.cli.terminal.console import console
from sharpen.cli.terminal.workspace import workspace
from sharpen.practice.day.readiness import gather
from sharpen.practice.day.subject import PLACEMENT


def hold_placement(
    more: Annotated[bool, typer.Option("--more", help="Twenty more questions, when twenty are done.")] = False,
) -> None:
    """Answer twenty questions that find out what you know: harder after a right answer, easier after a wrong one."""
    hold_session(PLACEMENT.id, more=more)
    with workspace() as ws, ws.reading() as work:
        found = gather(work)
    if found.loop.met:
        console().print("\nWhat is believed of you now, round by round:\n")
        console().print(beliefs_table(found))
        groups = ", ".join(group.title for group in found.weakest_groups[:3])
        console().print(f"\nMost is to be gained in {groups}. `sharpen today` goes on from here.", markup=False)
