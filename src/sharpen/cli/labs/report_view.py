"""Runs of labs on the terminal: what a report says, its tables, and why a design failed."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from rich.text import Text

from sharpen.cli.terminal.console import console, marks
from sharpen.cli.terminal.printable import clean
from sharpen.cli.terminal.table import table
from sharpen.domain.lab import Lab
from sharpen.domain.lab_run import LabRun, RunState
from sharpen.domain.lab_tables import Figures, sentences, tables, warnings
from sharpen.domain.lines import lines

AROUND = 2
"""Lines of the design that are shown on either side of the one that raised."""


def print_run(lab: Lab, run: LabRun, name: str, path: Path | None = None) -> None:
    """How a run ended; `name` is what it is called, `path` the file that it is of, if that is here."""
    out = console()
    if run.report:
        form = ", in its short form" if run.short else ""
        of = f", of {path}" if path else ""
        out.print(Text(f"\n{lab.title}: {clean(name)}", "bold"))
        out.print(Text(f"{run.id}{clean(of)}, seed {run.seed}{form}\n", "dim"))
        for warning in warnings(run.report):
            out.print(Text(f"{marks()[1].strip()} {warning}", "bold red"))
        for sentence in sentences(lab, run.report):
            out.print(Text(sentence))
        print_tables(tables(lab, run.report))
        _print_printed(run.report.printed)
    elif run.failure:
        _print_failure(run, path)
    else:
        out.print(Text(f"The run {run.id} of {run.lab} was {run.state.value}.", "yellow"))


def print_tables(found: Iterable[Figures]) -> None:
    """Tables, one below the other."""
    out = console()
    for figures in found:
        out.print(Text(f"\n{figures.title}", "bold"))
        made = table(*figures.headings)
        made.show_header = any(figures.headings[:-1]) or len(figures.headings) > 2
        for row in figures.rows:
            made.add_row(*(Text(clean(cell)) for cell in row))
        out.print(made)


def _print_printed(printed: Mapping[str, str]) -> None:
    """What the design printed, by stage."""
    out = console()
    for stage, said in printed.items():
        out.print(Text(f"\nPrinted in {clean(stage)}", "bold"))
        for line in lines(said):
            out.print(Text(f"  {clean(line)}"))


def _print_failure(run: LabRun, path: Path | None) -> None:
    out, failure = console(), run.failure
    assert failure
    what = f"The design failed in {failure.place}" if run.state is RunState.FAILED else "The run was interrupted"
    out.print(Text(f"\n{marks()[1].strip()} {clean(what)}", "bold red"))
    out.print(Text(f"  {clean(failure.why)}"))
    typed = lines(run.source)
    if 0 < failure.line <= len(typed):
        out.print(Text(f"\n  {path or 'line'}:{failure.line}", "dim"))
        for at in range(max(1, failure.line - AROUND), min(len(typed), failure.line + AROUND) + 1):
            here = at == failure.line
            line = Text(f"  {'>' if here else ' '} {at:>4} │ ", "bold red" if here else "dim")
            out.print(line.append(clean(typed[at - 1]), "bold" if here else ""))
    if failure.traceback.count('  File "') > 1:
        out.print(Text(f"\n{clean(failure.traceback.rstrip())}", "dim"))
    _print_printed(failure.printed)


def as_json(run: LabRun) -> dict[str, Any]:
    """A run as plain data; what --json prints."""
    failure = vars(run.failure) if run.failure else None
    return {
        "run": run.id,
        "lab": run.lab,
        "version": run.version,
        "state": run.state.value,
        "seed": run.seed,
        "short": run.short,
        "started": run.started.isoformat(),
        "finished": run.finished.isoformat() if run.finished else None,
        "score": run.score,
        "failure": failure,
        "report": run.report.document() if run.report else None,
    }
