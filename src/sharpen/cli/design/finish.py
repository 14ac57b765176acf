"""`sharpen case finish`: call time, tick the rubric, and see what it earned."""

import sys
from typing import Annotated

import typer
from rich.text import Text

from sharpen.cli.design.place import CaseName, Place, find
from sharpen.cli.design.sitting import with_files
from sharpen.cli.terminal.console import console, marks
from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.printable import clean
from sharpen.cli.terminal.table import table
from sharpen.cli.terminal.workspace import workspace
from sharpen.content.cases import ANSWER
from sharpen.domain.case import MOST_SCORE
from sharpen.domain.counting import counted
from sharpen.domain.sitting import CELLS, missed
from sharpen.practice.design import rubric, sittings
from sharpen.practice.design.rubric import PointResult, StepResult
from sharpen.practice.workspace import Workspace


def finish_case(
    case: CaseName = "",
    ticks: Annotated[
        str | None,
        typer.Option(metavar="POINT=N,…", help="What points earned, without being asked: `task=2,fallback=1`."),
    ] = None,
) -> None:
    """Call time: what your numbers decide, your own ticks, the score of each step, and the worked answer."""
    with workspace() as ws:
        place = find(ws, case, over=True)
        said = _read(ticks) if ticks is not None else None
        with_files(ws, place)
        with ws.reading() as work:
            started, case_there = sittings.find(work, place.case, place.sitting), sittings.case_of(work, place.case)
        sittings.check_ticks(case_there, started, said or {})  # before time is called, which cannot be undone
        sittings.finish(ws, place.case, place.sitting, rubric.elapsed(case_there, started))
        if said is not None:
            sittings.tick(ws, place.case, place.sitting, said)
        elif sys.stdin.isatty():
            _ask(ws, place)
        _print(ws, place)


def _read(ticks: str) -> dict[str, int]:
    """Points and scores as they are typed. Raises CommandError."""
    found = {}
    for part in filter(None, (one.strip() for one in ticks.split(","))):
        point, _, earned = part.partition("=")
        if earned.strip() not in ("0", "1", "2"):
            raise CommandError(f"{part!r} is not POINT=0, 1 or 2, as in `--ticks task=2,fallback=1`.")
        found[point.strip()] = int(earned)
    return found


def _results(ws: Workspace, place: Place) -> list[StepResult]:
    with ws.reading() as work:
        sitting = sittings.find(work, place.case, place.sitting)
        return rubric.results(work, sittings.case_of(work, place.case), sitting)


def _ask(ws: Workspace, place: Place) -> None:
    """Ask for every point that is not ticked yet; q stops, and the rest can be ticked another time."""
    out = console()
    for step in _results(ws, place):
        out.print(Text(f"\n{step.step.title}", "bold"))
        for one in step.points:
            if one.by_number:
                _print_decided(one)
            elif one.earned is None:
                out.print(Text(clean(one.point.text)))
                out.print(Text(clean(f"  1: {one.point.one}\n  2: {one.point.two}"), "dim"))
                answer = _answer()
                if answer is None:
                    return
                sittings.tick(ws, place.case, place.sitting, {one.point.id: answer})


def _answer() -> int | None:
    while True:
        typed = typer.prompt("  0, 1, 2, or q to stop", default="0").strip().lower()
        if typed == "q":
            return None
        if typed in ("0", "1", "2"):
            return int(typed)


def _print_decided(one: PointResult) -> None:
    passed, failed = marks()
    mark = Text(passed, "green") if one.earned == MOST_SCORE else Text(failed, "red")
    console().print(Text.assemble(mark, f" {one.earned}  ", clean(one.point.text), (f"\n     {clean(one.why)}", "dim")))


def _print_refused(ws: Workspace, place: Place) -> None:
    """Cells that were not computed, and so decided nothing."""
    from sharpen.practice.design.cells import evaluate  # late: it takes a while to load

    with ws.reading() as work:
        sheet = evaluate(sittings.find(work, place.case, place.sitting).text(CELLS))
    refused = [line for line in sheet.lines if line.error]
    if refused:
        console().print(Text(f"{counted(len(refused), 'cell')} could not be read, and decided nothing:", "red"))
    for line in refused:
        console().print(Text.assemble(f"  {clean(line.text)}", (f"\n     {clean(line.error)}", "dim")))


def _print(ws: Workspace, place: Place) -> None:
    out, steps = console(), _results(ws, place)
    for step in steps:
        for one in step.points:
            if one.by_number:
                _print_decided(one)
    rows = table("step", ">points", ">of")
    for step in steps:
        rows.add_row(step.step.title, str(step.earned), str(step.most))
    rows.add_row("All", str(sum(step.earned for step in steps)), str(sum(step.most for step in steps)))
    out.print(rows)
    _print_refused(ws, place)
    left = [one.point.id for step in steps for one in step.points if one.earned is None]
    if left:
        out.print(Text(f"Not ticked yet: {', '.join(left)}."))
    with ws.reading() as work:
        sitting, case = sittings.find(work, place.case, place.sitting), sittings.case_of(work, place.case)
    for fact in missed(case, sitting):
        out.print(Text.assemble("A strong candidate also asks: ", clean(fact.question)))
    out.print(f"The worked answer: {ws.library.cases.folder(case.slug) / ANSWER}", markup=False)
    if case.slug in ws.library.labs:
        out.print(f"Run your design: `sharpen lab start {case.slug}`", markup=False)
    out.print(
        f"Beside yours, in the browser: `sharpen serve`, then /cases/{case.slug}/sittings/{sitting.id}", markup=False
    )
