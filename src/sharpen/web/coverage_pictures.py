"""Pictures of what was solved: a year of days, patterns by difficulty, and the mix; SVG to be shown and to be kept.

They are drawn in one color, that of the text around them, so that they fit into either scheme and onto paper.
"""

from collections.abc import Mapping
from datetime import date as Date
from datetime import timedelta
from html import escape

from sharpen.domain.problem import Difficulty
from sharpen.practice.day.coverage import AIM, Coverage

CELL, GAP = 11, 3
WEEKS = 53
STRENGTHS = (0.07, 0.35, 0.55, 0.78, 1.0)
"""How dark nothing, one, two, three, and more are."""
ROW, NAMES, COLUMN = 24, 190, 180
BAR, LABELS = 28, 90
PARTS = dict(zip(Difficulty, (0.3, 0.55, 0.85), strict=True))
"""How dark each difficulty is in the mix."""
DARK = 0.6
"""From here on, words on it are light."""


def year(days: Mapping[Date, int], today: Date, did: str = "solved", label: str = "Problems solved") -> str:
    """The last 53 weeks, a column for each, Monday on top: the darker a day, the more was done."""
    first, size = today - timedelta(days=today.weekday() + 7 * (WEEKS - 1)), CELL + GAP
    drawn = []
    for day in (first + timedelta(days=number) for number in range((today - first).days + 1)):
        left, count = size * ((day - first).days // 7), days.get(day, 0)
        if day.weekday() == 0 and day.day <= 7:
            drawn.append(_text(left, 10, f"{day:%b}"))
        tip = f"{day:%B} {day.day}, {day.year}: {count} {did}"
        drawn.append(_rect(left, 16 + size * day.weekday(), CELL, CELL, STRENGTHS[min(count, 4)], tip))
    return _svg(WEEKS * size, 16 + 7 * size, drawn, f"{label} on each day of a year")


def grid(coverage: Coverage) -> str:
    """A row for each pattern, a column for each difficulty: how much was solved; the next gap has a frame."""
    drawn = [
        _text(NAMES + COLUMN * (place + 0.5), 14, level.capitalize(), middle=True)
        for place, level in enumerate(Difficulty)
    ]
    for number, row in enumerate(coverage.rows, 1):
        top = ROW * number
        drawn.append(_text(0, top + 16, row.topic.title))
        for place, level in enumerate(Difficulty):
            count, left = row.solved(level), NAMES + COLUMN * place
            strength = STRENGTHS[min(count, 4)]
            here, elsewhere = f"{row.here[level]} of {row.there[level]} here", f"{row.elsewhere[level]} elsewhere"
            tip = f"{row.topic.title}, {level}: {here}, {elsewhere}"
            frame = coverage.gap == (row.topic, level)
            drawn.append(_rect(left + 2, top + 2, COLUMN - 4, ROW - 4, strength, tip, frame=frame))
            if count:
                drawn.append(_text(left + COLUMN / 2, top + 16, f"{count}", middle=True, light=strength > DARK))
    return _svg(NAMES + 3 * COLUMN, ROW * (len(coverage.rows) + 1), drawn, "Problems solved by pattern and difficulty")


def mix(coverage: Coverage) -> str:
    """The parts of easy, medium and hard problems, above those to aim at."""
    width, drawn = NAMES + 3 * COLUMN, []
    mine = {level: coverage.share(level) for level in Difficulty}
    for top, name, shares in ((0, "Yours", mine), (BAR + 6, "To aim at", AIM)):
        drawn.append(_text(0, top + 19, name))
        left = float(LABELS)
        for level, strength in PARTS.items():
            part = (width - LABELS) * shares[level] / 100
            words = f"{level} {shares[level]:.0f}%"
            drawn.append(_rect(left, top, max(part - 2, 0), BAR, strength, words))
            if part > 8 * len(words):
                drawn.append(_text(left + part / 2, top + 19, words, middle=True, light=strength > DARK))
            left += part
    return _svg(width, 2 * BAR + 6, drawn, "The mix of difficulties, yours and the one to aim at")


def _rect(x: float, y: float, width: float, height: float, strength: float, tip: str, *, frame: bool = False) -> str:
    stroke = ' stroke="currentColor" stroke-width="2"' if frame else ""
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:.1f}" height="{height:g}" rx="{min(4, height / 5):g}" '
        f'fill="currentColor" fill-opacity="{strength}"{stroke}><title>{escape(tip)}</title></rect>'
    )


def _text(x: float, y: float, words: str, *, middle: bool = False, light: bool = False) -> str:
    anchor = ' text-anchor="middle"' if middle else ""
    color = ' fill="white" class="on-dark"' if light else ' fill="currentColor"'
    font = 'font-family="system-ui, sans-serif" font-size="12"'
    return f'<text x="{x:.1f}" y="{y:g}" {font}{anchor}{color}>{escape(words)}</text>'


def _svg(width: float, height: float, drawn: list[str], label: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
        f'height="{height:g}" role="img" aria-label="{label}">{"".join(drawn)}</svg>'
    )
