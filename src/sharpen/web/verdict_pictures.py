"""Pictures beside a verdict, as SVG that takes its colors from the page: time against size, and shares of outcomes."""

from collections.abc import Callable, Sequence
from html import escape

from sharpen.domain.evidence import Growth, Share, Timing
from sharpen.web.lab_pictures import Scale, scale

WIDTH, HEIGHT = 440, 210
LEFT, RIGHT, TOP, BOTTOM = 62, 96, 12, 38
BAR_HEIGHT, ROW = 170, 26


def growth(found: Growth) -> str:
    """CPU time against size, both by powers of ten, with the model solution's line where it was timed."""
    timings = [each for each in found.timings if each.ms > 0]
    if len(timings) == 1:
        return _beside(found.of, timings[0])
    if not timings:
        return ""
    model = [each for each in timings if each.model_ms > 0]
    x = scale([each.size for each in timings], LEFT, WIDTH - RIGHT, powers=True)
    y = scale([*(t.ms for t in timings), *(t.model_ms for t in model)], HEIGHT - BOTTOM, TOP, powers=True)
    drawn = [*_across(y, _milliseconds), *_along(timings[0].size, timings[-1].size, x, found.of)]
    drawn += _curve([(x.at(t.size), y.at(t.model_ms)) for t in model], "base", "model")
    drawn += _curve([(x.at(t.size), y.at(t.ms)) for t in timings], "mine", "yours")
    return _svg(HEIGHT, drawn, f"CPU time against the size of {found.of}: {growth_words(found)}")


def _beside(of: str, timing: Timing) -> str:
    """One size: your time, and the model solution's below it, as bars."""
    rows = [("yours", timing.ms, "mine"), ("model", timing.model_ms, "base")]
    x = Scale(0, max(timing.ms, timing.model_ms), LEFT, WIDTH - RIGHT)
    drawn = []
    for place, (name, ms, kind) in enumerate(row for row in rows if row[1]):
        top, end = 6 + place * ROW, max(x.at(ms), LEFT + 1.5)
        drawn.append(f'<rect class="{kind}" x="{LEFT}" y="{top}" width="{end - LEFT:.1f}" height="{ROW - 8}" rx="2"/>')
        drawn.append(_text(LEFT - 7, top + 13, name, "end"))
        more = "more than " if timing.stopped and kind == "mine" else ""
        drawn.append(_text(end + 7, top + 13, more + _milliseconds(ms), "start"))
    return _svg(len(rows) * ROW + 8, drawn, f"CPU time at the size of {of}: {growth_words(Growth(of, (timing,)))}")


def growth_words(found: Growth) -> str:
    """The same in words, for whoever does not see it."""
    said = []
    for each in found.timings:
        more = "more than " if each.stopped else ""
        model = f", {_milliseconds(each.model_ms)} in the model solution" if each.model_ms else ""
        said.append(f"{each.size:,}: {more}{_milliseconds(each.ms)}{model}")
    return "; ".join(said)


def shares(found: Sequence[Share]) -> str:
    """How often each outcome came, with a mark where it is expected."""
    if not found:
        return ""
    top = max(max(each.got, each.expected) for each in found) or 1.0
    y = Scale(0, top * 1.06, BAR_HEIGHT - BOTTOM, TOP)
    room = (WIDTH - LEFT - 8) / len(found)
    drawn = _across(y, lambda value: f"{value:.0%}" if top > 0.05 else f"{value:.1%}")
    every = max(1, round(len(found) / 12))
    for place, each in enumerate(found):
        left, level = LEFT + place * room, y.at(each.got)
        tip = escape(f"{each.outcome}: {each.got:.1%}, {each.expected:.1%} expected")
        drawn.append(
            f'<rect class="came" x="{left + room * 0.14:.1f}" y="{level:.1f}" width="{room * 0.72:.1f}" '
            f'height="{BAR_HEIGHT - BOTTOM - level:.1f}"><title>{tip}</title></rect>'
        )
        drawn.append(f'<path class="wanted" d="M{left + 1:.1f} {y.at(each.expected):.1f}h{room - 2:.1f}"/>')
        if place % every == 0:
            drawn.append(_text(left + room / 2, BAR_HEIGHT - BOTTOM + 16, each.outcome, "middle"))
    return _svg(BAR_HEIGHT, drawn, "How often each outcome came; the lines are what is expected")


def _across(y: Scale, say: Callable[[float], str]) -> list[str]:
    """Lines across, with what they stand for."""
    drawn = []
    for tick in y.ticks(4):
        at = y.at(tick)
        drawn.append(f'<path class="grid" d="M{LEFT} {at:.1f}H{WIDTH - 8}"/>')
        drawn.append(_text(LEFT - 7, at + 4, say(tick), "end"))
    return drawn


def _along(first: int, last: int, x: Scale, of: str) -> list[str]:
    ends = [_text(x.at(size), HEIGHT - BOTTOM + 17, f"{size:,}", "middle") for size in (first, last)]
    return [*ends, _text((x.start + x.end) / 2, HEIGHT - 4, f"size of {of}" if of else "size", "middle")]


def _curve(points: list[tuple[float, float]], kind: str, name: str) -> list[str]:
    """A line through points, with its name at the end."""
    if not points:
        return []
    path = "L".join(f"{left:.1f} {top:.1f}" for left, top in points)
    dots = [f'<circle class="{kind}" cx="{left:.1f}" cy="{top:.1f}" r="3"/>' for left, top in points]
    left, top = points[-1]
    return [f'<path class="line {kind}" d="M{path}"/>', *dots, _text(left + 9, top + 4, name, "start", kind)]


def _milliseconds(ms: float) -> str:
    return f"{ms / 1000:.3g} s" if ms >= 1000 else f"{ms:.3g} ms"


def _text(left: float, top: float, words: str, anchor: str, kind: str = "") -> str:
    return f'<text class="{kind}" x="{left:.1f}" y="{top:.1f}" text-anchor="{anchor}">{escape(words)}</text>'


def _svg(height: int, drawn: list[str], label: str) -> str:
    return (
        f'<svg class="verdict-plot" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" '
        f'aria-label="{escape(label)}">{"".join(drawn)}</svg>'
    )
