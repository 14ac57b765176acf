"""A submission: untrusted code loaded in a child, which is asked questions and watched while it answers.

Questions are asked ahead of the need for their answers: a child works on the next while whoever asked
looks at the one before. CPU time, memory and waiting are read from the kernel. Time during which the
child was ready to run and others had the processors is not held against it.
"""

import math
import select
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from typing import Any

from sharpen.checks.check import Failed
from sharpen.domain.problem import Limits
from sharpen.domain.verdict import Verdict
from sharpen.sandbox import usage
from sharpen.sandbox.channel import AT, CONFINED, Message
from sharpen.sandbox.codec import CodecError, Parts, TooLarge, pack_question, unpack_answer
from sharpen.sandbox.failures import Interrupted, obituary, reported, stopped_in, tampered
from sharpen.sandbox.forms import restored
from sharpen.sandbox.limits import MOST_HELD
from sharpen.sandbox.nursery import Child, Nursery
from sharpen.sandbox.waiting import Watch, seconds_left

PATIENCE = 0.2
"""Seconds in which code that took too long may still say where it is."""
SHORT = 1 << 10
"""Bytes of a message that can say so."""


@dataclass(eq=False)
class Asked:
    """A question on its way, and what is known of its answer: the message as it came, or why there is none.

    `cpu` is CPU seconds: by the kernel's account where the submission is measured, else by the child's own, which is
    good enough to be shown. `memory` is resident MiB when it came: then, and at the peak. `waited` is seconds in which
    a measured child neither ran nor was ready to run, such as asleep; 0 where the kernel does not count that.
    """

    question: Parts
    message: Message | None = None
    failure: Failed | None = None
    cpu: float = 0.0
    waited: float = 0.0
    memory: tuple[float, float] = (0.0, 0.0)
    forgotten: bool = False

    @property
    def done(self) -> bool:
        """Whether there is nothing left to wait for."""
        return self.message is not None or self.failure is not None


