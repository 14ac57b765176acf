"""Recommendation: neighbors, cold start, factors, content, and the ranking of a feed."""

from fractions import Fraction
from itertools import combinations

import numpy as np

from tests.content.recomputing import another_way, floats

# Collaborative filtering


@another_way("collaborative-filtering", "shrunk_cosine", "draw_watchers")
def from_columns(first: int, second: int, both: int, weight: int) -> float:
    from scipy.spatial.distance import cosine

    people = first + second - both
    watched = np.zeros((2, people))
    watched[0, :first] = 1
    watched[1, first - both :] = 1
    common = int((watched.sum(axis=0) == 2).sum())
    return float((1 - cosine(*watched)) / (1 + weight / common))


@another_way("collaborative-filtering", "predicted_rating", "draw_ratings")
def constant_of_least_squares(stars: list[int], near: list[int]) -> float:
    """The constant with the least squared error, each error weighted by similarity."""
    return float(np.polyfit(range(len(stars)), stars, 0, w=np.sqrt(floats(near)))[0])


@another_way("collaborative-filtering", "share_of_one_account", "draw_histories")
def pairs_one_by_one(thousands: int, each: int, busy: int) -> float:
    of_one = sum(1 for _ in combinations(range(each), 2))
    own = sum(range(busy))
    return 100 * own / (1000 * thousands * of_one + own)


# Cold start


@another_way("cold-start", "still_promising", "draw_doubt")
def tail_of_the_posterior(misses: int, looks: int, percent: int) -> float:
    from scipy.integrate import quad

    def density(rate: float) -> float:
        return float(misses * (1 - rate) ** (misses - 1) * (1 - rate) ** looks)

    return quad(density, percent / 100, 1, epsabs=1e-14)[0] / quad(density, 0, 1, epsabs=1e-14)[0]


@another_way("cold-start", "price_of_exploring", "draw_exploring")
def watches_lost(visits: int, less: int, worth: int) -> float:
    seen = np.cumprod(np.r_[1.0, np.full(9, less / 100)])
    on_trial = seen * np.r_[np.ones(9), worth / 100]
    mixed = visits / 100 * on_trial.sum() + (1 - visits / 100) * seen.sum()
    return float(100 * (1 - mixed / seen.sum()))


@another_way("cold-start", "lift_among_the_known", "draw_visits")
def where_all_watches_have_risen(known: int, often: int, seldom: int, lift: int) -> float:
    from scipy.optimize import brentq

    watches = floats([known * often, (100 - known) * seldom])

    def missing(percent: float) -> float:
        return float(watches @ [1 + percent / 100, 1] / watches.sum() - 1 - lift / 100)

    return float(brentq(missing, 0, 1e4, xtol=1e-10))


# Matrix factorization


def least_squares_with_penalty(items: list[int], targets: list[int], weights: list[int], penalty: int) -> float:
    """The factor by ordinary least squares, the penalty as one more row whose target is 0."""
    roots = np.sqrt(floats([*weights, penalty]))
    left, right = roots * floats([*items, 1]), roots * floats([*targets, 0])
    return float(np.linalg.lstsq(left[:, None], right, rcond=None)[0][0])


@another_way("matrix-factorization", "row_of_als", "draw_row")
def by_one_more_row(items: list[int], ratings: list[int], penalty: int) -> float:
    return least_squares_with_penalty(items, ratings, [1] * len(items), penalty)


@another_way("matrix-factorization", "row_with_confidence", "draw_watches")
def by_weighted_rows(items: list[int], watches: list[int], weight: int, penalty: int) -> float:
    preferences = [int(number > 0) for number in watches]
    return least_squares_with_penalty(items, preferences, [1 + weight * number for number in watches], penalty)


@another_way("matrix-factorization", "step_of_sgd", "draw_step")
def by_differences(user: list[int], item: list[int], rating: int, rate: Fraction, penalty: Fraction) -> float:
    def loss(first: float) -> float:
        x = floats([first, user[1]])
        return float((rating - x @ floats(item)) ** 2 / 2 + float(penalty) / 2 * x @ x)

    return user[0] - float(rate) * (loss(user[0] + 0.5) - loss(user[0] - 0.5))


# Newsfeed ranking


@another_way("newsfeed-ranking", "price_of_a_hide", "draw_posts")
def where_values_are_even(bait: tuple[int, int, int], good: tuple[int, int, int]) -> float:
    """The price at which both have the same value: two equations for the value and the price."""
    left = floats([[1, bait[2] / 1000], [1, good[2] / 1000]])
    minutes = floats([post[0] / 100 * post[1] / 60 for post in (bait, good)])
    return float(np.linalg.solve(left, minutes)[1])


@another_way("newsfeed-ranking", "rate_by_looks", "draw_places")
def most_likely_rate(shown: list[int], clicks: list[int], looks: list[int]) -> float:
    """Where the likelihood of Poisson counts has its maximum."""
    from scipy.optimize import brentq

    exposure = floats(shown) * floats(looks) / 100

    def slope(rate: float) -> float:
        return float(np.sum(floats(clicks) / rate - exposure))

    return float(brentq(slope, 1e-6, 10, xtol=1e-14))


@another_way("newsfeed-ranking", "votes_of_interleaving", "draw_share")
def where_the_sign_test_has_power(thousandths: int) -> float:
    from scipy.optimize import brentq
    from scipy.stats import bernoulli, norm

    fair, better = bernoulli(0.5), bernoulli(thousandths / 1000)

    def power(votes: float) -> float:
        bar = norm.isf(0.025, loc=fair.mean(), scale=fair.std() / np.sqrt(votes))
        return float(norm.sf(bar, loc=better.mean(), scale=better.std() / np.sqrt(votes)))

    return float(brentq(lambda votes: power(votes) - 0.8, 10, 1e7, xtol=1e-7, rtol=1e-13))


# Content-based filtering


@another_way("content-based-filtering", "cosine_with_profile", "draw_profile")
def from_ten_movies(liked: list[int], movie: list[int]) -> float:
    """The profile is made of ten movies: the first so many have the genre."""
    from scipy.spatial.distance import cosine

    movies = floats([[place < number for number in liked] for place in range(10)])
    return float(1 - cosine(movies.mean(axis=0), floats(movie)))


@another_way("content-based-filtering", "weighted_overlap", "draw_tags")
def by_bits_of_surprise(movies: int, shared: list[int], others: list[int]) -> float:
    """The ratio of two surprises, which is the same in any base: that of sharing tags, and that of all of them."""
    chances = floats([*shared, *others]) / movies
    return float(np.log2(np.prod(chances[:2])) / np.log2(np.prod(chances)))


@another_way("content-based-filtering", "watchers_until_above", "draw_evidence")
def counted_up(content: int, behavior: int, other: int, weight: int) -> float:
    watchers = 0
    while Fraction(watchers * behavior + weight * content, watchers + weight) <= other:
        watchers += 1
    return watchers
