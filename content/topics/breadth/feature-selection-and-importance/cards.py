"""Cards of feature importance: by impurity, by permutation, by Shapley values; and how much chosen is noise."""

import random
from fractions import Fraction
from itertools import combinations

from sharpen.domain.card import Numeric, show_number

Leaf = tuple[int, int]
"""Rows of class 0 and of class 1."""


def mixed(leaf: Leaf) -> Fraction:
    """Rows times Gini impurity."""
    return Fraction(2 * leaf[0] * leaf[1], sum(leaf))


def merged(one: Leaf, other: Leaf) -> Leaf:
    return one[0] + other[0], one[1] + other[1]


def draw_tree(rng: random.Random) -> tuple[Leaf, Leaf, Leaf]:
    """The leaves: right of the root, then left and right of the second split. Both splits help."""
    right = (rng.randint(0, 1), rng.randint(6, 9))
    return right, (rng.randint(4, 9), rng.randint(0, 2)), (rng.randint(0, 2), rng.randint(4, 9))


def impurity_share(rng: random.Random) -> Numeric:
    right, first, second = draw_tree(rng)
    left = merged(first, second)
    root = merged(left, right)
    by_a = mixed(root) - mixed(left) - mixed(right)
    by_b = mixed(left) - mixed(first) - mixed(second)
    answer = by_a / (by_a + by_b)
    a, b, c, d, e = (f"{float(mixed(leaf)):.3f}" for leaf in (root, left, right, first, second))
    return Numeric(
        f"A tree splits its root on A. The right child is a leaf; the left child is split on B into two leaves. Rows "
        f"of class 0 and class 1: right leaf {right[0]} and {right[1]}; left leaves {first[0]} and {first[1]}, "
        f"{second[0]} and {second[1]}. Impurity importance with Gini, normalized so that A and B sum to 1: what is "
        "the importance of A? (To within 0.005.)",
        answer,
        f"With $a$ and $b$ rows, rows times Gini is $2ab/(a + b)$. Root ({root[0]}, {root[1]}): ${a}$, left child "
        f"({left[0]}, {left[1]}): ${b}$, right leaf: ${c}$, left leaves: ${d}$ and ${e}$. A lowers it by ${a} - {b} - "
        f"{c} = {float(by_a):.3f}$, B by ${b} - {d} - {e} = {float(by_b):.3f}$. Share of A: ${float(answer):.4f}$.",
        0.005,
    )


def shuffled_rise(weight: int, values: list[int]) -> Fraction:
    """Mean rise of the squared error of an exact linear model: twice the weight squared times the variance."""
    mean = Fraction(sum(values), len(values))
    return 2 * weight**2 * sum(((v - mean) ** 2 for v in values), Fraction(0)) / len(values)


def draw_column(rng: random.Random) -> tuple[int, list[int]]:
    """The weight of the column, and its values."""
    return rng.choice([-3, -2, -1, 1, 2, 3]), rng.sample(range(10), 4)


def permutation_rise(rng: random.Random) -> Numeric:
    weight, values = draw_column(rng)
    answer = shuffled_rise(weight, values)
    variance = answer / (2 * weight**2)
    shown = ", ".join(map(str, values))
    return Numeric(
        f"$f(x) = {'' if weight == 1 else '-' if weight == -1 else weight}x_1 + 5x_2$ predicts four held-out rows "
        f"without error. Their $x_1$ are {shown}. You shuffle the column $x_1$ and leave $x_2$ alone; all 24 orders, "
        "the old one among them, are equally likely. What is the expected mean squared error then? (A fraction, or a "
        "decimal to within 0.01.)",
        answer,
        f"A row's error is $w_1 (x_1' - x_1)$ with $x_1'$ drawn from the column. On average over rows and orders "
        f"$E(x_1' - x_1)^2 = 2 \\operatorname{{Var}}(x_1) = 2 \\cdot {show_number(variance)}$, where the variance "
        f"divides by $n = 4$. Times $w_1^2 = {weight**2}$: ${show_number(answer)}$. $x_2$ does not enter, even if "
        "correlated.",
        0.01,
    )


