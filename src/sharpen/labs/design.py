"""A design at work: a class `Design` that fits on a log and acts on requests, in the sandbox or, if trusted, here."""

import time
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, Protocol

import numpy as np

from sharpen.checks.check import Failed
from sharpen.domain.problem import Limits
from sharpen.domain.verdict import Verdict
from sharpen.labs.columns import Columns, chosen, visible
from sharpen.sandbox.codec import pack_question
from sharpen.sandbox.nursery import Nursery
from sharpen.sandbox.submission import Submission
from sharpen.sandbox.waiting import Watch

ENTRY = "Design"
REQUIRED = ("fit", "act")
MOST_PRINTED = 3_000
"""Characters of what a design prints that are kept of each stage."""


class Taken(NamedTuple):
    """Seconds that an answer took: of CPU time, and those in which the design waited for something, such as a sleep."""

    cpu: float
    waited: float = 0.0


class Design(Protocol):
    """What a stage asks of a design, wherever it runs."""

    methods: frozenset[str]
    cpu: float
    """CPU seconds it has used in all."""
    memory: float
    """The most memory it had, in MiB, as far as that was measured."""
    printed: str
    """The first of what it printed since somebody emptied this."""

    def allow(self, cpu: float) -> None:
        """Let it use so many CPU seconds from here on, and no more."""

    def ask(self, method: str, *args: Any) -> Any:
        """What a method answers. Raises Failed."""

    def timed(self, method: str, *args: Any) -> Taken:
        """What a call of a method takes. Raises Failed."""

    def idle(self, *args: Any) -> float:
        """CPU seconds that asking costs by itself, with these arguments. Raises Failed."""

    def state(self) -> bytes:
        """All that it has learned, to be put back later; empty where it cannot be kept."""

    def restore(self, state: bytes) -> None:
        """Put back what `state` gave."""

    def close(self) -> None:
        """End it."""


class Sandboxed:
    """A design in a child of the sandbox, which lives from its first question to the last."""

    def __init__(self, nursery: Nursery, source: str, limits: Limits) -> None:
        """Load the code. Raises Failed when it does not load or has no class `Design` with `fit` and `act`."""
        self.cpu = self.memory = 0.0
        self.printed = ""
        self._child = Submission(nursery, source, limits, Watch(), measured=True)
        try:
            self.methods = self._read_methods()
        except BaseException:
            self._child.close()
            raise

    def _read_methods(self) -> frozenset[str]:
        self._child.value(self._child.loading)
        self._keep_printed()
        if self._child.answer(["names", [ENTRY]]) != (ENTRY,):
            raise Failed(Verdict.RUNTIME_ERROR, f"the code does not define a class `{ENTRY}`")
        found = self._child.answer(["methods", ENTRY])
        methods = (
            frozenset(name for name in found if isinstance(name, str)) if isinstance(found, tuple) else frozenset()
        )
        for name in REQUIRED:
            if name not in methods:
                raise Failed(Verdict.RUNTIME_ERROR, f"the class `{ENTRY}` has no method `{name}`")
        return methods

    def allow(self, cpu: float) -> None:
        self._child.allow(cpu)

    def ask(self, method: str, *args: Any) -> Any:
        return self._answer(["held", ENTRY, method, list(args)])[0]

    def timed(self, method: str, *args: Any) -> Taken:
        return self._answer(["held", ENTRY, method, list(args)])[1]

    def idle(self, *args: Any) -> float:
        return self._answer(["nothing", list(args)])[1].cpu

    def state(self) -> bytes:
        try:
            frozen = self._answer(["frozen", ENTRY])[0]
        except Failed as failure:
            if failure.fatal:
                raise
            return b""  # what cannot be pickled is learned again
        return frozen.tobytes() if isinstance(frozen, np.ndarray) else b""

    def restore(self, state: bytes) -> None:
        self._answer(["thawed", ENTRY, np.frombuffer(state, np.uint8)])

    def close(self) -> None:
        self._child.close()

    def _answer(self, question: list[Any]) -> tuple[Any, Taken]:
        asked = self._child.ask(pack_question(question))
        try:
            return self._child.value(asked), Taken(asked.cpu, asked.waited)
        finally:
            self.cpu += asked.cpu
            self.memory = max(self.memory, asked.memory[1])
            self._keep_printed()

    def _keep_printed(self) -> None:
        said, self._child.printed = self._child.printed, ""
        if len(self.printed) <= MOST_PRINTED:
            self.printed += said
            if len(self.printed) > MOST_PRINTED:
                self.printed = f"{self.printed[:MOST_PRINTED]}\n… (the rest is left out)"


class Trusted:
    """A design of the lab's own, in this process: for proofs, where it is asked millions of times."""

    def __init__(self, namespace: Mapping[str, Any]) -> None:
        made: Callable[[], Any] = namespace[ENTRY]
        self._made, self.cpu, self.memory, self.printed = made(), 0.0, 0.0, ""
        self.methods = frozenset(name for name in dir(self._made) if not name.startswith("_"))

    def allow(self, cpu: float) -> None:
        """It is trusted with any."""

    def ask(self, method: str, *args: Any) -> Any:
        return self._answer(method, args)[0]

    def timed(self, method: str, *args: Any) -> Taken:
        return Taken(self._answer(method, args)[1])

    def idle(self, *_args: Any) -> float:
        return 0.0

    def state(self) -> bytes:
        return b""

    def restore(self, state: bytes) -> None:
        """Nothing was kept."""

    def close(self) -> None:
        """It ends with this process."""

    def _answer(self, method: str, args: tuple[Any, ...]) -> tuple[Any, float]:
        before = time.process_time()
        answer = getattr(self._made, method)(*args)
        seconds = time.process_time() - before
        self.cpu += seconds
        return answer, seconds


def answered(design: Design, requests: Columns, start: int, stop: int) -> Any:
    """What `act` answers to some of the requests. Raises Failed."""
    return design.ask("act", chosen(visible(requests), slice(start, stop)))
