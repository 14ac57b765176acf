"""The architecture of finding posts that break the rules."""

from matplotlib.figure import Figure

from sharpen.checks.system_diagrams import BLUE, ORANGE, corner, middle, system

BOXES = {
    "post": (0, 4, "Post", "1,040 a s at peak", BLUE),
    "known": (1, 4, "Known pictures", "half of all, 100 ms", BLUE),
    "text": (2, 4, "Text in pictures", "29 GPUs, 750 ms", BLUE),
    "author": (0, 3, "Author", "age, alike posts", BLUE),
    "model": (1, 3, "Joint model", "each rule, 150 ms", BLUE),
    "costs": (2, 3, "Costs", "rule, reach, language", BLUE),
    "reports": (0, 2, "Reports", "400,000 a day", BLUE),
    "queue": (1, 2, "Queue", "most harm first", BLUE),
    "removed": (2, 2, "Removed", "40,000 a day, 95 %", BLUE),
    "measure": (0, 1, "Prevalence", "19,000 views a week", ORANGE),
    "people": (1, 1, "Reviewers", "90,000 a day", ORANGE),
    "appeals": (2, 1, "Appeals", "5,000, within a day", ORANGE),
    "experts": (0, 0, "Experts", "confirm positives", ORANGE),
    "training": (1, 0, "Training", "random share, weights", ORANGE),
    "shadow": (2, 0, "Shadow", "label disagreements", ORANGE),
}
ARROWS = (
    *(("post", "known"), ("known", "text"), ("text", "model"), ("author", "model"), ("model", "costs")),
    *(("costs", "removed"), ("costs", "queue"), ("reports", "queue"), ("queue", "people"), ("removed", "appeals")),
    *(("appeals", "people"), ("measure", "people"), ("measure", "experts"), ("people", "training")),
    *(("experts", "training"), ("training", "shadow")),
)


def architecture(figure: Figure) -> None:
    """Above, a post is checked and decided on; below, people decide, measure and teach."""
    right, over, under = corner(2, 0)[0] + 0.18, middle(1, 3)[1] + 0.66, -0.3
    shadow, model = middle(2, 0)[0], middle(1, 3)[0]
    lane = [(shadow, 0), (shadow, under), (right, under), (right, over), (model, over), (model, corner(1, 3)[1])]
    system(figure, BOXES, ARROWS, lanes=[lane])


PICTURES = [architecture]
