"""`sharpen drill`: a session of statements whose pattern is to be recognized, or how well that went so far."""

from dataclasses import asdict
from typing import Annotated

import typer
from rich.text import Text

from sharpen.cli.day.review import hold_session
from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.console import console, print_json
from sharpen.cli.terminal.table import table
from sharpen.cli.terminal.workspace import workspace
from sharpen.practice.day.subject import DRILL
from sharpen.practice.drills.recognition import Recognition, gather


def drill_patterns(
    scores: Annotated[bool, typer.Option("--scores", help="Show how well you recognize each pattern.")] = False,
    more: Annotated[bool, typer.Option("--more", help="Ten more statements, when ten are done.")] = False,
    as_json: AsJson = False,
) -> None:
    """Name the pattern of a statement, and its cost: ten statements. Stop at any time; it resumes where you were."""
    if not (scores or as_json):
        hold_session(DRILL.id, more=more)
        return
    with workspace() as ws, ws.reading() as work:
        found = gather(work)
    if as_json:
        print_json(asdict(found))
    else:
        _print_scores(found)


def _print_scores(found: Recognition) -> None:
    out = console()
    if not found.drilled:
        out.print("Nothing was drilled yet. `sharpen drill` begins.")
        return
    rows = table("pattern", ">drilled", ">recognized", ">with its cost", "the last ten")
    for one in found.patterns:
        if one.drilled:
            latest = "".join("+" if hit else "-" for hit in one.latest)
            rows.add_row(Text(one.title), str(one.drilled), str(one.recognized), str(one.with_cost), latest)
    out.print(rows)
    out.print(f"{found.recognized} of {found.drilled} recognized.")
