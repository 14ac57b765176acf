"""Which sitting a command is about: that of the folder one is in, else the only one that goes on."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.library import complete_case
from sharpen.practice.design import files, sittings
from sharpen.practice.workspace import Workspace

CaseName = Annotated[
    str,
    typer.Argument(
        metavar="[CASE]",
        help="The case.",
        show_default="the one of this folder, else the only one you sit at",
        autocompletion=complete_case,
    ),
]


@dataclass(frozen=True)
class Place:
    """A sitting, and its folder if there is one."""

    case: str
    sitting: str
    folder: Path | None


def find(ws: Workspace, case: str = "", *, over: bool = False) -> Place:
    """The sitting that is meant; with `over` also the last one that is finished. Raises CommandError, NoSuchCase."""
    here = Path.cwd()
    for folder in (here / case, here, here.parent) if case else (here, here.parent):
        known = files.sitting_in(folder)
        if known and case in ("", known[0]):
            return Place(*known, folder)
    with ws.reading() as work:
        if case:
            sittings.case_of(work, case)
        held = work.sittings.summaries(case or None)
    going_on = [one for one in held if one.finished is None] or (held[:1] if over else [])
    cases = {one.case for one in going_on}
    if len(cases) > 1:
        raise CommandError(f"You sit at {', '.join(sorted(cases))}. Say which, or go into its folder.")
    if not going_on:
        raise CommandError("You sit at no case. `sharpen case list` shows them, `sharpen case start CASE` begins.")
    folder = here / going_on[0].case
    same = files.sitting_in(folder) == (going_on[0].case, going_on[0].id)
    return Place(going_on[0].case, going_on[0].id, folder if same else None)
