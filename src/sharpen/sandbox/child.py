"""What runs inside a child: load the submission, then answer one question at a time.

Everything here shares a process with hostile code and is trusted with nothing: it receives
inputs only, and what it sends back is a value, never a verdict.
"""

import ast
import errno
import io
import linecache
import random
import sys
import traceback
from collections.abc import Callable, Iterator
from time import thread_time
from types import ModuleType
from typing import Any

from sharpen.checks.calls import Call, Given
from sharpen.sandbox.channel import Channel
from sharpen.sandbox.codec import CodecError, pack_answer, pack_question, unpack_question

SOURCE, TRIAL = "solution.py", "your trial"
MOST_PRINTED = 64 << 10


class Printed(io.TextIOBase):
    """Standard output, kept up to 64 KiB."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.room = MOST_PRINTED

    def write(self, text: str) -> int:
        """Keep what there is room for."""
        if self.room > 0:
            self.parts.append(text[: self.room])
        self.room -= len(text)
        return len(text)

    def writable(self) -> bool:
        return True

    def take(self) -> str:
        """What was printed since the last call."""
        text = "".join(self.parts) + ("\n… (cut at 64 KiB)" if self.room < 0 else "")
        self.parts, self.room = [], MOST_PRINTED
        return _encodable(text)


def serve(line: Channel) -> None:
    """Answer questions until the other end closes. The first message is the source."""
    printed = Printed()
    sys.stdout = sys.stderr = printed
    source = _question(line)
    namespace: dict[str, Any] = {}
    _reply(line, printed, lambda: namespace.update(load(source)))
    while True:
        question = _question(line)
        _reply(line, printed, lambda question=question: answer(namespace, *question))  # type: ignore[misc]


def rehearse() -> None:
    """Do once, while nobody waits, what every submission needs: a fork gets its own copy of a page at its first use."""
    numpy = sys.modules.get("numpy")
    namespace: dict[str, Any] = {}
    exec(compile("def rehearsal(x):\n    return [x + x]\n", "rehearsal.py", "exec", dont_inherit=True), namespace)
    value = numpy.ones(2) if numpy else 2.0
    _, header, *arrays = pack_question(["call", ["rehearsal", [value], {}, []]])
    _, *what = unpack_question(bytes(header), [bytearray(array) for array in arrays])
    pack_answer(["ok", _call(namespace, *what), "", thread_time()])


def _question(line: Channel) -> Any:
    return unpack_question(*line.receive())


def load(source: str) -> dict[str, Any]:
    """Run the submission as a module named `solution` and return its namespace."""
    linecache.cache[SOURCE] = (len(source), None, source.splitlines(keepends=True), SOURCE)
    module = ModuleType("solution")
    module.__file__ = SOURCE
    sys.modules["solution"] = module
    exec(compile(source, SOURCE, "exec", dont_inherit=True), module.__dict__)
    return module.__dict__


def answer(namespace: dict[str, Any], kind: str, *what: Any) -> Any:
    """Carry out one question; `kind` is a key of QUESTIONS."""
    return QUESTIONS[kind](namespace, *what)


def _names(namespace: dict[str, Any], entry: list[str]) -> list[str]:
    return [name for name in entry if callable(namespace.get(name))]


def _call(namespace: dict[str, Any], fields: list[Any]) -> Any:
    return _answered(Call.read(fields).made(), namespace)


def _repeat(namespace: dict[str, Any], fields: list[Any], times: int) -> list[Any]:
    call = Call.read(fields)
    return [_answered(call.made(turn), namespace) for turn in range(times)]


def _after(namespace: dict[str, Any], fields: list[Any]) -> list[Any]:
    call = Call.read(fields).made()
    _answered(call, namespace)
    return list(call.args)


def _answered(call: Call, namespace: dict[str, Any]) -> Any:
    answer = call.on(namespace)
    return [_whole(one) for one in answer] if call.then else _whole(answer)


def _whole(answer: Any) -> Any:
    """An answer; one that comes bit by bit is run to its end, so that what it prints or raises is the code's own."""
    return list(answer) if isinstance(answer, Iterator) else answer


def _trial(namespace: dict[str, Any], trial: str) -> Any:
    """Run the learner's own lines; the value of the last expression is the output."""
    scope, last = _trial_scope(namespace, trial)
    return _whole(_evaluate(last, scope))


