"""Pictures of the lesson on cold start."""

from collections.abc import Callable
from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ("#4477aa", "#dd7733", "#229988", "#aa4499")
MOVIES, DAYS, BATCHES, LOOKS = 30, 60, 20, 50
HITS, MISSES = 2, 38
"""The prior: rates of new movies have the distribution Beta(2, 38), whose mean is 5 %."""
Score = Callable[[Any, Any, Any], Any]


def raw(hits: Any, looks: Any, rng: Any) -> Any:
    """The rate that was seen, for every look alike; 0 for what was never shown."""
    import numpy as np

    return np.tile(hits / np.maximum(looks, 1) + 1e-9 * rng.random(MOVIES), (LOOKS, 1))


def shrunk(hits: Any, looks: Any, rng: Any) -> Any:
    """The mean of what is believed."""
    import numpy as np

    return np.tile((hits + HITS) / (looks + HITS + MISSES) + 1e-9 * rng.random(MOVIES), (LOOKS, 1))


def sometimes_random(hits: Any, looks: Any, rng: Any) -> Any:
    """The same, but any movie in a tenth of the looks."""
    scores, lucky = shrunk(hits, looks, rng), rng.random(LOOKS) < 0.1
    scores[lucky] = rng.random((lucky.sum(), MOVIES))
    return scores


def thompson(hits: Any, looks: Any, rng: Any) -> Any:
    """For every look, a rate drawn from what is believed of each movie."""
    return rng.beta(hits + HITS, looks - hits + MISSES, (LOOKS, MOVIES))


def earned(score: Score, seed: int) -> Any:
    """By day, the mean rate of what was shown and the best rate there was; about one movie a day is replaced."""
    import numpy as np

    rng, world = np.random.default_rng(seed), np.random.default_rng(1_000 + seed)
    rates, hits, looks = world.beta(HITS, MISSES, MOVIES), np.zeros(MOVIES), np.zeros(MOVIES)
    days = []
    for _ in range(DAYS):
        new = world.choice(MOVIES, world.poisson(1), replace=False)
        rates[new], hits[new], looks[new] = world.beta(HITS, MISSES, len(new)), 0, 0
        total = 0.0
        for _ in range(BATCHES):
            shown = score(hits, looks, rng).argmax(axis=1)
            looks += np.bincount(shown, minlength=MOVIES)
            hits += np.bincount(shown, rng.random(LOOKS) < rates[shown], MOVIES)
            total += rates[shown].sum()
        days.append((total / BATCHES / LOOKS, rates.max()))
    return np.array(days)


def share_of_the_best(score: Score, seeds: int = 8) -> Any:
    """By week, what was earned over what the best movie of each day would have earned, all seeds together."""
    import numpy as np

    days = np.sum([earned(score, seed) for seed in range(seeds)], axis=0)
    weeks = days[: DAYS // 5 * 5].reshape(-1, 5, 2).sum(axis=1)
    return weeks[:, 0] / weeks[:, 1]


def four_rules(figure: Figure) -> None:
    """How much of the best each rule earns while movies come and go."""
    import numpy as np

    figure.set_size_inches(5.4, 3.0)
    axes = figure.subplots()
    rules = (
        ("a draw from the belief", thompson),
        ("mean, 10% random", sometimes_random),
        ("mean of the belief", shrunk),
        ("rate seen so far", raw),
    )
    for color, (name, rule) in zip(COLORS, rules, strict=True):
        shares = share_of_the_best(rule)
        axes.plot(5 * np.arange(len(shares)) + 2.5, shares, color=color, linewidth=1.8)
        axes.text(DAYS + 0.5, shares[-3:].mean(), name, color=color, fontsize=9, va="center")
    axes.set(ylim=(0, 1), xlim=(0, DAYS + 32), xticks=range(0, DAYS + 1, 20))
    axes.set_xlabel("days", color=INK, loc="left")
    axes.set_title("watches, as a share of the best movie's", color=INK, fontsize=10, loc="left")
    axes.yaxis.set_major_formatter(lambda share, _: f"{share:.0%}")
    axes.tick_params(colors=INK, labelsize=8.5, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [four_rules]
