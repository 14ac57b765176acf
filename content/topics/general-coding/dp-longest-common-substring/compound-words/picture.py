"""The table of fewest errors: between the first words of both lists, and the way through it."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams

SHOWS_METHOD = True

STEPS = [(1, 1), (1, 2), (2, 1), (1, 0), (0, 1)]


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for more than 14 words."""
    reference, heard = diagrams.given(call, "reference", "heard")
    if max(len(reference), len(heard)) > 14:
        raise ValueError("too many words to see anything")
    axes = diagrams.sheet(figure)
    least, before = _least(reference, heard)
    rows = [[least[i, j] for j in range(len(heard) + 1)] for i in range(len(reference) + 1)]
    tones: dict[tuple[int, int], str] = {}
    place = len(reference), len(heard)
    while place != (0, 0):
        earlier = before[place]
        tones[place] = "blue" if least[earlier] == least[place] else "red"
        place = earlier
    wide = diagrams.breadth([*heard, "-"], 9)
    diagrams.words(axes, 0, 0, "heard", size=8)
    diagrams.table(
        axes, 0, 0.75, rows, across=["", *heard], down=["", *reference], tones={**tones, (0, 0): "blue"}, wide=wide
    )
    y = 2.1 + len(reference)
    diagrams.words(axes, 0, y, "In a cell: the fewest errors up to these two words.", size=9)
    diagrams.words(axes, 0, y + 0.5, "Blue and red: the path to the end; red: a step with an error.", size=9)
    diagrams.told(axes, y + 0.9, got, expected)
    diagrams.fit(axes)


def _least(
    reference: list[str], heard: list[str]
) -> tuple[dict[tuple[int, int], int], dict[tuple[int, int], tuple[int, int]]]:
    """The fewest errors of the first words of both, and from where each number comes."""
    least, before = {(0, 0): 0}, {}
    for i in range(len(reference) + 1):
        for j in range(len(heard) + 1):
            ways = [
                (least[i - down, j - right] + _errors(reference[i - down : i], heard[j - right : j]), order)
                for order, (down, right) in enumerate(STEPS)
                if down <= i and right <= j and _errors(reference[i - down : i], heard[j - right : j]) < 2
            ]
            if ways:
                errors, order = min(ways)
                least[i, j], before[i, j] = errors, (i - STEPS[order][0], j - STEPS[order][1])
    return least, before


def _errors(said: list[str], heard: list[str]) -> int:
    """The errors of a part; 2 if this is none."""
    if "".join(said) == "".join(heard):
        return 0
    return 1 if len(said) < 2 and len(heard) < 2 else 2
