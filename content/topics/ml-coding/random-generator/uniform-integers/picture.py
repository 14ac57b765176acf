"""How often each value (or each of twenty stretches of the range) came, against what is expected."""

import random

from sharpen import checks
from sharpen.checks import diagrams, plots

RNG = random.Random(3)
SHOW = checks.call("uniform_integers", 6, 600, checks.stream([RNG.getrandbits(4) for _ in range(2400)]), 4)


def draw(figure, call, _expected, got):
    n = call.args[0]
    bins = min(n, 20)
    axes = figure.subplots()

    def bars():
        inside = [int(one) for one in got if is_value(one, n)]
        if not inside:
            raise ValueError("none of them is a value of the range")
        counts = [0] * bins
        for one in inside:
            counts[bins * one // n] += 1
        odd = len(got) - len(inside)
        title = diagrams.as_expected("Yours")
        label = f"{title}, without {odd} that are no such value" if odd else title
        axes.bar(range(bins), counts, width=0.9, color="C0", label=label)
        axes.axhline(len(got) / bins, color="C1", linestyle="--", label="Expected")
        axes.legend()

    plots.attempt(axes, got, bars)
    axes.set_xlabel("value" if bins == n else f"value, in {bins} stretches of 0 to {n - 1}")
    axes.set_ylabel("times drawn")


def is_value(one, n):
    try:
        return int(one) == one and 0 <= one < n
    except (TypeError, ValueError, OverflowError):
        return False
