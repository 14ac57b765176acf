"""Content integrity, live video, pipelines."""

from fractions import Fraction

import numpy as np

from tests.content.recomputing import another_way

# Content integrity


@another_way("content-integrity", "labels_needed", "draw_prevalence")
def until_the_interval_is_narrow(share: Fraction, part: Fraction) -> float:
    from scipy.optimize import brentq
    from scipy.stats import norm

    p, half = float(share), float(share * part)

    def too_wide(labels: float) -> float:
        return float(norm.interval(0.95, p, np.sqrt(p * (1 - p) / labels))[1]) - p - half

    return float(brentq(too_wide, 1, 1e9, xtol=1e-6, rtol=1e-14))


@another_way("content-integrity", "true_share", "draw_reviewers")
def mixture_solved(share: Fraction, found: Fraction, condemned: Fraction) -> float:
    """Of a million views: how many are of each kind, from how many were called either."""
    kinds = [float(found), float(condemned)], [float(1 - found), float(1 - condemned)]
    called = np.array(kinds) @ [1e6 * float(share), 1e6 * float(1 - share)]
    return float(np.linalg.solve(kinds, called)[0] / 1e4)


@another_way("content-integrity", "removal_pays", "draw_costs")
def where_costs_cross(cost: int, weight: Fraction, views: int) -> float:
    from scipy.optimize import brentq

    def saved(p: float) -> float:
        harm = sum(p * float(weight) for _ in range(views))
        return harm - (1 - p) * cost

    return float(brentq(saved, 0, 1, xtol=1e-13))


# Live video


@another_way("live-video", "bandwidth", "draw_viewers")
def added_up_by_viewer(thousands: int, shares: list[int]) -> float:
    """A hundred groups of viewers, each with the rate that it takes."""
    rates = np.repeat([6, 3, 1.5, 0.5], shares)
    return float((rates * thousands * 10).sum() / 1000)


@another_way("live-video", "seats_to_hold", "draw_forecast")
def where_another_seat_stops_paying(median: int, spread: Fraction, times: int) -> float:
    from scipy.optimize import brentq
    from scipy.stats import lognorm

    audience = lognorm(float(spread), scale=median)
    return float(brentq(lambda seats: audience.cdf(seats) - times * audience.sf(seats), 1, 100 * median, xtol=1e-9))


@another_way("live-video", "shortest_waves", "draw_herd")
def until_the_last_second_fits(followers: int, percent: int, capacity: int, usual: int, stay: int) -> float:
    from scipy.optimize import brentq

    coming, leaving = followers * 1e6 * percent / 100, usual * 1e3 / stay / 60  # as many join as leave
    return float(brentq(lambda seconds: coming / seconds + leaving - capacity, 1, 1e6, xtol=1e-9))


# Pipelines


@another_way("ml-pipelines", "changed_step", "draw_run")
def longest_path(minutes: dict[str, int], changed: str) -> float:
    """By powers of a matrix in which sums are maxima and products are sums."""
    steps = list(minutes)
    edges = ["ingest statistics", "ingest transform", "schema transform", "schema train", "transform train"]
    edges += ["ingest evaluate", "train evaluate", "train push", "evaluate push"]
    after = np.full((len(steps), len(steps)), -np.inf)
    for start, end in map(str.split, edges):
        after[steps.index(start), steps.index(end)] = minutes[end]
    reached = np.full(len(steps), -np.inf)
    reached[steps.index(changed)] = minutes[changed]
    longest = reached
    for _ in steps:
        reached = (reached[:, None] + after).max(axis=0)
        longest = np.maximum(longest, reached)
    return float(longest.max())


@another_way("ml-pipelines", "drift", "draw_days")
def distance_of_shares(first: list[int], second: list[int]) -> float:
    from scipy.spatial.distance import chebyshev

    days = np.array([first, second], dtype=float)
    return float(chebyshev(*(days / days.sum(axis=1, keepdims=True))))


@another_way("ml-pipelines", "whole_run", "draw_retries")
def walked_through(steps: int, fails: Fraction, retries: int) -> float:
    """A state is a step and how often it was tried; the last two are done and given up."""
    states = steps * (retries + 1)
    walk = np.zeros((states + 2, states + 2))
    walk[-2, -2] = walk[-1, -1] = 1
    for step in range(steps):
        for tried in range(retries + 1):
            here = step * (retries + 1) + tried
            walk[here, (step + 1) * (retries + 1)] += 1 - float(fails)  # the first try of the next, or done
            walk[here, here + 1 if tried < retries else states + 1] += float(fails)
    return float(np.linalg.matrix_power(walk, states + 1)[0, states])
