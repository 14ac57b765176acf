"""The architecture of ranking a feed."""

from matplotlib.figure import Figure

from sharpen.checks.system_diagrams import BLUE, ORANGE, corner, middle, system

BOXES = {
    "post": (0, 4, "Post", "60 million a day", ORANGE),
    "inboxes": (1, 4, "Inboxes", "pushed, 139,000 a s", ORANGE),
    "pages": (2, 4, "Large pages", "pulled", ORANGE),
    "visit": (0, 3, "Visit", "8,700 a s at peak", BLUE),
    "candidates": (1, 3, "Candidates", "600 posts, 40 ms", BLUE),
    "features": (2, 3, "Features", "fresh counts, 60 ms", BLUE),
    "feed": (0, 2, "Feed", "25 posts", BLUE),
    "variety": (1, 2, "Variety", "authors apart, 10 ms", BLUE),
    "value": (2, 2, "Ranking", "opens, minutes, hides", BLUE),
    "log": (0, 1, "Log", "looks, places, chances", ORANGE),
    "counts": (1, 1, "Counts", "each minute", ORANGE),
    "models": (2, 1, "Models", "old ones kept loaded", ORANGE),
    "training": (0, 0, "Training", "each night", ORANGE),
    "weights": (1, 0, "Weights", "survey, later visits", ORANGE),
    "shadow": (2, 0, "Shadow", "then 1 % of members", ORANGE),
}
ARROWS = (
    *(("post", "inboxes"), ("inboxes", "candidates"), ("pages", "candidates"), ("visit", "candidates")),
    *(("candidates", "features"), ("features", "value"), ("value", "variety"), ("variety", "feed"), ("feed", "log")),
    *(("log", "counts"), ("log", "training"), ("training", "weights"), ("weights", "shadow"), ("shadow", "models")),
    ("models", "value"),
)


def architecture(figure: Figure) -> None:
    """Above, posts are delivered; then a visit, with its budgets; below, how what was read makes the next feed."""
    right, between, height = corner(2, 0)[0] + 0.18, corner(0, 1)[1] + 0.22, middle(0, 3)[1]
    counts = middle(1, 1)[0]
    lane = [(counts, corner(1, 1)[1]), (counts, between), (right, between), (right, height), (right - 0.18, height)]
    system(figure, BOXES, ARROWS, lanes=[lane])


PICTURES = [architecture]
