"""Pictures of the lesson on the ranking of a newsfeed."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
COLORS = {"value": "#4477aa", "clicks": "#dd7733", "any order": "#229988"}
MEMBERS, DAYS, CANDIDATES, SHOWN = 2_000, 90, 12, 5
PRICE, HABIT = 2.0, 0.02
"""Minutes that a hide costs in the value, and how far a visit moves what a member expects of the feed."""


def simulated(rule: str, seed: int = 0) -> Any:
    """By day, visits, clicks and hides per member, if the five of twelve posts with the highest score are shown.

    Posts have quality and bait. Bait is clicked, read for a shorter time, hidden, and remembered.
    """
    import numpy as np
    from scipy.special import expit

    rng, mood, days = np.random.default_rng(seed), np.zeros(MEMBERS), []
    for _ in range(DAYS):
        visits = rng.random(MEMBERS) < expit(2 * mood)
        quality, bait = rng.normal(size=(2, visits.sum(), CANDIDATES))
        click, hide = expit(-1.9 + 0.3 * quality + 1.1 * bait), expit(-4 - 0.3 * quality + 1.1 * bait)
        minutes = np.minimum(45 * np.exp(0.5 * quality - 0.65 * bait), 180) / 60
        score = {"any order": bait * 0, "clicks": click, "value": click * minutes - PRICE * hide}[rule]
        top = np.argpartition(-score, SHOWN, axis=1)[:, :SHOWN]
        click, hide, pleasure = (np.take_along_axis(each, top, axis=1) for each in (click, hide, 0.6 * quality - bait))
        days.append((visits.mean(), click.sum() / MEMBERS, hide.sum() / MEMBERS))
        mood[visits] += HABIT * (pleasure.mean(axis=1) - mood[visits])
    return np.array(days)


def clicks_and_visits(figure: Figure) -> None:
    """What ranking by clicks and by value does within three months."""
    import numpy as np

    figure.set_size_inches(5.6, 2.8)
    axes_of = figure.subplots(1, 2)
    for rule, color in COLORS.items():
        days = simulated(rule).reshape(DAYS // 5, 5, -1).mean(axis=1)
        at = 5 * np.arange(len(days)) + 2.5
        for axes, column in zip(axes_of, (1, 0), strict=True):
            axes.plot(at, days[:, column], color=color, linewidth=1.8, label=rule)
    for axes, title in zip(axes_of, ("clicks per member and day", "visits per member and day"), strict=True):
        axes.set(ylim=(0, 0.85), xlim=(0, DAYS), xticks=(0, 30, 60, 90))
        axes.set_title(title, color=INK, fontsize=10, loc="left")
        axes.set_xlabel("days", color=INK)
        axes.tick_params(colors=INK, labelsize=8.5, length=0)
        axes.grid(color=INK, alpha=0.15, linewidth=0.6)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    axes_of[1].legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="lower left", title="ranked by")
    axes_of[1].get_legend().get_title().set_color(INK)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [clicks_and_visits]
