"""Pictures of the lesson on content integrity."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE, GREEN = "#4477aa", "#dd7733", "#229988"
LABELS, WEEKS = 18_800, 4_000
SIZES, HELD, PREVALENCE = (0.01, 0.09, 0.90), (0.70, 0.25, 0.05), 0.001
"""Shares of views and of violating views by stratum, and the share of all views that are violating."""
FOUND, CONDEMNED = 0.8, 0.005
"""Of violating and of innocent posts, the share that a reviewer calls violating."""


def estimates(sizes: Any, rates: Any, labels: Any, found: float = 1, condemned: float = 0) -> Any:
    """One for each week: labels are drawn in each stratum, and weighted back."""
    import numpy as np

    rng, seen = np.random.default_rng(0), found * rates + condemned * (1 - rates)
    return rng.binomial(labels, seen, (WEEKS, len(rates))) / labels @ sizes


def simulated() -> dict[str, Any]:
    """The prevalence as it is estimated in each of many weeks, by how it is measured."""
    import numpy as np

    sizes, held = np.array(SIZES), np.array(HELD)
    rates = PREVALENCE * held / sizes
    spread = sizes * np.sqrt(rates * (1 - rates))
    best = np.rint(LABELS * spread / spread.sum()).astype(int)
    whole = np.ones(1), np.array([PREVALENCE]), np.array([LABELS])
    return {
        "without strata, labeled by experts": estimates(*whole),
        "by strata, labeled by experts": estimates(sizes, rates, best),
        "by strata, experts confirm positives": estimates(sizes, rates, best, FOUND),
        "by strata, reviewers alone": estimates(sizes, rates, best, FOUND, CONDEMNED),
    }


def weeks(figure: Figure) -> None:
    """How estimates of the prevalence scatter from week to week, and around what."""
    import numpy as np

    figure.set_size_inches(5.4, 3.3)
    axes = figure.subplots()
    edges = np.arange(0, 0.9, 200 / LABELS)  # two violations wide, for samples without strata
    for row, ((name, found), color) in enumerate(zip(simulated().items(), (ORANGE, BLUE, GREEN, ORANGE), strict=True)):
        counts, _ = np.histogram(100 * found, edges)
        base = 3 - row
        axes.stairs(base + 0.62 * counts / counts.max(), edges, baseline=base, fill=True, color=color, alpha=0.75)
        axes.axhline(base, color=INK, linewidth=0.6, alpha=0.5)
        at = 0.27 if row < 3 else 0.12
        axes.text(at, base + 0.3, name, color=INK, fontsize=8.5, va="center")
    axes.axvline(100 * PREVALENCE, color=INK, linewidth=1, linestyle=":")
    axes.set(xlim=(0, 0.9), ylim=(-0.05, 3.85), yticks=())
    axes.set_xlabel("estimated prevalence in % of views", color=INK, fontsize=9)
    axes.tick_params(colors=INK, labelsize=8.5, length=0)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [weeks]
