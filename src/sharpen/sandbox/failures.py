"""How a child fails: the error that it reports, and what its end says when it reports nothing any more."""

import signal
from typing import Any

from sharpen.checks.check import Failed
from sharpen.domain.problem import Limits
from sharpen.domain.verdict import Verdict
from sharpen.sandbox.limits import Interrupted, over_cpu_time, over_memory
from sharpen.sandbox.nursery import Exit


def reported(error: dict[Any, Any], limits: Limits, lines: int) -> Failed:
    """The error that a child reports. Nothing in it need be what an honest child would say."""
    texts = {key: value for key, value in error.items() if isinstance(value, str)}
    why = texts.get("why") or "it raised an exception"
    kinds = error.get("kinds")
    kinds = [kind for kind in kinds if isinstance(kind, str)] if isinstance(kinds, tuple) else []
    line = error.get("line")
    verdict = Verdict.RUNTIME_ERROR
    if texts.get("name") == "MemoryError":
        return over_memory(limits)
    if "PermissionError" in kinds or why == "RuntimeError: can't start new thread":
        verdict, why = Verdict.FORBIDDEN_CALL, f"the sandbox refuses this: {why}"
    where = line if isinstance(line, int) and 0 < line <= lines else 0
    return Failed(verdict, why, kinds=kinds, line=where, traceback=texts.get("traceback", ""))


def obituary(exit_: Exit, used: float, limits: Limits) -> Failed:
    """Why a child ended, as far as the kernel knows. Raises Interrupted when somebody else ended it."""
    number = exit_.signal
    if number == signal.SIGSYS:
        return Failed(Verdict.FORBIDDEN_CALL, "it made a system call that no answer needs, and was stopped", fatal=True)
    if number == signal.SIGXCPU or used >= limits.cpu:
        return over_cpu_time(limits)
    if number in (signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS) and exit_.memory > 0.8 * limits.memory:
        return over_memory(limits)
    if number == signal.SIGKILL:
        raise Interrupted("the process was killed from outside")
    if number:
        name = signal.Signals(number).name
        hint = "; endless recursion is the usual cause" if number == signal.SIGSEGV else ""
        return Failed(Verdict.RUNTIME_ERROR, f"Python crashed ({name}){hint}", fatal=True)
    return Failed(Verdict.RUNTIME_ERROR, "it ended the process instead of returning", fatal=True)
