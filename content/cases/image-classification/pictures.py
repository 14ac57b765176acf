"""The architecture of sorting sellers' photos."""

from matplotlib.figure import Figure

from sharpen.checks.system_diagrams import BLUE, ORANGE, beside, system

BOXES = {
    "photos": (0, 4, "Photos", "830 a s at peak", BLUE),
    "decoding": (1, 4, "Decoding", "25 cores, 60 ms", BLUE),
    "encoder": (2, 4, "Encoder", "3.6 of 6 GPUs", BLUE),
    "seller": (0, 3, "Seller", "leaf, buttons, menu", BLUE),
    "thresholds": (1, 3, "Thresholds", "filled in from 0.8", BLUE),
    "head": (2, 3, "Head", "title, 2,000 leaves", BLUE),
    "listing": (0, 2, "Listing", "6 million a day", ORANGE),
    "repair": (1, 2, "Repair", "0.33 and 0.97", ORANGE),
    "move": (2, 2, "Move", "or leave it", ORANGE),
    "audit": (0, 1, "Audit", "3,000 a day, random", ORANGE),
    "review": (1, 1, "Review", "at most 1 % a day", ORANGE),
    "models": (2, 1, "Models", "with thresholds", ORANGE),
    "labels": (0, 0, "Labels", "193,000 bought", ORANGE),
    "training": (1, 0, "Training", "head each month", ORANGE),
    "shadow": (2, 0, "Shadow", "a week, then 1 %", ORANGE),
}
ARROWS = (
    *(("photos", "decoding"), ("decoding", "encoder"), ("encoder", "head"), ("head", "thresholds")),
    *(("thresholds", "seller"), ("seller", "listing"), ("listing", "repair"), ("repair", "move"), ("repair", "review")),
    *(("listing", "audit"), ("audit", "labels"), ("review", "labels"), ("labels", "training"), ("training", "shadow")),
    ("shadow", "models"),
)


def architecture(figure: Figure) -> None:
    """Above, photos become a suggestion; then the repair of posted listings; below, how labels make the next model."""
    system(figure, BOXES, ARROWS, lanes=[beside(2, 1, 3)])


PICTURES = [architecture]
