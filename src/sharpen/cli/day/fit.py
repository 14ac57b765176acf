"""`sharpen fit`: the memory model fitted to your own reviews, and whether it predicts them better."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated

import typer
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.console import console, print_json
from sharpen.cli.terminal.table import table
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.fit import Fit
from sharpen.practice.day import fit


def fit_memory(
    reset: Annotated[bool, typer.Option("--reset", help="Go back to the usual parameters.")] = False,
    as_json: AsJson = False,
) -> None:
    """Fit the memory model to your own reviews (1,000 or more), and keep it if it predicts better."""
    with workspace() as ws:
        _follow(fit.reset(ws) if reset else fit.run(ws), quiet=as_json)
        with ws.reading() as work:
            status = fit.status(work)
    if as_json:
        _print_json(status)
    elif reset:
        print("The usual parameters are in use again, and every card is scheduled by them.")
    elif status.last:
        _print(status.last, fitted=status.fitted)


def _follow(work: Iterator[fit.Progress], *, quiet: bool) -> None:
    """Carry the work out; on a terminal with a bar that disappears at the end."""
    out = console()
    if quiet or not out.is_terminal:
        for _ in work:
            pass
        return

    columns = TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn()
    with Progress(*columns, console=out, transient=True) as bar:
        task = bar.add_task("Reading your reviews", total=1.0)
        for step in work:
            bar.update(task, completed=step.done, description=step.doing)


def _print(result: Fit, *, fitted: bool) -> None:
    rows = table(f"on {result.held_out:,} held-out reviews", ">log loss", ">recall predicted", ">remembered")
    remembered = f"{result.remembered:.1%}"
    rows.add_row("parameters in use before", f"{result.before:.4f}", f"{result.predicted_before:.1%}", remembered)
    rows.add_row("parameters fitted to you", f"{result.after:.4f}", f"{result.predicted_after:.1%}", remembered)
    out = console()
    out.print(rows)
    out.print()
    if result.kept:
        out.print("The fitted parameters predict you better and are kept; every card is scheduled by them.")
        out.print("`sharpen fit --reset` goes back.")
    else:
        in_use = "your earlier ones" if fitted else "the usual ones"
        out.print(f"They do not predict you better, so {in_use} stay and nothing was changed.")
        if result.usual < result.before:
            out.print(f"The usual ones would (log loss {result.usual:.4f}): `sharpen fit --reset` goes back to them.")
        else:
            out.print("Try again after a few hundred more reviews.")


def _print_json(status: fit.Status) -> None:
    print_json(
        {"fitted": status.fitted, "reviews": status.reviews, "fit": asdict(status.last) if status.last else None}
    )
