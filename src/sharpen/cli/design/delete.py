"""`sharpen case delete`: a sitting leaves every list, and can be brought back."""

from typing import Annotated

import typer

from sharpen.cli.terminal.console import console
from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.library import complete_case
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.sitting import SittingSummary
from sharpen.practice.design import sittings


def delete_sitting(
    case: Annotated[str, typer.Argument(metavar="CASE", help="The case.", autocompletion=complete_case)],
    sitting: Annotated[
        str, typer.Option(metavar="ID", help="Which sitting.", show_default="the only one there is")
    ] = "",
    undo: Annotated[bool, typer.Option("--undo", help="Bring back the one named, or the only one deleted.")] = False,
) -> None:
    """Delete a sitting at a case, or bring it back. Files of it stay where they are, and nothing else changes."""
    with workspace() as ws:
        with ws.reading() as work:
            sittings.case_of(work, case)
            there = work.sittings.deleted(case) if undo else work.sittings.summaries(case)
        chosen = sitting or _only(case, there, undo=undo)
        after = (sittings.bring_back if undo else sittings.delete)(ws, case, chosen)
    when = f"The sitting of {after.started:%Y-%m-%d %H:%M} at {case}"
    again = "" if undo else f" `sharpen case delete {case} --sitting {after.id} --undo` brings it back."
    console().print(f"{when} {'is back' if undo else 'was deleted'}.{again}", markup=False, highlight=False)


def _only(case: str, there: list[SittingSummary], *, undo: bool) -> str:
    """The one sitting there is. Raises CommandError where there is none, or a choice."""
    if not there:
        raise CommandError(f"No sitting at {case} {'was deleted' if undo else 'is there'}.")
    if len(there) > 1:
        each = "\n".join(
            f"  {one.id}  {one.started:%Y-%m-%d %H:%M}, {'finished' if one.finished else 'going on'}" for one in there
        )
        raise CommandError(f"There are several sittings at {case}. Say which with --sitting:\n{each}")
    return there[0].id
