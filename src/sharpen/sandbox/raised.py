"""Exceptions of a submission in the learner's terms: their own line, and the traceback through their code alone."""

import builtins
import dis
import errno
import sys
import traceback
from types import TracebackType
from typing import Any

from sharpen.checks.calls import Ended

SOURCE, TRIAL = "solution.py", "your trial"

_OWN = {
    id(thing): [base.__name__ for base in thing.__mro__]
    for thing in vars(builtins).values()
    if isinstance(thing, type) and issubclass(thing, BaseException)
}
"""The names of Python's own exceptions and of their bases, by identity: a submission can call its class anything."""
REFUSALS = (errno.EPERM, errno.EACCES)
_RAISE = dis.opmap["RAISE_VARARGS"]


def explain(problem: BaseException) -> dict[str, Any]:
    """What the examiner is told of an exception: its words, its kinds, the learner's own line and their traceback."""
    try:
        return _explained(problem)
    except BaseException:  # its class, too, is the submission's own
        return reported("Exception", ["Exception"], "it raised an exception that cannot be shown", 0, "")


def kinds_of(problem: BaseException) -> list[str]:
    """The first of Python's own exceptions among its classes, and what that descends from."""
    return next((_OWN[id(kind)] for kind in type.mro(type(problem)) if id(kind) in _OWN), ["BaseException"])


def _explained(problem: BaseException) -> dict[str, Any]:
    kinds, name = list(kinds_of(problem)), type(problem).__name__
    by_hand = _raised_by_hand(problem.__traceback__)
    if isinstance(problem, OSError) and problem.errno in REFUSALS and (not by_hand or _last_error() == problem.errno):
        kinds.append("refused")  # whatever class the module dressed it in
    if kinds[0] == "MemoryError" and not by_hand:
        return reported(name, [*kinds, "out of memory"], "it ran out of memory", _own_line(problem.__traceback__), "")
    if isinstance(problem, SyntaxError) and problem.filename in (SOURCE, TRIAL):
        text = f"{name}: {problem.msg} (line {problem.lineno})"
        line = problem.lineno or 0 if problem.filename == SOURCE else 0
        return reported(name, kinds, text, line, "")
    frames = [f for f in traceback.extract_tb(problem.__traceback__) if f.filename in (SOURCE, TRIAL)]
    own = [frame.lineno or 0 for frame in frames if frame.filename == SOURCE]
    try:
        words = str(problem)
    except Exception:
        words = "(its message cannot be shown)"
    words = ": ".join(filter(None, (words, _exhausted(problem))))
    text = f"{name}: {words}" if words else name
    shown = "".join(traceback.format_list(frames[:3] + frames[-5:] if len(frames) > 8 else frames))
    told = reported(name, kinds, text[:2000], own[-1] if own else 0, shown[:4000])
    if not by_hand and isinstance(problem, ImportError):
        told["module"] = encodable(problem.name or "")
    if not by_hand and kinds[0] == "EOFError":
        told["no input"] = True
    if not by_hand and kinds[0] == "RecursionError":
        told["levels"] = len(frames)
    return told


def _exhausted(problem: BaseException) -> str:
    """What had no more values when `next` was called, where that ended a call; in a generator it is a RuntimeError."""
    inner = problem.__cause__ if type(problem) is RuntimeError else problem
    if type(inner) is not StopIteration or _raised_by_hand(inner.__traceback__):
        return ""
    if type(inner.value) is Ended:
        return str(inner.value) if inner is not problem else ""  # it is what the exception itself says
    return "`next` was called on an iterator that had no more values"


def _raised_by_hand(trace: TracebackType | None) -> bool:
    """Whether a `raise` of the submission's own made it, and nothing that was refused to it."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None or trace.tb_frame.f_code.co_filename not in (SOURCE, TRIAL):
        return False
    return trace.tb_frame.f_code.co_code[trace.tb_lasti] == _RAISE


def _own_line(trace: TracebackType | None) -> int:
    """The innermost line of the submission's own, found without taking memory that may not be there; 0 if none is."""
    line = 0
    while trace is not None:
        line = trace.tb_lineno if trace.tb_frame.f_code.co_filename == SOURCE else line
        trace = trace.tb_next
    return line


def _last_error() -> int:
    """The error of the last system call that was made by hand, through ctypes."""
    ctypes = sys.modules.get("ctypes")
    return ctypes.get_errno() if ctypes else 0


def reported(name: str, kinds: list[str], why: str, line: int, shown: str) -> dict[str, Any]:
    """An error as the examiner reads it."""
    return {
        "name": encodable(name),
        "kinds": kinds,
        "why": encodable(why),
        "line": line,
        "traceback": encodable(shown),
    }


def encodable(text: str) -> str:
    """The text with lone surrogates written as escapes."""
    return text.encode("utf-8", "backslashreplace").decode()
