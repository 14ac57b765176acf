"""Cards of DBSCAN: core points, noise and clusters of points on a line."""

import random
from itertools import pairwise

from sharpen.domain.card import Numeric


def core_points(points: list[int], eps: int, min_pts: int) -> list[int]:
    """The points with at least min_pts points within eps, themselves included."""
    return [p for p in points if sum(abs(p - q) <= eps for q in points) >= min_pts]


def noise_points(points: list[int], eps: int, min_pts: int) -> list[int]:
    """The points that are farther than eps from every core point."""
    core = core_points(points, eps, min_pts)
    return [p for p in points if all(abs(p - q) > eps for q in core)]


def cluster_count(points: list[int], eps: int, min_pts: int) -> int:
    """How many connected components the core points have."""
    core = core_points(points, eps, min_pts)
    return 1 + sum(q - p > eps for p, q in pairwise(core)) if core else 0


def draw_line(rng: random.Random) -> tuple[list[int], int, int]:
    """Two dense runs on a line, with a few points around them, so that there is always a core point."""
    eps, min_pts = rng.choice([(2, 3), (2, 4), (3, 4), (3, 3)])
    points, at = [], 0
    for size in (min_pts, rng.randint(2, 4)):
        at += rng.randint(1, 2 * eps)
        points.append(at)
        for _ in range(size - 1):
            at += 1 if size == min_pts and len(points) < min_pts - 1 else rng.randint(1, eps)
            points.append(at)
        for _ in range(rng.randint(0, 2)):
            at += rng.randint(eps - 1, eps + 2)
            points.append(at)
    return points, eps, min_pts


def draw_long_line(rng: random.Random) -> tuple[list[int], int, int]:
    """Four runs on a line: the first dense, so that there is always a cluster, another alone and too small to be one.

    So counting groups that are merely apart gives, as a rule, another number.
    """
    eps, min_pts = rng.choice([(2, 3), (3, 3), (3, 4)])
    points, at, small = [], 0, rng.randint(1, 3)
    for run in range(4):
        at += rng.randint(eps + 1, eps + 2) if small in (run - 1, run) else rng.randint(eps, eps + 2)
        points.append(at)
        more = rng.randint(0, min_pts - 2) if run == small else rng.randint(1, 3)
        for _ in range(more if run else min_pts - 1):
            at += rng.randint(1, eps) if run else 1
            points.append(at)
    return points, eps, min_pts


def rows(points: list[int], eps: int) -> str:
    """A table of the neighborhoods."""
    lines = ["| Point | Within the radius | How many |", "| --- | --- | --- |"]
    for p in points:
        near = [q for q in points if abs(p - q) <= eps]
        lines.append(f"| {p} | {', '.join(map(str, near))} | {len(near)} |")
    return "\n".join(lines)


def task(points: list[int], eps: int, min_pts: int, asked: str) -> str:
    """The question, with every convention."""
    return (
        f"DBSCAN on the line: {', '.join(map(str, points))}. Radius $\\varepsilon = {eps}$ (distance at most "
        f"$\\varepsilon$ is near), $\\text{{minPts}} = {min_pts}$ (a point counts itself). {asked}"
    )


def listed(points: list[int]) -> str:
    return ", ".join(map(str, points)) or "none"


def how_many_core(rng: random.Random) -> Numeric:
    points, eps, min_pts = draw_line(rng)
    core = core_points(points, eps, min_pts)
    return Numeric(
        task(points, eps, min_pts, "How many **core points** are there?"),
        len(core),
        f"{rows(points, eps)}\n\nCore points have at least ${min_pts}$: {listed(core)}. That is ${len(core)}$.",
    )


def how_many_noise(rng: random.Random) -> Numeric:
    points, eps, min_pts = draw_line(rng)
    core, noise = core_points(points, eps, min_pts), noise_points(points, eps, min_pts)
    return Numeric(
        task(points, eps, min_pts, "How many points are **noise**?"),
        len(noise),
        f"{rows(points, eps)}\n\nCore points have at least ${min_pts}$: {listed(core)}. Points within ${eps}$ of one "
        f"of these are in a cluster, if only as border points. Noise is the rest: {listed(noise)}. That is "
        f"${len(noise)}$.",
    )


def how_many_clusters(rng: random.Random) -> Numeric:
    points, eps, min_pts = draw_long_line(rng)
    core, count = core_points(points, eps, min_pts), cluster_count(points, eps, min_pts)
    breaks = [f"{p} and {q}" for p, q in pairwise(core) if q - p > eps]
    return Numeric(
        task(points, eps, min_pts, "How many **clusters** are there?"),
        count,
        f"{rows(points, eps)}\n\nCore points have at least ${min_pts}$: {listed(core)}. Clusters are their connected "
        f"components: neighbors among the core points farther apart than ${eps}$ are in different clusters. "
        f"Such breaks: {'; '.join(breaks) or 'none'}. So ${count}$.",
    )


CARDS = [how_many_core, how_many_noise, how_many_clusters]
