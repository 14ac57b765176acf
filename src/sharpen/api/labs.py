"""`from sharpen import lab`: run a design that you wrote in a notebook in its lab.

The same worlds, isolation and history as the web app and the terminal::

    from sharpen import lab

    lab("ads-click-ranking", Design, predictions="lift > 0")
"""

from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from html import escape

from sharpen.api.answers import Answer, gather
from sharpen.api.errors import CannotGather
from sharpen.api.waiting import line
from sharpen.api.workspace import opened
from sharpen.domain.lab import Lab
from sharpen.domain.lab_report import LabReport
from sharpen.domain.lab_run import LabRun, RunFailure, RunState
from sharpen.domain.lab_tables import Figures, sentences, tables, warnings
from sharpen.domain.lines import lines
from sharpen.domain.problem import Profile
from sharpen.practice.design import lab_runs, labs
from sharpen.practice.errors import RunFailed
from sharpen.practice.workspace import Workspace


@dataclass(frozen=True)
class Report:
    """What a run of a lab found. A notebook shows it as a page, print as text; `report` has every number."""

    lab: Lab
    run: LabRun
    report: LabReport

    @property
    def score(self) -> float | None:
        """Points of 100 between the baseline and somebody who knows the truth."""
        return self.report.score

    def __repr__(self) -> str:
        found = [self.lab.title, *warnings(self.report), *sentences(self.lab, self.report)]
        for figures in tables(self.lab, self.report):
            found += ["", figures.title, *_lines(figures)]
        return "\n".join(found)

    def _repr_html_(self) -> str:
        says = "".join(f"<li><b>{escape(warning)}</b></li>" for warning in warnings(self.report))
        says += "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences(self.lab, self.report))
        parts = "".join(map(_html, tables(self.lab, self.report)))
        return (
            f'<div style="font-family:system-ui,sans-serif;max-width:52rem"><p style="margin:.2em 0">'
            f"<b>{escape(self.lab.title)}</b></p><ul>{says}</ul>{parts}</div>"
        )

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:  # noqa: ARG002
        return {"text/plain": repr(self), "text/html": self._repr_html_()}


def lab(
    name: str,
    design: Answer,
    predictions: str = "",
    *,
    seed: int = 1,
    short: bool = False,
    again: bool = False,
) -> Report:
    """Run a design in a lab, keep the run in the history, and return its report.

    `design` is the class, which is sent as source with all that it uses; source text, or the path of a file.
    `predictions` are lines such as "lift > 0". What was run before, unchanged, is answered from its report, unless
    `again`. An interrupt cancels the run. Raises RunFailed for a design that fails, and PracticeError, BadPrediction
    and CannotGather for what cannot be run.
    """
    if not isinstance(name, str):
        raise CannotGather("The lab's name comes first, as text, then the design: `lab('ads-click-ranking', Design)`.")
    ws = opened()
    known = labs.named(ws, name)
    source = gather({"Design": design} if isinstance(design, type) else design, ["Design"], Profile.LAB.packages)
    run = lab_runs.start(ws, name, source, predictions, seed=seed, short=short, again=again)
    if run.state is RunState.RUNNING:
        run = _followed(ws, run)
    if run.report is None:
        raise RunFailed(_why(run))
    return Report(known, run, run.report)


def _followed(ws: Workspace, run: LabRun) -> LabRun:
    """The run once it has ended, its progress shown meanwhile; whatever happens here cancels it."""
    show = line()
    show(f"{run.lab}: getting ready …")
    try:
        with closing(_told(ws, run)) as news:
            for text in news:
                show(text)
    except BaseException:
        lab_runs.cancel(ws, run.id)
        raise
    finally:
        show("")
    with ws.reading() as work:
        return lab_runs.find(work, run.id)


def _told(ws: Workspace, run: LabRun) -> Generator[str, None, None]:
    for progress in lab_runs.follow(ws, run.id):
        if progress:
            left = lab_runs.seconds_left(run, progress)
            about = f", about {left:.0f} s left" if left is not None else ""
            yield f"{run.lab}: {progress.stage.value}, {progress.whole * 100:.0f} % done{about} …"


def _why(run: LabRun) -> str:
    """Why a run has no report, with the design's own line where it raised."""
    failure = run.failure or RunFailure(f"The run was {run.state.value}.")
    typed = lines(run.source)
    own = f" Your line: {typed[failure.line - 1].strip()}" if 0 < failure.line <= len(typed) else ""
    return f"{f'In {failure.place}: ' if failure.place else ''}{failure.why}{own}"


def _lines(figures: Figures) -> Iterator[str]:
    """A table as lines of text."""
    widths = [max(map(len, column)) for column in zip(*figures.rows, strict=True)] if figures.rows else []
    for row in figures.rows:
        yield "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _html(figures: Figures) -> str:
    rows = "".join(
        "<tr>"
        + "".join(f'<td style="text-align:left;padding-right:1.5em">{escape(cell)}</td>' for cell in row)
        + "</tr>"
        for row in figures.rows
    )
    open_ = " open" if figures.title == "Predictions" else ""
    return (
        f"<details{open_}><summary>{escape(figures.title)}</summary>"
        f'<table style="border-collapse:collapse;margin:.3em 0">{rows}</table></details>'
    )
