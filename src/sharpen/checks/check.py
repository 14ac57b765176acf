"""What a check is: cases from small to large, and how the candidate's answer to one is examined."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Protocol

from sharpen.checks.calls import Call
from sharpen.checks.gridding import Parts
from sharpen.domain.evidence import Share
from sharpen.domain.verdict import Kind, Verdict

if TYPE_CHECKING:
    from sharpen.checks.comparing import Comparator


class Failed(Exception):
    """The candidate's code did not answer: it raised, crashed, or ran into a limit.

    `kinds` names the first of Python's own exceptions among its class and bases, and what that descends
    from, as the candidate's process reported them; `call` is the one that failed, where that is not the case's own.
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

    `call` replaces the case's own where another call shows it, `input` how it is shown; `raised` is what the code
    raised; `parts` are what can be laid out side by side, `shares` how often outcomes came.
    """

    why: str
    expected: str = ""
    got: str = ""
    where: str = ""
    call: Call | None = None
    raised: Failed | None = None
    verdict: Verdict = Verdict.WRONG_ANSWER
    input: str = ""
    parts: Parts | None = field(default=None, compare=False, repr=False)
    shares: Sequence[Share] = ()


@dataclass(frozen=True)
class Case:
    """One prepared call and, where the check knows it beforehand, the expected answer.

    `asks` are the calls that the check will make, where that is not the case's own alone. They are a
    forecast, which lets the answers be computed ahead: a check may ask something else after all.
    """

    call: Call
    expected: Any = None
    asks: tuple[Call, ...] | None = None


class Ask(Enum):
    """How a check asks about a call; the method of Candidate of the same name."""

    ANSWER = auto()
    ANSWERS = auto()
    AFTER = auto()
    TIMED = auto()
    PEAK = auto()
    EACH = auto()
    STEPS = auto()


class Candidate(Protocol):
    """The code under judgement, in a process of its own. Every method may raise Failed."""

    def answer(self, call: Call) -> Any:
        """What the call returns."""

    def answers(self, call: Call, times: int) -> list[Any]:
        """What the call returns, `times` over, each with what randomness comes next from the same source."""

    def after(self, call: Call) -> tuple[Any, tuple[Any, ...]]:
        """What the call returns, and its positional arguments as the candidate's code left them."""

    def parameters(self, call: Call) -> Sequence[str]:
        """The names of its positional arguments, by the signature of the model solution."""

    def timed(self, call: Call, *, again: bool = False) -> tuple[Any, float]:
        """What the call returns, and its CPU seconds; `again`, in a process that has not seen it before."""

    def model_timed(self, call: Call) -> float:
        """CPU seconds of the call in the model solution, measured now."""

    def model_best(self, call: Call) -> float:
        """The fewest CPU seconds the call ever took in the model solution on this machine; 0 when it was not timed."""

    def peak(self, call: Call) -> tuple[Any, float]:
        """What the call returns, and its peak memory in MiB beyond what the process had before it."""

    def each(self, call: Call) -> Sequence[Any]:
        """What the entry returns for each list of arguments in the call's only one, up to the first that fails.

        A failure that ends the process knows its call, where it was found out.
        """

    def steps(self, call: Call) -> Sequence[Any]:
        """What each of the call's methods returned, or the Failed that it raised."""


def answered(candidate: Candidate, call: Call) -> Any:
    """What a call returns that is not its case's own. Raises Failed, which says that this was the call."""
    try:
        return candidate.answer(call)
    except Failed as failure:
        failure.call = call
        raise


@dataclass(frozen=True)
class Check:
    """One named check of a problem.

    `prepare` makes the cases, smallest first, given the namespace of the model solution; it is
    deterministic, so its result can be kept. `examine` returns None when the answer is right; `same`
    is how it compares an answer with the expected one, where it does. `ask` is how it asks, `times`
    how often (of ANSWERS). `detects` is the smallest bias that it notices, as a share of the answers.
    `draw` makes the cases of one attempt alone, given that namespace and the attempt's seed.
    """

    name: str
    kind: Kind
    prepare: Callable[[dict[str, Any]], list[Case]]
    examine: Callable[[Candidate, Case], Finding | None]
    same: "Comparator | None" = None
    ask: Ask = Ask.ANSWER
    times: int = 1
    detects: float = 1.0
    draw: Callable[[dict[str, Any], int], list[Case]] = lambda _solution, _seed: []


def apart(check: Check, case: Case) -> list[Case]:
    """A case as cases of one call each: those of `Ask.EACH` are many in one."""
    if check.ask is not Ask.EACH:
        return [case]
    return [Case(call, expected) for call, expected in zip(case.call.several(), case.expected, strict=True)]
