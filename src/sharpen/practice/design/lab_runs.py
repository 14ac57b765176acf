"""Running labs: a design is kept before anything runs, followed from any page, cancelled at any moment, and compared.

A run belongs to the process that started it. Whoever is elsewhere sees that it runs, and ends it by a note in the
data, which its process looks for.
"""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

from sharpen.domain.lab import Lab
from sharpen.domain.lab_report import LabReport
from sharpen.domain.lab_run import LabRun, RunFailure, RunState
from sharpen.domain.prediction import BadPrediction, Prediction, after, read
from sharpen.domain.prediction import readings as read_as
from sharpen.domain.problem import Profile
from sharpen.labs.errors import Cancelled, DesignFailed, LabBroken
from sharpen.labs.interface import Progress, RunRequest
from sharpen.labs.local import LabRun as Running
from sharpen.practice import inputs
from sharpen.practice.design.labs import named
from sharpen.practice.errors import LabBusy, LabsNotInstalled, NoSuchRun
from sharpen.practice.ids import new_id
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace

LOOK = 0.5
"""Seconds between two looks at the data for a note that ends a run, or for the end of a run elsewhere."""
PATIENCE = 5.0
"""Seconds that a process which is about to end waits for a run of its own to be noted as ended."""
EARLIER = 12
"""Earlier runs beside which a report stands."""
MOST_KEPT = 2 << 30
"""Bytes that the folder of what designs learned may have; the oldest go first."""


@dataclass
class _Going:
    """A run of this process: who can end it, how far it is, and news of that."""

    running: Running
    news: threading.Condition
    progress: Progress | None = None
    over: bool = False
    leaving: bool = False
    """Whether this process is about to end."""

    def after(self, shown: Progress | None) -> Progress | None:
        """How far it is, once that is news or some time has passed."""
        with self.news:
            self.news.wait_for(lambda: self.over or self.progress is not shown, LOOK)
        return self.progress

    def ended(self, seconds: float) -> None:
        """Wait for its end, so long at most."""
        with self.news:
            self.news.wait_for(lambda: self.over, seconds)


_going: dict[str, _Going] = {}


def start(
    ws: Workspace,
    slug: str,
    source: str,
    predictions: str = "",
    *,
    seed: int = 1,
    short: bool = False,
    again: bool = False,
) -> LabRun:
    """Keep a run of a design and start it in the background; `follow` then says how far it is.

    What was run before, the same source in the same world, is not run again unless `again`: that run is the answer,
    finished, and what is predicted now is judged by its report and marked as made after it. Raises NoSuchLab, BadText,
    BadPrediction, LabsNotInstalled, and LabBusy while another run goes on.
    """
    lab, predicted = named(ws, slug), read(inputs.predictions(predictions))
    run = LabRun(
        new_id(),
        ws.learner,
        slug,
        lab.version,
        seed,
        short,
        datetime.now(UTC),
        inputs.source(source),
        inputs.predictions(predictions),
    )
    if not again:
        with ws.reading() as work:
            known = work.lab_runs.alike(run)
        if known:
            return _judged(ws, lab, known, predicted)
    _need_packages()
    with ws.writing() as work:
        if other := work.lab_runs.running():
            raise LabBusy(other)
        work.lab_runs.add(run)
    _begin(ws, lab, run, predicted)
    return run


def _judged(ws: Workspace, lab: Lab, known: LabRun, predicted: tuple[Prediction, ...]) -> LabRun:
    """A run that is there, with what is predicted of it now."""
    if known.report is None:
        return known
    judged = replace(known, report=after(predicted, known.report, lab.sign))
    if predicted and judged != known:
        with ws.writing() as work:
            work.lab_runs.put(judged)
    return judged if predicted else known


def readings(run: LabRun) -> tuple[str, ...]:
    """What is to be said, while it runs, of predictions that could have been meant otherwise."""
    try:
        return read_as(read(run.predictions))
    except BadPrediction:
        return ()  # a run of before it was asked about


def _need_packages() -> None:
    """Raises LabsNotInstalled for a package that designs may use and that is not there."""
    missing = [name for name in Profile.LAB.packages if find_spec(name) is None]
    if missing:
        raise LabsNotInstalled(missing)


def _begin(ws: Workspace, lab: Lab, run: LabRun, predicted: tuple[Prediction, ...]) -> None:
    kept = ws.cache / "labs" if ws.cache else None
    if kept:
        _tidy(kept)
    folder = str(ws.library.labs.folder(lab.slug))
    data = ws.library.labs.data(lab.slug) if lab.data and lab.data.digest else None
    request = RunRequest(lab, folder, run.source, run.seed, run.short, predicted, str(kept or ""), data=str(data or ""))
    going = _going[run.id] = _Going(Running(request), threading.Condition())
    threading.Thread(target=_carry_out, args=(ws, run.id, going), name="lab", daemon=True).start()
    threading.Thread(target=_heed, args=(ws, run.id, going), name="lab-note", daemon=True).start()


