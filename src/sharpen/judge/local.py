"""The judge on this machine: examiners as processes, lent out one submission at a time."""

import copy
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgpack

from sharpen.domain.problem import Problem, Profile
from sharpen.domain.turn import Ahead, nobody_asks
from sharpen.domain.verdict import CheckResult, Kind, TrialResult, Verdict
from sharpen.judge.interface import JudgeBroken, Request, Wanted
from sharpen.judge.line import Line
from sharpen.judge.preparing import PATIENT, Preparing
from sharpen.judge.reading import MOST, too_long
from sharpen.sandbox import companion
from sharpen.sandbox.codec import pack_question

OVERCOME = too_long(MOST).why


def _nowhere(slug: str) -> Path:
    raise LookupError(f"this judge does not know where the problem {slug} lies")


class LocalJudge:
    """Up to `workers` examiners on this machine, started when first needed and replaced when they die.

    `folder` says where the files of a problem lie, by its slug (`at` does so later). The profiles in `warm` are
    started at once, in the background. `cache` is a folder in which prepared expected answers are kept. Safe to use
    from several threads.
    """

    def __init__(
        self,
        folder: Callable[[str], Path] = _nowhere,
        workers: int = 1,
        warm: Sequence[Profile] = (),
        cache: Path | None = None,
    ) -> None:
        self._folder, self._warm, self.cache = folder, tuple(warm), cache
        self._free: list[_Examiner] = []
        self._line = Line(workers)
        self._preparing: list[Preparing] = []
        self._lock = threading.Lock()
        self._all: list[_Examiner] = []
        if warm:
            self._free.append(self._started())

    def at(self, folder: Callable[[str], Path]) -> "LocalJudge":
        """The same judge, its processes shared, for problems that lie elsewhere."""
        other = copy.copy(self)
        other._folder = folder
        return other

    def prepare(self, problems: Iterable[Problem]) -> None:
        """Prepare these problems in the background, so that nobody waits for it later, and then time their solutions.

        To be called once, if at all.
        """
        wanted, problems = (Wanted.PREPARE, Wanted.MEASURE), list(problems)
        requests = [self._request(each, problem, "") for each in wanted for problem in problems]
        with self._lock:
            self._preparing.append(Preparing(lambda: _Examiner((), self.cache, PATIENT), requests))

    def judge(
        self, problem: Problem, source: str, ahead: Ahead = nobody_asks, *, seed: int | None = None
    ) -> Iterator[CheckResult]:
        """One result per check, as they come."""
        of = 1
        try:
            for fields in self._replies(self._request(Wanted.JUDGE, problem, source, seed=seed), ahead):
                result = CheckResult.read(fields)
                of = result.of
                yield result
        except _Overcome:
            yield CheckResult("The answers can be read", Kind.LOAD, Verdict.RUNTIME_ERROR, why=OVERCOME, of=of)
        except _Fault as fault:
            yield CheckResult("The judge", Kind.LOAD, Verdict.JUDGE_ERROR, why=str(fault), of=1)

    def run(self, problem: Problem, source: str, trial: str) -> TrialResult:
        """The learner's own trial on their code and on the model solution."""
        try:
            (fields,) = self._replies(self._request(Wanted.RUN, problem, source, trial))
        except _Overcome:
            return TrialResult(trial, Verdict.RUNTIME_ERROR, why=OVERCOME)
        except _Fault as fault:
            return TrialResult(trial, Verdict.JUDGE_ERROR, why=str(fault))
        return TrialResult(**{**fields, "verdict": Verdict(fields["verdict"])})

    def picture(self, problem: Problem, source: str, trial: str = "", *, seed: int | None = None) -> str:
        """The problem's picture as SVG, or an empty string."""
        try:
            (fields,) = self._replies(self._request(Wanted.PICTURE, problem, source, trial, seed))
        except (_Fault, _Overcome):
            return ""
        return str(fields["svg"])

    def close(self) -> None:
        """End every process of the judge."""
        with self._lock:
            examiners, preparing = list(self._all), list(self._preparing)
            self._all.clear()
            self._free.clear()
        for work in preparing:
            work.close()
        for examiner in examiners:
            examiner.end()

    def _request(
        self, wanted: Wanted, problem: Problem, source: str, trial: str = "", seed: int | None = None
    ) -> Request:
        return Request.about(wanted, str(self._folder(problem.slug)), problem, source, trial, seed)

    def _lent(self) -> "_Examiner":
        """A free examiner that lives, or a new one."""
        while self._free:
            examiner = self._free.pop()
            if examiner.alive():
                return examiner
            self._all.remove(examiner)
        return self._started()

    def _started(self) -> "_Examiner":
        examiner = _Examiner(self._warm, self.cache)
        self._all.append(examiner)
        return examiner

    def _replies(self, request: Request, ahead: Ahead = nobody_asks) -> Iterator[dict[str, Any]]:
        """The results of one request. An examiner whose reader goes away early is ended, not trusted to be idle."""
        for work in self._preparing:  # before it takes a place, so that nobody else waits for that
            work.wait(request)
        with self._line.place(ahead):
            with self._lock:
                examiner = self._lent()
            done = False
            try:
                yield from examiner.ask(request)
                done = True
            except _Fault:
                done = True
                raise
            finally:
                with self._lock:
                    if done and examiner in self._all:
                        self._free.append(examiner)
                    elif examiner in self._all:
                        self._all.remove(examiner)
                if not done:
                    examiner.end()


class _Fault(Exception):
    """The examiner is well, but this problem cannot be judged here."""


class _Overcome(Exception):
    """The answers of the submission were so dear to read that the examiner was ended by its own alarm."""


class _Examiner:
    """One examiner process and the line to it."""

    def __init__(self, warm: Sequence[Profile], cache: Path | None, nice: int = 0) -> None:
        self._process, self._line = companion.start("sharpen.judge.examiner", str(cache or ""), str(nice), *warm)

    def ask(self, request: Request) -> Iterator[dict[str, Any]]:
        """Send a request and yield its results."""
        try:
            self._line.send(pack_question(request.fields()))
            while True:
                header, _ = self._line.receive()
                word, *rest = msgpack.unpackb(header)
                if word == "done":
                    return
                if word == "broken":
                    raise JudgeBroken(rest[0])
                if word == "error":
                    raise _Fault(rest[0])
                yield rest[0]
        except (EOFError, OSError, ValueError) as problem:  # unreadable, or a line that `close` has closed
            if isinstance(problem, EOFError) and self._process.wait() == -signal.SIGVTALRM:
                raise _Overcome from None
            raise JudgeBroken(f"the judge died while judging ({problem})") from None

    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process.poll() is None

    def end(self) -> None:
        """End the process; its zygotes and their children die with it."""
        companion.end(self._process)
        self._line.close()
