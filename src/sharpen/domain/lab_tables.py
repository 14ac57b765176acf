"""A report in words and in tables, as the terminal, a notebook and the page say it."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sharpen.domain.counting import counted
from sharpen.domain.lab import Lab, Stage
from sharpen.domain.lab_report import AbReport, Interval, LabReport, MonthReport, Scored, Watched
from sharpen.domain.prediction import NAMES, gain, measurements, shown

NONE = "–"  # noqa: RUF001 (an en dash stands for nothing)
UNLIKELY = 0.001
"""Below this p-value the sizes of the arms are no chance."""
UNKNOWN = (math.nan, math.nan)
BROKEN = {True: ", broken", False: ""}


@dataclass(frozen=True)
class Figures:
    """A table: its title, the headings of its columns, and rows of texts; the first column names the row."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def number(value: float | None) -> str:
    """A number with as many digits as one reads."""
    if value is None or math.isnan(value):
        return NONE
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value + 0.0:.3g}"  # plus 0.0, for zero has no sign


def percent(share: float | None) -> str:
    """A relative change."""
    if share is None or math.isnan(share):
        return NONE
    rounded = round(share * 100, 1)
    return f"{rounded:+.1f} %" if rounded else "0.0 %"


def interval(of: Interval) -> str:
    """A number with its interval."""
    if math.isnan(of.low) or math.isnan(of.high):
        return number(of.value)
    return f"{number(of.value)} ({number(of.low)} to {number(of.high)})"


def change(of: Interval) -> str:
    """A relative change with its interval."""
    if math.isnan(of.low) or math.isnan(of.high):
        return percent(of.value)
    return f"{percent(of.value)} ({percent(of.low)} to {percent(of.high)})"


def held(value: bool | None) -> str:
    """Whether a prediction held, in a word or two."""
    return {True: "held", False: "did not hold", None: "cannot be told"}[value]


def outcome(of: Scored) -> str:
    """Whether a prediction held, and whether that is worth anything."""
    return f"{held(of.held)}, made after it was seen" if of.after else held(of.held)


def score(value: float | None) -> str:
    """A score in points of 100."""
    return NONE if value is None or math.isnan(value) else f"{round(value, 1) + 0.0:.1f}"


def unpaid(report: LabReport) -> float | None:
    """The score before training is paid for, of the design and of the baseline."""
    return 100 * (1 - report.month.regret) if report.month else None


def sentences(lab: Lab, report: LabReport) -> Iterator[str]:
    """What a report says, a sentence or a few for each stage."""
    yield from _of_score(report)
    yield from _of_offline(lab, report)
    yield from _of_load(lab, report)
    if ab := report.ab:
        truth = percent(ab.true_lift)
        yield f"In the experiment it {result(ab.lift)}: {change(ab.lift)} in {lab.reward}; in truth {truth}."
        if ab.ramp:
            yield f"That is of the {counted(len(ab.days), 'day')} after the ramp, on which all units were in."


def warnings(report: LabReport) -> Iterator[str]:
    """What comes before everything else that a report says: why its design must not go live, whatever it wins."""
    if ab := report.ab:
        for each in ab.guardrails:
            if each.broken:
                yield f"The guardrail “{each.title}” is broken: {change(each.change)}. This design must not go live."
        if ab.sample_ratio_p < UNLIKELY:
            yield "The arms differ in size by more than chance: do not believe this experiment."


def _of_score(report: LabReport) -> Iterator[str]:
    if report.score is None:
        return
    if report.score < 0:
        yield (
            f"In its month it falls {score(-report.score)} points behind the baseline, where somebody who knows the "
            f"truth is 100 ahead of it: the score is {score(report.score)}."
        )
    else:
        yield (
            f"In its month it goes {score(report.score)} of the 100 points from the baseline to somebody who knows the "
            "truth: that is the score."
        )
    before = score(unpaid(report))
    if before != score(report.score):
        yield f"Training again is paid for in it; before that it is {before}."


def _of_offline(lab: Lab, report: LabReport) -> Iterator[str]:
    if offline := report.offline:
        found = gain(offline, lab.sign)
        by = f", a gain of {change(found)}" if found else ""
        yield (
            f"Offline it is {_than(found)} the baseline: {lab.metric} {number(offline.metric.value)} against "
            f"{number(offline.baseline.value)}, {lab.better} is better{by}."
        )
        if offline.own is not None and not offline.metric.low <= offline.own <= offline.metric.high:
            yield f"Its own estimate was {number(offline.own)}, outside of the interval of what was measured."


def _than(found: Interval | None) -> str:
    """How a metric compares with the baseline's, by the interval of its gain."""
    if found is None:
        return "not surely better or worse than"
    if found.low > 0:
        return "better than"
    if found.high < 0:
        return "worse than"
    return "exactly as good as" if found.low == found.high == 0 else "not surely better or worse than"


