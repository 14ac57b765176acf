"""Numeric cards on pipelines: how long a run takes, drift, and retries."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric

STEPS = ("ingest", "statistics", "schema", "transform", "train", "evaluate", "push")


def draw_run(rng: random.Random) -> tuple[dict[str, int], str]:
    """Minutes of each step, and the step whose code was changed."""
    minutes = {
        "ingest": rng.randrange(10, 40, 5),
        "statistics": rng.randrange(5, 30, 5),
        "schema": rng.randint(1, 3),
        "transform": rng.randrange(15, 60, 5),
        "train": rng.randrange(60, 240, 10),
        "evaluate": rng.randrange(5, 30, 5),
        "push": rng.randint(1, 4),
    }
    return minutes, rng.choice(["ingest", "statistics", "transform", "train"])


def changed_step(rng: random.Random) -> Numeric:
    minutes, changed = draw_run(rng)
    ends: dict[str, int] = {}
    reads: dict[str, tuple[str, ...]] = {
        "ingest": (),
        "statistics": ("ingest",),
        "schema": ("file",),
        "transform": ("ingest", "schema"),
        "train": ("transform", "schema"),
        "evaluate": ("train", "ingest"),
        "push": ("evaluate", "train"),
    }
    for step in STEPS:
        if step == changed or any(one in ends for one in reads[step]):
            ends[step] = max((ends.get(one, 0) for one in reads[step]), default=0) + minutes[step]
    answer = max(ends.values())
    listed = ", ".join(f"{step} {minutes[step]}" for step in STEPS if step != "schema")
    again = [step for step in STEPS if step in ends]
    return Numeric(
        f"Minutes of a pipeline's steps: {listed}. Statistics read the ingested data; nothing reads the statistics, "
        "for the schema comes from a file. Transform reads the ingested data, train what was transformed, evaluate the "
        "model and the ingested data, push the evaluated model. Steps run as soon as they can. All is cached; then the "
        f"code of **{changed}** changes, and so does its output. How many minutes does the next run take? (Exact.)",
        answer,
        f"What runs again: {', '.join(again)}. The longest chain of them takes {answer} minutes.",
        unit="min",
    )


def draw_days(rng: random.Random) -> tuple[list[int], list[int]]:
    """Counts of four values of a feature on two days that differ in size; two shares rise and two fall."""
    while True:
        first = [rng.randrange(100, 900, 50) for _ in range(4)]
        second = [rng.randrange(100, 900, 50) for _ in range(4)]
        shares = zip(first, second, strict=True)
        apart = sorted(Fraction(a, sum(first)) - Fraction(b, sum(second)) for a, b in shares)
        if sum(first) != sum(second) and apart[1] < -Fraction(1, 50) and apart[2] > Fraction(1, 50):
            return first, second


def drift(rng: random.Random) -> Numeric:
    first, second = draw_days(rng)
    apart = [Fraction(a, sum(first)) - Fraction(b, sum(second)) for a, b in zip(first, second, strict=True)]
    answer = max(map(abs, apart))
    rows = "\n".join(f"| {name} | {a} | {b} |" for name, a, b in zip("ABCD", first, second, strict=True))
    shown = ", ".join(f"{float(abs(one)):.3f}" for one in apart)
    return Numeric(
        "A validator measures the drift of a categorical feature by the L-infinity distance between the shares of two "
        f"days. What is it here? (Exact, or to within 1% of it.)\n\n| value | day 1 | day 2 |\n|---|---|---|\n{rows}",
        answer,
        f"Shares differ by {shown}. The largest is {float(answer):.4f}.",
        float(answer) / 100,
    )


def draw_retries(rng: random.Random) -> tuple[int, Fraction, int]:
    """Steps in a row, the chance that a try of one fails, and how often each is tried again."""
    return rng.randint(4, 12), Fraction(rng.choice([5, 8, 10, 15, 20, 25]), 100), rng.randint(1, 2)


def whole_run(rng: random.Random) -> Numeric:
    steps, fails, retries = draw_retries(rng)
    answer = (1 - fails ** (retries + 1)) ** steps
    times = "once" if retries == 1 else "twice"
    return Numeric(
        f"A pipeline has {steps} steps in a row. Each try of a step fails with probability {float(fails):g}, "
        f"independently, and a failed step is tried again, at most {times}. **With what probability** does the "
        "whole run succeed? (Exact, or to within 1% of it.)",
        answer,
        f"A step fails for good with ${float(fails):g}^{retries + 1} = {float(fails ** (retries + 1)):.5g}$; all "
        f"pass with ${float(1 - fails ** (retries + 1)):.5g}^{{{steps}}} = {float(answer):.4f}$. Without retries it "
        f"would be {float((1 - fails) ** steps):.4f}.",
        float(answer) / 100,
    )


CARDS = [changed_step, drift, whole_run]
