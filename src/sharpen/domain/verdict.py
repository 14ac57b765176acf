"""Verdicts: what the judge says about a submission, as a whole and check by check."""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sharpen.domain.evidence import Grids, Growth, Share, plain
from sharpen.domain.syntax import parse

MOST_RUNNABLE = 4000
"""Characters of an input that may become a trial."""
OURS = {"script", "itertools"}
"""Names in inputs as they are shown that a trial does not have."""


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
    wrong, `where` is the first place expected and got differ (such as `centers[0][2]`), and `line` is
    the line of the candidate's own code that raised (0 when none did). CPU time is the
    candidate's, in ms, beside the model solution's on this machine (0 where it was never measured). `of` is how many
    checks the problem has. `grids` are the part that differs, `growth` how the time grew, `shares` how often outcomes
    came, where there is such a thing.
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
    model_ms: float = 0.0
    grids: Grids | None = None
    growth: Growth | None = None
    shares: tuple[Share, ...] = ()

    def fields(self) -> dict[str, Any]:
        """The result as plain data, in dicts and lists."""
        return {name: plain(value) for name, value in vars(self).items()}

    @classmethod
    def read(cls, fields: Mapping[str, Any]) -> "CheckResult":
        """The result that `fields` wrote down, by way of JSON too. Raises TypeError, KeyError, ValueError."""
        made: dict[str, Any] = {"kind": Kind(fields["kind"]), "verdict": Verdict(fields["verdict"])}
        if fields.get("grids"):
            made["grids"] = Grids.read(fields["grids"])
        if fields.get("growth"):
            made["growth"] = Growth.read(fields["growth"])
        made["shares"] = tuple(Share(**share) for share in fields.get("shares", ()))
        return cls(**{**fields, **made})

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

    @property
    def runnable(self) -> bool:
        """Whether what the code was asked can be typed again as it is shown: nothing of it is left out."""
        if not self.input or "…" in self.input or len(self.input) > MOST_RUNNABLE:
            return False
        try:
            tree = parse(self.input)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        return bool(tree.body) and isinstance(tree.body[-1], ast.Expr) and names.isdisjoint(OURS)

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


def model_ms(results: Sequence[CheckResult]) -> float:
    """CPU ms of the model solution in all of these checks; 0 where it was not measured in each."""
    times = [result.model_ms for result in results]
    return sum(times) if times and all(times) else 0.0


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
