"""Mistakes in mixtures of experts."""

from tests.content.mistakes import Mistake
from tests.content.ways.experts import filled_one_by_one, mean_over_choices

MISTAKES = (
    Mistake(
        "mixture-of-experts/active-parameters",
        "the rest forgotten",
        lambda experts, chosen, _each, _rest: 100 * chosen / experts,
    ),
    Mistake(
        "mixture-of-experts/dropped-choices",
        "no capacity factor",
        lambda loads, chosen, _factor: filled_one_by_one(loads, chosen, 1),
        lambda _loads, _chosen, factor: factor == 1,
    ),
    Mistake(
        "mixture-of-experts/balance-by-hand",
        "without the number of experts",
        lambda counts, chances: mean_over_choices(counts, chances) / len(counts),
    ),
    Mistake(
        "mixture-of-experts/experts-of-a-batch",
        "as if no two chose the same",
        lambda experts, chosen, tokens: min(experts, chosen * tokens),
        lambda experts, chosen, tokens: chosen * tokens >= 2.5 * experts or chosen * tokens < 0.1 * experts,
    ),
)
