"""The architecture of ranking live broadcasts and forecasting their audience."""

from matplotlib.figure import Figure

from sharpen.checks.system_diagrams import BLUE, ORANGE, system

BOXES = {
    "notices": (0, 4, "Notices", "waves of 3 minutes", ORANGE),
    "ladders": (1, 4, "Ladders", "6,000, 15 s to start", ORANGE),
    "sites": (2, 4, "Sites", "5.5 of 7.2 Tb/s", ORANGE),
    "counts": (0, 3, "Counts", "5 s old", ORANGE),
    "forecast": (1, 3, "Forecast", "in 10 minutes", ORANGE),
    "seats": (2, 3, "Seats and places", "1.9 times the median", ORANGE),
    "open": (0, 2, "Open", "1,390 a s at peak", BLUE),
    "scan": (1, 2, "Scan", "40,000 on, 15 ms", BLUE),
    "ranking": (2, 2, "Ranking", "300, minutes, 40 ms", BLUE),
    "page": (0, 1, "Page", "20, ends replaced", BLUE),
    "blending": (1, 1, "Blending", "one place to explore", BLUE),
    "frames": (2, 1, "Frames", "27 GPUs, every 10 s", BLUE),
    "log": (0, 0, "Log", "and what was on", ORANGE),
    "training": (1, 0, "Training", "daily, place out", ORANGE),
    "shadow": (2, 0, "Shadow", "then viewers, sites", ORANGE),
}
ARROWS = (
    *(("forecast", "notices"), ("forecast", "ladders"), ("ladders", "sites"), ("counts", "forecast")),
    *(("counts", "scan"), ("open", "scan"), ("scan", "ranking"), ("frames", "ranking")),
    *(("ranking", "blending"), ("blending", "page"), ("page", "log"), ("log", "training"), ("training", "shadow")),
)
BOTH_WAYS = (("seats", "ranking"), ("seats", "forecast"))
"""Seats limit how much is shown, and planned places go into the forecast."""


def architecture(figure: Figure) -> None:
    """Above, what is made ready before viewers come; then the page; below, how both are learned."""
    system(figure, BOXES, ARROWS, both_ways=BOTH_WAYS)


PICTURES = [architecture]
