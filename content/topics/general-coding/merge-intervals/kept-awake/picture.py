"""The jobs with their grace periods on a time line, and the stretches for which the machine is on."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams

LONG = 12.0
"""Units of the time line."""


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for no jobs, or more than 16."""
    jobs, grace = diagrams.given(call, "jobs", "grace")
    if not 0 < len(jobs) <= 16:
        raise ValueError("too many jobs to see anything, or none")
    axes = diagrams.sheet(figure)
    first, last = min(start for start, _ in jobs), max(stop for _, stop in jobs) + grace

    def at(second: float) -> float:
        return LONG * (min(max(second, first), last) - first) / max(last - first, 1)

    for place, (start, stop) in enumerate(jobs):
        y = 0.5 * place
        diagrams.line(axes, (at(stop), y), (at(stop + grace), y), tone="gold", thick=2)
        diagrams.line(axes, (at(start), y), (at(stop) + 0.06, y), tone="blue", thick=5)
        diagrams.words(axes, -0.3, y, f"{start} to {stop}", size=8, align="right")

    def on(answer: Any, y: float) -> float:
        if len(answer) > 20:
            raise ValueError("more stretches than jobs")
        y += 0.2
        for start, stop in answer:
            right = diagrams.alike([start, stop], next((one for one in expected if one[0] == start), None))
            diagrams.line(axes, (at(start), y), (at(stop) + 0.06, y), tone="green" if right else "red", thick=5)
        for end in {end for pair in answer for end in pair}:
            diagrams.line(axes, (at(end), y - 0.18), (at(end), y + 0.18), thick=1.5)
        told = ", ".join(f"{start} to {stop}" for start, stop in answer) or "never on"
        diagrams.words(axes, 0, y + 0.45, told, size=9)
        return y + 0.7

    y = diagrams.answers(axes, 0.5 * len(jobs), got, expected, on)
    told = f"Blue: jobs; gold: {grace} s of grace; green: on; red: a stretch that is not so."
    diagrams.words(axes, 0, y, told, size=9)
    diagrams.fit(axes)
