"""Pictures of a run of a lab, as SVG that takes its colors from the page, so that it fits either scheme and paper.

Each is 440 units wide, so that its words can be read on a phone as well as beside another on a desk.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

from sharpen.domain.lab import Lab
from sharpen.domain.lab_report import AbReport, Interval, LabReport, LoadReport, MonthReport, OfflineReport
from sharpen.domain.lab_tables import change, interval, number, percent

Say = Callable[[float], str]
"""How the values of an axis are said."""
WIDTH, HEIGHT = 440, 230
LEFT, RIGHT, TOP, BOTTOM = 50, 12, 14, 40
ROW, NAMES = 26, 132
LONGEST_NAME = 22
"""Characters of a row's name that there is room for."""
RUN_NAME = 18
"""Those of a run's, of which one is bold."""
LABELED, LETTER = 34, 6.6
"""The height of a row whose values are written in it, and the width of a letter, at most."""
FAR = 10.0
"""What is this many times as far from the middle half of the values as that is wide is cut off."""
HALF = 28
"""Units between the two sides of a picture that has two."""


@dataclass(frozen=True)
class Scale:
    """Where a value lies between two places, evenly or by powers of ten."""

    low: float
    high: float
    start: float
    end: float
    powers: bool = False

    def at(self, value: float) -> float:
        """The place of a value; one beyond the ends lies at the end."""
        low, high, here = (math.log10(v) if self.powers else v for v in (self.low, self.high, self._within(value)))
        return self.start + (here - low) / (high - low) * (self.end - self.start)

    def ticks(self, most: int = 5) -> list[float]:
        """Round values between the ends."""
        if self.powers:
            first, last = math.floor(math.log10(self.low)), math.ceil(math.log10(self.high))
            found = [10.0**power for power in range(first, last + 1)]
            return [tick for tick in found if self.low * 0.999 <= tick <= self.high * 1.001]
        step = _step((self.high - self.low) / most)
        first = math.ceil(self.low / step - 1e-9)
        return [step * place for place in range(first, math.floor(self.high / step + 1e-9) + 1)]

    def _within(self, value: float) -> float:
        return min(max(value, self.low), self.high)


def scale(values: Iterable[float], start: float, end: float, *, powers: bool = False) -> Scale:
    """A scale with room for all finite values."""
    finite = [value for value in values if math.isfinite(value) and (value > 0 or not powers)] or [1.0]
    low, high = min(finite), max(finite)
    if powers:
        return Scale(low / 1.3, high * 1.3, start, end, powers=True)
    room = (high - low or abs(high) or 1.0) * 0.07
    return Scale(low - room, high + room, start, end)


def near(intervals: Iterable[Interval]) -> list[float]:
    """The ends of intervals without those few that would leave no room for the rest, at whose edge an arrow stands."""
    known = [each for each in intervals if math.isfinite(each.value)]
    close = set(_close([each.value for each in known]))
    return _close([end for each in known if each.value in close for end in _ends(each) if math.isfinite(end)])


