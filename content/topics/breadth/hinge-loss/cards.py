"""Cards of the hinge loss: its mean, its slope, two multi-class forms, and an SVM of two points."""

import random
from fractions import Fraction
from itertools import product

from sharpen.domain.card import Numeric, show_number

Row = tuple[int, Fraction]
"""Label, -1 or +1, and score."""


def hinge(label: int, score: Fraction, power: int) -> Fraction:
    return max(Fraction(0), 1 - label * score) ** power


def draw_scored(rng: random.Random) -> tuple[list[Row], int]:
    """A row on the wrong side, one inside the margin, one beyond it, shuffled; 1 for hinge, 2 for its square."""
    margins = [Fraction(-rng.randint(1, 7), 4), Fraction(rng.randint(1, 3), 4), Fraction(rng.randint(5, 10), 4)]
    rng.shuffle(margins)
    labels = [rng.choice([-1, 1]) for _ in margins]
    return [(label, label * margin) for label, margin in zip(labels, margins, strict=True)], rng.choice([1, 2])


def mean_hinge(rng: random.Random) -> Numeric:
    rows, power = draw_scored(rng)
    losses = [hinge(label, score, power) for label, score in rows]
    answer = sum(losses, Fraction(0)) / 3
    name, square = ("hinge loss", "") if power == 1 else ("squared hinge loss", "^2")
    shown = ", ".join(f"$({label:+d}, {float(score):g})$" for label, score in rows)
    work = ", ".join(
        f"$\\max(0, 1 - ({float(label * score):g})){square} = {float(loss):g}$"
        for (label, score), loss in zip(rows, losses, strict=True)
    )
    return Numeric(
        f"Labels are $-1$ or $+1$. What is the mean {name} of the rows (label, score) = {shown}? (To within 0.005.)",
        answer,
        f"With the margin $yf$ in the parentheses: {work}. The mean is ${float(answer):.4g}$.",
        0.005,
    )


Example = tuple[int, int, int]
"""Two features and the label."""


def margin_of(weights: tuple[Fraction, Fraction], example: Example) -> Fraction:
    return example[2] * (weights[0] * example[0] + weights[1] * example[1])


def draw_examples(rng: random.Random) -> tuple[tuple[Fraction, Fraction], list[Example]]:
    """Weights and three examples: on the wrong side, inside the margin and beyond it, shuffled.

    Scores are odd quarters, so that no margin is 0 or 1. The two rows that pull do not cancel.
    """
    weights = Fraction(rng.choice([-1, 1]), 2), Fraction(rng.choice([-3, -1, 1, 3]), 4)
    places = list(product([-4, -3, -2, -1, 1, 2, 3, 4], [-3, -1, 1, 3]))
    scores = {place: margin_of(weights, (*place, 1)) for place in places}
    inside = rng.choice([place for place in places if abs(scores[place]) < 1])
    beyond = rng.choice([place for place in places if abs(scores[place]) > 1])
    side = {place: 1 if score > 0 else -1 for place, score in scores.items()}
    rest = [place for place in places if place not in (inside, beyond)]
    wrong = rng.choice([place for place in rest if side[place] * place[0] != side[inside] * inside[0]])
    examples = [(*inside, side[inside]), (*beyond, side[beyond]), (*wrong, -side[wrong])]
    rng.shuffle(examples)
    return weights, examples


def slope_by_weight(rng: random.Random) -> Numeric:
    weights, examples = draw_examples(rng)
    margins = [margin_of(weights, example) for example in examples]
    pulls = [-label * x if margin < 1 else 0 for (x, _, label), margin in zip(examples, margins, strict=True)]
    answer = Fraction(sum(pulls), 3)
    shown = ", ".join(f"$({x}, {z})$ with $y = {label:+d}$" for x, z, label in examples)
    work = ", ".join(f"${float(m):g}$ gives ${p}$" for m, p in zip(margins, pulls, strict=True))
    return Numeric(
        f"Weights $w = ({float(weights[0]):g}, {float(weights[1]):g})$, score $w^\\top x$, no penalty. What is the "
        f"derivative by $w_1$ of the mean hinge loss over the examples {shown}? (A fraction, or a decimal to within "
        "0.005.)",
        answer,
        f"A row with margin below 1 gives $-y x_1$, a row beyond 1 gives 0. Margins: {work}. The mean is "
        f"${show_number(answer)}$.",
        0.005,
    )


