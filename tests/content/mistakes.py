"""Mistakes that a learner is likely to make on numeric cards, which no tolerance may let through.

Each is a function of the numbers that the card's way is given, and `harmless` says for which of them
the mistake cannot be made or gives the right answer by construction.
"""

import itertools
import math
from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tests.content.recomputing import Compute, Values, floats
from tests.content.ways.estimation import binomial_test, by_logits, normal_tails, peak_of_posterior
from tests.content.ways.evaluation import examples_of, f_by_scikit_learn
from tests.content.ways.feedforward import log_softmax
from tests.content.ways.neighbors import by_scipy


class Mistake(NamedTuple):
    """What a mistake on the card with this id gives."""

    card: str
    what: str
    gives: Compute
    harmless: Callable[..., bool] = lambda *_: False


def nats_of(*counts: int) -> float:
    """Entropy times the number of rows, with the natural logarithm."""
    return -sum(count * math.log(count / sum(counts)) for count in counts if count)


def gain_in_nats(left: tuple[int, int], right: tuple[int, int]) -> float:
    whole = left[0] + right[0], left[1] + right[1]
    return (nats_of(*whole) - nats_of(*left) - nats_of(*right)) / sum(whole)


def unweighted_gain(left: tuple[int, int], right: tuple[int, int], impurity: Callable[[float], float]) -> float:
    """As if both sides had half of the rows; the impurity is a function of the share of the first class."""
    shares = [(left[0] + right[0]) / (sum(left) + sum(right)), left[0] / sum(left), right[0] / sum(right)]
    whole, first, second = map(impurity, shares)
    return whole - (first + second) / 2


def gini_of(share: float) -> float:
    return 2 * share * (1 - share)


def bits_of(share: float) -> float:
    return -sum(p * math.log2(p) for p in (share, 1 - share) if p)


def errors_by_all_trees(*rows: tuple[int, list[tuple[bool, int]]]) -> int:
    return sum((np.mean([vote for _, vote in votes]) > 0.5) != truth for truth, votes in rows)


def gain_without_parent(left: tuple[int, int], right: tuple[int, int], penalty: int) -> float:
    return sum((no - yes) ** 2 / 4 / ((yes + no) / 4 + penalty) for yes, no in (left, right)) / 2


def greedy_path(start: Values, move: Values, emit: Values) -> float:
    """The best continuation of the state that is best at first."""
    scores = floats(start) * floats(emit)[0]
    return float((scores.max() * floats(move)[scores.argmax()] * floats(emit)[1]).max())


def softmax_of(scores: NDArray[np.float64], place: int = 0) -> float:
    weights = np.exp(scores)
    return float(weights[place] / weights.sum())


def accuracy(matrix: list[list[int]]) -> float:
    return float(np.mean(np.equal(*examples_of(matrix))))


def share_won(positives: list[int], negatives: list[int], tie: int) -> float:
    gaps = floats(positives)[:, None] - floats(negatives)
    return float(np.mean((gaps > 0) + tie * (gaps == 0)))


def left_rectangles(points: list[tuple[Fraction, Fraction]]) -> float:
    x, y = floats(points).T
    return float(np.diff(x) @ y[:-1])


def sum_of_slopes(xs: list[int], ys: list[int], w: Fraction, b: Fraction, rate: Fraction) -> float:
    return float(w - rate * sum(2 * (w * x + b - y) * x for x, y in zip(xs, ys, strict=True)))


def sum_of_losses(labels: list[int], scores: list[float]) -> float:
    return float(np.logaddexp(0, -floats(labels) * floats(scores)).sum())


def mean_of_binary(logits: list[float], targets: list[int]) -> float:
    return float(np.logaddexp(0, (1 - 2 * floats(targets)) * floats(logits)).mean())


def f1_of_means(matrix: list[list[int]]) -> float:
    right, counts = np.diag(matrix), np.array(matrix)
    precision, recall = (right / counts.sum(axis=axis) for axis in (0, 1))
    return float(2 * precision.mean() * recall.mean() / (precision.mean() + recall.mean()))


def transitions_backward(start: list[float], stay: list[float], first: list[float], seen: list[int]) -> float:
    stays, chances = floats(stay), [floats(first) if symbol == 0 else 1 - floats(first) for symbol in seen]
    reached = floats(start) * chances[0]
    return float((stays * reached + (1 - stays) * reached[::-1]) @ chances[1])


