"""The architecture of classifying what customers write."""

from matplotlib.figure import Figure

from sharpen.checks.system_diagrams import BLUE, ORANGE, beside, system

BOXES = {
    "messages": (0, 4, "Messages", "4.6 a s at peak", BLUE),
    "front": (1, 4, "Clean text", "masked, 50 ms", BLUE),
    "aspects": (2, 4, "Aspects", "reviews, at night", ORANGE),
    "words": (0, 3, "List of words", "250 alarms a day", BLUE),
    "danger": (1, 3, "Danger", "all messages", BLUE),
    "routing": (2, 3, "Routing", "tickets, 600 ms", BLUE),
    "safety": (0, 2, "Safety", "400 alarms a day", BLUE),
    "people": (1, 2, "People", "24,000 unsure a day", BLUE),
    "teams": (2, 2, "18 teams", "36,000 alone a day", BLUE),
    "returns": (0, 1, "Returns", "5 owners a day", ORANGE),
    "blind": (1, 1, "Blind sample", "200 of all, a day", ORANGE),
    "closed": (2, 1, "Closed tickets", "reasons, an echo", ORANGE),
    "tests": (0, 0, "Measured", "recall, dollars", ORANGE),
    "training": (1, 0, "Training", "weekly, monthly", ORANGE),
    "shadow": (2, 0, "Background", "then 5 % of customers", ORANGE),
}
ARROWS = (
    *(("messages", "front"), ("messages", "words"), ("front", "danger"), ("front", "aspects"), ("words", "safety")),
    *(("front", "routing"), ("danger", "safety"), ("routing", "people"), ("routing", "teams"), ("people", "teams")),
    *(("teams", "closed"), ("returns", "tests"), ("blind", "tests"), ("blind", "training")),
    *(("closed", "training"), ("training", "shadow")),
)


def architecture(figure: Figure) -> None:
    """Above, a message is read twice; in the middle, people; below, what measures and trains the models."""
    system(figure, BOXES, ARROWS, lanes=[beside(2, 0, 3)])


PICTURES = [architecture]
