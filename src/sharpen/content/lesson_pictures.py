"""Pictures of lessons: pictures.py defines `PICTURES`, a list of functions that draw on a figure.

A lesson shows what the function `roc_curve` draws as `![What to see](roc-curve.svg)`.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sharpen.checks.svg import svg
from sharpen.checks.trusted import run
from sharpen.content.errors import ContentError

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Draw = Callable[["Figure"], None]
SHOWN = re.compile(r"!\[[^\]]*\]\(([a-z0-9-]+)\.svg\)")


def read_pictures(folder: Path) -> dict[str, Draw]:
    """The pictures of a topic folder by name, with hyphens. Raises ContentError for a file that cannot be run."""
    path = folder / "pictures.py"
    if not path.is_file():
        return {}
    try:
        return {draw.__name__.replace("_", "-"): draw for draw in run(path)["PICTURES"]}
    except Exception as problem:
        raise ContentError(path, 0, f"this file cannot be run: {type(problem).__name__}: {problem}") from problem


def shown_pictures(lesson: str) -> list[str]:
    """The names of the pictures that a lesson shows."""
    return SHOWN.findall(lesson)


def drawn(draw: Draw) -> str:
    """A picture as SVG, the same every time. Raises whatever drawing it raises."""
    return svg(draw)
