"""Pictures of the lesson on pipelines."""

from collections.abc import Mapping
from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
MINUTES = {
    "ingest": 20,
    "statistics": 10,
    "schema": 1,
    "validate": 2,
    "transform": 30,
    "train": 120,
    "evaluate": 15,
    "load test": 5,
    "push": 1,
}
INPUTS: Mapping[str, tuple[str, ...]] = {
    "ingest": (),
    "statistics": ("ingest",),
    "schema": ("statistics",),
    "validate": ("statistics", "schema"),
    "transform": ("ingest", "schema"),
    "train": ("ingest", "schema", "transform"),
    "evaluate": ("ingest", "train"),
    "load test": ("train",),
    "push": ("train", "evaluate", "load test"),
}
"""Which steps' artifacts each step reads, in an order in which they can run."""
REVIEWED = {**INPUTS, "schema": ()}
"""The same with a schema from a file."""
RUNS = {
    "a new day": (INPUTS, "ingest"),
    "a new day, schema from a file": (REVIEWED, "ingest"),
    "the trainer changed": (INPUTS, "train"),
}


def schedule(inputs: Mapping[str, tuple[str, ...]], changed: str) -> dict[str, tuple[float, float]]:
    """Start and end of each step that runs: the changed one, and whatever reads from one that ran."""
    ran: dict[str, tuple[float, float]] = {}
    for step, reads in inputs.items():
        if step == changed or any(one in ran for one in reads):
            start = max((ran[one][1] for one in reads if one in ran), default=0)
            ran[step] = start, start + (0 if step == "schema" and not reads else MINUTES[step])
    return ran


def runs(figure: Figure) -> None:
    """When each step of three runs runs."""
    figure.set_size_inches(5.4, 4.2)
    axes_of: Any = figure.subplots(len(RUNS), 1, sharex=True)
    for axes, (name, (inputs, changed)) in zip(axes_of, RUNS.items(), strict=True):
        ran = schedule(inputs, changed)
        for row, step in enumerate(MINUTES):
            if step in ran:
                start, end = ran[step]
                color = ORANGE if step == "train" else BLUE
                axes.barh(-row, max(end - start, 0.8), left=start, height=0.72, color=color, alpha=0.8)
                axes.text(max(end, start + 0.8) + 2, -row, step, color=INK, fontsize=7, va="center")
        last = max(end for _, end in ran.values())
        axes.axvline(last, color=INK, linewidth=0.8, linestyle=":")
        axes.set_title(f"{name}: {last:g} minutes", color=INK, fontsize=9, loc="left", pad=2)
        axes.set(yticks=(), xlim=(0, 235), ylim=(-len(MINUTES) + 0.3, 0.7))
        axes.tick_params(colors=INK, labelsize=8, length=0)
        axes.grid(axis="x", color=INK, alpha=0.15, linewidth=0.6)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    axes_of[-1].set_xlabel("minutes from the start", color=INK, fontsize=9)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [runs]
