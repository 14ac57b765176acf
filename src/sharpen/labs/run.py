"""One run of a design in a lab: every stage in turn, with progress, and the report at the end."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import process_time
from typing import Any

from sharpen.checks import trusted
from sharpen.checks.check import Failed
from sharpen.domain.lab import Lab, Size, Stage
from sharpen.domain.lab_report import LabReport
from sharpen.domain.lab_tables import sentences
from sharpen.domain.prediction import Prediction, scored
from sharpen.domain.problem import Limits
from sharpen.labs import experiment, load, month, offline, public_data
from sharpen.labs.columns import Columns
from sharpen.labs.design import Design, Sandboxed, Trusted
from sharpen.labs.errors import DesignFailed, LabBroken
from sharpen.labs.fits import Fits
from sharpen.labs.lane import Lane
from sharpen.labs.world import World
from sharpen.sandbox.nursery import Nursery

WALL = 20.0
"""Seconds that may be waited for each CPU second of a budget, before a design is taken to be asleep."""
Telling = Callable[[Stage, float], None]
"""Told which stage a run is in, and the share of it that is done."""


@dataclass
class Run:
    """A run as it goes: its lab, the world, and what each stage found."""

    lab: Lab
    world: World
    design: Design
    baseline: Design
    fits: Fits | None = None
    spent: dict[str, float] = field(default_factory=dict)
    printed: dict[str, str] = field(default_factory=dict)
    found: LabReport | None = None
    """What the stages that have ended found."""

    def report(self, tell: Telling, predictions: tuple[Prediction, ...] = (), *, short: bool = False) -> LabReport:
        """Run every stage. Raises DesignFailed."""
        started = process_time()
        lab, world = self.lab, self.world
        found = LabReport(lab.slug, lab.version, world.seed, short)
        with self._stage(Stage.OFFLINE) as (own, base):
            found = replace(
                found, offline=offline.measure(lab, own, base, lambda share: tell(Stage.OFFLINE, share * 0.7))
            )
            own.fit(world.history - 1)
            base.fit(world.history - 1)
            tell(Stage.OFFLINE, 1.0)
        with self._stage(Stage.LOAD) as (own, _):
            found = replace(found, load=load.measure(lab, own, lambda share: tell(Stage.LOAD, share)))
        self.found = found
        assert found.load is not None
        on_time = found.load.on_time
        with self._stage(Stage.AB) as (own, base):
            ab = experiment.measure(lab, own, base, on_time, lambda share: tell(Stage.AB, share))
            found = replace(found, ab=ab)
        with self._stage(Stage.MONTH) as (own, base):
            course = month.measure(lab, own, base, on_time, lambda share: tell(Stage.MONTH, share))
            found = replace(found, month=course, score=month.score(lab, course))
        beside = self.baseline.cpu
        cpu = {**self.spent, "baseline": beside, "world": process_time() - started - beside}
        found = replace(found, cpu=cpu, memory=self.design.memory, printed=self.printed)
        return replace(found, predictions=scored(predictions, found, lab.sign))

    def _stage(self, stage: Stage) -> "_Stage":
        return _Stage(self, stage)


class _Stage:
    """A block in which a stage is run within its budget, by lanes of its own."""

    def __init__(self, run: Run, stage: Stage) -> None:
        self._run, self._stage = run, stage

    def __enter__(self) -> tuple[Lane, Lane]:
        run, stage = self._run, self._stage
        run.design.allow(run.lab.budget.of(stage))
        self._before = run.design.cpu
        world = run.world.fork()
        return Lane(stage, world, run.design, run.fits), Lane(stage, world, run.baseline)

    def __exit__(self, *_problem: object) -> None:
        run = self._run
        run.spent[self._stage] = run.design.cpu - self._before
        if run.design.printed:
            run.printed[self._stage.value], run.design.printed = run.design.printed, ""


def open_world(folder: Path, seed: int, data: Columns | None = None) -> World:
    """The world of a lab, made of prepared public data if there is some. Raises LabBroken."""
    kind: type[World] = _trusted(folder / "world.py")["World"]
    kind.data = data  # the file was run anew, so no other world is of this class
    return kind(seed)


def open_trusted(path: Path) -> Design:
    """A design of the lab's own. Raises LabBroken."""
    return Trusted(_trusted(path))


def _trusted(path: Path) -> dict[str, Any]:
    try:
        return trusted.run(path)
    except Exception as problem:
        raise LabBroken(f"{path.name} of this lab fails: {type(problem).__name__}: {problem}") from problem


def shortened(lab: Lab) -> Lab:
    """The lab in its short form, which proofs and tests run: half the days, and half the requests of each.

    What training again costs is halved as well: it is weighed against what the requests of a day bring in.
    """
    size = lab.size
    short = Size(size.holdout, max(4, size.ab // 2), max(10, size.month // 2), size.ab_per_day // 2, size.per_day // 2)
    return replace(lab, size=short, retraining=lab.retraining * short.per_day / size.per_day)


def limits(lab: Lab) -> Limits:
    """What the child of a design may use in all."""
    budget = lab.budget
    cpu = budget.offline + budget.load + budget.ab + budget.month
    return Limits(cpu=cpu, wall=WALL * max(budget.month, budget.offline), memory=budget.memory, output=256)


def run(
    lab: Lab,
    folder: Path,
    source: str,
    nursery: Nursery,
    seed: int,
    tell: Telling,
    predictions: tuple[Prediction, ...] = (),
    *,
    short: bool = False,
    kept: Path | None = None,
    data: Path | None = None,
) -> LabReport:
    """Run a design in a lab. Raises DesignFailed, LabBroken.

    `tell` hears of progress. `kept` is a folder for what was learned, so that it need not be learned again,
    `data` the prepared public data that the world is made of.
    """
    lab = shortened(lab) if short else lab
    fits = Fits(kept, source, f"{lab.version} {seed}") if kept else None
    found = public_data.opened(data, lab.data.digest) if data and lab.data else None
    world, baseline = open_world(folder, seed, found), open_trusted(folder / "baseline.py")
    try:
        design = Sandboxed(nursery, source, limits(lab))
    except Failed as failure:
        raise DesignFailed("loading", failure.why, line=failure.line, traceback=failure.traceback) from None
    with closing(design):
        course = Run(lab, world, design, baseline, fits)
        try:
            return course.report(tell, predictions, short=short)
        except DesignFailed as problem:
            raise _explained(lab, problem, course) from None


def _explained(lab: Lab, problem: DesignFailed, course: Run) -> DesignFailed:
    """A failure with what the design printed and, after the stage load, with what was found until then."""
    before = " ".join(sentences(lab, course.found)) if course.found else ""
    why = f"{problem.why.rstrip('.')}. Until then: {before}" if before else problem.why
    explained = DesignFailed(
        problem.stage, why, day=problem.day, request=problem.request, line=problem.line, traceback=problem.traceback
    )
    explained.printed = course.printed
    return explained
