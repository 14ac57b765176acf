"""Cards of comparing algorithms: what training and prediction cost."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_serving(rng: random.Random) -> tuple[int, int, int]:
    """Training rows in thousands, trees, and the depth of each."""
    return rng.randint(10, 500), rng.choice([50, 100, 200, 250, 400, 500]), rng.randint(5, 12)


def neighbors_against_forest(rng: random.Random) -> Numeric:
    rows, trees, depth = draw_serving(rng)
    features = 20
    answer = Fraction(rows * 1000 * features, trees * depth)
    return Numeric(
        f"Count only multiplications for kNN (one per feature and stored row) and comparisons for trees (one "
        f"per level). "
        f"{rows:,},000 rows of {features} features are stored. How many **times** as many operations does brute-force "
        f"kNN need for one prediction as a forest of {trees} trees, each row passing {depth} levels in each? Give it "
        "within 1%.",
        answer,
        f"kNN: ${rows * 1000} \\cdot {features} = {rows * 1000 * features}$. Forest: ${trees} \\cdot {depth} = "
        f"{trees * depth}$. The ratio is ${float(answer):.5g}$.",
        float(answer) / 100,
    )


def draw_growth(rng: random.Random) -> tuple[int, int, int]:
    """Seconds, the exponent of the number of rows, and the factor of growth."""
    return rng.randint(2, 30), rng.choice([2, 3]), rng.choice([2, 3, 4, 5, 10])


def kernel_training(rng: random.Random) -> Numeric:
    seconds, power, factor = draw_growth(rng)
    answer = seconds * factor**power
    return Numeric(
        f"Training a kernel SVM took {seconds} seconds. Its time grows as $n^{power}$ here. How many seconds "
        f"will it take "
        f"on {factor} times as many rows?",
        answer,
        f"${seconds} \\cdot {factor}^{power} = {seconds} \\cdot {factor**power} = {answer}$ seconds.",
        unit="seconds",
    )


def draw_counts(rng: random.Random) -> tuple[int, int]:
    """Features and classes."""
    return rng.randint(3, 12), rng.randint(3, 6)


def bayes_parameters(rng: random.Random) -> Numeric:
    features, classes = draw_counts(rng)
    answer = classes - 1 + 2 * classes * features
    full = classes - 1 + classes * (features + math.comb(features + 1, 2))
    return Numeric(
        f"Gaussian naive Bayes, {features} numeric features, {classes} classes: each class has its own mean "
        f"and variance "
        "for each feature, and class priors are learned. How many **free parameters** are there?",
        answer,
        f"Priors sum to one: ${classes} - 1$. Means and variances: $2 \\cdot {classes} \\cdot {features}$. Together "
        f"${answer}$. With a full covariance matrix for each class it would be ${full}$.",
    )


CARDS = [neighbors_against_forest, kernel_training, bayes_parameters]