def _close(values: Sequence[float]) -> list[float]:
    """The values in order, without those that are `FAR` times as far from the middle half as it is wide."""
    kept = sorted(values)
    if not kept:
        return kept
    first, last = kept[len(kept) // 4], kept[-1 - len(kept) // 4]
    far = FAR * (last - first) or math.inf
    return [value for value in kept if first - far <= value <= last + far]


def offline(lab: Lab, found: OfflineReport, beside: OfflineReport | None = None) -> str:
    """The metric of the design with its interval, the baseline's, and the design's own estimate.

    `beside` is what another picture shows that is to have the same scale; so for those below.
    """
    rows = [("this design", found.metric, "mine"), ("baseline", found.baseline, "base")]
    if found.own is not None:
        rows.append(("its own estimate", Interval(found.own, found.own, found.own), "own"))
    also = [v for each in ([beside.metric, beside.baseline] if beside else []) for v in _ends(each)]
    return _dots(rows, f"Offline: {lab.metric}", f"{lab.metric}, {lab.better} is better", also=also)


def slices(lab: Lab, found: OfflineReport) -> str:
    """The metric in each slice; the line is that of all of it."""
    rows = [(label, each, "mine") for labels in found.slices.values() for label, each in labels.items()]
    return _dots(rows, f"Slices: {lab.metric}", f"{lab.metric}, {lab.better} is better", line=found.metric.value)


def lift(found: AbReport, beside: AbReport | None = None) -> str:
    """The lift so far after each day with its interval, and the lift in truth."""
    known = [(day, each) for day, each in enumerate(found.days, 1) if math.isfinite(each.low)]
    ends = [end for each in (found, beside) if each for end in _shown_ends(each)]
    x = Scale(1, max(2, len(found.days)), LEFT, WIDTH - RIGHT)
    y = scale([0.0, *ends], HEIGHT - BOTTOM, TOP)
    band = [(x.at(day), y.at(each.high)) for day, each in known]
    band += [(x.at(day), y.at(each.low)) for day, each in reversed(known)]
    drawn = [
        *_grid(x, y, "day of the experiment" + (" after its ramp" if found.ramp else ""), percent),
        _level(y.at(0), "zero"),
    ]
    if band:
        drawn += [_shape(band, "band"), _line([(x.at(day), y.at(each.value)) for day, each in known], "mine")]
    if math.isfinite(found.true_lift):
        drawn.append(_level(y.at(found.true_lift), "truth", f"lift in truth: {percent(found.true_lift)}"))
    drawn += [_dot(x.at(day), y.at(each.value), "mine", f"day {day}: {change(each)}", size=3) for day, each in known]
    return _svg(HEIGHT, drawn, f"Lift so far, by day: {change(found.lift)} at the end")


def _shown_ends(found: AbReport) -> list[float]:
    """What the picture of the lift must have room for; the first days are so unsure that they may be cut off."""
    return [found.true_lift, found.lift.value, *near(found.days[len(found.days) // 4 :])]


def latency(lab: Lab, found: LoadReport, beside: LoadReport | None = None) -> str:
    """The median and the 99th percentile of the latency by rate, the stated rate, and the goal."""
    points = [(rate, p50, p99) for rate, p50, p99 in found.curve if math.isfinite(p50) and math.isfinite(p99)]
    every = [*points, *(beside.curve if beside else ())]
    x = scale([*(rate for rate, _, _ in every), found.rate], LEFT, WIDTH - RIGHT, powers=True)
    y = scale([*(v for _, *both in every for v in both), lab.goal.p99], HEIGHT - BOTTOM, TOP, powers=True)
    drawn = _grid(x, y, "requests a second", number)
    drawn.append(_level(y.at(lab.goal.p99), "goal", f"goal: {number(lab.goal.p99)} ms"))
    drawn.append(_upright(x.at(found.rate), "goal", f"stated rate: {number(found.rate)} a second"))
    for place, name, style in ((1, "median", "base"), (2, "99th percentile", "mine")):
        drawn.append(_line([(x.at(point[0]), y.at(point[place])) for point in points], style))
        drawn += [
            _dot(
                x.at(point[0]),
                y.at(point[place]),
                style,
                f"{name} at {number(point[0])} a second: {number(point[place])} ms",
                size=3,
            )
            for point in points
        ]
    return _svg(HEIGHT, drawn, f"Latency in ms by rate; p99 is {number(found.p99)} ms at {number(found.rate)} a second")


def month(found: MonthReport, beside: MonthReport | None = None) -> str:
    """The expected reward of each day of design, baseline and oracle, with shocks, alarms and trainings."""
    first, last = found.first_day, found.first_day + max(1, len(found.design) - 1)
    x = Scale(first, last, LEFT, WIDTH - RIGHT)
    every = [v for each in (found, beside) if each for v in (*each.design, *each.baseline, *each.oracle)]
    y = scale(every, HEIGHT - BOTTOM - 24, TOP)
    drawn = _grid(x, y, "day", number)
    drawn += [_upright(x.at(day), "shock", f"shock on day {day}") for day in found.shocks]
    for values, style in ((found.oracle, "oracle"), (found.baseline, "base"), (found.design, "mine")):
        drawn.append(_line([(x.at(first + place), y.at(value)) for place, value in enumerate(values)], style))
    marks = HEIGHT - BOTTOM - 6
    drawn += [_tick(x.at(day), marks, "trained", f"trained again on day {day}") for day in found.retrained]
    drawn += [
        _dot(x.at(day), marks - 10, "alarm", f"alarm on day {day}: {why}", 4) for day, why in found.alarms.items()
    ]
    return _svg(HEIGHT, drawn, "Expected reward per request of each day, of design, baseline and oracle")


def against(lab: Lab, runs: Sequence[tuple[str, LabReport]]) -> str:
    """Each run in a row: what it measured offline on one side, its lift on the other, the best offline on top."""
    rows = [(name, report.offline, report.ab) for name, report in runs if report.offline and report.ab]
    rows.sort(key=lambda row: -lab.sign * row[1].metric.value)
    middle = NAMES + (WIDTH - NAMES - RIGHT - HALF) / 2
    height = TOP + 22 + LABELED * len(rows) + BOTTOM
    left = scale(near(one.metric for _, one, _ in rows), NAMES, middle)
    lifts = near(two.lift for _, _, two in rows)
    truths = (two.true_lift for _, _, two in rows if two.lift.value in lifts)
    right = scale([0.0, *lifts, *truths], middle + HALF, WIDTH - RIGHT)
    top, bottom = TOP + 22, height - BOTTOM
    drawn = [
        _text((NAMES + middle) / 2, TOP + 4, f"Offline, {lab.better} is better", "head"),
        _text((middle + HALF + WIDTH - RIGHT) / 2, TOP + 4, "In the experiment", "head"),
        *_below(left, top, bottom, _short(lab.metric), number, 3),
        *_below(right, top, bottom, "lift against the baseline", percent, 3),
        _upright(right.at(0), "zero", "no difference", top, bottom),
    ]
    for place, (name, one, two) in enumerate(rows):
        y, mine = top + LABELED * (place + 0.5) + 5, name == runs[-1][0]
        style = ("loses" if two.lift.high < 0 else "wins" if two.lift.low > 0 else "unsure") + (" this" if mine else "")
        drawn.append(_text(NAMES - 10, y + 4, _short(name, RUN_NAME), "row this" if mine else "row"))
        drawn.append(_whisker(left, one.metric, y, "mine" if mine else "base", f"{name}: {interval(one.metric)}"))
        drawn += _value(left, one.metric.value, y, number) + _value(right, two.lift.value, y, percent)
        drawn.append(_whisker(right, two.lift, y, style, f"{name}: {change(two.lift)}"))
        if math.isfinite(two.true_lift):
            drawn.append(_stroke(right.at(two.true_lift), y, f"{name}: {percent(two.true_lift)} in truth"))
    return _svg(height, drawn, "What each run measured offline beside its lift in the experiment")


def _dots(
    rows: Sequence[tuple[str, Interval, str]],
    label: str,
    axis: str,
    line: float | None = None,
    also: Sequence[float] = (),
) -> str:
    """A row for each value with its interval."""
    height = TOP + ROW * len(rows) + BOTTOM
    values = [*also, *([] if line is None else [line]), *near(each for _, each, _ in rows)]
    x = scale(values, NAMES, WIDTH - RIGHT)
    drawn = _below(x, TOP, height - BOTTOM, axis, number)
    if line is not None and math.isfinite(line):
        drawn.append(_upright(x.at(line), "zero", f"all: {number(line)}", TOP, height - BOTTOM))
    for place, (name, each, style) in enumerate(rows):
        y = TOP + ROW * (place + 0.5)
        drawn.append(_text(NAMES - 10, y + 4, _short(name), "row"))
        drawn.append(_whisker(x, each, y, style, f"{name}: {interval(each)}"))
    return _svg(height, drawn, label)


def _ends(of: Interval) -> tuple[float, float, float]:
    return of.low, of.value, of.high


def _step(least: float) -> float:
    """The round step at or above a size: 1, 2, 2.5 or 5 times a power of ten."""
    if least <= 0 or not math.isfinite(least):
        return 1.0
    power = 10.0 ** math.floor(math.log10(least))
    return next(step * power for step in (1, 2, 2.5, 5, 10) if least <= step * power * (1 + 1e-9))


def _short(name: str, most: int = LONGEST_NAME) -> str:
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def _grid(x: Scale, y: Scale, axis: str, say: Say) -> list[str]:
    """Both axes: lines across with their values, values below, and what those are."""
    drawn = []
    for tick in y.ticks():
        drawn.append(_path(f"M{LEFT} {y.at(tick):.1f}H{WIDTH - RIGHT}", "grid"))
        drawn.append(_text(LEFT - 7, y.at(tick) + 4, _tick_text(say, tick), "y"))
    whole = [tick for tick in x.ticks(7) if x.powers or tick == round(tick)]
    drawn += [_below_at(x.at(tick), HEIGHT - BOTTOM + 16, number(tick)) for tick in whole]
    drawn.append(_text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, axis, "x"))
    return drawn


def _below(x: Scale, top: float, bottom: float, axis: str, say: Say, most: int = 4) -> list[str]:
    """An axis below rows, with lines up through them."""
    drawn = []
    for tick in x.ticks(most):
        drawn.append(_path(f"M{x.at(tick):.1f} {top:g}V{bottom:g}", "grid"))
        drawn.append(_below_at(x.at(tick), bottom + 16, _tick_text(say, tick)))
    drawn.append(_text((x.start + x.end) / 2, bottom + 33, axis, "x"))
    return drawn


def _value(x: Scale, value: float, y: float, say: Say) -> list[str]:
    """What a dot says, above it."""
    return [_below_at(x.at(value), y - 9, say(value))] if math.isfinite(value) else []


def _below_at(x: float, y: float, words: str) -> str:
    """Words around a place, moved where the picture would cut them off."""
    half = LETTER * len(words) / 2
    return _text(min(max(x, half), WIDTH - half), y, words, "x")


def _tick_text(say: Say, tick: float) -> str:
    if say is percent:
        return f"{tick * 100:+.3g}%" if round(tick, 12) else "0%"
    return number(0.0 if abs(tick) < 1e-12 else tick)


def _whisker(x: Scale, of: Interval, y: float, style: str, tip: str) -> str:
    bar = ""
    if math.isfinite(of.low) and math.isfinite(of.high) and of.low < of.high:
        bar = _path(f"M{x.at(of.low):.1f} {y:g}H{x.at(of.high):.1f}", f"bar {style}")
    if not math.isfinite(of.value):
        return bar
    beyond = (of.value > x.high) - (of.value < x.low)
    return bar + (_arrow(x.at(of.value), y, beyond, style, tip) if beyond else _dot(x.at(of.value), y, style, tip))


def _line(points: Sequence[tuple[float, float]], style: str) -> str:
    known = [point for point in points if all(map(math.isfinite, point))]
    return _path("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in known), f"line {style}") if known else ""


def _shape(points: Sequence[tuple[float, float]], style: str) -> str:
    return _path("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z", style)


def _path(way: str, style: str, tip: str = "") -> str:
    title = f"<title>{escape(tip)}</title>" if tip else ""
    return f'<path class="{style}" d="{way}">{title}</path>'


def _level(y: float, style: str, tip: str = "") -> str:
    return _path(f"M{LEFT} {y:.1f}H{WIDTH - RIGHT}", f"line {style}", tip)


def _upright(x: float, style: str, tip: str, top: float = TOP, bottom: float = HEIGHT - BOTTOM) -> str:
    return _path(f"M{x:.1f} {top:g}V{bottom:g}", f"line {style}", tip)


def _tick(x: float, y: float, style: str, tip: str) -> str:
    return _path(f"M{x:.1f} {y - 4:g}V{y + 4:g}", f"line {style}", tip)


def _stroke(x: float, y: float, tip: str) -> str:
    return _path(f"M{x:.1f} {y - 8:g}V{y + 8:g}", "line truth whole", tip)


def _dot(x: float, y: float, style: str, tip: str, size: float = 5) -> str:
    return f'<circle class="dot {style}" cx="{x:.1f}" cy="{y:.1f}" r="{size:g}"><title>{escape(tip)}</title></circle>'


def _arrow(x: float, y: float, way: int, style: str, tip: str) -> str:
    """Where a dot would lie outside of the picture: to the right, 1, or to the left, -1."""
    return _path(
        f"M{x - 4 * way:.1f} {y - 6:g}L{x + 5 * way:.1f} {y:g}L{x - 4 * way:.1f} {y + 6:g}Z", f"dot {style}", tip
    )


def _text(x: float, y: float, words: str, style: str) -> str:
    return f'<text class="{style}" x="{x:.1f}" y="{y:.1f}">{escape(words)}</text>'


def _svg(height: float, drawn: Iterable[str], label: str) -> str:
    return (
        f'<svg class="plot" viewBox="0 0 {WIDTH} {height:g}" width="{WIDTH}" height="{height:g}" role="img" '
        f'aria-label="{escape(label)}">{"".join(drawn)}</svg>'
    )
