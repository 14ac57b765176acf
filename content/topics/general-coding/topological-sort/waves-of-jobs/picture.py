"""The jobs in columns, one for each wave, with what they need."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams, node_diagrams


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for no jobs, or more than 20."""
    needs, cached = diagrams.given(call, "needs", "cached")
    if not 0 < len(needs) <= 20:
        raise ValueError("too many jobs to see anything, or none")
    axes = diagrams.sheet(figure)
    ready = [name for name in needs if name in cached]

    def planned(answer: Any, y: float) -> float:
        waves = {name: number for number, wave in enumerate(answer, 1) for name in wave}
        if not set(waves) <= set(needs) or len(waves) < sum(map(len, answer)):
            raise ValueError("no waves of jobs, or a job twice")
        columns = [ready, *answer, [name for name in needs if name not in waves and name not in cached]]
        places = {
            name: (float(column), place - (len(names) - 1) / 2)
            for column, names in enumerate(columns)
            for place, name in enumerate(names)
            if name not in cached or column in (0, waves.get(name))
        }
        links = []
        for name, needed in needs.items():
            for other in dict.fromkeys(needed):
                early = other in cached or waves.get(other, 99) < waves.get(name, 99)
                tone = "faint" if name in cached or other in cached else "plain" if early else "red"
                links.append((other, name, "", tone))
        tones = {name: "gray" if name in cached else "blue" for name in needs}
        tones |= {name: "red" for name in needs if (name in cached) == (name in waves)}
        low = node_diagrams.network(axes, y, places, {name: name for name in needs}, links, tones=tones)
        told = "; ".join(", ".join(wave) for wave in answer) or "no wave"
        diagrams.words(axes, 0, low + 0.1, told, size=9)
        return low + 0.3

    y = diagrams.answers(axes, 0, got, expected, planned)
    diagrams.words(
        axes, 0, y, "Gray: cached; blue: a wave in each column; red: too early, in no wave, or cached and run.", size=9
    )
    diagrams.fit(axes)
