"""Drawing a figure of the content as SVG, the same every time and with text that stays text."""

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from sharpen.checks.style import embedded, style

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SIZE = (7.2, 3.2)
"""Inches."""


def svg(draw: "Callable[[Figure], None]", *, layout: Literal["constrained"] | None = None) -> str:
    """What `draw` draws on a figure. Raises whatever drawing it raises."""
    import matplotlib

    matplotlib.use("svg")
    from matplotlib.figure import Figure

    with matplotlib.rc_context(style()):
        figure = Figure(figsize=SIZE, layout=layout)
        draw(figure)
        out = io.StringIO()
        figure.savefig(out, format="svg", transparent=True, metadata={"Date": None})
    drawn = out.getvalue()
    opening, _, rest = drawn[drawn.index("<svg") :].partition(">")
    return f"{opening}>{embedded()}{rest}"
