"""Numeric cards on recurrences that look back a few steps: ways, and calls."""

import random

from sharpen.domain.card import Numeric


def ways(steps: list[int], total: int) -> int:
    """In how many orders pieces of these lengths sum to the total."""
    counts = [1]
    for place in range(1, total + 1):
        counts.append(sum(counts[place - step] for step in steps if step <= place))
    return counts[total]


def draw_steps(rng: random.Random) -> tuple[list[int], int]:
    steps = rng.choice([[1, 2], [1, 3], [2, 3], [1, 2, 3], [1, 4], [2, 5], [1, 2, 4]])
    return steps, rng.randint(6, 9)


def fillings(rng: random.Random) -> Numeric:
    steps, total = draw_steps(rng)
    answer = ways(steps, total)
    shown = " or ".join(map(str, steps))
    values = ", ".join(str(ways(steps, place)) for place in range(total + 1))
    back = " + ".join(f"f(n - {step})" for step in steps)
    return Numeric(
        f"A calendar of {total} slots is filled without gaps by jobs that last {shown} slots. "
        "In how many ways, if the order counts and jobs of one length are alike?",
        answer,
        f"The last job decides: f(n) = {back}, with f(0) = 1 and 0 before. From f(0) on: {values}.",
    )


def calls(n: int) -> int:
    """How often f is called in all by a plain recursion for f(n) that stops at f(1) and f(0)."""
    return 1 if n < 2 else 1 + calls(n - 1) + calls(n - 2)


def draw_depth(rng: random.Random) -> tuple[int, int]:
    return rng.randint(5, 9), rng.randint(0, 4)


def calls_of_one_value(rng: random.Random) -> Numeric:
    n, value = draw_depth(rng)
    row = [1, 1]  # how often f(n), f(n - 1), ... are called, when none of them is at the end
    while len(row) <= n - value:
        row.append(row[-1] + row[-2])
    answer = row[n - value] if value else row[n - 2]
    why = f"f({n}) and f({n - 1}) are called once each, and every other value as often as the two above it together"
    end = ", except that f(1) calls nothing, so that f(0) is called as often as f(2)" if value == 0 else ""
    return Numeric(
        f"`f(n)` returns n for n < 2 and else f(n - 1) + f(n - 2), by plain recursion. You call f({n}). "
        f"How often is f called with the argument {value}?",
        answer,
        f"{why}{end}: {answer}. In all there are {calls(n)} calls.",
    )


CARDS = [fillings, calls_of_one_value]
