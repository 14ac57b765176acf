"""The numeric cards of ML coding and of statistical learning, computed again in another way.

Each test draws the same numbers as the card, from the same seed, and gets the answer from SciPy,
scikit-learn, NumPy or brute force.
"""

import itertools
import math
import runpy
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cache
from random import Random
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from sharpen.content.library import bundled
from sharpen.domain.card import Numeric

SEEDS = 50
Values = Any


@cache
def cards(topic: str) -> dict[str, Any]:
    (path,) = (bundled() / "topics").glob(f"*/{topic}/cards.py")
    return runpy.run_path(str(path))


CHECKED: list[tuple[str, str, str, Callable[..., float]]] = []
"""Topic, card, the function that draws its numbers, and the other way to the answer."""


def another_way(topic: str, card: str, draw: str) -> Callable[[Callable[..., float]], Callable[..., float]]:
    def register(compute: Callable[..., float]) -> Callable[..., float]:
        CHECKED.append((topic, card, draw, compute))
        return compute

    return register


def floats(values: Values) -> NDArray[np.float64]:
    return np.asarray(values, dtype=float)


# k-means


@another_way("k-means", "one_step", "draw_step")
def lloyd(points: list[int], centers: tuple[int, int], which: int) -> float:
    gaps = np.abs(floats(points)[:, None] - floats(centers))
    assert (gaps[:, 0] != gaps[:, 1]).all(), "a point is halfway"
    return float(floats(points)[gaps.argmin(axis=1) == which].mean())


@another_way("k-means", "objective", "draw_groups")
def inertia(first: list[int], second: list[int]) -> float:
    """Of scikit-learn, which must find nothing to move."""
    from sklearn.cluster import KMeans

    start = [[np.mean(first)], [np.mean(second)]]
    model = KMeans(2, init=start, n_init=1).fit(floats(first + second)[:, None])
    assert model.labels_.tolist() == [0] * len(first) + [1] * len(second)
    assert model.cluster_centers_ == pytest.approx(floats(start))
    return float(model.inertia_)


@another_way("k-means", "second_center", "draw_seeding")
def seeding(points: list[int], center: int, wanted: int) -> float:
    squares = (floats(points) - center) ** 2
    return float((squares / squares.sum())[points.index(wanted)])


# k-nearest neighbors


@another_way("k-nearest-neighbors", "regression", "draw_regression")
def regressor(xs: list[int], ys: list[int], query: int, k: int) -> float:
    from sklearn.neighbors import KNeighborsRegressor

    return float(KNeighborsRegressor(k).fit(floats(xs)[:, None], floats(ys)).predict([[query]])[0])


@another_way("k-nearest-neighbors", "leave_one_out", "draw_line")
def errors_left_out(xs: list[int], labels: list[int]) -> float:
    from sklearn.model_selection import LeaveOneOut, cross_val_score
    from sklearn.neighbors import KNeighborsClassifier

    scores = cross_val_score(KNeighborsClassifier(1), floats(xs)[:, None], labels, cv=LeaveOneOut())
    return float(len(xs) - scores.sum())


@another_way("k-nearest-neighbors", "subcube", "draw_cube")
def side_of_cube(percent: float, dimension: int) -> float:
    return math.exp(math.log(percent / 100) / dimension)


# Decision trees


