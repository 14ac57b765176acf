"""Pictures of the lesson on web search."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
COLORS = {"best": "#4477aa", "all alike": "#229988", "by changes": "#dd7733"}
PAGES, BUDGETS = 1_000, (0.1, 0.2, 0.5, 1.0, 2.0, 4.0)


def change_rates() -> Any:
    """Changes a day of each page: one in ten days in the median, but very different."""
    import numpy as np

    return np.random.default_rng(0).lognormal(np.log(0.1), 2.0, PAGES)


def fresh(rates: Any, visits: Any) -> Any:
    """The share of the time in which the copy is the page: visited so often a day, at even intervals."""
    import numpy as np

    changes = rates / np.maximum(visits, 1e-12)
    return np.where(visits > 1e-9, -np.expm1(-changes) / changes, 0.0)


def best_visits(rates: Any, budget: float) -> Any:
    """Visits a day that make the mean freshness largest: one visit more is worth the same wherever any is made.

    With x changes between visits, a visit more is worth (1 - (1 + x) exp(-x)) / rate; without visits, 1 / rate.
    """
    import numpy as np

    def visits(price: float) -> Any:
        low, high = np.full(PAGES, 1e-9), np.full(PAGES, 700.0)
        for _ in range(48):
            x = (low + high) / 2
            dear = (1 - (1 + x) * np.exp(-x)) / rates > price
            low, high = np.where(dear, low, x), np.where(dear, x, high)
        return np.where(price * rates < 1, rates / high, 0.0)

    low, high = 1e-9, 1 / rates.min()
    for _ in range(48):
        price = (low * high) ** 0.5
        low, high = (price, high) if visits(price).mean() > budget else (low, price)
    return visits(high)


def measured() -> dict[str, Any]:
    """The mean freshness of each way to spend each budget."""
    import numpy as np

    rates = change_rates()
    spent = {
        "best": lambda budget: best_visits(rates, budget),
        "all alike": lambda budget: np.full(PAGES, budget),
        "by changes": lambda budget: budget * rates / rates.mean(),
    }
    return {way: np.array([fresh(rates, spend(budget)).mean() for budget in BUDGETS]) for way, spend in spent.items()}


def visits(figure: Figure) -> None:
    """How fresh an index is by visits, and which pages the best plan visits."""
    import numpy as np

    figure.set_size_inches(5.4, 3.0)
    left, right = figure.subplots(1, 2)
    for way, curve in measured().items():
        left.plot(BUDGETS, curve, "o-", color=COLORS[way], markersize=4, linewidth=1.6, label=way)
    left.set(xscale="log", ylim=(0, 1.02), xticks=(0.1, 1, 4))
    left.minorticks_off()
    left.xaxis.set_major_formatter("{x:g}")
    left.yaxis.set_major_formatter("{x:.0%}")
    left.set_xlabel("visits a day and page", color=INK, fontsize=9)
    left.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="lower right")
    rates = np.sort(change_rates())
    right.plot(rates, best_visits(rates, 0.5), color=COLORS["best"], linewidth=1.6)
    right.axhline(0.5, color=COLORS["all alike"], linewidth=1.6)
    right.set(xscale="log", xlim=(0.003, 60), xticks=(0.01, 0.1, 1, 10))
    right.minorticks_off()
    right.xaxis.set_major_formatter("{x:g}")
    right.set_xlabel("changes a day", color=INK, fontsize=9)
    for axes, title in ((left, "copies that are fresh"), (right, "visits a day, of 0.5 a page")):
        axes.set_title(title, color=INK, fontsize=10, loc="left")
        axes.tick_params(colors=INK, labelsize=8.5, length=0)
        axes.grid(color=INK, alpha=0.15, linewidth=0.6)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [visits]
