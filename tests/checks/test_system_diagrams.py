"""Diagrams of systems: all that is drawn is seen, and arrows join sides that face each other."""

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from sharpen.checks.system_diagrams import ACROSS, BLUE, DOWN, HEIGHT, WIDTH, beside, system

BOXES = {
    "a": (0, 1, "First", "10 ms", BLUE),
    "b": (1, 1, "Second", "20 ms", BLUE),
    "c": (1, 0, "Third", "30 ms", BLUE),
}


def test_boxes_arrows_and_lanes_are_seen_whole() -> None:
    figure = Figure()
    system(figure, BOXES, [("a", "b")], both_ways=[("b", "c")], lanes=[beside(1, 0, 1), [(0, 0), (0, -0.4), (1, -0.4)]])
    (axes,) = figure.axes
    boxes = [patch for patch in axes.patches if isinstance(patch, FancyBboxPatch)]
    assert len(boxes) == 3
    assert {"First", "10 ms"} <= {text.get_text() for text in axes.texts}
    (left, right), (low, high) = axes.get_xlim(), axes.get_ylim()
    assert left < 0
    assert right > ACROSS + WIDTH + 0.18
    assert low < -0.4
    assert high > DOWN + HEIGHT


@pytest.mark.parametrize(
    ("pair", "tail", "head"),
    [
        (("a", "b"), (WIDTH, DOWN + HEIGHT / 2), (ACROSS, DOWN + HEIGHT / 2)),
        (("b", "c"), (ACROSS + WIDTH / 2, DOWN), (ACROSS + WIDTH / 2, HEIGHT)),
        (("a", "c"), (WIDTH, DOWN), (ACROSS, HEIGHT)),
    ],
)
def test_an_arrow_joins_the_sides_that_face_each_other(
    pair: tuple[str, str], tail: tuple[float, float], head: tuple[float, float]
) -> None:
    figure = Figure()
    system(figure, BOXES, [pair])
    (arrow,) = (text for text in figure.axes[0].texts if not text.get_text())
    assert arrow.xyann == pytest.approx(tail)  # type: ignore[attr-defined]
    assert arrow.xy == pytest.approx(head)  # type: ignore[attr-defined]
