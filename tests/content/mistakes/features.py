"""Mistakes in the importance of features and their selection."""

import numpy as np

from tests.content.mistakes import Mistake

MISTAKES = (
    Mistake(
        "feature-selection-and-importance/shapley-value",
        "the plain mean of the gains",
        lambda game, player: float(
            np.mean([game["".join(sorted(known + player))] - game[known] for known in game if player not in known])
        ),
    ),
    Mistake(
        "feature-selection-and-importance/noise-among-chosen",
        "all features taken for noise",
        lambda features, signals, level, power: float(level * features / (level * features + power * signals)),
    ),
    Mistake(
        "feature-selection-and-importance/permutation-rise",
        "one variance, not two",
        lambda weight, values: weight**2 * float(np.var(values)),
    ),
    Mistake(
        "feature-selection-and-importance/permutation-rise",
        "ddof 1",
        lambda weight, values: 2 * weight**2 * float(np.var(values, ddof=1)),
    ),
)
