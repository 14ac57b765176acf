"""Labs: a case whose designs run in a simulated world, and what a run of one may use."""

from dataclasses import dataclass, field
from enum import StrEnum


class Stage(StrEnum):
    """The parts of a run, in their order."""

    OFFLINE = "offline"
    LOAD = "load"
    AB = "ab"
    MONTH = "month"


@dataclass(frozen=True)
class Goal:
    """The latency that is asked of a design: 99 of 100 requests answered in `p99` ms at `rate` requests per second."""

    p99: float
    rate: float


@dataclass(frozen=True)
class Budget:
    """CPU seconds that a design may use in each stage, and memory in MiB."""

    offline: float = 20.0
    load: float = 10.0
    ab: float = 10.0
    month: float = 60.0
    memory: int = 2048

    def of(self, stage: Stage) -> float:
        """CPU seconds of one stage."""
        return float(getattr(self, stage.value))


@dataclass(frozen=True)
class Size:
    """How long the stages are, in days, and how many requests an average day of the experiment and of the month has."""

    holdout: int = 7
    ab: int = 14
    month: int = 28
    ab_per_day: int = 10_000
    per_day: int = 4_000


@dataclass(frozen=True)
class Guardrail:
    """An outcome that must not get worse: a column of outcomes, and the relative loss that is tolerated."""

    column: str
    title: str
    worse: str
    """Which direction is worse: "higher" or "lower"."""
    tolerance: float


@dataclass(frozen=True)
class Trap:
    """A design that a candidate might write and should not: its file, what is wrong with it, and the number of the
    report that shows it, with the bound it stays below (`most`) or above (`least`)."""

    file: str
    says: str
    shows: str
    most: float | None = None
    least: float | None = None


@dataclass(frozen=True)
class PublicData:
    """Public data that a lab's world can be made of, where the learner has it; sharpen neither fetches nor ships it.

    `wants` says which file or folder is to be named, and `preparer` is the file beside `lab.toml` that takes it apart.
    """

    title: str
    address: str
    license: str
    wants: str
    preparer: str
    digest: str = ""
    """Of the prepared data that the world is made of; empty where the world is the one that comes with the lab."""


@dataclass(frozen=True)
class Lab:
    """What is known of a lab without running it.

    `version` is a digest of everything that decides a report. `metric` is that of the stage `offline`, and `better`
    says which direction is: "higher" or "lower". `effect` is the smallest relative lift that is worth finding,
    `retraining` what training again costs, in rewards. `bands` are where the numbers of the reference must lie, by the
    names of predictions: `{"reference": {"score": (30, 60)}}`.
    """

    slug: str
    title: str
    summary: str
    version: str
    metric: str
    better: str
    goal: Goal
    effect: float
    retraining: float = 0.0
    reward: str = "reward"
    """What a reward is, in a word or two: "value of clicks"."""
    budget: Budget = field(default_factory=Budget)
    size: Size = field(default_factory=Size)
    ramp: tuple[float, ...] = ()
    """Shares of the units that are treated on the first days of the experiment, at most a half each; as many are
    control, and the rest is not in the experiment yet. On the days after those, all are."""
    guardrails: tuple[Guardrail, ...] = ()
    bands: dict[str, dict[str, tuple[float, float]]] = field(default_factory=dict)
    traps: tuple[Trap, ...] = ()
    data: PublicData | None = None

    @property
    def sign(self) -> int:
        """1 if a higher value of the offline metric is better, else -1."""
        return 1 if self.better == "higher" else -1
