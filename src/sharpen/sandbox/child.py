"""What runs inside a child: load the submission, then answer one question at a time.

Everything here shares a process with hostile code and is trusted with nothing: it receives
inputs only, and what it sends back is a value, never a verdict.
"""

import copy
import io
import linecache
import pickle
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from time import thread_time
from types import FrameType, ModuleType
from typing import Any

from sharpen.checks.calls import EXHAUSTED, PLAIN, Call, Exhausted, taking
from sharpen.checks.garbage import collecting_later
from sharpen.checks.nodes import structured
from sharpen.domain.lines import lines
from sharpen.domain.problem import in_torch
from sharpen.sandbox import tensors, trial, warned
from sharpen.sandbox.channel import AT, WHERE, Channel
from sharpen.sandbox.codec import CodecError, pack_answer, pack_question, unpack_question
from sharpen.sandbox.forms import noted
from sharpen.sandbox.printed import Printed
from sharpen.sandbox.raised import SOURCE, TRIAL, explain, reported

OBJECTS: dict[str, Any] = {}
"""By class: the object that is held from one question to the next."""
LARGEST_STATE = 64 << 20
"""Bytes of the state of one that can be handed out."""


def serve(line: Channel, printed: Printed) -> None:
    """Answer questions until the other end closes. The first message is the source."""
    signal.signal(WHERE, lambda _number, frame: _say_where(line, frame))
    warned.install()
    source = _question(line)
    namespace: dict[str, Any] = {}
    _reply(line, printed, lambda: namespace.update(_asked(source)))
    while True:
        kind, *what = _question(line)
        work = partial(answer, namespace, kind) if kind in QUESTIONS else partial(_trial_elsewhere, line)
        _reply(line, printed, partial(work, *what))


def _say_where(line: Channel, frame: FrameType | None) -> None:
    """Say which line of the code is being run, if any is, wherever in it Python is interrupted."""
    while frame is not None and frame.f_code.co_filename != SOURCE:
        frame = frame.f_back
    if frame is not None:
        line.send(pack_answer([AT, frame.f_lineno, "", 0.0]))


def rehearse(printed: Printed) -> None:
    """Do once, while nobody waits, what every submission needs: a fork gets its own copy of a page at its first use."""
    numpy = sys.modules.get("numpy")
    namespace: dict[str, Any] = {}
    exec(compile("def rehearsal(x):\n    return [x + x]\n", "rehearsal.py", "exec", dont_inherit=True), namespace)
    value = numpy.ones(2) if numpy else 2.0
    _, header, *arrays = pack_question(["call", ["rehearsal", [value], {}, []]])
    _, *what = unpack_question(bytes(header), [bytearray(array) for array in arrays])
    pack_answer(["ok", _call(namespace, *what), printed.take(), thread_time()])
    if "torch" in sys.modules:
        tensors.rehearse()


def _question(line: Channel) -> Any:
    return unpack_question(*line.receive())


def load(source: str) -> dict[str, Any]:
    """Run the submission as a module named `solution` and return its namespace."""
    _remember(SOURCE, source)
    module = ModuleType("solution")
    module.__file__ = SOURCE
    sys.modules["solution"] = module
    exec(compile(source, SOURCE, "exec", dont_inherit=True), module.__dict__)
    return module.__dict__


def _asked(source: str) -> dict[str, Any]:
    """A submission as questions see it: in PyTorch its functions are handed tensors, except by one another."""
    namespace = load(source)
    return namespace | tensors.taking_tensors(namespace) if in_torch(source) else namespace


def _remember(name: str, source: str) -> None:
    """Have its lines at hand for tracebacks."""
    linecache.cache[name] = (len(source), None, [f"{line}\n" for line in lines(source)], name)


def answer(namespace: dict[str, Any], kind: str, *what: Any) -> Any:
    """Carry out one question; `kind` is a key of QUESTIONS."""
    return QUESTIONS[kind](namespace, *what)


def _names(namespace: dict[str, Any], entry: list[str]) -> list[str]:
    return [name for name in entry if callable(namespace.get(name))]


def _call(namespace: dict[str, Any], fields: list[Any]) -> Any:
    return _answered(_made(fields), namespace)


def _made(fields: list[Any]) -> Call:
    with collecting_later():
        return Call.read(fields).made()


def _repeat(namespace: dict[str, Any], fields: list[Any], times: int) -> list[Any]:
    return [_answered_or_exhausted(call, namespace) for call in Call.read(fields).repeated(times)]


def _after(namespace: dict[str, Any], fields: list[Any]) -> list[Any]:
    call = _made(fields).nodes_built(namespace)
    return [_answered(call, namespace), *(structured(arg, namespace, []) for arg in call.args)]


