"""How often each value (or each of twenty stretches of the range) came, against what is expected."""

import random

from sharpen import checks

RNG = random.Random(3)
SHOW = checks.call("uniform_integers", 6, 600, checks.stream([RNG.getrandbits(4) for _ in range(2400)]), 4)


def draw(figure, call, _expected, got):
    n = call.args[0]
    bins = min(n, 20)
    counts = [0] * bins
    for one in got:
        counts[bins * int(one) // n] += 1
    axes = figure.subplots()
    axes.bar(range(bins), counts, width=0.9, color="C0")
    axes.axhline(len(got) / bins, color="C1", linestyle="--", label="expected")
    axes.set_xlabel("value" if bins == n else f"value, in {bins} stretches of 0 to {n - 1}")
    axes.set_ylabel("times drawn")
    axes.legend()
