"""A submission under judgement: asks the child one question at a time and watches what it uses."""

import signal
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from typing import Any

from sharpen.checks import Call, Failed
from sharpen.domain.problem import Limits
from sharpen.domain.verdict import Verdict
from sharpen.sandbox import usage
from sharpen.sandbox.codec import CodecError, Parts, TooLarge, pack_question, unpack_answer
from sharpen.sandbox.nursery import Child, Exit, Nursery

GRACE = 10
"""How many times the wall limit a starved process may take in all, before we give up on the machine."""


class Interrupted(Exception):
    """The judging itself was disturbed: the child was ended by somebody else. It says nothing of the code."""


class Submission:
    """One child with the candidate's code loaded; implements `sharpen.checks.Candidate`.

    CPU time, memory and waiting are read from the kernel. Time during which the child was ready
    to run and others had the processors is not held against it.
    """

    def __init__(self, nursery: Nursery, source: str, limits: Limits, *, model: str = "") -> None:
        self._nursery, self._source, self._limits, self._model = nursery, source, limits, model
        self._child: Child = nursery.child(limits)
        self._before = usage.cpu(self._child.pid), usage.starved(self._child.pid)
        self._wall = 0.0
        self.used = 0.0
        """CPU seconds of the last question."""
        self.printed = ""
        """What the candidate's code printed during the last question."""
        try:
            self._ask(source)
        except BaseException:
            self.close()
            raise

    def missing(self, entry: Sequence[str]) -> list[str]:
        """The entry points that the submission does not define."""
        found = self._ask(["names", list(entry)])
        return [name for name in entry if name not in found]

    def answer(self, call: Call) -> Any:
        """What the call returns."""
        return self._exchange(_packed(call))

    def answers(self, call: Call, times: int) -> list[Any]:
        """What the call returns, `times` over."""
        got = self._ask(["repeat", _fields(call), times])
        if not isinstance(got, tuple) or len(got) != times:
            raise Failed(Verdict.RUNTIME_ERROR, "the answers were tampered with", fatal=True)
        return list(got)

    def after(self, call: Call) -> tuple[Any, ...]:
        """The arguments as the call left them."""
        got = self._ask(["after", _fields(call)])
        if not isinstance(got, tuple) or len(got) != len(call.args):
            raise Failed(Verdict.RUNTIME_ERROR, "the answers were tampered with", fatal=True)
        return got

    def trial(self, trial: str) -> Any:
        """The value of the last expression of a trial the learner wrote."""
        return self._ask(["trial", trial])

    def trial_call(self, trial: str) -> Call:
        """The call that a trial ends with. Raises Failed when it ends with something else."""
        entry, args, kwargs = self._ask(["trial call", trial])
        return Call(entry, tuple(args), kwargs)

    def cpu(self, call: Call, *, again: bool = False) -> float:
        """CPU seconds of the call; `again`, in a process that has not seen it before."""
        if again:
            with closing(Submission(self._nursery, self._source, self._limits)) as fresh:
                return fresh.cpu(call)
        self.answer(call)
        return self.used

    def model_cpu(self, call: Call) -> float:
        """CPU seconds of the call in the model solution, in a process of its own."""
        with closing(Submission(self._nursery, self._model, replace(self._limits, cpu=60.0, wall=120.0))) as model:
            return model.cpu(call)

    def memory(self, call: Call) -> float:
        """Peak memory of the call in MiB, in a child of its own."""
        with closing(Submission(self._nursery, self._source, self._limits)) as fresh:
            try:
                before, _ = usage.memory(fresh._child.pid)
                fresh.answer(call)
                _, peak = usage.memory(fresh._child.pid)
            except ProcessLookupError:
                raise fresh._died() from None
            return max(0.0, peak - before)

    def close(self) -> None:
        """End the child."""
        self._child.line.close()
        self._child.end()

    def _ask(self, question: Any) -> Any:
        return self._exchange(pack_question(question))

    def _exchange(self, question: Parts) -> Any:
        """Send a question, wait within the limits, and unpack the answer. Raises Failed."""
        line, started, before = self._child.line, time.monotonic(), self._cpu()

        def patience() -> float:
            elapsed = time.monotonic() - started
            return self._left(self._wall + elapsed, elapsed)

        largest = self._limits.output << 20
        try:
            line.send(question, patience)
            message = line.receive(patience, largest)
            self.used = self._cpu() - before
            self._wall += time.monotonic() - started
            return self._read(unpack_answer(*message))
        except EOFError:
            raise self._died() from None
        except TooLarge as problem:
            raise Failed(Verdict.OUTPUT_LIMIT, str(problem), fatal=True) from None
        except CodecError as problem:
            raise Failed(Verdict.RUNTIME_ERROR, f"the answer is unreadable: {problem}", fatal=True) from None

    def _cpu(self) -> float:
        return usage.cpu(self._child.pid) - self._before[0]

    def _left(self, waited: float, elapsed: float) -> float:
        """Seconds the child may still be waited for. Raises Failed when there are none."""
        limits, cpu = self._limits, self._cpu()
        if cpu >= limits.cpu:
            raise Failed(Verdict.TIME_LIMIT, f"it used more than {limits.cpu:g} s of CPU time", fatal=True)
        charged = waited if waited < limits.wall else waited - (usage.starved(self._child.pid) - self._before[1])
        if charged >= limits.wall:
            why = f"it took more than {limits.wall:g} s, only {cpu:.1f} s of it at work; is it waiting for something?"
            raise Failed(Verdict.TIME_LIMIT, why, fatal=True)
        if elapsed >= GRACE * limits.wall:
            raise Interrupted("this machine is too busy to judge fairly")
        return min(limits.cpu - cpu, limits.wall - charged)

    def _read(self, answer: Any) -> Any:
        """The value of an answer; a told error becomes Failed. Both may be forged, and neither can accept."""
        match answer:
            case ("ok", value, str(printed)):
                self.printed = printed
                return value
            case ("error", dict(told), str(printed)):
                self.printed = printed
                raise _told(told, self._limits, self._source.count("\n") + 1)
            case ("unsafe", str(problem), str()):
                raise Interrupted(f"the sandbox could not be put on: {problem}")
        raise Failed(Verdict.RUNTIME_ERROR, "the answers were tampered with", fatal=True)

    def _died(self) -> Failed:
        """Why the child is gone, as far as the kernel knows."""
        by_itself = self._child.ended(0.5)
        exit_ = self._child.wait()
        used = exit_.cpu - self._before[0]
        self._child.end = lambda: None
        if not by_itself:
            return Failed(Verdict.RUNTIME_ERROR, "it closed its connection to the judge", fatal=True)
        return _obituary(exit_, used, self._limits)


