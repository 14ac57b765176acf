"""The labels of each annotator on a time line, and how many there are by your second and by the expected one."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams

LONG = 11.0
"""Units of the time line."""


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError where there are more than 8 annotators, or more than 200 labels."""
    annotators, labels = diagrams.given(call, "annotators", "labels")
    if len(annotators) > 8 or labels > 200:
        raise ValueError("too many labels to see anything")
    axes = diagrams.sheet(figure)
    got = diagrams.plain(got)
    marks = [(diagrams.as_expected() if diagrams.alike(got, expected) else "Expected", expected, "blue")]
    last = max(1.15 * expected, expected + 2)
    if isinstance(got, int) and got != expected:
        marks.append(("Yours", got, "red"))
        last = max(last, min(1.05 * got, 2.5 * expected))

    def at(second: float) -> float:
        return LONG * min(second, last) / last

    for place, (pace, block, pause) in enumerate(annotators):
        y = 0.8 * place
        diagrams.line(axes, (0, y), (LONG, y), tone="faint")
        diagrams.words(axes, -0.3, y, f"{pace} s each, {block}, then {pause} s off", size=8, align="right")
        for number in range(labels + 1):
            done = (number + 1) * pace + number // block * pause
            if done <= last:
                tone = "blue" if done <= expected else "plain"
                diagrams.line(axes, (at(done), y - 0.2), (at(done), y + 0.2), tone=tone, thick=2.5)
    low = 0.8 * len(annotators)
    for place, (whose, second, tone) in enumerate(marks):
        many = sum(_finished(one, second) for one in annotators)
        beyond = ", further right" if second > last else ""
        y = low + 0.4 + 0.5 * place
        diagrams.line(axes, (at(second), -0.5), (at(second), low - 0.2), tone=tone, dots=True)
        told = f"{whose}: second {second:,}{beyond}; {many:,} labels by then, {labels:,} needed"
        right = at(second) > LONG / 2
        diagrams.words(axes, at(second), y, told, tone=tone, size=9.5, align="right" if right else "left")
    if not isinstance(got, int):
        diagrams.words(axes, 0, low + 1, "Yours is not a whole number.", tone="red", size=9.5)
    diagrams.fit(axes)


def _finished(annotator: tuple[int, int, int], second: int) -> int:
    pace, block, pause = annotator
    cycles, rest = divmod(max(second, 0), block * pace + pause)
    return cycles * block + min(block, rest // pace)