LARGEST, SUM = "Crammer and Singer", "Weston and Watkins"
"""Who charges the worst rival, and who charges them all."""


def multiclass(scores: list[int], true: int, form: str) -> Fraction:
    """Scores are in tenths."""
    gaps = [Fraction(10 + score - scores[true], 10) for place, score in enumerate(scores) if place != true]
    charged = [max(gap, Fraction(0)) for gap in gaps]
    return max(charged) if form == LARGEST else sum(charged, Fraction(0))


def draw_scores(rng: random.Random) -> tuple[list[int], int, str]:
    """Four scores in tenths, the true class, and the form; two rivals come within 1 of the true score or exceed it."""
    truth = rng.randint(5, 25)
    rivals = [truth + rng.randint(-8, -1), truth + rng.randint(-6, 8), truth - rng.randint(12, 30)]
    rng.shuffle(rivals)
    true = rng.randrange(4)
    return [*rivals[:true], truth, *rivals[true:]], true, rng.choice([LARGEST, SUM])


def multiclass_hinge(rng: random.Random) -> Numeric:
    scores, true, form = draw_scores(rng)
    answer = multiclass(scores, true, form)
    shown = ", ".join(f"{score / 10:g}" for score in scores)
    gaps = [(place + 1, (10 + score - scores[true]) / 10) for place, score in enumerate(scores) if place != true]
    work = ", ".join(f"class {place}: $\\max(0, {gap:g})$" for place, gap in gaps)
    what = "largest" if form == LARGEST else "sum"
    return Numeric(
        f"Scores $s_k$ of the classes 1 to 4: {shown}. Class $y = {true + 1}$ is true. The multi-class hinge loss of "
        f"{form} is the {what} of the numbers $\\max(0, 1 + s_k - s_y)$ of the three wrong classes $k$. What is it? "
        "(Exact, or to within 0.005.)",
        answer,
        f"{work}. The {what} is ${float(answer):g}$.",
        0.005,
    )


Point = tuple[int, int]


def score_at(new: Point, positive: Point, negative: Point) -> Fraction:
    """Of the hard-margin SVM of two points: -1 at the negative one, +1 at the positive one."""
    gap = [p - n for p, n in zip(positive, negative, strict=True)]
    along = sum((x - n) * g for x, n, g in zip(new, negative, gap, strict=True))
    return Fraction(2 * along, sum(g * g for g in gap)) - 1


def draw_pair(rng: random.Random) -> tuple[Point, Point, Point]:
    """The positive point, the negative one, and a new one that is neither on the border nor on the street's edges."""
    negative = rng.randint(-2, 2), rng.randint(-2, 2)
    across, up = rng.choice([(1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (2, 4), (4, 2), (0, 4), (4, 0)])
    positive = negative[0] + across * rng.choice([-1, 1]), negative[1] + up * rng.choice([-1, 1])
    places = product(range(-4, 5), range(-4, 5))
    return (
        positive,
        negative,
        rng.choice([new for new in places if score_at(new, positive, negative) not in {-1, 0, 1}]),
    )


def two_point_svm(rng: random.Random) -> Numeric:
    positive, negative, new = draw_pair(rng)
    answer = score_at(new, positive, negative)
    gap = positive[0] - negative[0], positive[1] - negative[1]
    squared = gap[0] ** 2 + gap[1] ** 2
    step = new[0] - negative[0], new[1] - negative[1]
    along = step[0] * gap[0] + step[1] * gap[1]
    return Numeric(
        f"A linear hard-margin SVM is trained on two points: ${positive}$ with $y = +1$ and ${negative}$ with "
        f"$y = -1$. What is its score $w^\\top x + b$ at ${new}$? (Exact, or to within 0.005.)",
        answer,
        f"Both are support vectors with the same $\\alpha$, so $w = \\alpha d$ with $d = {gap}$. Along $d$ the score "
        f"rises from $-1$ to $1$: $\\alpha = 2/\\lVert d \\rVert^2 = 2/{squared}$. The new point is ${step}$ away from "
        f"the negative one, and ${step} \\cdot {gap} = {along}$: the score is $-1 + \\frac{{2}}{{{squared}}} \\cdot "
        f"({along}) = {show_number(answer)}$.",
        0.005,
    )


CARDS = [mean_hinge, slope_by_weight, multiclass_hinge, two_point_svm]