class Submission:
    """One child with the candidate's code loaded.

    `names` are those that it will be asked to define. With `measured` it is asked one question at a time, so that
    the CPU time and the memory of each are its own. `spent` is CPU seconds that an earlier child has used of the
    same limits; loading again is free then.
    """

    def __init__(
        self,
        nursery: Nursery,
        source: str,
        limits: Limits,
        watch: Watch,
        names: Sequence[str] = (),
        *,
        measured: bool = False,
        spent: float = 0.0,
    ) -> None:
        self._source, self._limits, self._watch, self._measured = source, limits, watch, measured
        self._profile = nursery.profile
        self._child: Child = nursery.child(limits)
        self._before = self._last = usage.cpu(self._child.pid)
        self._allowed, self._again = limits.cpu - spent, spent > 0
        self._waited = 0.0
        self._sent: tuple[float, float | None] = (0.0, None)
        """When the last question of a measured child was sent, and how busy it was until then."""
        self._unsent: deque[Asked] = deque()
        self._awaited: deque[Asked] = deque()
        self._held = 0
        self._urgent = False
        self._gone = False
        self._ended: Failed | None = None
        self.printed = ""
        """What the code printed during the last question whose answer was taken."""
        self.birth = Asked([])
        """Its word that it is confined, given before any of the code is there."""
        self._awaited.append(self.birth)
        self.loading = self.ask(pack_question(source))
        self._names = names
        self._naming = self.ask(pack_question(["names", list(names)])) if names else None
        watch.add(self)

    def ask(self, question: Parts) -> Asked:
        """Ask a question; its answer is taken later, by `value`. A child that has ended gives none, and says why."""
        asked = Asked(question, failure=self._ended)
        if not asked.done:
            self._unsent.append(asked)
        return asked

    def ahead(self, questions: Iterable[Parts]) -> deque[Asked]:
        """Ask several questions, in this order."""
        return deque([self.ask(question) for question in questions])

    def value(self, asked: Asked) -> Any:
        """The value of an answer, waited for within the limits. Raises Failed."""
        if not asked.done:
            self._urgent = True
            self._watch.until(asked)
            self._urgent = False
        if asked.failure is not None:
            raise asked.failure
        assert asked.message is not None
        self._held -= _size(asked.message)
        try:
            answer = unpack_answer(*asked.message)
        except CodecError as problem:
            raise Failed(Verdict.RUNTIME_ERROR, f"the answer is unreadable: {problem}", fatal=True) from None
        return self._read(asked, answer)

    def outcome(self, told: Any) -> Any:
        """What one step of an answer returned, or the Failed that it raised. Raises Failed."""
        match told:
            case ("returned", value):
                return value
            case ("raised", error):
                return self._failure(error)
            case _:
                raise tampered()

    def forget(self, asked: Asked) -> None:
        """Take no interest in an answer any more."""
        if asked.message is not None and not asked.forgotten:
            self._held -= _size(asked.message)
        asked.forgotten = True

    def answer(self, question: Any) -> Any:
        """Ask and wait for the answer."""
        return self.value(self.ask(pack_question(question)))

    def missing(self) -> list[str]:
        """Those of its names that the code does not define. Raises Failed when it does not load."""
        self.value(self.loading)
        found = self.value(self._naming) if self._naming else ()
        if not isinstance(found, tuple) or not all(isinstance(name, str) for name in found):
            raise tampered()
        return [name for name in self._names if name not in found]

    def allow(self, cpu: float) -> None:
        """From here on it may use so many CPU seconds, and be waited for anew; what it was born with still holds."""
        self._limits = replace(self._limits, cpu=cpu)
        self._before, self._allowed, self._waited = usage.cpu(self._child.pid), cpu, 0.0

    def close(self) -> None:
        """End the child."""
        self._watch.remove(self)
        self._child.line.close()
        if not self._gone:
            self._child.end()
        self._gone = True

    @property
    def used(self) -> float:
        """CPU seconds that the child has used, by the kernel's account."""
        return usage.cpu(self._child.pid) - self._before

    # What the watch asks of it.

    @property
    def line(self) -> int:
        """The descriptor to wait at."""
        return self._child.line.line.fileno()

    @property
    def awaited(self) -> bool:
        """Whether an answer is to come."""
        return bool(self._awaited or self._unsent) and not self._gone

    @property
    def events(self) -> int:
        """What to wait for there."""
        reading = select.POLLIN if self._urgent or self._held < MOST_HELD else 0
        return reading | (select.POLLOUT if self._child.line.unsent else 0)

    def attend(self, waited: float) -> None:
        """Send what can be sent and take what has come, after `waited` seconds of nothing else."""
        if not self.awaited:
            return
        self._waited += waited
        try:
            self._send()
            while self._awaited and (self._urgent or self._held < MOST_HELD):
                message = self._child.line.next(self._limits.output << 20)
                if message is None:
                    break
                self._take(message)
                self._send()
        except (EOFError, ProcessLookupError):
            self._end(self._died())
        except TooLarge as problem:
            self._end(Failed(Verdict.OUTPUT_LIMIT, str(problem), fatal=True))

    def patience(self) -> float:
        """Seconds that the child may still be waited for; when there are none, it is ended. Raises Interrupted."""
        if not self.awaited:
            return math.inf
        starved = usage.starved(self._child.pid) if self._waited >= self._limits.wall else 0.0
        try:
            return seconds_left(self._limits, self._allowed, self.used, self._waited, starved)
        except Failed as failure:
            self._end(stopped_in(failure, self._where()))
            return 0.0

    def _send(self) -> None:
        """Put questions on the line once the child is confined: all, or with `measured` one when nothing is awaited."""
        while self.birth.done and self._unsent and not (self._measured and self._awaited):
            asked = self._unsent.popleft()
            if self._measured:
                self._sent = time.monotonic(), usage.busy(self._child.pid)
            self._child.line.post(asked.question)
            self._awaited.append(asked)
        self._child.line.flush()

    def _take(self, message: Message) -> None:
        """Keep an answer. Raises TooLarge, Interrupted, and EOFError or ProcessLookupError when there is no one left
        to measure."""
        if self._measured:
            self._measure(self._awaited[0])
        asked = self._awaited.popleft()
        asked.message = message
        if asked is self.birth:
            _confirm(message)
            return
        if self._again and asked is self.loading:
            self._before = usage.cpu(self._child.pid)
        if not asked.forgotten:
            self._held += _size(message)
        if self._held > 8 * MOST_HELD:
            raise TooLarge(f"its answers together are larger than {8 * MOST_HELD >> 20} MiB")

    def _measure(self, asked: Asked) -> None:
        now = usage.cpu(self._child.pid)
        if now < self._last:
            raise EOFError("it ended before it could be measured")
        asked.cpu, self._last = now - self._last, now
        since, before = self._sent
        after = usage.busy(self._child.pid)
        if before is not None and after is not None:
            asked.waited = max(0.0, time.monotonic() - since - (after - before))
        asked.memory = usage.memory(self._child.pid)

    def _end(self, failure: Failed) -> None:
        """There will be no more answers."""
        if not self._gone:
            self._child.end()
        self._gone, self._ended = True, failure
        for asked in (*self._awaited, *self._unsent):
            asked.failure = failure
        self._awaited.clear()
        self._unsent.clear()

    def _read(self, asked: Asked, answer: Any) -> Any:
        """The value of an answer; a reported error becomes Failed. Both may be forged, and neither can accept."""
        match answer:
            case (("ok" | "error") as word, value, str(printed), float(seconds), *note):
                self.printed = printed
                if not self._measured:
                    asked.cpu = seconds if 0.0 < seconds < self._limits.cpu else 0.0
            case _:
                raise tampered()
        if word == "error":
            raise self._failure(value)
        return restored(value, note[0]) if note and isinstance(note[0], str) else value

    def _where(self) -> int:
        """The line in which the code is that is to be stopped; 0 where it does not say so at once: it may be in C."""
        self._child.interrupt()
        until = time.monotonic() + PATIENCE
        with suppress(EOFError, TooLarge):
            while (left := until - time.monotonic()) > 0:
                message = self._child.line.next(SHORT)
                if message is None:
                    select.select([self.line], [], [], left)
                elif (line := _line_in(message)) is not None:
                    return line if 0 < line <= self._source.count("\n") + 1 else 0
        return 0

    def _failure(self, error: Any) -> Failed:
        """The error that a child reports, whatever it says."""
        lines = self._source.count("\n") + 1
        return reported(error if isinstance(error, dict) else {}, self._limits, self._profile, lines)

    def _died(self) -> Failed:
        """Why the child is gone, as far as the kernel knows. Raises Interrupted when somebody else ended it."""
        by_itself = self._child.ended(0.5)
        exit_ = self._child.wait()
        self._gone = True
        if not by_itself:
            return Failed(Verdict.RUNTIME_ERROR, "it closed its connection to the judge", fatal=True)
        return obituary(exit_, exit_.cpu - self._before, self._limits)


@contextmanager
def alone(nursery: Nursery, source: str, limits: Limits) -> Iterator[Submission]:
    """A submission with nothing beside it, loaded and measured question by question. Raises Failed."""
    with closing(Submission(nursery, source, limits, Watch(), measured=True)) as submission:
        submission.value(submission.loading)
        yield submission


def _confirm(message: Message) -> None:
    """Read the first word of a child, in which nobody else had a hand yet. Raises Interrupted."""
    word, why, *_ = unpack_answer(*message)
    if word != CONFINED:
        raise Interrupted(f"the sandbox could not be put on: {why}")


def _line_in(message: Message) -> int | None:
    """The line that a message tells, if that is what it is; it may be an answer that came late."""
    with suppress(CodecError):
        match unpack_answer(*message):
            case (word, int(line), *_) if word == AT:
                return line
    return None


def _size(message: Message) -> int:
    header, buffers = message
    return len(header) + sum(map(len, buffers))
