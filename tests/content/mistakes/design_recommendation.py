"""Mistakes in the arithmetic of recommendation."""

import math

from tests.content.mistakes import Mistake

MISTAKES = (
    Mistake(
        "collaborative-filtering/shrunk-cosine",
        "not shrunk",
        lambda first, second, both, _: both / math.sqrt(first * second),
    ),
    Mistake(
        "collaborative-filtering/shrunk-cosine",
        "Jaccard",
        lambda first, second, both, weight: both / (first + second - both) * both / (both + weight),
    ),
    Mistake(
        "collaborative-filtering/shrunk-cosine",
        "no root",
        lambda first, second, both, weight: both / (first * second) * both / (both + weight),
    ),
    Mistake(
        "collaborative-filtering/predicted-rating",
        "the plain mean",
        lambda stars, _: sum(stars) / 3,
        lambda stars, near: (
            abs(sum(stars) / 3 - sum(s * n for s, n in zip(stars, near, strict=True)) / sum(near)) < 0.02
        ),
    ),
    Mistake(
        "collaborative-filtering/predicted-rating",
        "not divided by the similarities",
        lambda stars, near: sum(s * n for s, n in zip(stars, near, strict=True)) / 100,
        lambda _, near: abs(sum(near) - 100) < 5,
    ),
    Mistake(
        "collaborative-filtering/share-of-one-account",
        "watches, not pairs",
        lambda thousands, each, busy: 100 * busy / (1000 * thousands * each + busy),
    ),
    Mistake(
        "collaborative-filtering/share-of-one-account",
        "over those of the others",
        lambda thousands, each, busy: 100 * busy * (busy - 1) / (1000 * thousands * each * (each - 1)),
        lambda thousands, each, busy: busy * (busy - 1) < 0.03 * 1000 * thousands * each * (each - 1),
    ),
    Mistake("cold-start/still-promising", "the prior", lambda misses, _, percent: (1 - percent / 100) ** misses),
    Mistake("cold-start/still-promising", "no prior", lambda _, looks, percent: (1 - percent / 100) ** looks),
    Mistake(
        "cold-start/still-promising",
        "the rate below it",
        lambda misses, looks, percent: 1 - (1 - percent / 100) ** (misses + looks),
        lambda misses, looks, percent: abs((1 - percent / 100) ** (misses + looks) - 0.5) < 0.006,
    ),
    Mistake(
        "cold-start/price-of-exploring",
        "a tenth of the looks",
        lambda visits, _, worth: visits / 10 * (1 - worth / 100),
    ),
    Mistake(
        "cold-start/price-of-exploring",
        "as if trials earned nothing",
        lambda visits, less, _: visits * (less / 100) ** 9 / sum((less / 100) ** place for place in range(10)),
    ),
    Mistake(
        "cold-start/price-of-exploring",
        "what trials earn",
        lambda visits, less, worth: (
            visits * worth / 100 * (less / 100) ** 9 / sum((less / 100) ** place for place in range(10))
        ),
        lambda _visits, _less, worth: worth == 50,
    ),
    Mistake("cold-start/lift-among-the-known", "by visits", lambda known, _often, _seldom, lift: 100 * lift / known),
    Mistake("cold-start/lift-among-the-known", "the same lift", lambda _known, _often, _seldom, lift: lift),
    Mistake(
        "matrix-factorization/row-of-als",
        "no penalty",
        lambda items, ratings, _: sum(y * r for y, r in zip(items, ratings, strict=True)) / sum(y * y for y in items),
    ),
    Mistake(
        "matrix-factorization/row-of-als",
        "the penalty once for each rating",
        lambda items, ratings, penalty: (
            sum(y * r for y, r in zip(items, ratings, strict=True)) / (sum(y * y for y in items) + 3 * penalty)
        ),
    ),
    Mistake(
        "matrix-factorization/row-with-confidence",
        "blanks left out",
        lambda items, watches, weight, penalty: (
            sum((1 + weight * w) * y for y, w in zip(items, watches, strict=True) if w)
            / (sum((1 + weight * w) * y * y for y, w in zip(items, watches, strict=True) if w) + penalty)
        ),
    ),
    Mistake(
        "matrix-factorization/row-with-confidence",
        "no weight for blanks' one",
        lambda items, watches, weight, penalty: (
            sum(weight * w * y for y, w in zip(items, watches, strict=True))
            / (sum((1 + weight * w) * y * y for y, w in zip(items, watches, strict=True)) + penalty)
        ),
    ),
    Mistake(
        "matrix-factorization/step-of-sgd",
        "no penalty",
        lambda user, item, rating, rate, _: (
            user[0] + rate * item[0] * (rating - sum(x * y for x, y in zip(user, item, strict=True)))
        ),
    ),
    Mistake(
        "matrix-factorization/step-of-sgd",
        "up the slope",
        lambda user, item, rating, rate, penalty: (
            user[0]
            - rate * (item[0] * (rating - sum(x * y for x, y in zip(user, item, strict=True))) - penalty * user[0])
        ),
    ),
    Mistake(
        "newsfeed-ranking/price-of-a-hide",
        "the price in seconds",
        lambda bait, good: (bait[0] * bait[1] - good[0] * good[1]) / 100 / (bait[2] - good[2]) * 1000,
    ),
    Mistake(
        "newsfeed-ranking/price-of-a-hide",
        "hides added",
        lambda bait, good: (bait[0] * bait[1] - good[0] * good[1]) / 6000 / (bait[2] + good[2]) * 1000,
    ),
    Mistake(
        "newsfeed-ranking/price-of-a-hide",
        "opens alone",
        lambda bait, good: (bait[0] - good[0]) / 100 / (bait[2] - good[2]) * 1000,
    ),
    Mistake("newsfeed-ranking/rate-by-looks", "per impression", lambda shown, clicks, _: sum(clicks) / sum(shown)),
    Mistake(
        "newsfeed-ranking/rate-by-looks",
        "the mean of the places' rates",
        lambda shown, clicks, looks: sum(100 * c / s / x for s, c, x in zip(shown, clicks, looks, strict=True)) / 3,
        lambda shown, clicks, looks: (
            abs(
                sum(100 * c / s / x for s, c, x in zip(shown, clicks, looks, strict=True)) / 3
                - 100 * sum(clicks) / sum(s * x for s, x in zip(shown, looks, strict=True))
            )
            < 0.002
        ),
    ),
    Mistake("newsfeed-ranking/votes-of-interleaving", "no power", lambda share: (1.96 * 500 / (share - 500)) ** 2),
    Mistake(
        "newsfeed-ranking/votes-of-interleaving",
        "two samples",
        lambda share: 2 * 2.8016**2 * share * (1000 - share) / (share - 500) ** 2,
    ),
    Mistake(
        "newsfeed-ranking/votes-of-interleaving",
        "the difference of the two shares",
        lambda share: (2.8016 * 500 / (2 * share - 1000)) ** 2,
    ),
    Mistake(
        "content-based-filtering/cosine-with-profile",
        "the product",
        lambda liked, movie: sum(a * b for a, b in zip(liked, movie, strict=True)) / 10,
        lambda liked, movie: (
            sum(a * b for a, b in zip(liked, movie, strict=True))
            * abs(1 / math.sqrt(sum(a * a for a in liked) * sum(movie)) - 1 / 10)
            < 0.006
        ),
    ),
    Mistake(
        "content-based-filtering/cosine-with-profile",
        "divided by the squares",
        lambda liked, movie: (
            sum(a * b for a, b in zip(liked, movie, strict=True)) / sum(a * a for a in liked) / sum(movie)
        ),
    ),
    Mistake("content-based-filtering/weighted-overlap", "equal weights", lambda *_: 0.5),
    Mistake(
        "content-based-filtering/weighted-overlap",
        "weighted by frequency",
        lambda _, shared, others: sum(shared) / (sum(shared) + sum(others)),
    ),
    Mistake(
        "content-based-filtering/watchers-until-above",
        "one too few",
        lambda content, behavior, other, weight: weight * (other - content) // (behavior - other),
    ),
    Mistake(
        "content-based-filtering/watchers-until-above",
        "weights swapped",
        lambda content, behavior, other, weight: weight * (behavior - other) // (other - content) + 1,
        lambda content, behavior, other, weight: (
            weight * (behavior - other) // (other - content) == weight * (other - content) // (behavior - other)
        ),
    ),
)
