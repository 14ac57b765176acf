"""Mistakes in the arithmetic of the first steps of a design."""

import math

from tests.content.mistakes import Mistake

MISTAKES = (
    Mistake("problem-formulation/peak-rate", "the mean rate", lambda millions, each, _: millions * 1e6 * each / 86_400),
    Mistake(
        "problem-formulation/peak-rate",
        "a day of 100,000 seconds",
        lambda millions, each, peak: millions * 1e6 * each * peak / 100_000,
    ),
    Mistake(
        "problem-formulation/break-even",
        "a share, not points",
        lambda cost, cases, percent, value: cost / (365 * cases * percent / 100 * value),
    ),
    Mistake(
        "problem-formulation/break-even",
        "all payments for the frauds",
        lambda cost, cases, _, value: 100 * cost / (365 * cases * value),
    ),
    Mistake(
        "design-metrics/normalized-entropy",
        "the entropy in bits",
        lambda rate, loss: loss / -(rate * math.log2(rate) + (1 - rate) * math.log2(1 - rate)),
    ),
    Mistake(
        "design-metrics/normalized-entropy",
        "the clicked half of the entropy",
        lambda rate, loss: loss / -(rate * math.log(rate)),
    ),
    Mistake(
        "design-metrics/normalized-entropy",
        "one minus it",
        lambda rate, loss: 1 + loss / (rate * math.log(rate) + (1 - rate) * math.log(1 - rate)),
    ),
    Mistake(
        "design-metrics/mean-over-users",
        "clicks over views",
        lambda users: sum(clicks for clicks, _ in users) / sum(views for _, views in users),
    ),
    Mistake("design-metrics/affordable-latency", "per millisecond", lambda gain, price: gain / price),
    Mistake(
        "design-metrics/affordable-latency",
        "the quotient upside down",
        lambda gain, price: 100 * price / gain,
        lambda gain, price: abs(gain - price) <= 1,
    ),
    Mistake(
        "design-data/labeling-cost",
        "one label an item",
        lambda wanted, share, _, cents: wanted / share * cents / 100,
    ),
    Mistake(
        "design-data/labeling-cost",
        "the positives only",
        lambda wanted, _, each, cents: wanted * each * cents / 100,
    ),
    Mistake(
        "design-data/rate-to-come",
        "over the share that is still to come",
        lambda mean, age, seen: seen / 100 / math.exp(-age / mean),
        lambda mean, age, _: abs(math.exp(-age / mean) - 0.5) < 0.02,
    ),
    Mistake(
        "design-data/rate-to-come",
        "purchases that come evenly until the mean",
        lambda mean, age, seen: seen * mean / age / 100,
    ),
    Mistake("design-data/rate-to-come", "what has been seen", lambda _mean, _age, seen: seen / 100),
    Mistake("design-data/relevance-ratio", "clicks over views", lambda first, second, _high, _low: second / first),
    Mistake(
        "design-data/relevance-ratio",
        "multiplied by the chance to be seen",
        lambda first, second, high, low: second * low / first / high,
    ),
    Mistake(
        "mvp-logic/catching-up",
        "counted from the model's start",
        lambda early, late, rule, model: 7 * (late - early) * rule / (model - rule),
    ),
    Mistake(
        "mvp-logic/catching-up",
        "weeks for days",
        lambda early, late, rule, model: (model * late - rule * early) / (model - rule),
    ),
    Mistake(
        "mvp-logic/error-after-a-fix",
        "all errors of the cause solved",
        lambda rate, seen, cause, _: rate / 100 * (1 - cause / seen),
    ),
    Mistake(
        "mvp-logic/error-after-a-fix",
        "the errors that go",
        lambda rate, seen, cause, solved: rate / 100 * cause / seen * solved / 100,
        lambda _rate, seen, cause, solved: cause / seen * solved / 100 > 0.49,
    ),
    Mistake(
        "mvp-logic/error-after-a-fix",
        "the share of the fix alone",
        lambda rate, _seen, _cause, solved: rate / 100 * (1 - solved / 100),
    ),
    Mistake(
        "features-and-signals/count-as-of",
        "clicks that are still on their way",
        lambda clicks, window, _: sum(720 - window < click <= 720 for click in clicks),
    ),
    Mistake("features-and-signals/count-as-of", "all clicks", lambda clicks, _window, _delay: len(clicks)),
    Mistake(
        "features-and-signals/count-as-of",
        "older than the window",
        lambda clicks, _, delay: sum(click <= 720 - delay for click in clicks),
    ),
    Mistake(
        "features-and-signals/smoothed-rate",
        "clicks over views",
        lambda clicks, views, _mean, _weight: clicks / views,
    ),
    Mistake(
        "features-and-signals/smoothed-rate",
        "the mean of both rates",
        lambda clicks, views, mean, _: (clicks / views + mean) / 2,
    ),
    Mistake(
        "features-and-signals/smoothed-rate",
        "the prior's clicks without its views",
        lambda clicks, views, mean, weight: (clicks + weight * mean) / views,
    ),
    Mistake("features-and-signals/oldest-value", "the time between jobs", lambda period, _: period),
    Mistake("features-and-signals/oldest-value", "the time of a job", lambda _, minutes: minutes / 60),
    Mistake("training-and-splits/training-days", "no gap", lambda log, _, dev, test: log - test - dev),
    Mistake(
        "training-and-splits/training-days",
        "only the rows without labels left out",
        lambda log, delay, dev, test: log - delay - test - dev,
    ),
    Mistake(
        "training-and-splits/training-days",
        "one of the gaps forgotten",
        lambda log, delay, dev, test: log - 2 * delay - test - dev,
    ),
    Mistake(
        "training-and-splits/sibling-in-training",
        "the row itself counted too",
        lambda rows, share: 1 - share**rows,
    ),
    Mistake(
        "training-and-splits/sibling-in-training",
        "all others in training",
        lambda rows, share: (1 - share) ** (rows - 1),
    ),
    Mistake(
        "training-and-splits/test-rows",
        "one standard error",
        lambda accuracy, half: accuracy * (100 - accuracy) / 1e4 / (half / 1000) ** 2,
    ),
    Mistake(
        "training-and-splits/test-rows",
        "the whole width for half of it",
        lambda accuracy, half: 1.96**2 * accuracy * (100 - accuracy) / 1e4 / (half / 500) ** 2,
    ),
    Mistake(
        "training-and-splits/test-rows",
        "the quantile of one side",
        lambda accuracy, half: 1.645**2 * accuracy * (100 - accuracy) / 1e4 / (half / 1000) ** 2,
    ),
    Mistake(
        "online-inference/tail-under-load",
        "the mean",
        lambda service, busy: service / (1 - busy / 100),
    ),
    Mistake(
        "online-inference/tail-under-load",
        "service without waiting",
        lambda service, _: service * math.log(100),
    ),
    Mistake(
        "online-inference/tail-under-load",
        "divided by the load",
        lambda service, busy: service / (busy / 100) * math.log(100),
        lambda _, busy: busy == 50,
    ),
    Mistake("online-inference/slow-by-fan-out", "the share of a shard", lambda _, share: share),
    Mistake("online-inference/slow-by-fan-out", "the shares added", lambda shards, share: shards * share),
    Mistake(
        "online-inference/slow-by-fan-out",
        "all in time",
        lambda shards, share: (1 - share) ** shards,
        lambda shards, share: abs((1 - share) ** shards - 0.5) < 0.005,
    ),
    Mistake(
        "online-inference/rate-in-batches",
        "one by one",
        lambda fixed, each, _: 1000 / (fixed + each / 10),
    ),
    Mistake("online-inference/rate-in-batches", "without the fixed time", lambda _fixed, each, _longest: 10_000 / each),
    Mistake(
        "online-inference/rate-in-batches",
        "batches a second",
        lambda fixed, each, longest: 1000 / (fixed + 10 * (longest - fixed) // each * each / 10),
    ),
    Mistake("online-inference/percentile-behind-cache", "the percentile itself", lambda _, tail: tail / 10),
    Mistake(
        "online-inference/percentile-behind-cache",
        "scaled by the misses",
        lambda hits, tail: tail / 10 * (100 - hits) / 100,
    ),
    Mistake(
        "online-inference/percentile-behind-cache",
        "hits left out",
        lambda hits, tail: tail / 10 - hits,
    ),
)