def rows_of(left: tuple[int, int], right: tuple[int, int]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    x = np.repeat([0.0, 0.0, 1.0, 1.0], [*left, *right])
    return x[:, None], np.repeat([0.0, 1.0, 0.0, 1.0], [*left, *right])


def gain_of_stump(criterion: str, left: tuple[int, int], right: tuple[int, int]) -> float:
    from sklearn.tree import DecisionTreeClassifier

    tree = DecisionTreeClassifier(max_depth=1, criterion=criterion).fit(*rows_of(left, right)).tree_
    shares = tree.weighted_n_node_samples / tree.weighted_n_node_samples[0]
    return float(tree.impurity[0] - (shares[1:] * tree.impurity[1:]).sum())


@another_way("decision-trees", "gain_in_gini", "draw_split")
def stump_by_gini(left: tuple[int, int], right: tuple[int, int]) -> float:
    return gain_of_stump("gini", left, right)


@another_way("decision-trees", "gain_in_bits", "draw_split")
def stump_by_entropy(left: tuple[int, int], right: tuple[int, int]) -> float:
    return gain_of_stump("entropy", left, right)


@another_way("decision-trees", "drop_of_squares", "draw_targets")
def between_groups(left: list[int], right: list[int]) -> float:
    """The sum of squares between two groups."""
    gap = float(np.mean(left) - np.mean(right))
    return len(left) * len(right) / (len(left) + len(right)) * gap**2


# Perceptron


@another_way("perceptron", "first_weight", "draw_visit")
def rosenblatt(w: tuple[int, int], b: int, example: tuple[int, int, int]) -> float:
    features, label = floats([*example[:2], 1]), example[2]
    weights = floats([*w, b])
    return float((weights + label * features * (label * (weights @ features) <= 0))[0])


@another_way("perceptron", "mistakes_in_a_pass", "draw_pass")
def in_the_dual(*examples: tuple[int, int, int]) -> float:
    """By inner products with earlier mistakes."""
    rows, labels = floats([[x1, x2, 1] for x1, x2, _ in examples]), floats([y for *_, y in examples])
    alphas = np.zeros(len(examples))
    for i, row in enumerate(rows):
        alphas[i] = labels[i] * ((alphas * labels) @ (rows @ row)) <= 0
    return float(alphas.sum())


@another_way("perceptron", "bound", "draw_bound")
def novikoff(radius: int, margin: Fraction) -> float:
    return float(max(k for k in range(10_000) if k * margin * margin <= radius * radius))


# Multilayer perceptron


@another_way("mlp", "count_parameters", "draw_sizes")
def of_arrays(*sizes: int) -> float:
    shapes = [(a + 1, b) for a, b in itertools.pairwise(sizes)]
    return float(sum(np.zeros(shape).size for shape in shapes))


@another_way("mlp", "forward", "draw_network")
def by_matrices(x: list[int], rows: list[list[int]], biases: list[int], out: list[int]) -> float:
    return float(np.maximum(floats(rows) @ floats(x) + floats(biases), 0) @ floats(out))


@another_way("mlp", "logit_error", "draw_error")
def by_differences(parts: list[int], label: int, place: int, n: int) -> float:
    from scipy.special import log_softmax

    move = np.eye(3)[place] * 1e-4
    up, down = (-log_softmax(np.log(parts) + sign * move)[label] / n for sign in (1, -1))
    return float((up - down) / 2e-4)


# Linear regression


@another_way("linear-regression", "slope_of_the_line", "draw_points")
def fitted_slope(xs: list[int], ys: list[int], _: int) -> float:
    return float(np.polyfit(xs, ys, 1)[0])


@another_way("linear-regression", "prediction", "draw_points")
def fitted_value(xs: list[int], ys: list[int], place: int) -> float:
    return float(np.polyval(np.polyfit(xs, ys, 1), place))


@another_way("linear-regression", "gradient_step", "draw_gradient")
def step_by_differences(xs: list[int], ys: list[int], weight: int, rate: Fraction) -> float:
    def loss(w: float) -> float:
        return float(np.mean((w * floats(xs) - floats(ys)) ** 2) / 2)

    return weight - float(rate) * (loss(weight + 0.5) - loss(weight - 0.5))


# Logistic regression


@another_way("logistic-regression", "predicted", "draw_row")
def expit(weights: list[float], x: list[int], b: float) -> float:
    from scipy.special import expit

    return float(expit(floats(weights) @ floats(x) + b))


@another_way("logistic-regression", "odds_ratio", "draw_odds")
def shifted_logit(percent: int, factor: int) -> float:
    from scipy.special import expit, logit

    return float(expit(logit(percent / 100) + math.log(factor)))


@another_way("logistic-regression", "first_step", "draw_step")
def log_loss_step(xs: list[int], labels: list[int], rate: float) -> float:
    from sklearn.metrics import log_loss

    up, down = (log_loss(labels, 1 / (1 + np.exp(-w * floats(xs)))) for w in (1e-4, -1e-4))
    return float(-rate * (up - down) / 2e-4)


# Support vector machine


@another_way("svm", "objective", "draw_objective")
def hinge_of_rows(w: Values, b: Fraction, examples: list[tuple[int, int, int]], penalty: Fraction) -> float:
    rows = floats(examples)
    loss = np.maximum(0, 1 - rows[:, 2] * (rows[:, :2] @ floats(w) + float(b))).mean()
    return float(loss + float(penalty) / 2 * np.linalg.norm(floats(w)) ** 2)


@another_way("svm", "street", "draw_weights")
def between_the_lines(*w: int) -> float:
    """From a point with score -1 along w to the score +1."""
    direction = floats(w) / np.linalg.norm(w)
    ends = [direction * (score / (direction @ floats(w))) for score in (-1, 1)]
    return float(np.linalg.norm(ends[1] - ends[0]))


@another_way("svm", "pegasos_step", "draw_pegasos")
def subgradient_step(w: list[int], x: list[int], y: int, penalty: Fraction, t: int) -> float:
    lam = float(penalty)
    slope = lam * floats(w) - y * floats(x) * (y * (floats(w) @ floats(x)) < 1)
    return float((floats(w) - slope / (lam * t))[0])


# Stratified sampling


@another_way("stratified-sampling", "quota", "draw_quotas")
def nearest_whole(sizes: list[int], k: int, which: int) -> float:
    """The largest-remainder rule is nearest to the exact quotas among whole ones with the right total."""
    exact = floats(sizes) * k / sum(sizes)
    splits = [(a, b, k - a - b) for a in range(k + 1) for b in range(k + 1 - a)]
    ranked = sorted(splits, key=lambda split: float(((floats(split) - exact) ** 2).sum()))
    first, second = (float(((floats(split) - exact) ** 2).sum()) for split in ranked[:2])
    assert second - first > 1e-9, "two remainders are tied"
    return float(ranked[0][which])


@another_way("stratified-sampling", "neyman_share", "draw_neyman")
def least_variance(sizes: list[int], deviations: list[int], k: int) -> float:
    from scipy.optimize import brentq

    a, b = floats(sizes) * floats(deviations)
    return float(brentq(lambda s: (a / (1 - s)) ** 2 - (b / s) ** 2, 1e-6, 1 - 1e-6, xtol=1e-14) * k)


@another_way("stratified-sampling", "estimate", "draw_estimate")
def average(sizes: list[int], drawn: list[int], means: list[int]) -> float:
    rows = np.repeat(floats(means), drawn)
    return float(np.average(rows, weights=np.repeat(floats(sizes) / floats(drawn), drawn)))


# Uniform sampling


@another_way("uniform-sampling", "both_in", "draw_sizes")
def share_of_subsets(n: int, k: int) -> float:
    return math.comb(n - 2, k - 2) / math.comb(n, k)


@another_way("uniform-sampling", "rejection", "draw_rejection")
def absorbing_chain(n: int, k: int) -> float:
    """Steps until k are found, by the fundamental matrix."""
    move = np.diag([i / n for i in range(k)]) + np.diag([(n - i) / n for i in range(k - 1)], 1)
    return float(np.linalg.inv(np.eye(k) - move)[0].sum())


@another_way("uniform-sampling", "duplicate", "draw_collision")
def birthdays(n: int, k: int) -> float:
    chance = np.zeros(k + 1)
    chance[0] = 1
    for _ in range(k):
        chance[1:] = chance[1:] * np.arange(1, k + 1) / n + chance[:-1] * (n - np.arange(k)) / n
        chance[0] = 0
    return float(1 - chance[k])


# Reservoir sampling


@another_way("reservoir-sampling", "still_there", "draw_survival")
def survives(k: int, held_at: int, now: int) -> float:
    return float(np.prod([1 - k / i / k for i in range(held_at + 1, now + 1)]))


@another_way("reservoir-sampling", "replacements", "draw_changes")
def harmonic(k: int, n: int) -> float:
    from scipy.special import digamma

    return float(k * (digamma(n + 1) - digamma(k + 1)))


@another_way("reservoir-sampling", "weighted_inclusion", "draw_weights")
def not_last(weights: list[int], which: int) -> float:
    """All orders of drawing, less those in which the item comes last."""
    last = 0.0
    for order in itertools.permutations(range(3)):
        chance, rest = 1.0, float(sum(weights))
        for i in order:
            chance *= weights[i] / rest
            rest -= weights[i]
        last += chance * (order[-1] == which)
    return 1 - last


# Multinomial sampling


@another_way("multinomial-sampling", "inverse", "draw_dart")
def search(weights: list[int], u: Fraction) -> float:
    return float(np.searchsorted(np.cumsum(weights) / sum(weights), float(u), side="right"))


@another_way("multinomial-sampling", "alias", "draw_table")
def spread(kept: list[Fraction], aliases: list[int], which: int) -> float:
    chances = np.zeros(4)
    np.add.at(chances, np.arange(4), floats(kept) / 4)
    np.add.at(chances, aliases, (1 - floats(kept)) / 4)
    return float(chances[which])


@another_way("multinomial-sampling", "counts_in_draws", "draw_counts")
def multinomial(n: int, counts: list[int], parts: list[int]) -> float:
    from scipy.stats import multinomial

    return float(multinomial.pmf(counts, n, floats(parts) / sum(parts)))


# Random generators


@another_way("random-generator", "steps_of_lcg", "draw_generator")
def jumped(a: int, c: int, modulus: int, state: int, steps: int) -> float:
    """By the power of the affine map."""
    matrix = np.linalg.matrix_power(np.array([[a, c], [0, 1]]), steps)
    return float((matrix @ [state, 1])[0] % modulus)


@another_way("random-generator", "rejection", "draw_rejection")
def mean_of_geometric(bits: int, n: int) -> float:
    from scipy.stats import geom

    accepted = sum(1 for word in range(2**bits) if word + n - word % n <= 2**bits)
    return float(geom.mean(accepted / 2**bits))


@another_way("random-generator", "modulo_bias", "draw_modulo")
def counted_words(bits: int, n: int, value: int) -> float:
    return float(np.bincount(np.arange(2**bits) % n)[value] / 2**bits)


# Bigrams


@another_way("bigrams", "add_alpha", "draw_counts")
def dirichlet(pair: int, before: int, vocabulary: int, alpha: Fraction) -> float:
    """The mean of the posterior under a symmetric Dirichlet prior."""
    from scipy.stats import dirichlet

    return float(dirichlet.mean([pair + float(alpha), before - pair + float(alpha) * (vocabulary - 1)])[0])


@another_way("bigrams", "sentence_chance", "draw_text")
def counted_pairs(text: list[list[str]], sentence: list[str]) -> float:
    lines = [f"< {' '.join(line)} >" for line in text]
    asked = ["<", *sentence, ">"]
    return math.prod(
        sum(f"{a} {b}" in line for line in lines) / sum(f"{a} " in line for line in lines)
        for a, b in itertools.pairwise(asked)
    )


@another_way("bigrams", "perplexity", "draw_chances")
def from_logarithms(*chances: Fraction) -> float:
    return float(2 ** -np.mean(np.log2(floats(chances))))


# tf-idf


@another_way("tf-idf", "weight", "draw_term")
def of_library(n: int, df: int, tf: int) -> float:
    from sklearn.feature_extraction.text import TfidfTransformer

    counts = np.zeros((n, 1))
    counts[:df] = tf
    return float(TfidfTransformer(norm=None).fit_transform(counts).toarray()[0, 0])


@another_way("tf-idf", "similarity", "draw_vectors")
def cosine_of_library(a: list[int], b: list[int]) -> float:
    from scipy.spatial.distance import cosine

    return float(1 - cosine(a, b))


@another_way("tf-idf", "memory", "draw_corpus")
def bytes_of_arrays(documents: int, distinct: int, _: int) -> float:
    entries, pointers = documents * distinct, documents + 1
    sizes = ((np.float64, entries), (np.int32, entries), (np.int32, pointers))
    return sum(np.dtype(kind).itemsize * count for kind, count in sizes) / 1e6


# Naive Bayes


@another_way("naive-bayes", "bayes_rule", "draw_test")
def counted_transactions(prior: Fraction, sensitivity: Fraction, false_alarm: Fraction) -> float:
    """Among ten million transactions."""
    total = 10**7
    fraud = total * prior
    table = np.array(
        [[fraud * sensitivity, fraud * (1 - sensitivity)], [(total - fraud) * false_alarm, 0]], dtype=float
    )
    return float(table[0, 0] / table[:, 0].sum())


@another_way("naive-bayes", "two_words", "draw_words")
def bernoulli_of_library(spam: list[int], other: list[int]) -> float:
    from sklearn.naive_bayes import BernoulliNB

    rows = [[i < a, i < b] for n, a, b in (spam, other) for i in range(n)]
    model = BernoulliNB(alpha=1e-12, force_alpha=True).fit(floats(rows), np.repeat([1, 0], [spam[0], other[0]]))
    return float(model.predict_proba([[1, 1]])[0, 1])


@another_way("naive-bayes", "smoothing", "draw_counts")
def multinomial_of_library(count: int, tokens: int, vocabulary: int, alpha: int) -> float:
    from sklearn.naive_bayes import MultinomialNB

    row = np.zeros(vocabulary)
    row[:2] = count, tokens - count
    model = MultinomialNB(alpha=alpha).fit(np.stack([row, row]), [0, 1])
    return float(np.exp(model.feature_log_prob_[0, 0]))


@another_way("naive-bayes", "counted_twice", "draw_copies")
def by_logits(prior: Fraction, ratio: Fraction, copies: int) -> float:
    from scipy.special import expit, logit

    return float(expit(logit(float(prior)) + copies * math.log(ratio)))


# Maximum likelihood


@another_way("maximum-likelihood", "standard_error", "draw_tosses")
def from_curvature(heads: int, n: int) -> float:
    """From the second difference of the log-likelihood at its peak."""
    peak, h = heads / n, 1e-4

    def value(theta: float) -> float:
        return heads * math.log(theta) + (n - heads) * math.log1p(-theta)

    return float((-(value(peak + h) - 2 * value(peak) + value(peak - h)) / h**2) ** -0.5)


@another_way("maximum-likelihood", "variance_of_gaussian", "draw_values")
def fitted_gaussian(*values: int) -> float:
    from scipy.stats import norm

    return float(norm.fit(values)[1] ** 2)


@another_way("maximum-likelihood", "censored_rate", "draw_times")
def root_of_score(times: list[int], quiet: int) -> float:
    from scipy.optimize import brentq

    return float(brentq(lambda rate: sum(1 / rate - t for t in times) - quiet, 1e-4, 10, xtol=1e-14))


@another_way("maximum-likelihood", "likelihood_ratio", "draw_ratio")
def ratio_of_binomials(heads: int, tails: int, first: Fraction, second: Fraction) -> float:
    from scipy.stats import binom

    return float(np.divide(*binom.pmf(heads, heads + tails, floats([first, second]))))


# MAP estimation


@another_way("map-estimation", "coin", "draw_coin")
def peak_of_posterior(heads: int, n: int, a: int, b: int) -> float:
    """The root of the derivative of the log posterior."""
    from scipy.optimize import brentq

    up, down = heads + a - 1, n - heads + b - 1
    return float(brentq(lambda theta: up * (1 - theta) - down * theta, 0, 1, xtol=1e-14))


@another_way("map-estimation", "coin_mean", "draw_coin")
def mean_of_beta(heads: int, n: int, a: int, b: int) -> float:
    from scipy.stats import beta

    return float(beta.mean(heads + a, n - heads + b))


@another_way("map-estimation", "mean_of_gaussian", "draw_gaussian")
def one_after_the_other(mean: int, n: int, variance: int, prior_mean: int, prior_variance: int) -> float:
    """A Kalman filter that sees the mean n times."""
    at, spread = float(prior_mean), float(prior_variance)
    for _ in range(n):
        gain = spread / (spread + variance)
        at, spread = at + gain * (mean - at), (1 - gain) * spread
    return at


@another_way("map-estimation", "ridge_as_prior", "draw_penalty")
def from_posterior(noise: Fraction, spread: Fraction) -> float:
    """The penalty that gives the mean of a Gaussian process's posterior, for one row with x = 1, y = 1."""
    kernel = float(spread) ** 2
    weight = kernel / (kernel + float(noise) ** 2)
    return 1 / weight - 1


# p-values


@another_way("p-values", "z_test", "draw_mean")
def normal_tails(mean: float, center: int, deviation: int, n: int) -> float:
    from scipy.stats import norm

    return float(2 * norm.sf(abs(mean - center), scale=deviation / n**0.5))


@another_way("p-values", "exact_test", "draw_heads")
def binomial_test(heads: int, n: int) -> float:
    from scipy.stats import binomtest

    return float(binomtest(heads, n, alternative="greater").pvalue)


@another_way("p-values", "many_tests", "draw_family")
def at_least_one(alpha: float, tests: int) -> float:
    from scipy.stats import binom

    return float(binom.sf(0, tests, alpha))


@another_way("p-values", "false_discoveries", "draw_ideas")
def by_odds(works: Fraction, power: Fraction, alpha: Fraction) -> float:
    odds = float((1 - works) / works) * float(alpha / power)
    return odds / (1 + odds)


# R squared


@another_way("r-squared", "by_hand", "draw_predictions")
def score_of_library(targets: list[int], predictions: list[int]) -> float:
    from sklearn.metrics import r2_score

    return float(r2_score(targets, predictions))


@another_way("r-squared", "adjusting", "draw_adjusted")
def ratio_of_variances(r_squared: Fraction, n: int, d: int) -> float:
    """Unbiased variance of the residuals over that of the targets, which have 1 here."""
    residual = (1 - float(r_squared)) * (n - 1) / (n - 1 - d)
    return 1 - residual


@another_way("r-squared", "of_the_line", "draw_line")
def score_of_line(xs: list[int], ys: list[int]) -> float:
    from sklearn.linear_model import LinearRegression

    rows = floats(xs)[:, None]
    return float(LinearRegression().fit(rows, ys).score(rows, ys))


# Outliers


@another_way("outliers", "robust_score", "draw_values")
def by_scipy(values: list[int], far: int) -> float:
    from scipy.stats import median_abs_deviation

    return float((far - np.median(values)) / median_abs_deviation(values, scale=1 / 1.4826))


@another_way("outliers", "fence", "draw_eight")
def by_quantiles(*values: int) -> float:
    """Hazen's quantiles are medians of halves when the number of values is a multiple of four."""
    first, third = np.quantile(values, [0.25, 0.75], method="hazen")
    return float(2.5 * third - 1.5 * first)


@another_way("outliers", "huber_loss", "draw_residuals")
def huber_of_scipy(residuals: list[int], delta: int) -> float:
    from scipy.special import huber

    return float(huber(delta, residuals).sum())


# Similarity metrics


@another_way("similarity-metrics", "distance", "draw_pair")
def by_cdist(a: list[int], b: list[int], name: str) -> float:
    from scipy.spatial.distance import cdist

    kind = {"Euclidean": "euclidean", "Manhattan": "cityblock"}.get(name, "chebyshev")
    return float(cdist([a], [b], kind)[0, 0])


@another_way("similarity-metrics", "cosine_similarity", "draw_vectors")
def similarity_of_library(a: list[int], b: list[int]) -> float:
    from sklearn.metrics.pairwise import cosine_similarity

    return float(cosine_similarity([a], [b])[0, 0])


@another_way("similarity-metrics", "mahalanobis_distance", "draw_gap")
def after_whitening(gap: tuple[int, int], first: int, second: int, covariance: int) -> float:
    root = np.linalg.cholesky(floats([[first, covariance], [covariance, second]]))
    return float(np.linalg.norm(np.linalg.solve(root, floats(gap))))


@another_way("similarity-metrics", "jaccard_similarity", "draw_sets")
def jaccard_of_library(a: list[int], b: list[int]) -> float:
    from sklearn.metrics import jaccard_score

    items = range(1, 10)
    return float(jaccard_score([i in a for i in items], [i in b for i in items]))


# Mistakes that a learner is likely to make, which no tolerance may let through


MISTAKES: list[tuple[str, str, str, Callable[..., float]]] = [
    ("naive-bayes", "bayes_rule", "draw_test", lambda _, sensitivity, __: sensitivity),
    ("naive-bayes", "counted_twice", "draw_copies", lambda prior, ratio, _: by_logits(prior, ratio, 1)),
    ("naive-bayes", "smoothing", "draw_counts", lambda count, tokens, *_: count / tokens),
    ("map-estimation", "coin", "draw_coin", lambda heads, n, a, b: mean_of_beta(heads, n, a, b)),
    ("map-estimation", "coin_mean", "draw_coin", lambda heads, n, a, b: peak_of_posterior(heads, n, a, b)),
    ("map-estimation", "mean_of_gaussian", "draw_gaussian", lambda mean, *_: mean),
    ("maximum-likelihood", "variance_of_gaussian", "draw_values", lambda *values: float(np.var(values, ddof=1))),
    ("maximum-likelihood", "censored_rate", "draw_times", lambda times, _: len(times) / sum(times)),
    ("maximum-likelihood", "standard_error", "draw_tosses", lambda heads, n: (heads * (n - heads)) ** 0.5 / n),
    ("r-squared", "adjusting", "draw_adjusted", lambda r_squared, *_: r_squared),
    ("r-squared", "of_the_line", "draw_line", lambda xs, ys: float(np.corrcoef(xs, ys)[0, 1])),
    ("p-values", "z_test", "draw_mean", lambda *drawn: normal_tails(*drawn) / 2),
    ("p-values", "exact_test", "draw_heads", lambda heads, n: 2 * binomial_test(heads, n)),
    ("p-values", "exact_test", "draw_heads", lambda heads, n: binomial_test(heads + 1, n) if heads < n else 0),
    ("p-values", "many_tests", "draw_family", lambda alpha, tests: alpha * tests),
    ("p-values", "false_discoveries", "draw_ideas", lambda *percentages: percentages[2]),
    ("outliers", "robust_score", "draw_values", lambda values, far: 1.4826 * by_scipy(values, far)),
    ("stratified-sampling", "neyman_share", "draw_neyman", lambda sizes, _, k: k * sizes[1] / sum(sizes)),
    ("stratified-sampling", "estimate", "draw_estimate", lambda *drawn: sum(drawn[2]) / 2),
    ("uniform-sampling", "both_in", "draw_sizes", lambda n, k: (k / n) ** 2),
    ("uniform-sampling", "duplicate", "draw_collision", lambda n, k: math.comb(k, 2) / n),
    ("reservoir-sampling", "still_there", "draw_survival", lambda k, _, now: k / now),
    ("bigrams", "add_alpha", "draw_counts", lambda pair, before, *_: pair / before),
]
"""Topic, card, the function that draws its numbers, and what the mistake gives."""


@pytest.mark.parametrize(("topic", "card", "draw", "mistake"), MISTAKES)
def test_a_likely_mistake_is_not_accepted(topic: str, card: str, draw: str, mistake: Callable[..., float]) -> None:
    module = cards(topic)
    for seed in range(200):
        drawn = module[draw](Random(seed))
        made: Numeric = module[card](Random(seed))
        wrong = mistake(*drawn)
        assert abs(float(wrong) - float(made.answer)) > made.tolerance, (seed, drawn, made)


@pytest.mark.parametrize(("topic", "card", "draw", "compute"), CHECKED, ids=[f"{row[0]}-{row[1]}" for row in CHECKED])
def test_the_answer_of_another_way(topic: str, card: str, draw: str, compute: Callable[..., float]) -> None:
    module = cards(topic)
    for seed in range(SEEDS):
        drawn = module[draw](Random(seed))
        made: Numeric = module[card](Random(seed))
        values: Sequence[Any] = (drawn,) if isinstance(drawn, Fraction | int | float) else drawn
        assert compute(*values) == pytest.approx(float(made.answer), rel=1e-6, abs=1e-7), (seed, drawn, made)


def test_every_card_is_computed_in_another_way() -> None:
    topics = {row[0] for row in CHECKED}
    written = {(topic, card.__name__) for topic in topics for card in cards(topic)["CARDS"]}
    assert written == {row[:2] for row in CHECKED}
