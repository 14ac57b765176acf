"""The report of a run: what each stage measured, and how the predictions fared. It is one JSON document."""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Self

NAN = float("nan")


@dataclass(frozen=True)
class Interval:
    """A number and its interval of 95 %; NaN where there is too little to say."""

    value: float
    low: float
    high: float


Happened = Mapping[str, tuple[float, float]]
"""What a stage tells beside its metric, by name: of the design, and of the baseline."""


@dataclass(frozen=True)
class OfflineReport:
    """The metric on logged days after those the design was fitted on, beside the baseline's.

    `own` is the design's own estimate of it, if it makes one; `slices` has it by label: `{"age": {"new": ...}}`.
    `gain` is the relative change of the metric against the baseline's, better is positive; both answered the same rows,
    and it is compared unit by unit. Reports of before it was have None.
    """

    metric: Interval
    baseline: Interval
    own: float | None
    slices: Mapping[str, Mapping[str, Interval]]
    gain: Interval | None = None
    happened: Happened = field(default_factory=dict)


@dataclass(frozen=True)
class Watched:
    """A guardrail: the relative change of its outcome, and whether it got worse than is tolerated, surely."""

    title: str
    change: Interval
    broken: bool


@dataclass(frozen=True)
class RampStep:
    """A day of an experiment that begins small: the share to be treated, how many units met so far were in each arm,
    and the p-value of that ratio."""

    share: float
    sizes: tuple[int, int]
    sample_ratio_p: float


@dataclass(frozen=True)
class AbReport:
    """The experiment against the baseline: units are randomized, and each counts once.

    `lift` is the relative difference of the mean reward per unit; `cuped` the same, adjusted by what the units did
    before; `true_lift` what only the simulator knows. `days` is the lift so far after each day. `power` is the chance
    to find the smallest effect worth finding.
    """

    sizes: tuple[int, int]
    sample_ratio_p: float
    lift: Interval
    p_value: float
    cuped: Interval
    cuped_p_value: float
    variance_cut: float
    true_lift: float
    power: float
    days: tuple[Interval, ...]
    guardrails: tuple[Watched, ...]
    interleaving: Interval | None = None
    """Where actions are rankings: of the units that preferred one of two interleaved rankers, the share that preferred
    the design."""
    interleaving_p_value: float | None = None
    ramp: tuple[RampStep, ...] = ()
    """The first days, on which not all units were in the experiment; everything else is of the days after those."""
    happened: Happened = field(default_factory=dict)
    """Of the days after the ramp, had all traffic always gone to the design, or to the baseline."""


@dataclass(frozen=True)
class LoadReport:
    """The latency of one server at the stated rate, in milliseconds, and the highest rate within the goal.

    `service` is what a request takes alone: the CPU time of `act`, as if nothing else ran, and the time it waits.
    `curve` has (rate, p50, p99) from idle to overloaded.
    """

    service_p50: float
    service_p99: float
    rate: float
    p50: float
    p99: float
    on_time: float
    busy: float
    max_rate: float
    batch: int
    curve: tuple[tuple[float, float, float], ...]
    waited: float = 0.0
    """Milliseconds of the mean request in which `act` did no work but waited, such as asleep."""
    sampled: int | None = None
    """How many requests were measured, where the CPU time of the stage did not suffice for all."""


@dataclass(frozen=True)
class MonthReport:
    """A month alone in production: the expected reward per request of each day, of the design, baseline and oracle.

    `regret` is the share of what the oracle gains over the baseline that the design leaves, training not paid for.
    `alarms` and `retrained` are days; `delay` is the mean number of days from a shock to its alarm, None if none was
    raised, and `missed` counts shocks without one.
    """

    first_day: int
    design: tuple[float, ...]
    baseline: tuple[float, ...]
    oracle: tuple[float, ...]
    shocks: tuple[int, ...]
    alarms: Mapping[int, str]
    retrained: tuple[int, ...]
    missed: int
    delay: float | None
    false_alarms: int
    cost: float
    """What its retraining cost, in rewards."""
    baseline_cost: float
    regret: float


@dataclass(frozen=True)
class Scored:
    """A prediction beside what was measured; `held` is None where the measurement cannot tell.

    One that was made `after` the report was there could have been read off it.
    """

    said: str
    measured: str
    held: bool | None
    after: bool = False


