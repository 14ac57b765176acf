"""Attempts in the database. Times are UTC."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import MISSING, fields
from datetime import date as Date
from datetime import datetime
from typing import Any

from sqlalchemy import CTE, Row, Select, and_, exists, func, insert, select, update

from sharpen.domain.attempt import Attempt, Origin, State, Submitted
from sharpen.domain.verdict import CheckResult, Verdict
from sharpen.store.abandoned import Ongoing
from sharpen.store.process_names import is_alive, this_process
from sharpen.store.repository import Repository
from sharpen.store.tables import attempts
from sharpen.store.upsert import upsert
from sharpen.store.written_times import by_day, written

BRIEF = [column for column in attempts.c if column.name not in ("source", "results", "seed")]
TOLD = [*BRIEF, attempts.c.results]
NEWEST = (attempts.c.created.desc(), attempts.c.id.desc())

ONGOING = Ongoing(attempts, attempts.c.judged_by, State.JUDGING, State.INTERRUPTED)

KNOWN = {field.name for field in fields(CheckResult)}
DEFAULTS = {field.name: field.default for field in fields(CheckResult) if field.default is not MISSING}


class Attempts(Repository):
    """The attempts of one learner."""

    def add(self, *new: Attempt) -> None:
        """Keep new attempts; those in state JUDGING are this process's to judge."""
        # No upsert: an id that is there already is a mistake, and must not cost the attempt that has it.
        if new:
            self.db.execute(insert(attempts), [self._row(attempt) for attempt in new])

    def put(self, *these: Attempt) -> None:
        """Keep attempts, each in place of the one with its id."""
        upsert(self.db, attempts, *(self._row(attempt) for attempt in these))

    def get(self, attempt_id: str) -> Attempt | None:
        """One attempt, whole; None if there is none."""
        row = self.db.execute(select(attempts).where(_is(self.learner, attempt_id))).first()
        return _attempt(row) if row else None

    def ids_from(self, start: str, limit: int) -> list[str]:
        """Ids that begin like this, the first of them in order; none for no beginning."""
        mine, at = attempts.c.learner == self.learner, attempts.c.id
        query = select(at).where(mine, at >= start, func.substr(at, 1, len(start)) == start).order_by(at).limit(limit)
        return list(self.db.execute(query).scalars()) if start else []

    def start(self, attempt_id: str, version: str) -> None:
        """Take an attempt for this process to judge, by this version of the problem."""
        claim = {"state": State.JUDGING, "version": version, "judged_by": this_process()}
        blank = {"verdict": None, "finished": None, "cpu_ms": 0.0, "results": "[]"}
        self.db.execute(update(attempts).where(_is(self.learner, attempt_id)).values(claim | blank))

    def finish(self, attempt_id: str, verdict: Verdict, results: Sequence[CheckResult], at: datetime) -> None:
        """Save the verdict on an attempt, and what led to it."""
        cpu = sum(result.cpu_ms for result in results)
        values = {"state": State.FINISHED, "verdict": verdict, "finished": at, "cpu_ms": cpu, "results": dumps(results)}
        self.db.execute(update(attempts).where(_is(self.learner, attempt_id)).values(values))

    def interrupt(self, attempt_id: str, results: Sequence[CheckResult]) -> None:
        """Note that judging stopped before there was a verdict; nothing if there is one by now."""
        judging = and_(_is(self.learner, attempt_id), attempts.c.state == State.JUDGING)
        self.db.execute(update(attempts).where(judging).values(state=State.INTERRUPTED, results=dumps(results)))

    def of_problem(self, problem: str, limit: int, offset: int = 0) -> list[Attempt]:
        """Attempts at a problem, newest first, without sources, results and seeds."""
        query = select(*BRIEF).where(_at(self.learner, problem))
        return self._brief(query.order_by(*NEWEST).limit(limit).offset(offset))

    def told(self, problem: str, limit: int) -> list[Attempt]:
        """Attempts at a problem, newest first, with results, but without sources and seeds."""
        query = select(*TOLD).where(_at(self.learner, problem)).order_by(*NEWEST).limit(limit)
        return [_attempt(row, source="") for row in self.db.execute(query)]

    def recent(self, limit: int, offset: int = 0) -> list[Attempt]:
        """Attempts at any problem, newest first, without sources, results and seeds."""
        mine = attempts.c.learner == self.learner
        return self._brief(select(*BRIEF).where(mine).order_by(*NEWEST).limit(limit).offset(offset))

    def until_solved(self) -> list[Submitted]:
        """What statistics ask of the attempts at solved problems up to the first that was accepted, oldest first."""
        at, tried = attempts.c, self._tried()
        there = and_(at.learner == self.learner, at.problem == tried.c.problem)
        first = select(func.min(at.created)).where(there, at.verdict == Verdict.ACCEPTED).scalar_subquery()
        solved = select(tried.c.problem, first.label("first")).where(tried.c.problem.is_not(None)).subquery()
        here = at.learner == self.learner, at.problem == solved.c.problem, at.created <= solved.c.first
        rows = self.db.execute(select(at.problem, at.created, at.verdict, at.seconds).where(*here)).all()
        each = (Submitted(slug, when, Verdict(told) if told else None, took) for slug, when, told, took in rows)
        return sorted(each, key=lambda one: one.created)

    def by_day(self, days: Sequence[Date]) -> dict[Date, int]:
        """How many were submitted on each of some days, the earliest first and without a gap."""
        return by_day(self.db.execute(written(attempts.c.created, self.learner, days)).scalars().all(), days)

    def times_since(self, since: datetime) -> list[tuple[str, datetime, float]]:
        """Of each attempt since a time, oldest first: the problem, when, and the seconds worked on it in all."""
        query = select(attempts.c.problem, attempts.c.created, attempts.c.seconds).where(
            attempts.c.learner == self.learner, attempts.c.created >= since
        )
        rows = self.db.execute(query.order_by(attempts.c.created, attempts.c.id))
        return [(problem, created, seconds) for problem, created, seconds in rows]

    def everything(self) -> Iterator[Attempt]:
        """Every attempt, whole, oldest first."""
        query = select(attempts).where(attempts.c.learner == self.learner).order_by(attempts.c.created, attempts.c.id)
        return (_attempt(row) for row in self.db.execute(query))

    def stamps(self) -> dict[str, tuple[State, datetime | None]]:
        """Where every attempt stands, by id, and when it was finished."""
        columns = attempts.c.id, attempts.c.state, attempts.c.finished
        rows = self.db.execute(select(*columns).where(attempts.c.learner == self.learner))
        return {row.id: (State(row.state), row.finished) for row in rows}

    def count(self, problem: str | None = None) -> int:
        """How many attempts there are, at a problem or at all."""
        where = _at(self.learner, problem) if problem is not None else attempts.c.learner == self.learner
        return int(self.db.execute(select(func.count()).select_from(attempts).where(where)).scalar_one())

    def wrong(self, problem: str, since: datetime | None, until: datetime) -> list[Attempt]:
        """The attempts at a problem made after a time, or at all, and up to another, that were found wrong, whole."""
        verdicts = [verdict for verdict in Verdict if verdict.wrong]
        where = and_(_at(self.learner, problem), attempts.c.verdict.in_(verdicts), attempts.c.created <= until)
        if since is not None:
            where = and_(where, attempts.c.created > since)
        return [_attempt(row) for row in self.db.execute(select(attempts).where(where))]

    def is_accepted(self, problem: str) -> bool:
        """Whether any attempt at a problem was accepted."""
        accepted = and_(_at(self.learner, problem), attempts.c.verdict == Verdict.ACCEPTED)
        return bool(self.db.execute(select(exists().where(accepted))).scalar_one())

    def standing(self, problem: str) -> tuple[datetime | None, datetime | None]:
        """When a problem was last tried, and when last with success (None: never)."""
        last, won = _at(self.learner, problem), attempts.c.verdict == Verdict.ACCEPTED
        times = (select(func.max(attempts.c.created)).where(where) for where in (last, and_(last, won)))
        found = self.db.execute(select(*(time.scalar_subquery() for time in times))).one()
        return found[0], found[1]

    def standings(self) -> dict[str, tuple[datetime, datetime | None]]:
        """By problem that was tried: when last, and when last with success (None: never).

        Two leaps along an index find the times of each, so that this costs the same with a hundred attempts and
        with a hundred thousand.
        """
        tried = self._tried()
        at = and_(attempts.c.learner == self.learner, attempts.c.problem == tried.c.problem)
        last = select(func.max(attempts.c.created)).where(at).scalar_subquery()
        won = and_(at, attempts.c.verdict == Verdict.ACCEPTED)
        solved = select(func.max(attempts.c.created)).where(won).scalar_subquery()
        query = select(tried.c.problem, last, solved).where(tried.c.problem.is_not(None))
        return {problem: (last, solved) for problem, last, solved in self.db.execute(query)}

    def _tried(self) -> CTE:
        """The problems that were tried, found by leaping along an index from one to the next; None after the last."""
        mine = attempts.c.learner == self.learner
        tried = select(func.min(attempts.c.problem).label("problem")).where(mine).cte("tried", recursive=True)
        following = select(func.min(attempts.c.problem)).where(mine, attempts.c.problem > tried.c.problem)
        return tried.union_all(select(following.scalar_subquery()).where(tried.c.problem.is_not(None)))

    def _row(self, attempt: Attempt) -> dict[str, Any]:
        judged_by = this_process() if attempt.state is State.JUDGING else ""
        return {**vars(attempt), "learner": self.learner, "results": dumps(attempt.results), "judged_by": judged_by}

    def _brief(self, query: Select[Any]) -> list[Attempt]:
        return [_attempt(row, source="", results="[]") for row in self.db.execute(query)]