def _of_load(lab: Lab, report: LabReport) -> Iterator[str]:
    if load := report.load:
        met = "meets" if load.p99 <= lab.goal.p99 else "misses"
        yield (
            f"Under load it {met} the goal: at {number(load.rate)} requests a second 99 of 100 are answered in "
            f"{number(load.p99)} ms, as if nothing else ran on the machine; {number(lab.goal.p99)} ms are asked for."
        )
        if load.waited:
            yield (
                f"It does not work but waits for {number(load.waited)} ms of the mean request, such as asleep: that "
                "counts as latency."
            )
        if load.sampled is not None:
            yield f"{counted(load.sampled, 'request')} alone could be measured: the time of the stage ran out."


def result(lift: Interval) -> str:
    """What an interval of a lift says."""
    if lift.low > 0:
        return "wins"
    return "loses" if lift.high < 0 else "shows no sure difference"


def best_offline(lab: Lab, reports: Sequence[LabReport]) -> LabReport | None:
    """The report with the best metric offline; None if there is none."""
    measured = [(report.offline.metric.value, report) for report in reports if report.offline and report.ab]
    return max(measured, key=lambda pair: lab.sign * pair[0])[1] if measured else None


def offline_against_online(lab: Lab, reports: Sequence[LabReport]) -> str:
    """One sentence on whether what is best offline is best in its experiment; empty without reports."""
    best = best_offline(lab, reports)
    if best is None or best.ab is None:
        return ""
    lift = best.ab.lift
    if len(reports) == 1:
        return f"This design {result(lift)} in its experiment: {change(lift)}."
    if lift.high < 0:
        return f"The design that is best offline loses its experiment: {change(lift)}."
    winner = max((report.ab.lift.value for report in reports if report.ab), default=lift.value)
    if winner > lift.value:
        other = f"another has {percent(winner)}"
        return f"The design that is best offline is not the best in the experiment: {change(lift)}, {other}."
    return f"The design that is best offline is the best in the experiment, too: {change(lift)}."


def tables(lab: Lab, report: LabReport) -> Iterator[Figures]:
    """Every number of a report."""
    if report.predictions:
        predicted = tuple((each.said, each.measured, outcome(each)) for each in report.predictions)
        yield Figures("Predictions", ("Said", ">Measured", "Held"), predicted)
    if offline := report.offline:
        rows = (
            ("design", interval(offline.metric)),
            ("baseline", interval(offline.baseline)),
            ("its own estimate", number(offline.own)),
        )
        parts = tuple(
            (f"{name}: {label}", interval(value))
            for name, labels in offline.slices.items()
            for label, value in labels.items()
        )
        yield Figures(f"Offline: {lab.metric}, {lab.better} is better", ("", ">Value"), (*rows, *parts))
    if load := report.load:
        waits = (("of that waiting, mean", f"{number(load.waited)} ms"),) if load.waited else ()
        served = (
            ("CPU work per request, median", f"{number(load.service_p50)} ms"),
            *waits,
            ("latency, median", f"{number(load.p50)} ms"),
            ("latency, 99th percentile", f"{number(load.p99)} ms"),
            ("the goal for that", f"{number(lab.goal.p99)} ms"),
            ("answered in time", f"{load.on_time * 100:.0f} %"),
            ("highest rate within the goal", f"{number(load.max_rate)} a second"),
            *((("requests in one batch", f"{load.batch}"),) if load.batch > 1 else ()),
        )
        yield Figures(f"Load: {number(load.rate)} requests a second", ("", ">Value"), served)
    yield from _ab(lab, report)
    yield from _month(lab, report)
    yield costs(report)


def _ab(lab: Lab, report: LabReport) -> Iterator[Figures]:
    if ab := report.ab:
        guardrails = ((f"guardrail: {each.title}", change(each.change) + BROKEN[each.broken]) for each in ab.guardrails)
        rows = (
            ("lift", change(ab.lift)),
            ("lift, adjusted by what units did before (CUPED)", change(ab.cuped)),
            ("variance that takes away", f"{ab.variance_cut * 100:.0f} %"),
            ("p-value", number(ab.p_value)),
            ("lift in truth", percent(ab.true_lift)),
            (f"power to find {percent(lab.effect)}", f"{ab.power * 100:.0f} %"),
            ("units, baseline and design", f"{ab.sizes[0]:,} and {ab.sizes[1]:,}"),
            ("p-value of the sample ratio", number(ab.sample_ratio_p)),
            *guardrails,
            *_interleaving(ab),
            *_ramp(ab),
        )
        ramp = f", after {counted(len(ab.ramp), 'day')} of ramp" if ab.ramp else ""
        yield Figures(f"Experiment: {counted(len(ab.days), 'day')} against the baseline{ramp}", ("", ">Value"), rows)
        yield from _happened(report)


