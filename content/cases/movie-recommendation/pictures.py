"""The architecture of recommending ten movies."""

from matplotlib.figure import Figure

from sharpen.checks.system_diagrams import BLUE, ORANGE, beside, system

BOXES = {
    "visit": (0, 3, "Visit", "device, country, hour", BLUE),
    "history": (1, 3, "History", "watches so far, 15 ms", BLUE),
    "candidates": (2, 3, "Candidates", "15,000 → 500, 10 ms", BLUE),
    "row": (0, 2, "Ten movies", "places, chances, 5 ms", BLUE),
    "ranking": (1, 2, "Ranking", "500 scores, 25 ms", BLUE),
    "features": (2, 2, "Features", "fresh counts, 15 ms", BLUE),
    "log": (0, 1, "Log", "list, places, chances", ORANGE),
    "counts": (1, 1, "Counts", "each hour", ORANGE),
    "models": (2, 1, "Movies' vectors", "old ones kept loaded", ORANGE),
    "rows": (0, 0, "Rows", "wait three hours", ORANGE),
    "training": (1, 0, "Training", "each night", ORANGE),
    "content": (2, 0, "New movies", "from content alone", ORANGE),
}
ARROWS = (
    *(("visit", "history"), ("history", "candidates"), ("candidates", "features"), ("features", "ranking")),
    *(("ranking", "row"), ("row", "log"), ("log", "counts"), ("log", "rows"), ("rows", "training")),
    *(("training", "models"), ("content", "models"), ("counts", "features"), ("models", "features")),
)


def architecture(figure: Figure) -> None:
    """Above, what happens at a visit, with its budgets; below, how what was watched changes the next row."""
    system(figure, BOXES, ARROWS, lanes=[beside(2, 1, 3)], height=4.5)


PICTURES = [architecture]
