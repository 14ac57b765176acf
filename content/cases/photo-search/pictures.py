"""The architecture of searching photos."""

from matplotlib.figure import Figure

from sharpen.checks.system_diagrams import BLUE, ORANGE, beside, corner, middle, system

BOXES = {
    "upload": (0, 4, "Upload", "40 million a day", ORANGE),
    "queue": (1, 4, "Queue", "examples, new, old", ORANGE),
    "embedding": (2, 4, "Image side", "40 GPUs, 400 a s each", ORANGE),
    "search": (0, 3, "Search", "560 a s at peak", BLUE),
    "reading": (1, 3, "Reading", "names, dates, 15 ms", BLUE),
    "words": (2, 3, "Text side", "25 ms of a core", BLUE),
    "page": (0, 2, "Page", "24 photos", BLUE),
    "fusing": (1, 2, "Fusing", "filters, ranks, 15 ms", BLUE),
    "library": (2, 2, "Own library", "exact, 4 MB, sealed", BLUE),
    "deleted": (0, 1, "Deleted", "asked every time", ORANGE),
    "gallery": (1, 1, "Gallery", "cells, 22 GB", BLUE),
    "fresh": (2, 1, "New in gallery", "small, exact", ORANGE),
    "volunteers": (0, 0, "Volunteers", "3,000 libraries", ORANGE),
    "training": (1, 0, "Training", "gallery's captions", ORANGE),
    "versions": (2, 0, "Versions", "one for each library", ORANGE),
}
ARROWS = (
    *(("upload", "queue"), ("queue", "embedding"), ("search", "reading"), ("reading", "words"), ("reading", "fusing")),
    *(("words", "library"), ("words", "gallery"), ("library", "fusing"), ("gallery", "fusing"), ("fusing", "page")),
    *(("deleted", "fusing"), ("fresh", "gallery"), ("gallery", "training"), ("volunteers", "training")),
    ("training", "versions"),
)
NEAR, FAR = 0.17, 0.36
"""How far right of the boxes the lanes run: of what is written, and of new versions."""


def architecture(figure: Figure) -> None:
    """Above, a photo is embedded; then a search; below, the gallery's index and what the model learns from."""
    right = corner(2, 0)[0]
    down, gallery, cells = middle(2, 4)[1] - 0.18, middle(2, 2)[1], middle(2, 1)[1]
    queue = [(right, down), (right + NEAR, down), (right + NEAR, cells), (right, cells)]
    fork = [(right + NEAR, gallery), (right, gallery)]
    versions = [(x, y + (0.18 if y > down else 0)) for x, y in beside(2, 0, 4, FAR)]
    system(figure, BOXES, ARROWS, lanes=[queue, fork, versions], height=5.5)


PICTURES = [architecture]
