"""The judge as its callers see it: what it is asked, and what it answers."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Protocol

from sharpen.domain.errors import SharpenError
from sharpen.domain.problem import Limits, Problem, Profile
from sharpen.domain.turn import Ahead, nobody_asks
from sharpen.domain.verdict import CheckResult, TrialResult


class JudgeBroken(SharpenError):
    """The judge died or was disturbed; it says nothing of the submission, which may be judged again."""


class Judge(Protocol):
    """Whatever judges submissions. A problem is known to it by its slug and version, wherever its folder lies."""

    def judge(
        self, problem: Problem, source: str, ahead: Ahead = nobody_asks, *, seed: int | None = None
    ) -> Iterator[CheckResult]:
        """One result per check, as they come. Raises JudgeBroken when the judge itself fails.

        With a seed, some inputs are drawn by it, the same each time; without, only those are asked that always are.
        Submissions are judged in the order in which they came; `ahead` is told how many are before this one.
        """

    def run(self, problem: Problem, source: str, trial: str) -> TrialResult:
        """The learner's own trial on their code and on the model solution. Raises JudgeBroken."""

    def picture(self, problem: Problem, source: str, trial: str = "", *, seed: int | None = None) -> str:
        """The problem's picture of what the submission answers, as SVG, or "". Raises JudgeBroken.

        With the seed that it was judged with, what was drawn for it can be shown, too.
        """

    def close(self) -> None:
        """End every process of it."""


class Wanted(StrEnum):
    """What a request is for: the method of Judge of the same name, or to prepare the problem and keep that.

    To measure is to judge the model solution and keep what each check took of it, which verdicts are shown beside.
    """

    JUDGE = "judge"
    RUN = "run"
    PICTURE = "picture"
    PREPARE = "prepare"
    MEASURE = "measure"


@dataclass(frozen=True)
class Request:
    """What an examiner is asked to do with one submission."""

    wanted: Wanted
    folder: str
    version: str
    profile: Profile
    entry: list[str]
    limits: Limits
    source: str
    trial: str = ""
    seed: int | None = None

    @classmethod
    def about(
        cls, wanted: Wanted, folder: str, problem: Problem, source: str, trial: str = "", seed: int | None = None
    ) -> "Request":
        """A request about a problem whose files lie in a folder."""
        p = problem
        return cls(wanted, folder, p.version, p.profile_of(source), list(p.entry), p.limits, source, trial, seed)

    def fields(self) -> dict[str, Any]:
        """The request as plain data."""
        return asdict(self)

    @classmethod
    def read(cls, fields: dict[str, Any]) -> "Request":
        """The request that `fields` wrote down."""
        limits = Limits(**fields.pop("limits"))
        return cls(Wanted(fields.pop("wanted")), profile=Profile(fields.pop("profile")), limits=limits, **fields)