def _packed(call: Call) -> Parts:
    """The question a call is; kept with the call, since a prepared one is asked of every submission."""
    kept = vars(call)
    if "packed" not in kept:
        kept["packed"] = pack_question(["call", _fields(call)])
    parts: Parts = kept["packed"]
    return parts


def _fields(call: Call) -> list[Any]:
    """A call as plain data; its arguments are not copied."""
    return [call.entry, call.args, dict(call.kwargs), call.then]


def _told(told: dict[Any, Any], limits: Limits, lines: int) -> Failed:
    """The error that a child tells of. Nothing in it need be what an honest child would say."""
    texts = {key: value for key, value in told.items() if isinstance(value, str)}
    why = texts.get("why") or "it raised an exception"
    kinds = told.get("kinds")
    kinds = [kind for kind in kinds if isinstance(kind, str)] if isinstance(kinds, tuple) else []
    line = told.get("line")
    verdict, fatal = Verdict.RUNTIME_ERROR, False
    if texts.get("name") == "MemoryError":
        verdict, why, fatal = Verdict.MEMORY_LIMIT, f"it needed more than {limits.memory} MiB", True
    elif "PermissionError" in kinds or why == "RuntimeError: can't start new thread":
        verdict, why = Verdict.FORBIDDEN_CALL, f"the sandbox refuses this: {why}"
    where = line if isinstance(line, int) and 0 < line <= lines else 0
    return Failed(verdict, why, kinds=kinds, line=where, traceback=texts.get("traceback", ""), fatal=fatal)


def _obituary(exit_: Exit, used: float, limits: Limits) -> Failed:
    number = exit_.signal
    if number == signal.SIGSYS:
        return Failed(Verdict.FORBIDDEN_CALL, "it made a system call that no answer needs, and was stopped", fatal=True)
    if number == signal.SIGXCPU or used >= limits.cpu:
        return Failed(Verdict.TIME_LIMIT, f"it used more than {limits.cpu:g} s of CPU time", fatal=True)
    if number in (signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS) and exit_.memory > 0.8 * limits.memory:
        return Failed(Verdict.MEMORY_LIMIT, f"it needed more than {limits.memory} MiB", fatal=True)
    if number == signal.SIGKILL:
        raise Interrupted("the process was killed from outside")
    if number:
        name = signal.Signals(number).name
        hint = "; endless recursion is the usual cause" if number == signal.SIGSEGV else ""
        return Failed(Verdict.RUNTIME_ERROR, f"Python crashed ({name}){hint}", fatal=True)
    return Failed(Verdict.RUNTIME_ERROR, "it ended the process instead of returning", fatal=True)
