"""The architecture of completing queries as they are typed."""

from matplotlib.figure import Figure

from sharpen.checks.system_diagrams import BLUE, ORANGE, system

BOXES = {
    "phone": (0, 3, "Phone", "own queries, cache", BLUE),
    "edge": (1, 3, "Edge", "phone, network: 70 ms", BLUE),
    "front": (2, 3, "Front", "5 ms", BLUE),
    "tables": (2, 2, "Tables", "12 a beginning, 2 ms", BLUE),
    "order": (1, 2, "Slips, order", "3 ms + 3 ms", BLUE),
    "filter": (0, 2, "Filter", "never without, 1 ms", BLUE),
    "news": (2, 1, "Small table", "news, every 5 min", ORANGE),
    "habits": (1, 1, "Large table", "habits, every night", ORANGE),
    "reports": (0, 1, "Reports", "removed in 2 min", ORANGE),
    "log": (0, 0, "Log", "taken or typed", ORANGE),
    "people": (1, 0, "People", "50 or more behind it", ORANGE),
    "clocks": (2, 0, "Two clocks", "halved in 23 d, 3 h", ORANGE),
}
ARROWS = (
    *(("phone", "edge"), ("edge", "front"), ("front", "tables"), ("tables", "order"), ("order", "filter")),
    *(("filter", "phone"), ("reports", "filter"), ("log", "people"), ("people", "clocks"), ("clocks", "news")),
    *(("clocks", "habits"), ("habits", "tables"), ("news", "tables")),
)


def architecture(figure: Figure) -> None:
    """Blue is what happens between two letters, orange what happens before and after."""
    system(figure, BOXES, ARROWS, height=4.6)


PICTURES = [architecture]
