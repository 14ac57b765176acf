"""Evaluation of language models: tries, pairs, calibration and judges."""

from itertools import combinations

import numpy as np

from tests.content.recomputing import Values, another_way


@another_way("llm-evaluation", "pass_at_k_by_hand", "draw_samples")
def by_all_choices(samples: int, passed: int, tries: int) -> float:
    return float(np.mean([min(choice) < passed for choice in combinations(range(samples), tries)]))


@another_way("llm-evaluation", "paired_error", "draw_pairs")
def by_question(questions: int, _both: int, first: int, second: int) -> float:
    from scipy.stats import sem

    return 100 * float(sem([1] * first + [-1] * second + [0] * (questions - first - second), ddof=0))


def answers(bins: Values) -> tuple[np.ndarray, np.ndarray]:
    """Confidences and what was right, one answer after another."""
    sure = np.concatenate([np.full(count, float(mean)) for count, _, mean in bins])
    return sure, np.concatenate([np.arange(count) < right for count, right, _ in bins])


@another_way("llm-evaluation", "calibration_by_hand", "draw_bins")
def by_the_calibration_curve(bins: Values) -> float:
    from sklearn.calibration import calibration_curve

    sure, right = answers(bins)
    shares, means = calibration_curve(right, sure, n_bins=10)
    counts = np.array([(sure == mean).sum() for mean in np.unique(sure)])
    return float(np.average(np.abs(shares - means), weights=counts))


@another_way("llm-evaluation", "judged_twice", "draw_verdicts")
def verdict_by_verdict(wins: int, losses: int, flips: int) -> float:
    """Each pair is judged twice, and each verdict counts by itself."""
    return 100 * float(np.mean([1] * 2 * wins + [0] * 2 * losses + [1, 0] * flips))
