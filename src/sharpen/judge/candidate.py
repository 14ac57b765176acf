"""The candidate: what a check may ask of the code under judgement, answered by its lane's child."""

import contextlib
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Any

from sharpen.checks.calls import Call
from sharpen.checks.check import Failed
from sharpen.judge.check_lanes import Lane
from sharpen.judge.prepared import Prepared
from sharpen.judge.questions import after, calling, each, repeating, steps
from sharpen.sandbox.codec import Parts
from sharpen.sandbox.failures import tampered
from sharpen.sandbox.submission import Asked, Submission

Fresh = Callable[[], AbstractContextManager[Submission]]
"""Starts a child that has loaded the code and is asked one question at a time."""


class Candidate:
    """The code under judgement as one check sees it; implements `sharpen.checks.Candidate`.

    Questions that were asked ahead are met in their order; any other is asked now. `fresh` starts another child
    with the code, `model` one with the model solution.
    """

    def __init__(self, lane: Lane, prepared: Prepared, fresh: Fresh, model: Fresh) -> None:
        self._lane, self._prepared, self._fresh, self._model = lane, prepared, fresh, model
        self.asked: deque[Asked] = deque()
        """The questions asked ahead."""
        self.used = 0.0
        """CPU seconds of the answers taken."""
        self.printed = ""
        """What the code printed during the last question."""
        self.timings: list[tuple[Call, float]] = []
        """Calls whose time was measured, with their CPU seconds."""

    def answer(self, call: Call) -> Any:
        """What the call returns."""
        return self._value(self._met(calling(call)))

    def answers(self, call: Call, times: int) -> list[Any]:
        """What the call returns, `times` over."""
        return list(self._several(self._met(repeating(call, times)), times))

    def after(self, call: Call) -> tuple[Any, tuple[Any, ...]]:
        """What the call returns, and the arguments as it left them."""
        got, *left = self._several(self._met(after(call)), 1 + len(call.args))
        return got, tuple(left)

    def parameters(self, call: Call) -> Sequence[str]:
        """The names of its positional arguments, by the signature of the model solution."""
        return self._prepared.parameters(call.entry)

    def answer_names(self, call: Call) -> list[str]:
        """What the parts of the answer are called by the model solution."""
        return self._prepared.answer_names(call.entry)

    def timed(self, call: Call, *, again: bool = False) -> tuple[Any, float]:
        """What the call returns, and its CPU seconds; `again`, in a process that has not seen it before."""
        if again:
            value, seconds = _timed(self._fresh, call)
        else:
            asked = self._met(calling(call))
            value, seconds = self._value(asked), asked.cpu
        self.timings.append((call, seconds))
        return value, seconds

    def model_timed(self, call: Call) -> float:
        """CPU seconds of the call in the model solution, in a process of its own."""
        _, seconds = _timed(self._model, call)
        self._prepared.remember(call, seconds)
        return seconds

    def model_best(self, call: Call) -> float:
        """The fewest CPU seconds the call ever took in the model solution here; 0 when it was not timed."""
        return self._prepared.best(call)

    def peak(self, call: Call) -> tuple[Any, float]:
        """What the call returns, and the most MiB the process ever had beyond what it had before the code was there."""
        asked = self._met(calling(call))
        value = self._value(asked)
        (before, _), (_, peak) = self._lane.submission.birth.memory, asked.memory
        return value, max(0.0, peak - before)

    def each(self, call: Call) -> Sequence[Any]:
        """What the entry returns for each list of arguments in the call's only one, up to the first that fails."""
        try:
            got = self._value(self._met(each(call)))
        except Failed as failure:
            failure.call = self._culprit(call)
            raise
        if not isinstance(got, tuple) or len(got) > len(call.args[0]):
            raise tampered()
        return got

    def steps(self, call: Call) -> Sequence[Any]:
        """What each of the call's methods returned, or the Failed that it raised."""
        outcomes = self._several(self._met(steps(call)), len(call.then))
        return [self._lane.submission.outcome(outcome) for outcome in outcomes]

    def _culprit(self, call: Call) -> Call:
        """Which of the calls ends the process or takes all the time, as another child finds out, or the first."""
        calls = call.several()
        with contextlib.suppress(Failed), self._fresh() as submission:
            while calls:
                submission.value(submission.ask(calling(calls[0])))
                del calls[0]
        return calls[0] if calls else call.several()[0]

    def _met(self, question: Parts) -> Asked:
        """The question if it was asked ahead, else asked now; those passed over are not needed any more."""
        submission = self._lane.submission
        while self.asked:
            asked = self.asked.popleft()
            if asked.question is question or asked.question == question:
                return asked
            submission.forget(asked)
        return submission.ask(question)

    def _value(self, asked: Asked) -> Any:
        submission = self._lane.submission
        try:
            return submission.value(asked)
        finally:
            self.used += asked.cpu
            self._lane.spent += asked.cpu
            self.printed = submission.printed

    def _several(self, asked: Asked, count: int) -> tuple[Any, ...]:
        return _tuple(self._value(asked), count)


class Solitary(Candidate):
    """The same code, every call of which is the first that its child is asked."""

    def __init__(self, other: Candidate) -> None:
        super().__init__(other._lane, other._prepared, other._fresh, other._model)

    def answer(self, call: Call) -> Any:
        with self._fresh() as submission:
            return submission.value(submission.ask(calling(call)))

    def after(self, call: Call) -> tuple[Any, tuple[Any, ...]]:
        with self._fresh() as submission:
            got, *left = _tuple(submission.value(submission.ask(after(call))), 1 + len(call.args))
            return got, tuple(left)


def _tuple(got: Any, count: int) -> tuple[Any, ...]:
    if not isinstance(got, tuple) or len(got) != count:
        raise tampered()
    return got


def _timed(start: Fresh, call: Call) -> tuple[Any, float]:
    with start() as submission:
        asked = submission.ask(calling(call))
        return submission.value(asked), asked.cpu
