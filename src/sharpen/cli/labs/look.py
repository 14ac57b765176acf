"""`sharpen lab list`, `runs`, `report` and `compare`: what labs there are, and what runs of them found."""

from typing import Annotated

import typer
from rich.text import Text

from sharpen.cli.labs.report_view import as_json as run_as_json
from sharpen.cli.labs.report_view import print_run, print_tables
from sharpen.cli.terminal.arguments import AsJson, Lab
from sharpen.cli.terminal.console import console, print_json
from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.library import complete_lab
from sharpen.cli.terminal.printable import clean
from sharpen.cli.terminal.table import table
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.lab_run import LabRun
from sharpen.domain.lab_tables import compared, score
from sharpen.practice.design import lab_runs, labs


def list_labs(as_json: AsJson = False) -> None:
    """List the labs, with your best score in each and your last run."""
    with workspace() as ws, ws.reading() as work:
        found = labs.listed(work)
    if as_json:
        print_json(
            {
                "labs": [
                    {
                        "lab": each.lab.slug,
                        "title": each.lab.title,
                        "summary": each.lab.summary,
                        "best": each.best,
                        "last": run_as_json(each.last) | {"report": None} if each.last else None,
                    }
                    for each in found
                ]
            }
        )
        return
    made = table("Lab", ">Best", "Last run", "What it is")
    for each in found:
        last = f"{each.last.state.value}, {each.last.started:%Y-%m-%d}" if each.last else ""
        made.add_row(each.lab.slug, score(each.best), last, Text(each.lab.summary))
    console().print(made)
    if any(each.best is None and each.last for each in found):
        console().print(Text("Best counts full runs of a lab as it is now; short ones do not count.", "dim"))


def list_runs(
    lab: Annotated[str, typer.Argument(metavar="LAB", show_default="every lab", autocompletion=complete_lab)] = "",
    most: Annotated[int, typer.Option("--most", min=1, help="How many of each lab, the newest.")] = 20,
    as_json: AsJson = False,
) -> None:
    """List your runs of a lab, or of all: what `lab report --run` and `lab compare` take."""
    with workspace() as ws, ws.reading() as work:
        slugs = [labs.named(work, lab).slug] if lab else list(work.library.labs)
        found = [(run, lab_runs.names(work, slug)(run)) for slug in slugs for run in work.lab_runs.of_lab(slug, most)]
    if as_json:
        print_json({"runs": [run_as_json(run) | {"name": name, "report": None} for run, name in found]})
        return
    if not found:
        console().print("No runs yet. `sharpen lab run FILE` runs a design.")
        return
    made = table("Id", "Lab", "Run", "Started", ">Score", "State")
    for run, name in found:
        world = ", ".join(filter(None, ("short" if run.short else "", f"seed {run.seed}" if run.seed != 1 else "")))
        state = f"{run.state.value}, {world}" if world else run.state.value
        made.add_row(run.id, run.lab, Text(clean(name)), f"{run.started:%Y-%m-%d %H:%M}", score(run.score), Text(state))
    console().print(made)


def show_report(
    lab: Annotated[str, typer.Argument(metavar="LAB", show_default="the lab run last")] = "",
    run: Annotated[str, typer.Option(metavar="ID", help="Another run than the last.")] = "",
    as_json: AsJson = False,
) -> None:
    """Print the report of the last run. Status 0: it has one; 1: its design failed; 2: anything else."""
    with workspace() as ws, ws.reading() as work:
        if run:
            found: LabRun | None = lab_runs.find(work, run)
        elif lab:
            labs.named(work, lab)
            found = next(iter(work.lab_runs.of_lab(lab, 1)), None)
        else:
            found = max(work.lab_runs.last_of_each().values(), key=lambda each: each.started, default=None)
        if found is None:
            what = f"{lab} was not run yet" if lab else "No lab was run yet"
            raise CommandError(f"{what}. `sharpen lab run FILE` runs a design.")
        known, name = labs.named(work, found.lab), lab_runs.names(work, found.lab)(found)
    if as_json:
        print_json(run_as_json(found))
    else:
        print_run(known, found, name)
    raise typer.Exit(0 if found.report else 1)


def compare_runs(
    lab: Lab,
    first: Annotated[str, typer.Option(metavar="ID", help="Another run than the last but one.")] = "",
    second: Annotated[str, typer.Option(metavar="ID", help="Another run than the last.")] = "",
    as_json: AsJson = False,
) -> None:
    """Put two runs of a lab side by side: the last two, unless others are named."""
    with workspace() as ws, ws.reading() as work:
        known, pair = labs.named(work, lab), lab_runs.last_two(work, lab)
        name = lab_runs.names(work, lab)
        last = pair or (None, None)
        a, b = (lab_runs.find(work, id_) if id_ else last[at] for at, id_ in enumerate((first, second)))
    if a is None or b is None or a.report is None or b.report is None:
        raise CommandError(f"Two runs of {lab} with a report are needed. `sharpen lab run FILE` makes one.")
    if as_json:
        print_json({"runs": [run_as_json(a), run_as_json(b)]})
        return
    form = [f"{name(run)} ({run.id}, {run.started:%Y-%m-%d %H:%M})" for run in (a, b)]
    console().print(Text(f"First: {form[0]}\nSecond: {form[1]}", "dim"))
    if (a.version, a.seed, a.short) != (b.version, b.seed, b.short):
        what = "version, data, seed" if known.data else "version, seed"
        console().print(Text(f"They ran in different worlds: another {what} or length.", "yellow"))
    print_tables([compared(known, a.report, b.report)])
