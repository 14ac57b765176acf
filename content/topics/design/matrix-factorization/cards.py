"""Numeric cards on factors: a row of ALS, a row with confidences, a step of SGD."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_row(rng: random.Random) -> tuple[list[int], list[int], int]:
    """Factors of three items, the user's centered ratings of them, and the penalty."""
    items = [rng.choice([-3, -2, -1, 1, 2, 3]) for _ in range(3)]
    ratings = [rng.randint(1, 2) * (1 if item > 0 else -1) for item in items]
    ratings[rng.randrange(3)] *= rng.choice([1, -1])
    if abs(sum(item * rating for item, rating in zip(items, ratings, strict=True))) < 2:
        ratings = [abs(rating) * (1 if item > 0 else -1) for item, rating in zip(items, ratings, strict=True)]
    return items, ratings, rng.randint(1, 6)


def row_of_als(rng: random.Random) -> Numeric:
    items, ratings, penalty = draw_row(rng)
    product = sum(item * rating for item, rating in zip(items, ratings, strict=True))
    squares = sum(item * item for item in items)
    answer = Fraction(product, squares + penalty)
    return Numeric(
        f"Ratings are factorized with **one** factor by alternating least squares. A user's centered ratings of three "
        f"items are {ratings}; the items' factors are held fixed at {items}. The loss is $\\sum_i (r_i - x y_i)^2 + "
        f"{penalty}\\,x^2$. What is the user's new **factor** $x$? (Exact, or to within 0.005.)",
        answer,
        f"$\\sum r_i y_i = {product}$, $\\sum y_i^2 = {squares}$, so $x = {product}/({squares} + {penalty}) = "
        f"{float(answer):.4f}$.",
        0.005,
    )


def draw_watches(rng: random.Random) -> tuple[list[int], list[int], int, int]:
    """Factors of four items, how often each was watched, the weight of a watch, and the penalty."""
    items = [rng.randint(1, 3) for _ in range(4)]
    watches = rng.sample([0, 0, rng.randint(1, 3), rng.randint(1, 2)], 4)
    return items, watches, rng.choice([1, 2, 3, 5]), rng.randint(1, 5)


def row_with_confidence(rng: random.Random) -> Numeric:
    items, watches, weight, penalty = draw_watches(rng)
    confidence = [1 + weight * number for number in watches]
    top = sum(c * item for c, item, number in zip(confidence, items, watches, strict=True) if number)
    bottom = sum(c * item * item for c, item in zip(confidence, items, strict=True)) + penalty
    answer = Fraction(top, bottom)
    return Numeric(
        f"Implicit feedback with **one** factor. A user watched four items {watches} times; their factors are fixed at "
        f"{items}. Preference $p_i$ is 1 if watched, else 0; confidence is $c_i = 1 + {weight}\\,w_i$ with $w_i$ "
        f"watches. The loss, over all four, is $\\sum_i c_i (p_i - x y_i)^2 + {penalty}\\,x^2$. What is the **factor** "
        "$x$ that minimizes it? (Exact, or to within 0.5% of it.)",
        answer,
        f"Confidences {confidence}. $\\sum c_i p_i y_i = {top}$; $\\sum c_i y_i^2 + \\lambda = {bottom}$, blanks "
        f"included. $x = {top}/{bottom} = {float(answer):.4f}$.",
        float(answer) / 200,
    )


def draw_step(rng: random.Random) -> tuple[list[int], list[int], int, Fraction, Fraction]:
    """Vectors of a user and of an item, a rating, the rate, and the penalty."""
    user, item = [rng.choice([-2, 1, 2]), rng.choice([-1, 1, 3])], [rng.choice([1, 2, -2]), rng.choice([1, -1, 2])]
    product = sum(one * two for one, two in zip(user, item, strict=True))
    return user, item, product + rng.choice([-3, -2, 2, 3]), Fraction(1, 10), Fraction(rng.choice([1, 2, 5]), 10)


def step_of_sgd(rng: random.Random) -> Numeric:
    user, item, rating, rate, penalty = draw_step(rng)
    error = rating - sum(one * two for one, two in zip(user, item, strict=True))
    answer = user[0] + rate * (error * item[0] - penalty * user[0])
    return Numeric(
        f"A user's vector is $x = ({user[0]}, {user[1]})$, an item's $y = ({item[0]}, {item[1]})$, the rating is "
        f"{rating}. The loss of this rating is $\\frac12 (r - x^\\top y)^2 + \\frac{{{float(penalty):g}}}{{2}} |x|^2$. "
        f"After one step of SGD with rate {float(rate):g}, what is the **first entry** of $x$? (Exact, or to within "
        "0.005.)",
        answer,
        f"$e = {rating} - ({rating - error}) = {error}$. ${user[0]} + {float(rate):g} \\cdot ({error} \\cdot "
        f"({item[0]}) - {float(penalty):g} \\cdot ({user[0]})) = {float(answer):.3f}$.",
        0.005,
    )


CARDS = [row_of_als, row_with_confidence, step_of_sgd]
