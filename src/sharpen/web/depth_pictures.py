"""A picture of how deep a project's facets and methods went, dive by dive; in one color, that of the text around it."""

from html import escape

from sharpen.domain.day import day_of
from sharpen.domain.depth_map import DepthMap, Row
from sharpen.domain.dive import DEPTHS, Visit

NAMES, COLUMN, LINE, HEAD = 190, 52, 22, 20
STRENGTHS = (0.07, 0.2, 0.38, 0.56, 0.76, 1.0)
"""How dark no depth, and each of them, is."""


def over_time(found: DepthMap) -> str:
    """A row for each ladder that was asked, a column for each dive: the darker, the deeper; a ring where it broke.

    Empty for fewer than two dives.
    """
    if len(found.dives) < 2:
        return ""
    drawn = []
    for place, dive in enumerate(found.dives):
        day = day_of(dive.started)
        drawn.append(_text(NAMES + COLUMN * (place + 0.5), 12, f"{day.day} {day:%b}", middle=True))
    for number, row in enumerate(found.went):
        top = HEAD + LINE * number
        drawn.append(_text(0, top + 15, row.title))
        drawn += [_cell(row, row.in_dive(dive.id), place, top) for place, dive in enumerate(found.dives)]
    width, height = NAMES + COLUMN * len(found.dives), HEAD + LINE * len(found.went)
    label = "How deep each facet and method went, dive by dive"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-label="{label}">{"".join(drawn)}</svg>'
    )


def _cell(row: Row, visit: Visit | None, place: int, top: int) -> str:
    """One ladder in one dive; nothing where that did not take it."""
    if visit is None:
        return ""
    depth = DEPTHS.index(visit.reached) + 1 if visit.reached else 0
    said = f"went as deep as {visit.reached}" if visit.reached else "had no answer"
    tip = escape(f"{row.title}: {said}{', and broke' if visit.broke else ''}")
    ring = ' stroke="currentColor" stroke-width="1.5" stroke-dasharray="3 2"' if visit.broke else ""
    return (
        f'<rect x="{NAMES + COLUMN * place + 3}" y="{top + 3}" width="{COLUMN - 6}" height="{LINE - 6}" rx="4" '
        f'fill="currentColor" fill-opacity="{STRENGTHS[depth]}"{ring}><title>{tip}</title></rect>'
    )


def _text(x: float, y: float, words: str, *, middle: bool = False) -> str:
    anchor = ' text-anchor="middle"' if middle else ""
    font = 'font-family="system-ui, sans-serif" font-size="12"'
    return f'<text x="{x:g}" y="{y:g}" fill="currentColor" {font}{anchor}>{escape(words)}</text>'
