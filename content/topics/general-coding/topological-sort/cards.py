"""Numeric cards on topological order: when a plan of jobs ends, and how many orders there are."""

import random
from itertools import permutations

from sharpen.domain.card import Numeric

Plan = dict[str, tuple[int, str]]
"""Of each job its hours and the jobs it needs, which all come before it."""


def finishes(plan: Plan) -> dict[str, int]:
    """When each job is done, if it starts as soon as what it needs is done."""
    done: dict[str, int] = {}
    for job, (hours, needs) in plan.items():
        done[job] = hours + max((done[need] for need in needs), default=0)
    return done


def draw_plan(rng: random.Random) -> tuple[Plan]:
    plan: Plan = {}
    for job in "ABCDEF":
        before = list(plan)
        needs = sorted(rng.sample(before, min(len(before), rng.choice((0, 1, 1, 2, 2)))))
        plan[job] = rng.randint(1, 9), "".join(needs)
    return (plan,)


def end_of_the_plan(rng: random.Random) -> Numeric:
    (plan,) = draw_plan(rng)
    done = finishes(plan)
    shown = "; ".join(
        f"{job} {hours} h" + (f" (needs {' and '.join(needs)})" if needs else "")
        for job, (hours, needs) in plan.items()
    )
    return Numeric(
        f"Jobs and their hours: {shown}. There are machines enough, and each job starts once what it needs is done. "
        "After how many hours is all of it done?",
        max(done.values()),
        "In this order each job finishes its hours after the last of its needs: "
        + ", ".join(f"{job} at {at}" for job, at in done.items())
        + ".",
    )


def orders(names: str, arrows: list[str]) -> int:
    """How many orders keep each arrow, given as two letters."""
    return sum(all(row.index(one) < row.index(other) for one, other in arrows) for row in permutations(names))


def draw_arrows(rng: random.Random) -> tuple[str, list[str]]:
    names = "ABCDE"
    pairs = [one + other for at, one in enumerate(names) for other in names[at + 1 :]]
    return names, sorted(rng.sample(pairs, rng.randint(3, 5)))


def number_of_orders(rng: random.Random) -> Numeric:
    names, arrows = draw_arrows(rng)
    answer = orders(names, arrows)
    first = [name for name in names if all(other != name for _, other in arrows)]
    parts = [orders(names.replace(name, ""), [arrow for arrow in arrows if name not in arrow]) for name in first]
    terms = " + ".join(map(str, parts))
    return Numeric(
        f"Five jobs A to E, and these must be done before those: {', '.join(f'{a} before {b}' for a, b in arrows)}. In "
        "how many orders can all five be done, one after the other?",
        answer,
        f"Only {' or '.join(first)} may come first, which leaves {terms}"
        + (f" = {answer}" if len(parts) > 1 else "")
        + " orders of the rest.",
    )


CARDS = [end_of_the_plan, number_of_orders]
