"""Cards of random forests: who is out of the bag, what a split sees, and the out-of-bag vote."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def draw_bag(rng: random.Random) -> tuple[int, int]:
    """Rows of the training set, and rows drawn for each tree."""
    rows = rng.randint(4, 30)
    return rows, rng.choice([rows, rows, max(3, rows // 2)])


def left_out(rng: random.Random) -> Numeric:
    rows, draws = draw_bag(rng)
    answer = (1 - 1 / rows) ** draws
    return Numeric(
        f"A tree of a forest is grown on {draws} rows drawn with replacement from {rows}. With what probability is a "
        "given row **out of the bag**, that is, never drawn? Give it within 0.002.",
        answer,
        f"Each draw misses it with probability $1 - 1/{rows}$, and draws are independent: "
        f"$(1 - 1/{rows})^{{{draws}}} = {show_number(answer)}$. With as many draws as rows this tends to "
        f"$e^{{-1}} = 0.368$.",
        0.002,
    )


def draw_features(rng: random.Random) -> tuple[int, int, int]:
    """Features, how many of them a split sees, and the number of splits."""
    features = rng.choice([9, 12, 16, 20, 25])
    return features, rng.randint(2, 5), rng.randint(2, 4)


def seen_at_least_once(rng: random.Random) -> Numeric:
    features, drawn, splits = draw_features(rng)
    answer = 1 - Fraction(features - drawn, features) ** splits
    return Numeric(
        f"Each split draws {drawn} of {features} features, without replacement and independently of other splits. One "
        f"feature is strong. With what probability does at least one of {splits} given splits **see** it? Give it "
        "within 0.002.",
        float(answer),
        f"A split misses it with probability $1 - {drawn}/{features} = {1 - drawn / features:.4g}$. All {splits} miss "
        f"it with ${1 - drawn / features:.4g}^{{{splits}}} = {1 - float(answer):.4g}$, so the answer is "
        f"${float(answer):.4g}$.",
        0.002,
    )


Row = tuple[int, list[tuple[bool, int]]]
"""The true class, and for each tree whether it was trained on the row, and its vote."""


def draw_row(rng: random.Random) -> Row:
    """A row with five trees; an odd number of trees, not all, did not see it."""
    outside = set(rng.sample(range(5), rng.choice([1, 3, 3])))
    truth = rng.randint(0, 1)
    votes = [
        (tree not in outside, truth if rng.random() < (0.6 if tree in outside else 0.9) else 1 - truth)
        for tree in range(5)
    ]
    return truth, votes


def draw_votes(rng: random.Random) -> tuple[Row, ...]:
    """Four rows, on which the majority of all five trees makes another number of errors."""
    while True:
        rows = tuple(draw_row(rng) for _ in range(4))
        by_all = sum(int(sum(vote for _, vote in votes) > 2) != truth for truth, votes in rows)
        if by_all != sum(bag_vote(votes) != truth for truth, votes in rows):
            return rows


def bag_vote(votes: list[tuple[bool, int]]) -> int:
    """The majority of the trees that did not see the row."""
    outside = [vote for seen, vote in votes if not seen]
    return int(2 * sum(outside) > len(outside))


def out_of_bag_errors(rng: random.Random) -> Numeric:
    rows = draw_votes(rng)
    lines = [
        "| Row | Truth | A | B | C | D | E |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for number, (truth, votes) in enumerate(rows, 1):
        cells = " | ".join(f"({vote})" if seen else f"{vote}" for seen, vote in votes)
        lines.append(f"| {number} | {truth} | {cells} |")
    guesses = [bag_vote(votes) for _, votes in rows]
    answer = sum(guess != truth for guess, (truth, _) in zip(guesses, rows, strict=True))
    return Numeric(
        "Votes of five trees, A to E; a vote in parentheses comes from a tree that was **trained on** that row:\n\n"
        + "\n".join(lines)
        + "\n\nPredict each row by the out-of-bag majority. How many of the four rows are **wrong**?",
        answer,
        "Only votes without parentheses count. The out-of-bag predictions are "
        + ", ".join(f"{guess} (truth {truth})" for guess, (truth, _) in zip(guesses, rows, strict=True))
        + f". That is ${answer}$ wrong.",
    )


CARDS = [left_out, seen_at_least_once, out_of_bag_errors]
