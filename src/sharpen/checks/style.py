"""How every picture looks: the ink, the font, the lines and the colors of the pages.

Pictures are drawn once and shown on white and on dark pages, so ink and colors are middle tones, and nothing lies
behind them. They are images, into which a page hands no font: the letters they need come along.
"""

import base64
from functools import cache
from pathlib import Path
from typing import Any

FONT = Path(__file__).with_name("fonts") / "inter.ttf"
INK, LINE = "#5f6672", "#9aa1ac"
COLORS = ("#3b76b5", "#d9536a", "#2f9158", "#c09a1c", "#7d5fb5", "#2f9fb0", "#b9683a", "#858c97", "#a94a86", "#6d8f2a")
"""In this order the colors of lines; a hue is told from its neighbors also by who sees red and green alike."""


def style() -> dict[Any, Any]:
    """Settings of matplotlib."""
    from cycler import cycler

    return {
        "svg.fonttype": "none",
        "svg.hashsalt": "sharpen",
        "font.family": [_family(), "DejaVu Sans"],
        "font.size": 10,
        "text.color": INK,
        "axes.edgecolor": LINE,
        "axes.labelcolor": INK,
        "axes.titlecolor": INK,
        "axes.titlesize": 10.5,
        "axes.titlelocation": "left",
        "axes.linewidth": 0.8,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.facecolor": "none",
        "axes.prop_cycle": cycler(color=COLORS),
        "figure.facecolor": "none",
        "grid.color": LINE,
        "grid.alpha": 0.3,
        "grid.linewidth": 0.6,
        "lines.linewidth": 1.8,
        "lines.solid_capstyle": "round",
        "patch.linewidth": 0.8,
        "xtick.color": LINE,
        "ytick.color": LINE,
        "xtick.labelcolor": INK,
        "ytick.labelcolor": INK,
        "xtick.labelsize": 9,
        "ytick.labelsize": 9,
        "legend.frameon": False,
        "legend.fontsize": 9,
    }


@cache
def _family() -> str:
    """The family of our font, made known to matplotlib."""
    from matplotlib import font_manager

    font_manager.fontManager.addfont(FONT)
    return "Inter"


@cache
def embedded() -> str:
    """The font as a style sheet within a picture."""
    data = base64.b64encode(FONT.read_bytes()).decode()
    return f"<style>@font-face{{font-family:Inter;src:url(data:font/ttf;base64,{data})}}</style>"