ESTIMATION = [
    Mistake("naive-bayes/bayes-rule", "the sensitivity", lambda _, sensitivity, __: sensitivity),
    Mistake("naive-bayes/counted-twice", "counted once", lambda prior, ratio, _: by_logits(prior, ratio, 1)),
    Mistake("naive-bayes/counted-twice", "times the copies", lambda prior, ratio, k: by_logits(prior, k * ratio, 1)),
    Mistake("naive-bayes/smoothing", "not smoothed", lambda count, tokens, *_: count / tokens),
    Mistake("map-estimation/coin", "the mean for the peak", lambda heads, n, a, b: (heads + a) / (n + a + b)),
    Mistake("map-estimation/coin-mean", "the peak for the mean", peak_of_posterior),
    Mistake("map-estimation/mean-of-gaussian", "no prior", lambda mean, *_: mean),
    Mistake("map-estimation/coin", "no prior", lambda heads, n, *_: heads / n),
    Mistake(
        "map-estimation/mean-of-gaussian",
        "each with the other's precision",
        lambda mean, n, noise, prior, spread: (mean / spread + prior * n / noise) / (1 / spread + n / noise),
    ),
    Mistake("map-estimation/ridge-as-prior", "upside down", lambda noise, spread: (spread / noise) ** 2),
    Mistake("maximum-likelihood/variance-of-gaussian", "ddof 1", lambda *values: float(np.var(values, ddof=1))),
    Mistake("maximum-likelihood/censored-rate", "only what was seen", lambda times, _: len(times) / sum(times)),
    Mistake("maximum-likelihood/standard-error", "one root too few", lambda k, n: (k * (n - k)) ** 0.5 / n),
    Mistake("maximum-likelihood/standard-error", "n - 1", lambda k, n: (k * (n - k) / (n - 1)) ** 0.5 / n),
    Mistake("p-values/z-test", "one-sided", lambda *drawn: normal_tails(*drawn) / 2),
    Mistake("p-values/exact-test", "two-sided", lambda *drawn: 2 * binomial_test(*drawn)),
    Mistake("p-values/exact-test", "more, not at least", lambda k, n: binomial_test(k + 1, n) if k < n else 0),
    Mistake("p-values/exact-test", "exactly, not at least", lambda k, n: math.comb(n, k) / 2**n),
    Mistake("p-values/many-tests", "the sum of the levels", lambda alpha, tests: alpha * tests),
    Mistake("p-values/false-discoveries", "the level", lambda *drawn: drawn[2]),
    Mistake("outliers/robust-score", "the wrong way around", lambda *drawn: 1.4826 * by_scipy(*drawn)),
]
SAMPLING = [
    Mistake("stratified-sampling/neyman-share", "by size alone", lambda sizes, _, k: k * sizes[1] / sum(sizes)),
    Mistake("stratified-sampling/estimate", "the mean of means", lambda *drawn: sum(drawn[2]) / 2),
    Mistake("uniform-sampling/both-in", "as if independent", lambda n, k: (k / n) ** 2),
    Mistake("uniform-sampling/duplicate", "expected pairs", lambda n, k: math.comb(k, 2) / n),
    Mistake("reservoir-sampling/still-there", "from the start", lambda k, _, now: k / now),
    Mistake("bigrams/add-alpha", "not smoothed", lambda pair, before, *_: pair / before),
    Mistake("bigrams/perplexity", "arithmetic mean", lambda chances: float(np.mean(1 / floats(chances)))),
]
LINEAR = [
    Mistake("r-squared/adjusting", "not adjusted", lambda r_squared, *_: r_squared),
    Mistake("r-squared/of-the-line", "the correlation", lambda xs, ys: float(np.corrcoef(xs, ys)[0, 1])),
    Mistake("r-squared/by-hand", "the squared correlation", lambda ys, said: float(np.corrcoef(ys, said)[0, 1] ** 2)),
    Mistake("logistic-regression/predicted", "the wrong sign", lambda w, x, b: 1 / (1 + math.exp(np.dot(w, x) + b))),
    Mistake(
        "least-squares-and-residuals/noise-variance",
        "divided by n",
        lambda x, y, a, b: float(np.mean((floats(y) - a - b * floats(x)) ** 2)),
    ),
    Mistake("linear-vs-nonlinear/polynomial-features", "no constant", lambda d, k: math.comb(d + k, k) - 1),
    Mistake(
        "linear-vs-nonlinear/quadratic-kernel",
        "no + 1",
        lambda x, z: np.dot(x, z) ** 2,
        lambda x, z: np.dot(x, z) ** 2 == (np.dot(x, z) + 1) ** 2,
    ),
    Mistake(
        "linear-discriminant-analysis/border",
        "halfway, whatever the shares",
        lambda low, high, *_: (low + high) / 2,
        lambda *drawn: drawn[3] == 5,
    ),
    Mistake(
        "linear-discriminant-analysis/border",
        "the deviation for the variance",
        lambda low, high, spread, share: (low + high) / 2 + spread**0.5 / (high - low) * math.log(share / (10 - share)),
    ),
    Mistake(
        "logistic-cost-and-sigmoid/mean-log-loss",
        "labels turned around",
        lambda scores, labels: mean_of_binary(scores, [1 - y for y in labels]),
    ),
    Mistake(
        "logistic-cost-and-sigmoid/after-one-more",
        "along the tangent",
        lambda percent, tenths: percent / 100 + tenths / 10 * percent * (100 - percent) / 10_000,
    ),
    Mistake("multivariate-regression/inflation", "its root", lambda hundredths: (1 - (hundredths / 100) ** 2) ** -0.5),
    Mistake("logistic-loss/mean-loss", "the sum", sum_of_losses),
    Mistake(
        "logistic-loss/mean-loss",
        "labels turned around",
        lambda labels, scores: sum_of_losses([-y for y in labels], scores) / 3,
    ),
    Mistake("logistic-loss/mean-loss", "no labels", lambda _, scores: sum_of_losses([1, 1, 1], scores) / 3),
    Mistake(
        "logistic-loss/cost-of-wrong-probability",
        "the other divergence",
        lambda truth, said: said * math.log(said / truth) + (1 - said) * math.log((1 - said) / (1 - truth)),
    ),
    Mistake(
        "logistic-loss/cost-of-wrong-probability",
        "the other divergence",
        lambda p, q: q * math.log(q / p) + (1 - q) * math.log((1 - q) / (1 - p)),
        lambda p, q: math.isclose(p + q, 1),
    ),
    Mistake("hinge-loss/mean-hinge", "the sum", lambda rows, power: sum(max(0, 1 - y * f) ** power for y, f in rows)),
    Mistake("cross-entropy/loss-from-logits", "in bits", lambda *drawn: log_softmax(*drawn) / math.log(2)),
    Mistake(
        "cross-entropy/kl-in-bits",
        "natural logarithm",
        lambda target, guess: sum(0.5**t * (g - t) for t, g in zip(target, guess, strict=True)) * math.log(2),
    ),
    Mistake(
        "cross-entropy/kl-in-bits",
        "the other divergence",
        lambda target, guess: sum(0.5**g * (t - g) for t, g in zip(target, guess, strict=True)),
    ),
]
TREES = [
    Mistake("decision-trees/gain-in-bits", "natural logarithm", gain_in_nats),
    Mistake("tree-training-and-stopping/entropy-gain", "natural logarithm", gain_in_nats),
    *(
        Mistake(
            card, "sides not weighted", lambda left, right, impurity=impurity: unweighted_gain(left, right, impurity)
        )
        for card, impurity in (
            ("decision-trees/gain-in-gini", gini_of),
            ("decision-trees/gain-in-bits", bits_of),
            ("tree-training-and-stopping/gini-gain", gini_of),
            ("tree-training-and-stopping/entropy-gain", bits_of),
        )
    ),
    Mistake(
        "tree-inference-and-pruning/questions-asked",
        "leaves not weighted",
        lambda leaves: float(np.mean([depth for depth, _ in leaves])),
    ),
    Mistake(
        "tree-inference-and-pruning/price-of-a-leaf",
        "by all leaves, not those saved",
        lambda as_leaf, in_branch, leaves, rows: (as_leaf - in_branch) / rows / leaves,
    ),
    Mistake("bagging-vs-boosting/variance-of-average", "as if independent", lambda v, _, models: v / models),
    Mistake("random-forest/left-out", "in the bag", lambda rows, draws: 1 - (1 - 1 / rows) ** draws),
    Mistake("random-forest/seen-at-least-once", "the sum of chances", lambda d, drawn, splits: drawn * splits / d),
    Mistake("random-forest/out-of-bag-errors", "all trees vote", errors_by_all_trees),
    Mistake("adaboost/its-say", "not halved", lambda wrong, rows: math.log((rows - wrong) / wrong)),
    Mistake("gradient-boosting/one-round", "rate 1", lambda _, right, __: float(np.mean(right))),
    Mistake("gradient-boosting/newton-leaf", "the mean residual", lambda p, n, inside, size: inside / size - p / n),
    Mistake("xgboost/leaf-weight", "no penalty", lambda targets, now, _: float(np.mean(targets)) - now),
    Mistake("xgboost/split-gain", "no parent", gain_without_parent),
]
EVALUATION = [
    Mistake(
        "confusion-matrix/one-metric",
        "precision for recall",
        lambda _, tp, fp, *__: tp / (tp + fp),
        lambda name, *_: name != "recall",
    ),
    Mistake(
        "confusion-matrix/one-metric",
        "recall for precision",
        lambda _, tp, __, fn, ___: tp / (tp + fn),
        lambda name, *_: name != "precision",
    ),
    Mistake(
        "confusion-matrix/one-metric",
        "specificity for NPV",
        lambda _, __, fp, ___, tn: tn / (tn + fp),
        lambda name, *_: name != "negative predictive value",
    ),
    Mistake(
        "precision-recall-f-score/f-score",
        "1/beta for beta",
        lambda tp, fp, fn, beta: f_by_scikit_learn(tp, fp, fn, 1 / beta),
        lambda *drawn: drawn[3] == 1,
    ),
    Mistake("precision-recall-f-score/precision-from-rates", "as if balanced", lambda _, tpr, fpr: tpr / (tpr + fpr)),
    Mistake(
        "roc-curve/rate-at-threshold",
        "above, not at least",
        lambda yes, no, limit, rate: float(np.mean(floats(yes if rate == "TPR" else no) > limit)),
    ),
    Mistake(
        "roc-curve/rate-at-threshold",
        "the other rate",
        lambda yes, no, limit, rate: float(np.mean(floats(no if rate == "TPR" else yes) >= limit)),
    ),
    Mistake("auc/auc-with-ties", "a tie counts 1", lambda p, n: share_won(p, n, tie=1)),
    Mistake("auc/auc-with-ties", "a tie counts 0", lambda p, n: share_won(p, n, tie=0)),
    Mistake("auc/auc-of-points", "rectangles", left_rectangles),
    Mistake("auc/auc-of-ranks", "the whole rank sum", lambda ranks, n: sum(ranks) / len(ranks) / (n - len(ranks))),
    Mistake("cross-validation/leave-one-out", "ddof 0", lambda values: float(np.var(values))),
    Mistake("cross-validation/leave-one-out", "ddof 1", lambda values: float(np.var(values, ddof=1))),
    Mistake(
        "cross-validation/correlated-folds",
        "as if independent",
        lambda folds, deviation, _: deviation**2 / folds,
        lambda *drawn: drawn[2] == 0,
    ),
    Mistake("cross-validation/nested-fits", "no refits", lambda *counts: math.prod(counts)),
    Mistake("choosing-metrics-under-imbalance/precision-in-production", "as tested", lambda *drawn: drawn[1]),
    Mistake("choosing-metrics-under-imbalance/undersampled-probability", "as sampled", lambda sampled, _: sampled),
    Mistake("multiclass-metrics/cohen-kappa", "accuracy", accuracy),
    Mistake("multiclass-metrics/macro-f1", "accuracy, which is micro F1", accuracy),
    Mistake("multiclass-metrics/macro-f1", "F1 of the means", f1_of_means),
    Mistake("multiclass-metrics/macro-recall", "accuracy, which is micro recall", accuracy),
    Mistake(
        "classification-regression-clustering/purity",
        "the mean over clusters",
        lambda clusters: float(np.mean([max(cluster) / sum(cluster) for cluster in clusters])),
    ),
    Mistake(
        "classification-regression-clustering/threshold", "the costs swapped", lambda alarm, miss: miss / (alarm + miss)
    ),
    Mistake("algorithm-specific-metrics/perplexity", "e for 2", lambda halvings: math.exp(np.mean(halvings))),
]
OPTIMIZATION = [
    Mistake("gradient-descent/regression-step", "the sum for the mean", sum_of_slopes),
    Mistake("momentum/terminal-step", "no momentum", lambda gradient, rate, _: gradient * rate),
    Mistake("momentum/terminal-step", "1 / beta", lambda gradient, rate, beta: gradient * rate / beta),
    Mistake(
        "adam/second-update",
        "not corrected",
        lambda a, b: -(0.09 * a + 0.1 * b) / math.sqrt(0.0099 * a**2 + 0.01 * b**2),
    ),
    Mistake("adam/corrected-second-moment", "not corrected", lambda a, b: 0.09 * a**2 + 0.1 * b**2),
    Mistake("sgd/noise-of-batch", "of one example", lambda gradients, *_: float(np.var(gradients))),
    Mistake("rmsprop/adagrad-step", "RMSProp's memory", lambda g, percent: -percent / 100 * math.copysign(1, g[-1])),
    Mistake(
        "rmsprop/adagrad-step",
        "without the current square",
        lambda g, percent: -percent / 100 * g[-1] / math.hypot(*g[:-1]),
    ),
    Mistake("rmsprop/weight-after-two", "no memory", lambda g, beta: -2 * math.copysign(1, g[0]) / math.sqrt(1 - beta)),
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
]
UNSUPERVISED = [
    Mistake(
        "gaussian-mixture-models/em-step",
        "hard assignment, a tie to the first",
        lambda points, means: float(np.mean([x for x in points if 2 * x <= sum(means)])),
    ),
    Mistake(
        "hierarchical-clustering/last-merge",
        "single linkage",
        lambda left, right, _: right[0] - left[-1],
        lambda *drawn: drawn[2] == "single",
    ),
    Mistake(
        "hierarchical-clustering/ward-increase",
        "no sizes",
        lambda _, means: math.dist(*means) ** 2,
        lambda sizes, _: math.prod(sizes) == sum(sizes),
    ),
    Mistake("latent-semantic-analysis/energy", "not squared", lambda values, k: sum(values[:k]) / sum(values)),
    Mistake("latent-semantic-analysis/truncation-error", "the root", lambda values, k: math.hypot(*values[k:])),
    Mistake("hidden-markov-models/parameter-count", "no constraints", lambda s, symbols: s + s * s + s * symbols),
    Mistake("ica/source-kurtosis", "not less 3", lambda p, _: 1 / p),
    Mistake("viterbi/best-path-probability", "greedy", greedy_path),
    Mistake(
        "k-means/second-center",
        "distances not squared",
        lambda points, center, wanted: abs(wanted - center) / sum(abs(point - center) for point in points),
    ),
    Mistake(
        "supervised-unsupervised-semi-supervised/labels-spread",
        "the nearer of the two labels",
        lambda points: sum(2 * point < points[-1] for point in points),
    ),
    Mistake("similarity-metrics/mahalanobis-distance", "Euclidean", lambda gap, *_: math.hypot(*gap)),
    Mistake(
        "ica/mixture-kurtosis",
        "the weights swapped",
        lambda weights, excess: float(np.dot(floats(weights) ** 4, floats(excess)[::-1])),
    ),
    Mistake(
        "ica/unmixing", "the second source", lambda a, x: float(np.linalg.solve(floats(a).reshape(2, 2), floats(x))[1])
    ),
    Mistake("hidden-markov-models/forward-likelihood", "transitions backward", transitions_backward),
    Mistake(
        "l1-lasso/path-start",
        "the sign kept",
        lambda columns, targets: max(np.dot(column, targets) for column in columns),
        lambda columns, targets: max(products := [np.dot(c, targets) for c in columns]) == max(map(abs, products)),
    ),
    Mistake(
        "t-sne/near", "the 2 of the exponent forgotten", lambda ds, sigma: softmax_of(-((floats(ds) / sigma) ** 2))
    ),
    Mistake("t-sne/perplexity", "the entropy", lambda shares: nats_of(*shares) / math.log(2)),
    Mistake("bias-variance/expected-error", "no noise", lambda p, truth, _: float(np.mean((floats(p) - truth) ** 2))),
    Mistake(
        "bias-variance/bagged-variance",
        "as if independent",
        lambda variance, _, models: variance / models,
        lambda *drawn: drawn[1] == 0,
    ),
    Mistake("bias-variance/shrunken-mean", "no bias", lambda _, variance, n, factor: factor**2 * variance / n),
    Mistake(
        "l1-lasso/soft-threshold",
        "not shrunken",
        lambda weights, penalty: sum(abs(w) for w in weights if abs(w) > penalty),
    ),
    Mistake(
        "l2-ridge/one-feature",
        "no penalty",
        lambda x, y, _: np.dot(x, y) / np.dot(x, x),
        lambda x, y, _: np.dot(x, y) == 0,
    ),
]
DEEP_LEARNING = [
    Mistake(
        "feedforward-networks/mlp-parameters",
        "no biases",
        lambda widths: sum(a * b for a, b in itertools.pairwise(widths)),
    ),
    Mistake("feedforward-networks/conv-parameters", "no biases", lambda kernel, a, b: kernel**2 * a * b),
    Mistake("feedforward-networks/softmax-cross-entropy", "in bits", lambda *drawn: log_softmax(*drawn) / math.log(2)),
    Mistake("multilabel-activation/multilabel-loss", "the mean", mean_of_binary),
    Mistake(
        "multilabel-activation/multilabel-loss",
        "targets turned around",
        lambda logits, targets: 3 * mean_of_binary(logits, [1 - y for y in targets]),
    ),
    Mistake(
        "multilabel-activation/micro-f1-of-two-examples",
        "precision",
        lambda truth, guess: float(np.sum(np.multiply(truth, guess)) / np.sum(guess)),
    ),
    Mistake("lstm/one-output", "no candidate", lambda c, _, f, o, __: o * math.tanh(f * c)),
    Mistake("lstm/one-output", "no tanh of the cell", lambda c, i, f, o, g: o * (f * c + i * g)),
    Mistake("lstm/lstm-parameters", "no biases", lambda d, m: 4 * m * (d + m)),
    Mistake("lstm/lstm-parameters", "one gate", lambda d, m: m * (d + m + 1)),
    Mistake(
        "vanishing-exploding-gradients/relu-signal", "no half", lambda n, variance, layers: (n * variance) ** layers
    ),
    Mistake(
        "dropout/one-training-pass",
        "divided by p",
        lambda w, h, mask, p: float(np.dot(np.multiply(w, h), mask) / p),
    ),
    Mistake("dropout/noise-of-dropout", "the odds", lambda w, h, p: float((1 - p) / p * sum(np.multiply(w, h) ** 2))),
    Mistake("dropout/one-training-pass", "not scaled", lambda w, h, mask, _: np.dot(np.multiply(w, h), mask)),
    Mistake("dropout-in-lstm/growing-noise", "dropped for kept", lambda p, steps: float(p**-steps)),
    Mistake("dropout-in-lstm/growing-noise", "the mean", lambda *_: 1),
    Mistake("seq2seq/perplexity-of-tokens", "arithmetic mean", lambda chances: float(np.mean(1 / floats(chances)))),
    Mistake("seq2seq/length-normalized-score", "the sum", lambda chances, _: float(np.log(floats(chances)).sum())),
    Mistake("self-attention/causal-weight", "no mask", lambda scores, _, place: softmax_of(floats(scores), place)),
    Mistake(
        "self-attention/spread-of-scores",
        "scaled when it is not, or not when it is",
        lambda width, query, key, scaled: query * key * (1 if not scaled else math.sqrt(width)),
    ),
    Mistake("self-attention/memory-of-scores", "one head", lambda batch, _, n, size: batch * n * n * size / 2**20),
    Mistake("transformer/size-of-the-cache", "keys alone", lambda *entries: math.prod(entries) / 2**20),
    Mistake("transformer/flops-of-a-layer", "one a multiply-add", lambda n, d: (12 * n * d * d + 2 * n * n * d) / 1e9),
    Mistake("embeddings/cosine-of-two", "the dot product", lambda a, b: np.dot(a, b)),
    Mistake(
        "embeddings/negative-sampling-loss",
        "the mean",
        lambda positive, negatives: mean_of_binary([positive, *negatives], [1, *[0] * len(negatives)]),
    ),
    Mistake(
        "embeddings/negative-sampling-loss",
        "no sign turned",
        lambda positive, negatives: float(np.logaddexp(0, -floats([positive, *negatives])).sum()),
    ),
    Mistake(
        "embeddings/in-batch-softmax",
        "by columns",
        lambda scores: float(np.mean(np.logaddexp.reduce(floats(scores), axis=0) - np.diag(scores))),
    ),
]
MISTAKES = [*ESTIMATION, *SAMPLING, *LINEAR, *TREES, *EVALUATION, *OPTIMIZATION, *UNSUPERVISED, *DEEP_LEARNING]
