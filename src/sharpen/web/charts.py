"""Charts as numbers that a template can draw: bars in an SVG stretched to the room it has, their labels in HTML."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

MOST_BARS = 92
"""Beyond these, days are drawn together by weeks or longer."""
GAP = 0.18
"""The part of a bar's room that stays free."""


@dataclass(frozen=True)
class Span:
    """Some days drawn as one bar, and what each series comes to in them: a mean a day."""

    first: date
    last: date
    values: tuple[float, ...]

    @property
    def label(self) -> str:
        return short(self.first) if self.first == self.last else f"{short(self.first)} to {short(self.last)}"


@dataclass(frozen=True)
class Part:
    """One series within a bar, from the top: everything in hundredths of the chart's room."""

    series: int
    y: float
    height: float


@dataclass(frozen=True)
class Bar:
    """A bar with its parts, the first series at the bottom."""

    x: float
    width: float
    parts: tuple[Part, ...]
    span: Span


@dataclass(frozen=True)
class Bars:
    """Bars over days. `ticks` are the labels of the axis from the top, `dates` those below, evenly spread."""

    bars: tuple[Bar, ...]
    ticks: tuple[str, ...]
    dates: tuple[str, ...]


def bars(days: Sequence[tuple[date, tuple[float, ...]]]) -> Bars:
    """Bars of what each day has of one or more series; the days follow each other without a gap."""
    spans = grouped(days)
    top = ceiling(max((sum(span.values) for span in spans), default=0.0))
    room = 100 / max(1, len(spans))
    drawn = []
    for place, span in enumerate(spans):
        parts, y = [], 100.0
        for series, value in enumerate(span.values):
            height = 100 * value / top
            y -= height
            if height:
                parts.append(Part(series, round(y, 3), round(height, 3)))
        drawn.append(Bar(round((place + GAP / 2) * room, 3), round(room * (1 - GAP), 3), tuple(parts), span))
    dates = tuple(dict.fromkeys(short(spans[place].first) for place in (0, len(spans) // 2, -1))) if spans else ()
    return Bars(tuple(drawn), (number(top), number(top / 2), "0"), dates)


def grouped(days: Sequence[tuple[date, tuple[float, ...]]]) -> list[Span]:
    """Days, or whole weeks of them when there are too many to draw, each with its mean a day."""
    size = 1 if len(days) <= MOST_BARS else 7 * math.ceil(len(days) / 7 / MOST_BARS)
    spans = []
    for start in range(0, len(days), size):
        some = days[start : start + size]
        means = tuple(sum(column) / len(some) for column in zip(*(values for _, values in some), strict=True))
        spans.append(Span(some[0][0], some[-1][0], means))
    return spans


def every_day(days: Mapping[date, tuple[float, ...]], last: date, count: int) -> list[tuple[date, tuple[float, ...]]]:
    """The last `count` days up to `last`, those without anything as zeros; none before the first that has something."""
    if not days:
        return []
    nothing = (0.0,) * len(next(iter(days.values())))
    first = max(min(days), last - timedelta(days=count - 1))
    span = (last - first).days + 1
    return [(day, days.get(day, nothing)) for day in (first + timedelta(days=n) for n in range(span))]


@dataclass(frozen=True)
class Trend:
    """A chance over time, and what it comes to: SVG paths in hundredths of the chart's room.

    `line` goes up to today, `ahead` from there to the last day, and `band` is where the truth may lie on the way.
    `today` and `level` are the place of today's. `dates` are the first day and the last.
    """

    line: str
    ahead: str
    band: str
    today: float
    level: float
    dates: tuple[str, str]


Between = tuple[float, float, float]
"""A mean, and the interval in which the truth may lie."""


def trend(days: Sequence[tuple[date, float]], today: date, now: Between, last: date, then: Between) -> Trend:
    """The days that were kept, then today, then the last day; what was kept of today itself gives way to `now`."""
    known = [(day, value) for day, value in days if day < today]
    first = min([today, *(day for day, _ in known)])
    length = max((last - first).days, 1)

    def at(day: date, value: float) -> str:
        return f"{100 * (day - first).days / length:.2f} {100 - 100 * value:.2f}"

    line = [*known, (today, now[0])]
    step = max(1, math.ceil(len(line) / MOST_BARS))
    drawn = [*line[:-1:step], line[-1]]
    corners = [at(today, now[1]), at(today, now[2]), at(last, then[2]), at(last, then[1])]
    return Trend(
        "M" + "L".join(at(*each) for each in drawn),
        f"M{at(today, now[0])}L{at(last, then[0])}",
        f"M{'L'.join(corners)}Z",
        100 * (today - first).days / length,
        100 - 100 * now[0],
        (short(first), short(max(last, first))),
    )


@dataclass(frozen=True)
class Curve:
    """Shares against a number, as points in hundredths of the chart's room, from the first number to the last."""

    points: tuple[tuple[int, float], ...]

    def x(self, number: float) -> float:
        """The place of a number from the left."""
        first, last = self.points[0][0], self.points[-1][0]
        return 100 * (number - first) / max(last - first, 1)

    def at(self, number: float, share: float) -> str:
        """The place of a number with a share, as in the path of an SVG."""
        return f"{self.x(number):.2f} {100 - 100 * share:.2f}"

    @property
    def line(self) -> str:
        """The path through the points."""
        return "M" + "L".join(self.at(*point) for point in self.points)

    @property
    def area(self) -> str:
        """The path around what lies below the line."""
        return f"M0 100L{self.line[1:]}L100 100Z"


def ceiling(value: float) -> float:
    """The next round number at or above a value: 1, 2, 4, 5, 6 or 8 times a power of ten; 1 for nothing."""
    if value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 2, 4, 5, 6, 8, 10) if value <= step * power * (1 + 1e-9))


def number(value: float) -> str:
    """A number for an axis."""
    return f"{value:.0f}" if value == round(value) else f"{value:.2g}"


def short(day: date) -> str:
    """A date as 3 Dec; with its year when that is not this one's."""
    year = f" {day.year}" if day.year != date.today().year else ""
    return f"{day.day} {day:%b}{year}"
