"""Labs: which there are, how the learner stands with each, and the design they are writing."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sharpen.domain.lab import Lab
from sharpen.domain.lab_run import DesignDraft, LabRun
from sharpen.practice import inputs
from sharpen.practice.errors import DesignChanged, NoSuchLab, NoSuchRun, NothingToUndo
from sharpen.practice.work import Work, on_shelf
from sharpen.practice.workspace import Workspace

NEVER = datetime.fromtimestamp(0, UTC)
"""When a baseline that nobody has touched was typed: before anything else."""


@dataclass(frozen=True)
class Listed:
    """A lab, the best score of a full run of its present version, and the last run."""

    lab: Lab
    best: float | None
    last: LabRun | None


def named(work: Work | Workspace, slug: str) -> Lab:
    """The lab of this name. Raises NoSuchLab, with the names that come close."""
    return on_shelf(work.library.labs, slug, NoSuchLab)


def listed(work: Work) -> list[Listed]:
    """Every lab, in the order of their names."""
    best, last = work.lab_runs.best(), work.lab_runs.last_of_each()
    return [Listed(lab, best.get((slug, lab.version)), last.get(slug)) for slug, lab in work.library.labs.items()]


def design(work: Work, slug: str) -> DesignDraft:
    """The design being written, else the baseline, which nobody has touched. Raises NoSuchLab."""
    named(work, slug)
    kept = work.designs.get(slug)
    return kept or DesignDraft(work.learner, slug, work.library.labs.starter(slug), "", NEVER)


def save(ws: Workspace, slug: str, source: str, predictions: str, base: str | None = None) -> DesignDraft:
    """Keep a design as it is now.

    `base` is the version that its page saw last. Raises NoSuchLab, BadText, and DesignChanged where another page has
    saved something else since.
    """
    source, predictions = inputs.source(source), inputs.predictions(predictions)
    with ws.writing() as work:
        here = design(work, slug)
        if (here.source, here.predictions) == (source, predictions):
            return here
        if base is not None and base != here.version:
            raise DesignChanged
        new = replace(here, source=source, predictions=predictions, updated=_after(here))
        work.designs.put(new)
    return new


def reset(ws: Workspace, slug: str) -> DesignDraft:
    """Put the baseline in place of the design; predictions stay. `undo_reset` brings the design back."""
    with ws.writing() as work:
        return _put_in_place(work, slug, work.library.labs.starter(slug))


def take_up(ws: Workspace, slug: str, run_id: str) -> DesignDraft:
    """Put the design of a run in place of the one being written, as `reset` does. Raises NoSuchLab, NoSuchRun."""
    with ws.writing() as work:
        run = work.lab_runs.get(run_id)
        if run is None or run.lab != slug:
            raise NoSuchRun(run_id)
        return _put_in_place(work, slug, run.source)


def _put_in_place(work: Work, slug: str, source: str) -> DesignDraft:
    here = design(work, slug)
    if here.source == source:
        return here  # a second reset must not lose what the first one kept
    new = replace(here, source=source, before=here.source, updated=_after(here))
    work.designs.put(new)
    return new


def undo_reset(ws: Workspace, slug: str) -> DesignDraft:
    """Bring back the design that a reset, or that of a run, replaced. Raises NothingToUndo."""
    with ws.writing() as work:
        here = design(work, slug)
        if not here.before:
            raise NothingToUndo(slug)
        new = replace(here, source=here.before, before="", updated=_after(here))
        work.designs.put(new)
    return new


def _after(here: DesignDraft) -> datetime:
    """Now, or whenever makes this another version."""
    return max(datetime.now(UTC), here.updated + here.updated.resolution)