Game = dict[str, int]
"""The expected prediction when the features in the key are known."""


def shapley(game: Game, player: str) -> Fraction:
    """By the weights of coalitions: 1/3, 1/6, 1/6, 1/3."""
    others = [name for name in "ABC" if name != player]
    total = Fraction(0)
    for size in range(3):
        for known in combinations(others, size):
            gain = game["".join(sorted((*known, player)))] - game["".join(known)]
            total += Fraction(gain, 6 if size == 1 else 3)
    return total


def draw_game(rng: random.Random) -> tuple[Game, str]:
    """Effects of single features, of pairs and of all three, and the feature that is asked for.

    Without the effect of all three, the plain mean of a feature's four gains would be its Shapley value too.
    """
    effects = dict(zip("ABC", rng.sample([-6, -4, -2, 3, 5, 7, 8], 3), strict=True))
    pairs = dict(zip(("AB", "AC", "BC"), rng.sample([-5, -3, -1, 2, 4, 6], 3), strict=True))
    base, game = rng.randint(30, 60), {}
    for size in range(4):
        for known in combinations("ABC", size):
            inside = [pairs[a + b] for a, b in combinations(known, 2)]
            game["".join(known)] = base + sum(effects[name] for name in known) + sum(inside)
    game["ABC"] += rng.choice([-6, -3, 3, 6])
    return game, rng.choice("ABC")


def shapley_value(rng: random.Random) -> Numeric:
    game, player = draw_game(rng)
    answer = shapley(game, player)
    one, two = (name for name in "ABC" if name != player)

    def step(known: str) -> str:
        more = "".join(sorted(known + player))
        return f"({game[more]} - {game[known]})"

    table = ", ".join(f"{name or 'nothing'}: {value}" for name, value in game.items())
    return Numeric(
        f"The model's expected prediction for one house, by which of its features A, B, C are known: {table}. What is "
        f"the Shapley value of {player}? (A fraction, or a decimal to within 0.01.)",
        answer,
        f"{player} is first in 2 of the 6 orders, second after {one} in 1, second after {two} in 1, last in 2: "
        f"$\\frac26 {step('')} + \\frac16 {step(one)} + \\frac16 {step(two)} + \\frac26 {step(one + two)} = "
        f"{show_number(answer)}$. The three values add up to ${game['ABC']} - {game['']} = {game['ABC'] - game['']}$.",
        0.01,
    )


def draw_filter(rng: random.Random) -> tuple[int, int, Fraction, Fraction]:
    """Features, how many carry signal, the level of each test and its power."""
    level = Fraction(rng.choice([1, 2, 5]), 100)
    return rng.randint(4, 10) * 100, rng.randint(2, 6) * 10, level, Fraction(rng.choice([5, 6, 7, 8, 9]), 10)


def noise_among_chosen(rng: random.Random) -> Numeric:
    features, signals, level, power = draw_filter(rng)
    noise, found = level * (features - signals), power * signals
    answer = noise / (noise + found)
    return Numeric(
        f"A filter tests each of {features} features and keeps those with a p-value below {float(level):g}. "
        f"{signals} features carry signal, and each of them is kept with probability {float(power):g}; the others are "
        "pure noise, with exact p-values. What is the expected number of noise features kept, divided by the expected "
        "number of all features kept? (To within 0.002.)",
        answer,
        f"Noise: ${float(level):g} \\cdot {features - signals} = {float(noise):g}$. Signal: ${float(power):g} \\cdot "
        f"{signals} = {float(found):g}$. $\\frac{{{float(noise):g}}}{{{float(noise):g} + {float(found):g}}} = "
        f"{float(answer):.4f}$.",
        0.002,
    )


CARDS = [impurity_share, permutation_rise, shapley_value, noise_among_chosen]