@dataclass(frozen=True)
class LabReport:
    """All that a run measured. A stage that was not run is None.

    `score` is how much of the way from the baseline (0) to the oracle (100) the design goes in its month, requests
    answered too late and the cost of retraining included; it may be negative. `printed` is what the design printed in
    each stage, the first of it.
    """

    lab: str
    version: str
    seed: int
    short: bool
    offline: OfflineReport | None = None
    load: LoadReport | None = None
    ab: AbReport | None = None
    month: MonthReport | None = None
    score: float | None = None
    predictions: tuple[Scored, ...] = ()
    cpu: Mapping[str, float] | None = None
    """CPU seconds by who used them: each stage of the design, the baseline, and the world with all else."""
    memory: float = 0.0
    """The design's peak, in MiB."""
    printed: Mapping[str, str] = field(default_factory=dict)

    def document(self) -> dict[str, Any]:
        """The report as plain data for standard JSON, null in place of NaN; `read` is the way back."""
        plain: dict[str, Any] = _standard(asdict(self))
        return plain

    @classmethod
    def read(cls, document: Mapping[str, Any]) -> Self:
        """The report that a document holds. Raises KeyError, TypeError and ValueError for what is none."""
        parts = {"offline": _offline, "load": _load, "ab": _ab, "month": _month}
        known = {each.name for each in fields(cls)}
        read = {name: value for name, value in document.items() if name in known}
        for name, part in parts.items():
            read[name] = part(read[name]) if read.get(name) is not None else None
        read["predictions"] = tuple(Scored(**each) for each in read.get("predictions", ()))
        return cls(**_numbers(cls, read))


def _standard(value: Any) -> Any:
    """Plain data without numbers that JSON does not have."""
    match value:
        case float():
            return value if math.isfinite(value) else None
        case dict():
            return {name: _standard(each) for name, each in value.items()}
        case list() | tuple():
            return [_standard(each) for each in value]
    return value


def _numbers(of: type, part: Mapping[str, Any]) -> dict[str, Any]:
    """A part with NaN for each number of its class that is null."""
    needed = {each.name for each in fields(of) if each.type is float}
    return {name: NAN if value is None and name in needed else value for name, value in part.items()}


def _list(values: Any) -> tuple[float, ...]:
    return tuple(NAN if value is None else value for value in values)


def _interval(value: Mapping[str, Any]) -> Interval:
    return Interval(**_numbers(Interval, value))


def _offline(part: Mapping[str, Any]) -> OfflineReport:
    slices = {
        name: {label: _interval(value) for label, value in labels.items()} for name, labels in part["slices"].items()
    }
    gain = _interval(part["gain"]) if part.get("gain") else None
    happened = _happened(part)
    return OfflineReport(_interval(part["metric"]), _interval(part["baseline"]), part["own"], slices, gain, happened)


def _happened(part: Mapping[str, Any]) -> Happened:
    pairs = {name: _list(pair) for name, pair in part.get("happened", {}).items()}
    return {name: (design, baseline) for name, (design, baseline) in pairs.items()}


def _load(part: Mapping[str, Any]) -> LoadReport:
    curve = tuple((rate, p50, p99) for rate, p50, p99 in map(_list, part["curve"]))
    return LoadReport(**{**_numbers(LoadReport, part), "curve": curve})


def _ab(part: Mapping[str, Any]) -> AbReport:
    control, treated = part["sizes"]
    watched = (Watched(**{**each, "change": _interval(each["change"])}) for each in part["guardrails"])
    return AbReport(
        **{
            **_numbers(AbReport, part),
            "sizes": (control, treated),
            "lift": _interval(part["lift"]),
            "cuped": _interval(part["cuped"]),
            "ramp": tuple(RampStep(**{**step, "sizes": tuple(step["sizes"])}) for step in part.get("ramp", ())),
            "interleaving": _interval(part["interleaving"]) if part.get("interleaving") else None,
            "days": tuple(map(_interval, part["days"])),
            "guardrails": tuple(watched),
            "happened": _happened(part),
        }
    )


def _month(part: Mapping[str, Any]) -> MonthReport:
    lists = {name: _list(part[name]) for name in ("design", "baseline", "oracle")}
    days = {name: tuple(part[name]) for name in ("shocks", "retrained")}
    alarms = {int(day): text for day, text in part["alarms"].items()}
    return MonthReport(**{**_numbers(MonthReport, part), **lists, **days, "alarms": alarms})