def _trial_call(namespace: dict[str, Any], trial: str) -> list[Any]:
    """The entry, positional and keyword arguments of the call a trial ends with."""
    scope, last = _trial_scope(namespace, trial)
    if not (isinstance(last, ast.Call) and isinstance(last.func, ast.Name)):
        raise ValueError("the trial does not end with a plain call")
    args = [_evaluate(arg, scope) for arg in last.args]
    kwargs = {word.arg: _evaluate(word.value, scope) for word in last.keywords}
    return [last.func.id, args, kwargs]


def _trial_scope(namespace: dict[str, Any], trial: str) -> tuple[dict[str, Any], ast.expr]:
    """The names after all lines but the last expression, and that expression."""
    linecache.cache[TRIAL] = (len(trial), None, trial.splitlines(keepends=True), TRIAL)
    tree = ast.parse(trial, TRIAL)
    last = tree.body.pop() if tree.body else None
    if not isinstance(last, ast.Expr):
        raise ValueError("the last line of a trial must be an expression, such as a call of your function")
    scope = {**TRIAL_NAMES, "np": sys.modules.get("numpy"), **namespace}
    exec(compile(tree, TRIAL, "exec", dont_inherit=True), scope)
    return scope, last.value


def _evaluate(expression: ast.expr, scope: dict[str, Any]) -> Any:
    return eval(compile(ast.Expression(expression), TRIAL, "eval", dont_inherit=True), scope)


QUESTIONS: dict[str, Callable[..., Any]] = {
    "names": _names,
    "call": _call,
    "repeat": _repeat,
    "after": _after,
    "trial": _trial,
    "trial call": _trial_call,
}

TRIAL_NAMES = {
    "random": random,
    "die": lambda sides, seed=0: Given("die", (sides, seed)).made(),
    "uniforms": lambda seed=0: Given("uniforms", (seed,)).made(),
}
"""Names that a trial may use besides the submission's own."""


def _reply(line: Channel, printed: Printed, work: Callable[[], Any]) -> None:
    """Send the answer to a question, what was printed, and how many CPU seconds it took by our own account.

    By the thread's clock: with a limit on CPU time, Linux moves the process's own clock on at its ticks only.
    """
    before = thread_time()
    try:
        parts = pack_answer(["ok", work(), printed.take(), thread_time() - before])
    except CodecError as problem:
        error = _reported("TypeError", ["TypeError"], f"the answer cannot be read: {problem}", 0, "")
        parts = pack_answer(["error", error, printed.take(), thread_time() - before])
    except BaseException as problem:
        parts = pack_answer(["error", explain(problem), printed.take(), thread_time() - before])
    line.send(parts)


def explain(problem: BaseException) -> dict[str, Any]:
    """An exception in the learner's terms: their own line, and the traceback through their code alone."""
    try:
        return _explained(problem)
    except BaseException:  # its class, too, is the submission's own
        return _reported("Exception", ["Exception"], "it raised an exception that cannot be shown", 0, "")


def _explained(problem: BaseException) -> dict[str, Any]:
    kinds = [kind.__name__ for kind in type(problem).__mro__]
    if isinstance(problem, OSError) and problem.errno in (errno.EPERM, errno.EACCES):
        kinds.append("PermissionError")  # whatever class the module dressed it in
    if isinstance(problem, MemoryError):
        return _reported("MemoryError", kinds, "it ran out of memory", 0, "")
    if isinstance(problem, SyntaxError) and problem.filename in (SOURCE, TRIAL):
        text = f"{type(problem).__name__}: {problem.msg} (line {problem.lineno})"
        line = problem.lineno or 0 if problem.filename == SOURCE else 0
        return _reported(type(problem).__name__, kinds, text, line, "")
    frames = [f for f in traceback.extract_tb(problem.__traceback__) if f.filename in (SOURCE, TRIAL)]
    own = [frame.lineno or 0 for frame in frames if frame.filename == SOURCE]
    try:
        words = str(problem)
    except Exception:
        words = "(its message cannot be shown)"
    text = f"{type(problem).__name__}: {words}" if words else type(problem).__name__
    shown = "".join(traceback.format_list(frames[:3] + frames[-5:] if len(frames) > 8 else frames))
    return _reported(type(problem).__name__, kinds, text[:2000], own[-1] if own else 0, shown[:4000])


def _reported(name: str, kinds: list[str], why: str, line: int, shown: str) -> dict[str, Any]:
    return {"name": name, "kinds": kinds, "why": _encodable(why), "line": line, "traceback": _encodable(shown)}


def _encodable(text: str) -> str:
    """The text with lone surrogates written as escapes."""
    return text.encode("utf-8", "backslashreplace").decode()
