"""Cards of stochastic gradient descent: an epoch by hand, the noise of a batch, the floor it leads to."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def slope(w: Fraction, x: int, y: int) -> Fraction:
    """Of half the squared error of one example."""
    return (w * x - y) * x


def draw_epoch(rng: random.Random) -> tuple[int, Fraction, list[tuple[int, int]]]:
    """The first weight, the learning rate, and the examples in their order; each misses at first."""
    w = rng.randint(-2, 3)
    xs = rng.sample([1, 2, 3], 2)
    return w, Fraction(rng.choice([1, 2]), 10), [(x, w * x + rng.choice([-3, -2, -1, 1, 2, 3])) for x in xs]


def epoch_by_hand(rng: random.Random) -> Numeric:
    start, rate, examples = draw_epoch(rng)
    w, work = Fraction(start), []
    for x, y in examples:
        moved = w - rate * slope(w, x, y)
        shown = f"{float(w):g} - {float(rate):g} \\cdot ({float(w):g} \\cdot {x} - ({y})) \\cdot {x}"
        work.append(f"On $({x}, {y})$: $w = {shown} = {float(moved):g}$.")
        w = moved
    (a, b), (c, d) = examples
    return Numeric(
        f"Model $\\hat y = wx$, loss of one example $\\tfrac12 (\\hat y - y)^2$. SGD with batch size 1 and learning "
        f"rate ${float(rate):g}$ starts at $w = {start}$ and takes the two examples $(x, y)$ in the order $({a}, "
        f"{b})$, $({c}, {d})$. What is $w$ after this epoch? (Exact, or to within 0.005.)",
        w,
        " ".join(work),
        0.005,
    )


def variance_of_mean(gradients: list[int], batch: int, replaced: bool) -> Fraction:
    n = len(gradients)
    mean = Fraction(sum(gradients), n)
    variance = sum(((g - mean) ** 2 for g in gradients), Fraction(0)) / n
    return variance / batch * (1 if replaced else Fraction(n - batch, n - 1))


def draw_batch(rng: random.Random) -> tuple[list[int], int, bool]:
    """The gradients of all examples, the batch size, and whether it is drawn with replacement."""
    gradients = rng.sample(range(-6, 10), rng.choice([4, 5]))
    return gradients, rng.choice([2, 3]), rng.random() < 0.5


def noise_of_batch(rng: random.Random) -> Numeric:
    gradients, batch, replaced = draw_batch(rng)
    n, answer = len(gradients), variance_of_mean(gradients, batch, replaced)
    variance = variance_of_mean(gradients, 1, True)
    how = "independently, with replacement" if replaced else "without replacement"
    rest = "" if replaced else f" \\cdot \\frac{{{n} - {batch}}}{{{n} - 1}}"
    return Numeric(
        f"A weight's gradients on the {n} examples of a data set are {', '.join(map(str, gradients))}. A batch of "
        f"{batch} examples is drawn at random, {how}. What is the variance of the mean gradient of the batch? (A "
        "fraction, or a decimal to within 0.01.)",
        answer,
        f"Over the data set the mean is ${show_number(Fraction(sum(gradients), n))}$ and the variance (over ${n}$) is "
        f"$\\sigma^2 = {show_number(variance)}$. The batch mean has $\\frac{{\\sigma^2}}{{{batch}}}{rest} = "
        f"{show_number(answer)} = {float(answer):.4g}$."
        + ("" if replaced else " The last factor is there because drawn examples are not put back."),
        0.01,
    )


def floor(curvature: int, noise: int, batch: int, rate: Fraction) -> Fraction:
    """The variance of the weight in the long run."""
    return rate * Fraction(noise, batch) / (curvature * (2 - rate * curvature))


def draw_floor(rng: random.Random) -> tuple[int, int, int, Fraction]:
    """Curvature, variance of one example's gradient, batch size, learning rate."""
    rate = Fraction(rng.choice([5, 10, 20]), 100)
    return rng.choice([1, 2, 4]), rng.choice([4, 8, 16, 32]), rng.choice([2, 4, 8, 16]), rate


def noise_floor(rng: random.Random) -> Numeric:
    curvature, noise, batch, rate = draw_floor(rng)
    answer = floor(curvature, noise, batch, rate)
    keep, spread = 1 - rate * curvature, Fraction(noise, batch)
    half = "\\tfrac12 w^2" if curvature == 1 else f"{curvature // 2 if curvature > 2 else ''}w^2"
    return Numeric(
        f"SGD on $f(w) = {half}$ with the constant learning rate {float(rate):g}. The gradient of one drawn example "
        f"is $f'(w)$ plus noise of mean 0 and variance {noise}, for every $w$; the {batch} examples of a batch are "
        "independent, and so are the batches. What does the variance of $w$ tend to? (A fraction, or a decimal to "
        "within 1%.)",
        answer,
        f"$f'(w) = {'' if curvature == 1 else curvature}w$, so a step is $w \\leftarrow (1 - {float(rate):g} \\cdot "
        f"{curvature})\\, w - {float(rate):g}\\, \\xi$ with $\\operatorname{{Var}} \\xi = {noise}/{batch} = "
        f"{show_number(spread)}$. In the long run $V = {float(keep):g}^2\\, V + {float(rate):g}^2 \\cdot "
        f"{show_number(spread)}$, so $V = {float(rate**2 * spread):g}/{float(1 - keep**2):g} = {float(answer):.5g}$.",
        0.01 * float(answer),
    )


CARDS = [epoch_by_hand, noise_of_batch, noise_floor]
