"""`sharpen lab run FILE`: a design runs, with a bar for each stage, and its report."""

from contextlib import nullcontext
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.text import Text

from sharpen.cli.labs import files
from sharpen.cli.labs.report_view import as_json as run_as_json
from sharpen.cli.labs.report_view import print_run
from sharpen.cli.solving.submission import read
from sharpen.cli.terminal.arguments import AsJson, OfLab
from sharpen.cli.terminal.console import console, print_json
from sharpen.cli.terminal.printable import clean
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.lab import Stage
from sharpen.domain.lab_run import LabRun, RunState
from sharpen.practice.design import lab_runs, labs
from sharpen.practice.workspace import Workspace


def run_design(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The design, or - for standard input.")],
    lab: OfLab = "",
    predict: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Predictions.", show_default="FILE-predictions.txt, if there")
    ] = None,
    short: Annotated[bool, typer.Option("--short", help="Half the days, and half the requests of each.")] = False,
    seed: Annotated[int, typer.Option(min=0, max=2**31 - 1, help="Which world.")] = 1,
    again: Annotated[bool, typer.Option("--again", help="Run it even if nothing has changed.")] = False,
    as_json: AsJson = False,
) -> None:
    """Run a design in its lab. Status 0: it has a report; 1: the design failed; 2: anything else."""
    source = read(file)
    predictions = files.predictions(file, predict)
    with workspace() as ws:
        slug = lab or files.recognize(file, source, ws.library.labs)
        run = lab_runs.start(ws, slug, source, predictions, seed=seed, short=short, again=again)
        known = run.state is not RunState.RUNNING
        if not known:
            for reading in lab_runs.readings(run) if not as_json else ():
                console().print(Text(clean(reading), "yellow"))
            run = _followed(ws, run, quiet=as_json)
        if as_json:
            print_json({**run_as_json(run), "known": known})
        else:
            if known:
                print(
                    f"Nothing has changed since the run {run.id}: this is its report. New predictions were made "
                    "after it was seen. `--again` runs it again."
                )
            with ws.reading() as work:
                name = lab_runs.names(work, slug)(run)
            print_run(labs.named(ws, slug), run, name, file)
    raise typer.Exit({RunState.FINISHED: 0, RunState.FAILED: 1}.get(run.state, 2))


def _followed(ws: Workspace, run: LabRun, *, quiet: bool) -> LabRun:
    """The run once it has ended; Ctrl+C, or whatever else happens here, cancels it."""
    try:
        with _Bars() if not quiet and console().is_terminal else nullcontext() as bars:
            for progress in lab_runs.follow(ws, run.id):
                if bars is not None and progress is not None:
                    bars.show(progress.stage, progress.share)
    except BaseException:
        lab_runs.cancel(ws, run.id)
        raise
    with ws.reading() as work:
        return lab_runs.find(work, run.id)


class _Bars:
    """A bar for each stage."""

    def __init__(self) -> None:
        columns = (TextColumn("{task.description:<8}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"))
        self._progress = Progress(*columns, TimeElapsedColumn(), console=console())
        self._tasks: dict[Stage, TaskID] = {}

    def __enter__(self) -> "_Bars":
        console().print(Text("The processes of the lab are getting ready.", "dim"))
        self._progress.start()
        return self

    def __exit__(self, *_problem: Any) -> None:
        self._progress.stop()

    def show(self, stage: Stage, share: float) -> None:
        """Draw how far a stage is; those before it are done."""
        for each in list(Stage)[: list(Stage).index(stage) + 1]:
            if each not in self._tasks:
                self._tasks[each] = self._progress.add_task(each.value, total=1.0)
            self._progress.update(self._tasks[each], completed=share if each is stage else 1.0)