def _each(namespace: dict[str, Any], fields: list[Any]) -> list[Any]:
    """The answers up to the first call that raises; what it raises is asked for alone."""
    answers: list[Any] = []
    for call in Call.read(fields).several():
        try:
            answers.append(_answered(call.made(), namespace))
        except BaseException:
            break
    return answers


def _steps(namespace: dict[str, Any], fields: list[Any]) -> list[Any]:
    call = _made(fields)
    take = taking(call.entry, replace(call, then=()).on(namespace), namespace)
    return [_step(take, name, args) for name, args in call.then]


def _step(take: Callable[[str, tuple[Any, ...]], Any], name: str, args: tuple[Any, ...]) -> list[Any]:
    """What a step returned, as it is now and not after the steps to come, or what it raised."""
    try:
        return ["returned", copy.deepcopy(_whole(take(name, args)))]
    except BaseException as problem:
        return ["raised", explain(problem)]


def _answered_or_exhausted(call: Call, namespace: dict[str, Any]) -> Any:
    try:
        return _answered(call, namespace)
    except Exhausted:
        return EXHAUSTED


def _answered(call: Call, namespace: dict[str, Any]) -> Any:
    answer = call.on(namespace)
    return [one if type(one) in PLAIN else _whole(one) for one in answer] if call.then else _whole(answer)


def _whole(answer: Any) -> Any:
    """An answer; one that comes bit by bit is run to its end, so that what it prints or raises is the code's own."""
    return list(answer) if isinstance(answer, Iterator) else answer


def _held(namespace: dict[str, Any], entry: str, method: str, args: list[Any]) -> Any:
    """What a method of the one object of a class answers; it lasts as long as the child, and counts as None."""
    made = _object(namespace, entry)
    answer = getattr(made, method)(*args)
    return None if answer is made else _whole(answer)


def _object(namespace: dict[str, Any], entry: str) -> Any:
    if entry not in OBJECTS:
        OBJECTS[entry] = namespace[entry]()
    return OBJECTS[entry]


def _methods(namespace: dict[str, Any], entry: str) -> list[str]:
    made = _object(namespace, entry)
    return [name for name in dir(made) if not name.startswith("_") and callable(getattr(made, name))]


def _nothing(_namespace: dict[str, Any], _args: list[Any]) -> None:
    """What asking costs by itself."""


class _Bounded(io.BytesIO):
    """A file that takes so many bytes at most."""

    def write(self, part: Any) -> int:
        if self.tell() + memoryview(part).nbytes > LARGEST_STATE:
            raise ValueError(f"its state has more than {LARGEST_STATE >> 20} MiB")
        return super().write(part)


def _frozen(namespace: dict[str, Any], entry: str) -> Any:
    """The state of the one object of a class, as an array of bytes, whose length no header limits."""
    import numpy

    kept = _Bounded()
    pickle.Pickler(kept, protocol=5).dump(_object(namespace, entry))
    return numpy.frombuffer(kept.getbuffer(), numpy.uint8)


def _thawed(_namespace: dict[str, Any], entry: str, state: Any) -> None:
    OBJECTS[entry] = pickle.loads(state)  # from a child as confined as this one


def _trial(namespace: dict[str, Any], text: str) -> Any:
    _remember(TRIAL, text)
    return _whole(trial.run(namespace, text))


def _trial_elsewhere(line: Channel, text: str, functions: list[str], classes: list[str]) -> list[Any]:
    """Run a trial whose calls somebody else carries out: each is an answer, and the next question says what came."""

    def elsewhere(call: list[Any]) -> Any:
        line.send(pack_answer(["ok", [trial.CALLS, call], "", 0.0]))
        word, value = _question(line)
        if word != "returned":
            raise RuntimeError(value)
        return value

    _remember(TRIAL, text)
    return [trial.ENDS, _whole(trial.run_elsewhere(text, functions, classes, elsewhere))]


QUESTIONS: dict[str, Callable[..., Any]] = {
    "names": _names,
    "call": _call,
    "repeat": _repeat,
    "after": _after,
    "each": _each,
    "steps": _steps,
    "held": _held,
    "methods": _methods,
    "nothing": _nothing,
    "frozen": _frozen,
    "thawed": _thawed,
    "trial": _trial,
}


def _reply(line: Channel, printed: Printed, work: Callable[[], Any]) -> None:
    """Send the answer to a question, what was printed, and how many CPU seconds it took by our own account.

    By the thread's clock: with a limit on CPU time, Linux moves the process's own clock on at its ticks only.
    """
    before = thread_time()
    try:
        value = work()
        parts = pack_answer(["ok", value, printed.take(), thread_time() - before, noted(value)])
    except CodecError as problem:
        error = reported("TypeError", ["TypeError"], f"the answer cannot be read: {problem}", 0, "")
        parts = pack_answer(["error", error, printed.take(), thread_time() - before])
    except BaseException as problem:
        parts = pack_answer(["error", explain(problem), printed.take(), thread_time() - before])
    line.send(parts)
