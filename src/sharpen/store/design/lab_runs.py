"""Runs of labs in the database. Times are UTC."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, func, insert, select, update

from sharpen.domain.lab_report import LabReport
from sharpen.domain.lab_run import LabRun, RunFailure, RunState
from sharpen.store.abandoned import Ongoing
from sharpen.store.process_names import is_alive, this_process
from sharpen.store.repository import Repository
from sharpen.store.tables import lab_runs
from sharpen.store.upsert import upsert

ONGOING = Ongoing(lab_runs, lab_runs.c.run_by, RunState.RUNNING, RunState.INTERRUPTED)
NEWEST = (lab_runs.c.started.desc(), lab_runs.c.id.desc())


class LabRuns(Repository):
    """The runs of one learner."""

    def add(self, run: LabRun) -> None:
        """Keep a new run; one that is RUNNING is this process's."""
        self.db.execute(insert(lab_runs).values(self._row(run)))

    def put(self, *these: LabRun) -> None:
        """Keep runs, each in place of the one with its id."""
        upsert(self.db, lab_runs, *(self._row(run) for run in these))

    def get(self, run_id: str) -> LabRun | None:
        """One run, whole; None if there is none."""
        row = self.db.execute(select(lab_runs).where(_is(self.learner, run_id))).first()
        return _run(row) if row else None

    def state(self, run_id: str) -> RunState | None:
        """Where a run stands; None if there is none."""
        columns = lab_runs.c.state, lab_runs.c.run_by
        row = self.db.execute(select(*columns).where(_is(self.learner, run_id))).first()
        return _state(row.state, row.run_by) if row else None

    def end(self, run_id: str, state: RunState, at: datetime, **found: Any) -> bool:
        """Note how a run ended, with its `report` or `failure`; False where it had ended already."""
        running = and_(_is(self.learner, run_id), lab_runs.c.state == RunState.RUNNING)
        values = {"state": state, "finished": at, **_texts(**found)}
        return bool(self.db.execute(update(lab_runs).where(running).values(values)).rowcount)

    def of_lab(self, lab: str, limit: int, offset: int = 0) -> list[LabRun]:
        """Runs of a lab, newest first."""
        mine = and_(lab_runs.c.learner == self.learner, lab_runs.c.lab == lab)
        query = select(lab_runs).where(mine).order_by(*NEWEST).limit(limit).offset(offset)
        return [_run(row) for row in self.db.execute(query)]

    def numbers(self, lab: str) -> dict[str, int]:
        """Every run of a lab by its id, numbered from 1 as they were begun."""
        mine = and_(lab_runs.c.learner == self.learner, lab_runs.c.lab == lab)
        query = select(lab_runs.c.id).where(mine).order_by(lab_runs.c.started, lab_runs.c.id)
        return {id_: number for number, id_ in enumerate(self.db.execute(query).scalars(), 1)}

    def last_of_each(self) -> dict[str, LabRun]:
        """The newest run of each lab that was run."""
        mine = lab_runs.c.learner == self.learner
        last = select(func.max(lab_runs.c.id)).where(mine).group_by(lab_runs.c.lab)  # ids sort by time
        rows = self.db.execute(select(lab_runs).where(mine, lab_runs.c.id.in_(last)))
        return {row.lab: _run(row) for row in rows}

    def best(self) -> dict[tuple[str, str], float]:
        """The best score of each lab and version of it, short runs left out."""
        full = and_(lab_runs.c.learner == self.learner, lab_runs.c.score.is_not(None), lab_runs.c.short.is_(False))
        best = func.max(lab_runs.c.score).label("best")
        query = select(lab_runs.c.lab, lab_runs.c.version, best).where(full)
        rows = self.db.execute(query.group_by(lab_runs.c.lab, lab_runs.c.version))
        return {(row.lab, row.version): row.best for row in rows}

    def running(self) -> LabRun | None:
        """The run that is going on, in whatever process; None if none is."""
        going = and_(lab_runs.c.learner == self.learner, lab_runs.c.state == RunState.RUNNING)
        runs = map(_run, self.db.execute(select(lab_runs).where(going).order_by(*NEWEST)))
        return next((run for run in runs if run.state is RunState.RUNNING), None)

    def alike(self, run: LabRun) -> LabRun | None:
        """The newest finished run of the same design in the same world; None if there is none."""
        decisive = ("lab", "version", "seed", "short", "source")
        same = (lab_runs.c[name] == getattr(run, name) for name in decisive)
        finished = and_(lab_runs.c.learner == self.learner, lab_runs.c.state == RunState.FINISHED, *same)
        row = self.db.execute(select(lab_runs).where(finished).order_by(*NEWEST).limit(1)).first()
        return _run(row) if row else None

    def everything(self) -> Iterator[LabRun]:
        """Every run, whole, oldest first."""
        query = select(lab_runs).where(lab_runs.c.learner == self.learner)
        return map(_run, self.db.execute(query.order_by(lab_runs.c.started, lab_runs.c.id)))

    def stamps(self) -> dict[str, datetime | None]:
        """By id, when each run ended."""
        query = select(lab_runs.c.id, lab_runs.c.finished).where(lab_runs.c.learner == self.learner)
        return {row.id: row.finished for row in self.db.execute(query)}

    def _row(self, run: LabRun) -> dict[str, Any]:
        run_by = this_process() if run.state is RunState.RUNNING else ""
        texts = _texts(failure=run.failure, report=run.report)
        return {**vars(run), **texts, "learner": self.learner, "run_by": run_by}


def _texts(failure: RunFailure | None = None, report: LabReport | None = None) -> dict[str, Any]:
    """The columns of what a run found."""
    return {
        "failure": json.dumps(vars(failure)) if failure else None,
        "report": json.dumps(report.document(), separators=(",", ":"), allow_nan=False) if report else None,
        "score": report.score if report else None,
    }


def _is(learner: str, run_id: str) -> Any:
    return and_(lab_runs.c.learner == learner, lab_runs.c.id == run_id)


def _state(state: str, run_by: str) -> RunState:
    """Where a run stands; one whose process died is interrupted, though nobody has written that yet."""
    return RunState.INTERRUPTED if state == RunState.RUNNING and not is_alive(run_by) else RunState(state)


def _run(row: Row[Any]) -> LabRun:
    known = dict(row._mapping)
    known["state"] = _state(known["state"], known.pop("run_by"))
    del known["score"]
    known["failure"] = RunFailure(**json.loads(known["failure"])) if known["failure"] else None
    known["report"] = LabReport.read(json.loads(known["report"])) if known["report"] else None
    return LabRun(**known)
