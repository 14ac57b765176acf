"""The architecture of ranking ads by the probability of a click."""

from itertools import pairwise

from matplotlib.figure import Figure

from sharpen.checks.system_diagrams import BLUE, ORANGE, system

BOXES = {
    "request": (0, 2, "Request", "front door, 5 ms", BLUE),
    "candidates": (1, 2, "Candidates", "2M → 500, 15 ms", BLUE),
    "features": (2, 2, "Features", "online store, 15 ms", BLUE),
    "ranking": (2, 1, "Ranking", "500 chances, 25 ms", BLUE),
    "auction": (1, 1, "Auction", "value of each, 5 ms", BLUE),
    "ad": (0, 1, "Ad", "network, 20 ms", BLUE),
    "log": (0, 0, "Log", "features as served", ORANGE),
    "training": (1, 0, "Training", "hourly, after 30 min", ORANGE),
    "models": (2, 0, "Models", "the old one is kept", ORANGE),
}
WAY = ("request", "candidates", "features", "ranking", "auction", "ad", "log", "training", "models", "ranking")


def architecture(figure: Figure) -> None:
    """In blue what happens while the feed loads, with its budgets; in orange how a click becomes the next model."""
    system(figure, BOXES, tuple(pairwise(WAY)), height=3.5)


PICTURES = [architecture]