def dumps(results: Sequence[CheckResult]) -> str:
    """Results as text; fields that have their default are left out."""
    return json.dumps([plain(result) for result in results], separators=(",", ":"))


def plain(result: CheckResult) -> dict[str, Any]:
    """A result as data for JSON; fields that have their default are left out."""
    told = result.fields()
    return {name: told[name] for name, value in vars(result).items() if DEFAULTS.get(name, MISSING) != value}


def loads(text: str) -> tuple[CheckResult, ...]:
    """Results from the text that `dumps` made."""
    made = []
    for given in json.loads(text):
        # What an older sharpen knew of a result, and this one does not, is left out.
        made.append(CheckResult.read({name: value for name, value in given.items() if name in KNOWN}))
    return tuple(made)


def _is(learner: str, attempt_id: str) -> Any:
    return and_(attempts.c.learner == learner, attempts.c.id == attempt_id)


def _at(learner: str, problem: str) -> Any:
    return and_(attempts.c.learner == learner, attempts.c.problem == problem)


def _attempt(row: Row[Any], **rest: str) -> Attempt:
    """An attempt; one whose process died while judging it is interrupted, though nobody has written that yet."""
    known = {**row._mapping, **rest}
    died = known["state"] == State.JUDGING and not is_alive(known["judged_by"])
    del known["judged_by"]
    known["state"] = State.INTERRUPTED if died else State(known["state"])
    known["origin"] = Origin(known["origin"])
    known["verdict"] = Verdict(known["verdict"]) if known["verdict"] else None
    return Attempt(**{**known, "results": loads(known["results"])})
