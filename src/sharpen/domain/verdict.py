"""Verdicts: what the judge says about a submission, as a whole and check by check."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """The outcome of judging one submission."""

    ACCEPTED = "accepted"
    WRONG_ANSWER = "wrong answer"
    RUNTIME_ERROR = "runtime error"
    TIME_LIMIT = "time limit"
    MEMORY_LIMIT = "memory limit"
    OUTPUT_LIMIT = "output limit"
    FORBIDDEN_CALL = "forbidden call"
    JUDGE_ERROR = "judge error"

    @property
    def accepted(self) -> bool:
        return self is Verdict.ACCEPTED

    @property
    def wrong(self) -> bool:
        """The fault is the submission's; a judge error is nobody's try."""
        return self not in (Verdict.ACCEPTED, Verdict.JUDGE_ERROR)

    @property
    def answered(self) -> bool:
        """There is an answer to compare, and to draw."""
        return self in (Verdict.ACCEPTED, Verdict.WRONG_ANSWER)

    @property
    def stopped(self) -> bool:
        """A limit or the sandbox put an end to it."""
        return self in (Verdict.TIME_LIMIT, Verdict.MEMORY_LIMIT, Verdict.OUTPUT_LIMIT, Verdict.FORBIDDEN_CALL)


class Kind(StrEnum):
    """What a check looks at."""

    EXAMPLE = "example"
    ORACLE = "oracle"
    PROPERTY = "property"
    STABILITY = "stability"
    GRADIENT = "gradient"
    STATISTICS = "statistics"
    GROWTH = "growth"
    MEMORY = "memory"
    ERROR = "error"
    UNCHANGED = "unchanged"
    LOAD = "load"
    """The submission itself: it compiles, runs and defines what it must."""


@dataclass(frozen=True)
class CheckResult:
    """What one check found.

    `verdict` is ACCEPTED when the check passed. For a failure `why` says in a sentence what is
    wrong, `where` is the first place expected and got differ (such as `[0][2]`), and `line` is
    the line of the candidate's own code that raised (0 when none did). CPU time is the
    candidate's, in ms. `of` is how many checks the problem has.
    """

    name: str
    kind: Kind
    verdict: Verdict
    cpu_ms: float = 0.0
    why: str = ""
    input: str = ""
    expected: str = ""
    got: str = ""
    where: str = ""
    line: int = 0
    traceback: str = ""
    printed: str = ""
    of: int = 0

    @property
    def passed(self) -> bool:
        return self.verdict.accepted

    @property
    def heading(self) -> str:
        """What stands above a failure: the check, which is only where a limit was met and not what is wrong."""
        return f"While checking: {self.name}" if self.verdict.stopped and self.kind is not Kind.LOAD else self.name

    @property
    def unwritten(self) -> bool:
        """It failed because that part is not written yet: a starter raises NotImplementedError."""
        raised = self.got if self.kind is Kind.ERROR else self.why  # where another exception was wanted, it came
        return self.verdict.wrong and raised.startswith("NotImplementedError")

    def evidence(self) -> list[tuple[str, str]]:
        """What explains a failure, each part with its label; empty parts are left out."""
        labels = ("input", "expected", "got", "where", "printed")
        return [(label, text) for label in labels if (text := getattr(self, label).rstrip())]


@dataclass(frozen=True)
class TrialResult:
    """The result of running the candidate's own trial: their answer beside the reference's.

    `agrees` is None where the two cannot be compared: one of them failed, or they differ and more than
    one answer may be right. `runs` is False where the trial itself does not parse, or ends with no expression.
    """

    trial: str
    verdict: Verdict
    cpu_ms: float = 0.0
    got: str = ""
    expected: str = ""
    agrees: bool | None = None
    printed: str = ""
    why: str = ""
    line: int = 0
    traceback: str = ""
    runs: bool = True


def first_failure(results: Sequence[CheckResult]) -> CheckResult | None:
    """The result that decided, or None when every check passed."""
    return next((result for result in results if not result.passed), None)


def passed_of(results: Sequence[CheckResult]) -> tuple[int, int]:
    """How many checks passed, and how many the problem has: judging stops early when one fails."""
    passed = sum(result.passed for result in results)
    return passed, max([len(results), *(result.of for result in results)])


def overall(results: Sequence[CheckResult]) -> Verdict:
    """The verdict on the whole submission: the first failure's, else accepted.

    Raises ValueError for no results: a submission nobody checked is not accepted.
    """
    if not results:
        raise ValueError("a verdict needs at least one check result")
    failure = first_failure(results)
    return failure.verdict if failure else Verdict.ACCEPTED
