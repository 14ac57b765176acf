"""The scores as a row of cells, and for each answer a stretch of which most reach it, if there is one."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for more than 24 scores."""
    scores, length, percent = diagrams.given(call, "scores", "length", "percent")
    if len(scores) > 24:
        raise ValueError("too many scores to see anything")
    axes = diagrams.sheet(figure)
    wide = diagrams.breadth(scores)

    def reached(answer: Any, y: float) -> float:
        tones = {at: "blue" for at, score in enumerate(scores) if score >= answer}
        diagrams.row(axes, 0, y + 0.4, scores, tones=tones, wide=wide)
        start, stop, good = _best(scores, answer, length)
        share = f"{good} of {stop - start} are at least {answer}"
        if 100 * good >= percent * (stop - start):
            diagrams.bracket(axes, start * wide, stop * wide, y + 1.75)
            diagrams.words(axes, 0, y + 2.2, f"{share}, which is {percent} percent or more", size=9, tone="blue")
        else:
            diagrams.bracket(axes, start * wide, stop * wide, y + 1.75, tone="red")
            told = f"{share}, less than {percent} percent; no other stretch of {length} or more has a larger share"
            diagrams.words(axes, 0, y + 2.2, told, size=9, tone="red")
        return y + 2.5

    y = diagrams.answers(axes, 0, got, expected, reached)
    diagrams.words(axes, 0, y, f"blue: at least the answer; wanted: {percent} percent of {length} or more", size=9)
    diagrams.fit(axes)


def _best(scores: list[int], wanted: int, length: int) -> tuple[int, int, int]:
    """The stretch of at least this length with the largest share of good scores, and how many they are."""
    stretches = [
        (start, stop, sum(score >= wanted for score in scores[start:stop]))
        for start in range(len(scores))
        for stop in range(start + length, len(scores) + 1)
    ]
    return max(stretches, key=lambda one: one[2] / (one[1] - one[0]))
