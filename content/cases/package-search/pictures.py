"""The architecture of searching a catalog of packages."""

from matplotlib.figure import Figure

from sharpen.checks.system_diagrams import BLUE, ORANGE, system

BOXES = {
    "publications": (1, 3, "Publications", "43,000 a day", ORANGE),
    "indexes": (2, 3, "Indexes", "nightly + minutes", ORANGE),
    "query": (0, 2, "Query", "words, typos, 5 ms", BLUE),
    "network": (1, 2, "Network", "30 ms of the 150", BLUE),
    "candidates": (2, 2, "Candidates", "2M → 200, 30 ms", BLUE),
    "features": (2, 1, "Features", "match, prior, 15 ms", BLUE),
    "ranker": (1, 1, "Ranker", "200 → 10, 20 ms", BLUE),
    "page": (0, 1, "Page", "summaries, 15 ms", BLUE),
    "log": (0, 0, "Log", "shown, why, clicked", ORANGE),
    "labels": (1, 0, "Labels", "installs, stays", ORANGE),
    "training": (2, 0, "Training", "weekly, by place", ORANGE),
}
ARROWS = (
    *(("publications", "indexes"), ("indexes", "candidates"), ("query", "network"), ("network", "candidates")),
    *(("candidates", "features"), ("features", "ranker"), ("ranker", "page"), ("page", "log")),
    *(("log", "labels"), ("labels", "training"), ("training", "ranker")),
)


def architecture(figure: Figure) -> None:
    """Blue is what happens while somebody waits, orange what happens before and after."""
    system(figure, BOXES, ARROWS, height=4.6)


PICTURES = [architecture]
