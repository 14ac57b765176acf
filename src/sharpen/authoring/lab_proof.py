"""The proof of a lab: what it says of A/A tests, of its reference, of an oracle and of its traps is so.

Designs of the lab's own are trusted and run in this process, in the stages that candidates' designs run through.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from sharpen.authoring.finding import Finding, of_fault
from sharpen.checks.check import Failed
from sharpen.content.labs import FILE, read_lab
from sharpen.domain.lab import Lab, Stage
from sharpen.domain.lab_report import LabReport
from sharpen.domain.prediction import measurements
from sharpen.labs import experiment, statistics
from sharpen.labs.errors import DesignFailed, LabBroken
from sharpen.labs.lane import Lane
from sharpen.labs.run import Run, open_trusted, open_world, shortened
from sharpen.labs.world import World

WORLDS = range(1, 6)
"""Seeds of the worlds in which a lab must hold what it says."""
SALTS = 400
"""A/A tests of one world: the same requests, divided in another way each time."""
RARE = 1e-4
"""A share of false alarms so far from 5 % that it comes by chance this rarely is a fault."""
MARGIN = 5.0
"""Points that a trap must lose against the reference."""


def prove_lab_folder(folder: Path, *, strength: bool) -> Iterator[Finding]:
    """What is to be put right about the lab beside a case; nothing where there is none.

    Its worlds are run with `strength` alone: five of them, whole, take some minutes.
    """
    if not (folder / FILE).is_file():
        return
    lab = read_lab(folder)
    if isinstance(lab, Lab):
        faults = prove(lab, folder, WORLDS) if strength else ()
        yield from (Finding(folder / FILE, 0, f"{fault}.") for fault in faults)
    else:
        yield from map(of_fault, lab)


def prove(lab: Lab, folder: Path, seeds: Sequence[int], *, short: bool = False) -> Iterator[str]:
    """What is wrong with a lab, in words, for each world. In its short form it runs half of everything."""
    lab = shortened(lab) if short else lab
    yield from _ramp(lab)
    for seed in seeds:
        try:
            yield from (f"seed {seed}: {fault}" for fault in _prove_world(lab, folder, seed))
        except (LabBroken, DesignFailed, Failed) as problem:
            yield f"seed {seed}: {problem}"


def _ramp(lab: Lab) -> Iterator[str]:
    """An experiment must grow, and all its units must be in it at last."""
    shares = (0.0, *lab.ramp, 0.5)
    if any(share > after for share, after in pairwise(shares)) or 0.0 in lab.ramp:
        yield f"the shares of the ramp must lie above 0, rise, and be at most a half; they are {list(lab.ramp)}"
    if len(lab.ramp) >= lab.size.ab:
        yield f"the ramp has {len(lab.ramp)} days, the experiment {lab.size.ab}: nothing remains to measure the lift"


def _prove_world(lab: Lab, folder: Path, seed: int) -> Iterator[str]:
    world = open_world(folder, seed)
    yield from _aa(lab, folder, world)
    reference = reported(lab, folder, "reference.py", world)
    assert reference.score is not None
    numbers = measurements(reference, lab.sign)
    yield from _outside("reference.py", {name: found.value for name, found in numbers.items()}, lab.bands["reference"])
    if not 0 < reference.score < 100:
        yield f"the reference scores {reference.score:.1f}; it must lie between the baseline (0) and the oracle (100)"
    for trap in lab.traps:
        report = reported(lab, folder, f"traps/{trap.file}", world)
        assert report.score is not None
        if report.score > reference.score - MARGIN:
            yield f"traps/{trap.file} scores {report.score:.1f}, the reference {reference.score:.1f}: it is no trap"
        shown = measurements(report, lab.sign)
        bounds = (-float("inf") if trap.least is None else trap.least, float("inf") if trap.most is None else trap.most)
        if trap.shows in shown:
            yield from _outside(f"traps/{trap.file}", {trap.shows: shown[trap.shows].value}, {trap.shows: bounds})
        else:
            yield f"traps/{trap.file}: there is no number {trap.shows!r} in its report"


def reported(lab: Lab, folder: Path, file: str, world: World) -> LabReport:
    """The report on a design of the lab's own; the world stays as it is. Raises LabBroken, DesignFailed, Failed."""
    run = Run(lab, world, open_trusted(folder / file), open_trusted(folder / "baseline.py"))
    return run.report(lambda _stage, _share: None)


def _outside(file: str, numbers: Mapping[str, float], bands: Mapping[str, tuple[float, float]]) -> Iterator[str]:
    for name, (low, high) in bands.items():
        if not low <= numbers[name] <= high:
            yield f"{file}: {name} is {numbers[name]:.4g}, outside of [{low:g}, {high:g}]"


def _aa(lab: Lab, folder: Path, world: World) -> Iterator[str]:
    """Compare the baseline with itself many times: one test in twenty must find a difference, CUPED or not."""
    lane = Lane(Stage.AB, world, open_trusted(folder / "baseline.py"))
    lane.fit(world.history - 1)
    trial = experiment.run(lab, lane, lane, 1.0, lambda _: None)
    earlier = experiment.before(world, lab.size.ab)
    found = [experiment.p_values(experiment.divided(trial, salt), earlier, world.units) for salt in range(SALTS)]
    for name, values in (("plain", [plain for plain, _ in found]), ("CUPED", [cuped for _, cuped in found])):
        alarms = sum(value < statistics.ALPHA for value in values)
        if statistics.binomial_tail(alarms, SALTS, statistics.ALPHA) < RARE:
            yield f"{name} A/A tests find a difference in {alarms} of {SALTS}; it should be one in twenty"