def _carry_out(ws: Workspace, run_id: str, going: _Going) -> None:
    """Let a run happen, and keep how it ended."""
    report, failure, state = None, None, RunState.INTERRUPTED
    try:
        for item in going.running.follow():
            if isinstance(item, LabReport):
                report, state = item, RunState.FINISHED
            else:
                with going.news:
                    going.progress = item
                    going.news.notify_all()
    except DesignFailed as problem:
        state = RunState.FAILED
        failure = RunFailure(problem.why, problem.stage, problem.day, problem.request, problem.line, problem.traceback)
        failure = replace(failure, printed=problem.printed)
    except Cancelled:
        state = RunState.INTERRUPTED if going.leaving else RunState.CANCELLED
    except LabBroken as problem:
        failure = RunFailure(str(problem))
    except Exception as problem:
        failure = RunFailure(f"sharpen itself went wrong ({type(problem).__name__}: {problem}).")
        raise
    finally:
        try:
            with ws.writing() as work:
                work.lab_runs.end(run_id, state, datetime.now(UTC), report=report, failure=failure)
        finally:
            with going.news:
                going.over = True
                going.news.notify_all()
            _going.pop(run_id, None)


def _heed(ws: Workspace, run_id: str, going: _Going) -> None:
    """End a run of this process once the data says that somebody cancelled it."""
    while not going.over:
        with ws.reading() as work:
            if work.lab_runs.state(run_id) is not RunState.RUNNING:
                going.running.cancel()
                return
        going.ended(LOOK)


def cancel(ws: Workspace, run_id: str) -> LabRun:
    """End a run, of whatever process; one that has ended stays as it is. Raises NoSuchRun."""
    with ws.writing() as work:
        find(work, run_id)
        work.lab_runs.end(run_id, RunState.CANCELLED, datetime.now(UTC))
    if going := _going.get(run_id):
        going.running.cancel()
    with ws.reading() as work:
        return find(work, run_id)


def leave() -> None:
    """End the runs of this process, which is about to end itself; they are interrupted."""
    for going in list(_going.values()):
        going.leaving = True
        going.running.cancel()
        going.ended(PATIENCE)


def follow(ws: Workspace, run_id: str) -> Iterator[Progress | None]:
    """How far a run is, each time there is news, until it has ended; None where that is not known yet, or not here.

    At least every half second something is yielded, so that who follows can leave.
    """
    shown: Progress | None = None
    if going := _going.get(run_id):
        while not going.over:
            shown = going.after(shown)
            yield shown
        return
    while True:
        with ws.reading() as work:
            if work.lab_runs.state(run_id) is not RunState.RUNNING:
                return
        yield None
        time.sleep(LOOK)


def progress(run_id: str) -> Progress | None:
    """How far a run is at the moment; None where that is not known here."""
    going = _going.get(run_id)
    return going.progress if going else None


def seconds_left(run: LabRun, progress: Progress | None) -> float | None:
    """About how long a run will take still; None while that cannot be said."""
    if progress is None or progress.whole < 0.05:
        return None
    elapsed = (datetime.now(UTC) - run.started).total_seconds()
    return elapsed * (1 - progress.whole) / progress.whole


def find(work: Work, run_id: str) -> LabRun:
    """One run, whole. Raises NoSuchRun."""
    run = work.lab_runs.get(run_id)
    if run is None:
        raise NoSuchRun(run_id)
    return run


def names(work: Work, slug: str) -> Callable[[LabRun], str]:
    """What each run of a lab is called: "run 7: Counts how often each coin landed heads"."""
    numbers, known = work.lab_runs.numbers(slug), dict[str, str]()

    def name(run: LabRun) -> str:
        if run.id not in known:
            known[run.id] = run.name(numbers[run.id])
        return known[run.id]

    return name


def earlier(work: Work, run: LabRun) -> list[LabRun]:
    """Finished runs of the same lab, version and length, each design once, oldest first; the run itself is the last."""
    others = work.lab_runs.of_lab(run.lab, 10 * EARLIER)
    alike = [
        each
        for each in others
        if each.report and (each.version, each.short) == (run.version, run.short) and each.started < run.started
    ]
    newest = {each.source: each for each in reversed(alike) if each.source != run.source}
    return [*sorted(newest.values(), key=lambda each: each.started)[-EARLIER:], run]


def last_two(work: Work, slug: str) -> tuple[LabRun, LabRun] | None:
    """The last two finished runs of a lab, the earlier one first; None if there are not so many."""
    finished = [run for run in work.lab_runs.of_lab(slug, 10 * EARLIER) if run.report]
    return (finished[1], finished[0]) if len(finished) > 1 else None


def _tidy(folder: Path) -> None:
    """Let go of the oldest of what designs learned once it takes too much room."""
    try:
        files = sorted(((each.stat(), each) for each in folder.glob("*.fit")), key=lambda pair: -pair[0].st_mtime)
    except OSError:
        return
    total = 0
    for stat, path in files:
        total += stat.st_size
        if total > MOST_KEPT:
            path.unlink(missing_ok=True)
