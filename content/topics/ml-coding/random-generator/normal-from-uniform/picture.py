"""A histogram of the numbers over the density they should follow; a pair as a point in the plane."""

import random
from math import exp, pi, sqrt

from sharpen import checks
from sharpen.checks import diagrams

RNG = random.Random(2)
SHOW = checks.call("normals", 2000, checks.stream([RNG.random() for _ in range(2000)]))


def draw(figure, call, expected, got):
    axes = figure.subplots()
    mine, *_ = titles = [title for title, _ in diagrams.sides(got, expected)]
    if call.entry == "box_muller":
        if len(titles) > 1:
            axes.scatter(*expected, marker="o", s=120, facecolors="none", edgecolors="C1", label="Expected")
        axes.scatter(*got, marker="x", s=80, color="C0", label=mine)
        axes.axhline(0, color="gray", linewidth=0.5)
        axes.axvline(0, color="gray", linewidth=0.5)
        axes.set_aspect("equal")
        axes.set_xlabel("z1")
        axes.set_ylabel("z2")
    else:
        named = {"mean": 0.0, "sigma": 1.0} | dict(zip(("mean", "sigma"), call.args[2:], strict=False))
        mean, sigma = (float({**named, **(call.kwargs or {})}[key]) for key in ("mean", "sigma"))
        axes.hist([float(x) for x in got], bins=40, density=True, color="C0", label=mine)
        if sigma > 0:
            xs = [mean + sigma * (k / 25 - 4) for k in range(201)]
            ys = [exp(-(((x - mean) / sigma) ** 2) / 2) / (sigma * sqrt(2 * pi)) for x in xs]
            axes.plot(xs, ys, color="C1", label="the density")
    axes.legend()
