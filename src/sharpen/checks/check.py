"""What a check is: cases from small to large, and how the candidate's answer to one is examined."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from sharpen.checks.calls import Call
from sharpen.domain.verdict import Kind, Verdict

if TYPE_CHECKING:
    from sharpen.checks.comparing import Comparator


class Failed(Exception):
    """The candidate's code did not answer: it raised, crashed, or ran into a limit.

    `kinds` names the exception's class and its bases, as the candidate's process reported them;
    `call` is the one that failed, where that is not the case's own.
    """

    def __init__(
        self,
        verdict: Verdict,
        why: str,
        *,
        kinds: Sequence[str] = (),
        line: int = 0,
        traceback: str = "",
        fatal: bool = False,
    ) -> None:
        super().__init__(why)
        self.verdict, self.why, self.kinds = verdict, why, tuple(kinds)
        self.line, self.traceback, self.fatal = line, traceback, fatal
        self.call: Call | None = None


@dataclass(frozen=True)
class Finding:
    """What is wrong with an answer.

    `call` replaces the case's own where another call shows it; `raised` is what the code raised.
    """

    why: str
    expected: str = ""
    got: str = ""
    where: str = ""
    call: Call | None = None
    raised: Failed | None = None
    verdict: Verdict = Verdict.WRONG_ANSWER


@dataclass(frozen=True)
class Case:
    """One prepared call and, where the check knows it beforehand, the expected answer."""

    call: Call
    expected: Any = None


class Candidate(Protocol):
    """The code under judgement, in a process of its own. Every method may raise Failed."""

    def answer(self, call: Call) -> Any:
        """What the call returns."""

    def answers(self, call: Call, times: int) -> list[Any]:
        """What the call returns, `times` over, each with its own randomness."""

    def after(self, call: Call) -> tuple[Any, ...]:
        """The call's positional arguments as the candidate's code left them."""

    def cpu(self, call: Call, *, again: bool = False) -> float:
        """CPU seconds of the call; `again`, in a process that has not seen it before."""

    def model_cpu(self, call: Call) -> float:
        """CPU seconds of the call in the model solution."""

    def memory(self, call: Call) -> float:
        """Peak memory of the call in MiB beyond what the process had before it."""


@dataclass(frozen=True)
class Check:
    """One named check of a problem.

    `prepare` makes the cases, smallest first, given the namespace of the model solution; it is
    deterministic, so its result can be kept. `examine` returns None when the answer is right; `same`
    is how it compares an answer with the expected one, where it does.
    """

    name: str
    kind: Kind
    prepare: Callable[[dict[str, Any]], list[Case]]
    examine: Callable[[Candidate, Case], Finding | None]
    same: "Comparator | None" = None
