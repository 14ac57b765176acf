"""Attempts at a problem as a line: checks passed by attempt, with the time between them."""

from collections.abc import Sequence
from datetime import timedelta
from html import escape
from itertools import pairwise

from sharpen.domain.attempt import Attempt

WIDTH, HEIGHT = 560, 132
LEFT, RIGHT, TOP, BOTTOM = 34, 14, 14, 34
MOST = 24
"""Attempts on the line, the newest; more would be a hedge."""
NAMED = 9
"""Up to so many attempts, every time between two is said; of more, those of a day or longer."""
DAY = timedelta(days=1)


def line(attempts: Sequence[Attempt]) -> str:
    """The line of these attempts, newest first; empty where there are not two with results."""
    told = [attempt for attempt in attempts if attempt.passed[1]][:MOST][::-1]
    if len(told) < 2:
        return ""
    step = (WIDTH - LEFT - RIGHT) / (len(told) - 1)
    bottom, of = HEIGHT - BOTTOM, told[-1].passed[1]
    places = [(LEFT + number * step, _height(each, bottom)) for number, each in enumerate(told)]
    drawn = [f'<path class="grid" d="M{LEFT} {y:g}H{WIDTH - RIGHT}"/>' for y in (TOP, bottom)]
    drawn += [_text(LEFT - 8, y + 4, words, "end") for y, words in ((TOP, f"{of}"), (bottom, "0"))]
    drawn.append(f'<path class="line" d="M{"L".join(f"{x:.1f} {y:.1f}" for x, y in places)}"/>')
    for (x, y), each in zip(places, told, strict=True):
        passed, count = each.passed
        tip = escape(f"{passed} of {count}" + (f"; {each.failing}" if each.failing else "; accepted"))
        kind = "passed" if each.accepted else "failed"
        drawn.append(f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="4.5"><title>{tip}</title></circle>')
    for number, (before, after) in enumerate(pairwise(told)):
        gap = after.created - before.created
        if len(told) <= NAMED or gap >= DAY:
            drawn.append(_text(LEFT + (number + 0.5) * step, HEIGHT - 12, between(gap), "middle"))
    label = "Checks passed by attempt: " + ", ".join(f"{each.passed[0]} of {each.passed[1]}" for each in told)
    return (
        f'<svg class="attempts-line" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img" '
        f'aria-label="{escape(label)}">{"".join(drawn)}</svg>'
    )


def between(gap: timedelta) -> str:
    """The time between two attempts, short: 40 s, 12 min, 3 h, 9 d."""
    seconds = max(0.0, gap.total_seconds())
    for size, unit in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds / size:.0f} {unit}"
    return f"{seconds:.0f} s"


def _height(attempt: Attempt, bottom: float) -> float:
    passed, count = attempt.passed
    return bottom - (bottom - TOP) * passed / count


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'
