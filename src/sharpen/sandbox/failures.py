"""How a child fails: the error that it reports, and what its end says when it reports nothing any more."""

import signal
import sys
from importlib.util import find_spec
from typing import Any

from sharpen.checks.check import Failed
from sharpen.domain.problem import Limits, Profile, libraries
from sharpen.domain.verdict import Verdict
from sharpen.sandbox.nursery import Exit


class Interrupted(Exception):
    """The judging itself was disturbed: the child was ended by somebody else. It says nothing of the code."""


def over_cpu_time(limits: Limits) -> Failed:
    """The verdict on code that used more CPU time than it may."""
    return Failed(Verdict.TIME_LIMIT, f"it took more than {limits.cpu:g} s of CPU time", fatal=True)


def stopped_in(failure: Failed, line: int) -> Failed:
    """The verdict on code that met a limit, with the line in which it was then; 0: nobody knows."""
    if line:
        failure.line, failure.why = line, f"{failure.why} and was stopped in line {line}"
    return failure


def over_memory(limits: Limits) -> Failed:
    """The verdict on code that needed more memory than it may."""
    return Failed(Verdict.MEMORY_LIMIT, f"it needed more than {limits.memory} MiB of memory", fatal=True)


def reported(error: dict[Any, Any], limits: Limits, profile: Profile, lines: int) -> Failed:
    """The error that a child reports. Nothing in it need be what an honest child would say."""
    texts = {key: value for key, value in error.items() if isinstance(value, str)}
    why = texts.get("why") or "it raised an exception"
    kinds = error.get("kinds")
    kinds = [kind for kind in kinds if isinstance(kind, str)] if isinstance(kinds, tuple) else []
    line = error.get("line")
    where = line if isinstance(line, int) and 0 < line <= lines else 0
    verdict = Verdict.RUNTIME_ERROR
    if "out of memory" in kinds:
        return stopped_in(over_memory(limits), where)
    if "refused" in kinds or why == "RuntimeError: can't start new thread":
        verdict, why = Verdict.FORBIDDEN_CALL, f"the sandbox refuses this: {why}"
    elif "module" in texts:
        why += f". {_instead(texts['module'].partition('.')[0], profile)}"
    elif error.get("no input") is True:
        why += ". There is no input to read here: all that a call is given are its arguments"
    elif isinstance(levels := error.get("levels"), int):
        why += f". It had called itself {levels:,} levels deep: either no call ends it, or input this deep needs a loop"
    return Failed(verdict, why, kinds=kinds, line=where, traceback=texts.get("traceback", ""))


def tampered() -> Failed:
    """The verdict on a child that says what an honest one never would."""
    return Failed(Verdict.RUNTIME_ERROR, "the answers were tampered with", fatal=True)


def _instead(module: str, profile: Profile) -> str:
    """What there is in place of a module that could not be imported."""
    if module.isidentifier() and module not in sys.stdlib_module_names and not _installed(module):
        return f"One file is judged, alone: put what it needs of `{module}` into it"
    if not module:
        return "One file is judged, alone: it has no package and no neighbors"
    return f"This problem is judged with {libraries(profile.packages)}"


def _installed(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except (ImportError, ValueError):
        return False


def obituary(exit_: Exit, used: float, limits: Limits) -> Failed:
    """Why a child ended, as far as the kernel knows. Raises Interrupted when somebody else ended it."""
    number = exit_.signal
    if number == signal.SIGSYS:
        return Failed(Verdict.FORBIDDEN_CALL, "it made a system call that no answer needs, and was stopped", fatal=True)
    if number == signal.SIGXCPU or used >= limits.cpu:
        return over_cpu_time(limits)
    # Without a signal too: of many small objects nothing is left to say so with.
    if number in (0, signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS) and exit_.memory > 0.8 * limits.memory:
        return over_memory(limits)
    if number == signal.SIGKILL:
        raise Interrupted("the process was killed from outside")
    if number:
        name = signal.Signals(number).name
        hint = "; endless recursion is the usual cause" if number == signal.SIGSEGV else ""
        return Failed(Verdict.RUNTIME_ERROR, f"Python crashed ({name}){hint}", fatal=True)
    return Failed(Verdict.RUNTIME_ERROR, "it ended the process instead of returning", fatal=True)
