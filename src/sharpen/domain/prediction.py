"""Predictions: what a candidate writes down before the run, and whether it held.

One a line: `lift > 0`, `p99 < 20 ms`, `offline <= 0.92`, `score = 40 +- 10`, `lift between 1 % and 4 %`,
`retrainings = 1`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sharpen.domain.errors import SharpenError
from sharpen.domain.lab_report import Interval, LabReport, OfflineReport, Scored

MINUS, DASH = "\N{MINUS SIGN}", "\N{EN DASH}"
NUMBER = rf"([-+{MINUS}]?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|[-+{MINUS}]?\.\d+)\s*(%|ms|s|/s|points?)?"
FORMS = (
    (re.compile(rf"\s*(<=?|>=?|≤|≥)\s*{NUMBER}\s*"), "bound"),
    (re.compile(rf"\s*(?:=|≈|~)\s*{NUMBER}\s*(?:±|\+-|\+/-)\s*{NUMBER}\s*"), "around"),
    (re.compile(rf"\s*=\s*{NUMBER}\s*"), "exactly"),
    (re.compile(rf"\s*(?:between|in)\s*{NUMBER}\s*(?:and|to|-|{DASH})\s*{NUMBER}\s*"), "between"),
)
NAMES = {
    "offline": "the metric of the stage offline",
    "own": "the design's own estimate of that metric, if it makes one",
    "gain": "the relative change of that metric against the baseline's; better is positive",
    "lift": "the relative lift of the experiment",
    "cuped": "the same, adjusted by what units did before",
    "interleaving": "of those that prefer one of two interleaved rankers, the share that prefers the design",
    "power": "the chance to find the smallest effect worth finding",
    "service": "milliseconds of CPU work per request, as if nothing else ran, and of waiting; median",
    "p50": "median latency at the stated rate, in ms",
    "p99": "99th percentile of the latency at the stated rate, in ms",
    "max_rate": "the highest rate within the goal, per second",
    "score": "the share of the way from the baseline to the oracle, in points, training paid for",
    "regret": "the share of the oracle's gain that is left, training not paid for",
    "delay": "days from a shock to its alarm; a shock without one holds no prediction",
    "false_alarms": "alarms without a shock",
    "retrainings": "how often it is trained again in the month",
}
"""What can be predicted, and what it is."""
SHARES = {"lift", "cuped", "interleaving", "power", "gain", "regret"}
"""Measured as shares: a prediction in % is meant so, and one without a sign is a share of 1."""
COUNTS = {"delay", "false_alarms", "retrainings"}
"""Counted, so that a prediction may name one number."""
UNITS = {
    **dict.fromkeys((*SHARES, "offline", "own"), ("%",)),
    **dict.fromkeys(("service", "p50", "p99"), ("ms", "s")),
    "max_rate": ("/s",),
    "score": ("%", "point", "points"),
}
"""The units that a prediction of each number may have."""
MISSED = float("inf")
"""The delay of an alarm that was never raised, which is in no range that one predicts."""


class BadPrediction(SharpenError):
    """A line that is no prediction."""


@dataclass(frozen=True)
class Prediction:
    """A number of the report and the range it is said to lie in; strict bounds leave their end out."""

    said: str
    name: str
    low: float
    high: float
    strict: bool = False
    read_as: str = ""
    """Of a share that was written without a sign, what it was taken for: "50 %"."""

    def holds(self, measured: Interval) -> bool | None:
        """Whether it held; None where the interval of the measurement lies on both sides."""
        ends = [self._inside(end) for end in (measured.low, measured.high)]
        if ends[0] and ends[1]:
            return True
        beyond = measured.high < self.low or measured.low > self.high
        return False if beyond or measured.low == measured.high else None

    def _inside(self, value: float) -> bool:
        return self.low < value < self.high if self.strict else self.low <= value <= self.high


def read(text: str) -> tuple[Prediction, ...]:
    """The predictions of a text, one per line; empty lines and comments (`#`) are passed over. Raises BadPrediction."""
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(_read_line(line) for line in lines if line)


def _read_line(line: str) -> Prediction:
    found = re.match(r"[a-z_0-9]+", line)
    name = found[0] if found else ""
    if name not in NAMES:
        raise BadPrediction(f"“{line}” does not begin with a number of the report. They are: {', '.join(NAMES)}.")
    rest = line[len(name) :]
    for form, kind in FORMS:
        if match := form.fullmatch(rest):
            return _made(line, name, kind, match.groups())
    raise BadPrediction(
        f"“{line}” cannot be read. Write `{name} < 20`, `{name} >= 3`, `{name} = 5 ± 1` or `{name} between 1 and 4`."
    )


def _made(line: str, name: str, kind: str, groups: tuple[str, ...]) -> Prediction:
    sign, *rest = groups if kind == "bound" else ("", *groups)
    units = [unit or next(filter(None, rest[1::2]), "") for unit in rest[1::2]]
    _check(line, name, units)
    values = [_value(line, name, number, unit) for number, unit in zip(rest[::2], units, strict=True)]
    bare = name in SHARES and not units[0] and any(values)
    read_as = " and ".join(f"{value * 100:g} %" for value in values) if bare else ""
    first, last = values[0], values[-1]
    if kind == "bound":
        low, high = (-float("inf"), first) if sign in ("<", "<=", "≤") else (first, float("inf"))
        return Prediction(line, name, low, high, sign in "<>", read_as)
    if kind == "exactly" and name not in COUNTS:
        raise BadPrediction(f"“{line}” can only be met by chance: say how far off it may be, as in `{name} = 5 ± 1`.")
    if kind == "around":
        return Prediction(line, name, first - abs(last), first + abs(last), read_as=read_as)
    return Prediction(line, name, min(first, last), max(first, last), read_as=read_as)


def _check(line: str, name: str, units: list[str]) -> None:
    """Raise BadPrediction for a unit that the number does not have."""
    known = UNITS.get(name, ())
    for unit in filter(None, units):
        if unit not in known:
            fits = " or ".join(f"`{each}`" for each in known if each != "point") or "none"
            raise BadPrediction(f"“{line}” has the unit `{unit}`, and {name} is {NAMES[name]}: its unit is {fits}.")


def _value(line: str, name: str, number: str, unit: str) -> float:
    value = float(number.replace(MINUS, "-"))
    if name in SHARES and not unit and abs(value) > 1:
        raise BadPrediction(
            f"“{line}” has no sign, and {name} is a share: {number} would be {value * 100:,g} %. "
            f"Write `{number} %` if you mean that, and `{value * 100:g} %` if you mean this."
        )
    if unit == "%" and name != "score":
        return value / 100
    return value * 1000 if unit == "s" else value


def measurements(report: LabReport, better: int) -> Mapping[str, Interval]:
    """The numbers of a report by the names of predictions; those of stages that were not run are not there.

    `better` is 1 if a higher offline metric is better, else -1.
    """
    found: dict[str, Interval] = {}

    def exact(name: str, value: float | None) -> None:
        if value is not None:
            found[name] = Interval(value, value, value)

    if offline := report.offline:
        found["offline"] = offline.metric
        exact("own", offline.own)
        if change := gain(offline, better):
            found["gain"] = change
    if ab := report.ab:
        found["lift"], found["cuped"] = ab.lift, ab.cuped
        if ab.interleaving:
            found["interleaving"] = ab.interleaving
        exact("power", ab.power)
    if load := report.load:
        exact("service", load.service_p50)
        exact("p50", load.p50)
        exact("p99", load.p99)
        exact("max_rate", load.max_rate)
    if month := report.month:
        exact("regret", month.regret)
        exact("delay", MISSED if month.delay is None and month.missed else month.delay)
        exact("false_alarms", month.false_alarms)
        exact("retrainings", len(month.retrained))
    exact("score", report.score)
    return found


def gain(offline: OfflineReport, better: int) -> Interval | None:
    """The relative change of the metric against the baseline's; better is positive.

    Of a report that did not compare them unit by unit, the interval is that of the design's metric alone.
    """
    base = offline.baseline.value
    if offline.gain or not base:
        return offline.gain
    ends = sorted(better * (end - base) / abs(base) for end in (offline.metric.low, offline.metric.high))
    return Interval(better * (offline.metric.value - base) / abs(base), ends[0], ends[1])


def after(predictions: tuple[Prediction, ...], report: LabReport, better: int) -> LabReport:
    """A report with what was predicted once it was there: beside what was predicted before, and marked."""
    before = tuple(each for each in report.predictions if not each.after)
    said = {each.said for each in before}
    late = (replace(each, after=True) for each in scored(predictions, report, better) if each.said not in said)
    return replace(report, predictions=(*before, *late))


def readings(predictions: tuple[Prediction, ...]) -> tuple[str, ...]:
    """What is to be said before a run of predictions that could have been meant otherwise."""
    return tuple(
        f"“{each.said}” is read as {each.read_as}: without a sign, a share is of 1."
        for each in predictions
        if each.read_as
    )


def scored(predictions: tuple[Prediction, ...], report: LabReport, better: int) -> tuple[Scored, ...]:
    """Each prediction beside what was measured."""
    known = measurements(report, better)
    return tuple(_scored(prediction, known.get(prediction.name)) for prediction in predictions)


def _scored(prediction: Prediction, measured: Interval | None) -> Scored:
    if measured is None:
        return Scored(prediction.said, "not measured", None)
    return Scored(prediction.said, shown(prediction.name, measured), prediction.holds(measured))


def shown(name: str, measured: Interval) -> str:
    """A measurement as it is read, with its interval where it has one."""

    def one(value: float) -> str:
        if value == MISSED:
            return "missed"
        if name in SHARES:
            return f"{round(value * 100, 1) + 0.0:.1f} %"  # plus 0.0, for zero has no sign
        return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"

    if measured.low == measured.high:
        return one(measured.value)
    return f"{one(measured.value)} ({one(measured.low)} to {one(measured.high)})"