def _interleaving(ab: AbReport) -> Iterator[tuple[str, str]]:
    if found := ab.interleaving:
        yield (
            "interleaving: of those who prefer one of the two, the share that prefers the design",
            shown("interleaving", found),
        )
        yield "p-value of interleaving", number(ab.interleaving_p_value)


def _ramp(ab: AbReport) -> Iterator[tuple[str, str]]:
    """The days before all units were in, which are left out of all else."""
    for day, step in enumerate(ab.ramp, 1):
        control, treated = step.sizes
        name = f"ramp, day {day}: {100 * step.share:g} % treated; units so far, p-value of their ratio"
        yield name, f"{control:,} and {treated:,}; {number(step.sample_ratio_p)}"


def _happened(report: LabReport) -> Iterator[Figures]:
    """What the world tells beside the metric: of the log that was replayed, and of what the design did to users."""
    offline, live = (part.happened if part else {} for part in (report.offline, report.ab))
    rows = tuple(
        (name, *(number(pair[who]) for who in (0, 1) for pair in (offline.get(name, UNKNOWN), live.get(name, UNKNOWN))))
        for name in {**offline, **live}
    )
    if rows:
        headings = ("", ">Offline", ">Live", ">Baseline offline", ">Baseline live")
        yield Figures("What happened live: the design and the baseline", headings, rows)


def _month(lab: Lab, report: LabReport) -> Iterator[Figures]:
    if month := report.month:
        rows = (
            ("score, training paid for", score(report.score)),
            ("score, training not paid for", score(unpaid(report))),
            ("regret: the oracle's gain that is left, training not paid for", f"{month.regret * 100:.0f} %"),
            ("mean reward: design", number(_mean(month.design))),
            ("mean reward: baseline", number(_mean(month.baseline))),
            ("mean reward: oracle", number(_mean(month.oracle))),
            ("shocks, and those without an alarm", f"{len(month.shocks)}, {month.missed}"),
            ("days until an alarm", _delay(month)),
            ("false alarms", f"{month.false_alarms}"),
            ("trained again", f"{len(month.retrained)} times, for {number(month.cost)} {lab.reward}"),
        )
        yield Figures(f"Month: {counted(len(month.design), 'day')} in production", ("", ">Value"), rows)
        if month.alarms:
            said = tuple((f"day {day}", text) for day, text in sorted(month.alarms.items()))
            yield Figures("Alarms: what they said", ("Day", "Alarm"), said)


def _delay(month: MonthReport) -> str:
    if month.delay is None:
        return "missed" if month.missed else NONE
    return f"{month.delay:.1f}" + (f", {month.missed} missed" if month.missed else "")


def costs(report: LabReport) -> Figures:
    """CPU time by stage, and memory."""
    cpu: Mapping[str, float] = report.cpu or {}
    spent = tuple((f"{stage.value}", f"{cpu.get(stage, 0.0):.2f} s") for stage in Stage if stage in cpu)
    others = {"baseline": "the baseline's", "world": "the world's own"}
    beside = tuple((whose, f"{cpu[name]:.2f} s") for name, whose in others.items() if name in cpu)
    return Figures("Costs: CPU and memory", ("", ">Value"), (*spent, *beside, ("memory", f"{report.memory:,.0f} MiB")))


def compared(lab: Lab, first: LabReport, second: LabReport) -> Figures:
    """Two reports side by side, by the numbers that can be predicted."""
    numbers = [measurements(report, lab.sign) for report in (first, second)]
    rows = [
        (name, *(shown(name, found[name]) if name in found else NONE for found in numbers), what)
        for name, what in NAMES.items()
        if any(name in found for found in numbers)
    ]
    rows += _compared_ab(first.ab, second.ab)
    return Figures("Side by side", ("", ">First", ">Second", "What it is"), tuple(rows))


def _compared_ab(first: AbReport | None, second: AbReport | None) -> Iterator[tuple[str, ...]]:
    """What an experiment tells and nobody can predict: the lift in truth, and the guardrails."""
    pair = (first, second)
    if not any(pair):
        return
    truths = (percent(ab.true_lift) if ab else NONE for ab in pair)
    yield "lift in truth", *truths, "what the simulator knows, of all traffic"
    watched: list[dict[str, Watched]] = [{each.title: each for each in ab.guardrails} if ab else {} for ab in pair]
    for title in {**watched[0], **watched[1]}:
        sides = (change(each[title].change) + BROKEN[each[title].broken] if title in each else NONE for each in watched)
        yield title, *sides, "a guardrail: its relative change"


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else math.nan
