"""The first steps of a design: problem, metrics, data, first version, features, training, inference."""

import itertools

import numpy as np

from tests.content.recomputing import another_way

# Problem formulation


@another_way("problem-formulation", "peak_rate", "draw_load")
def peak_of_a_day_with_that_many_requests(millions: float, each: int, peak: int) -> float:
    from scipy.integrate import quad
    from scipy.optimize import brentq

    def requests(highest: float) -> float:
        """Of a day, in millions, that rises to `highest` a second and falls again along a power of time."""
        return 86_400 * quad(lambda t: highest * t ** (peak - 1), 0, 1)[0] / 1e6

    return float(brentq(lambda highest: requests(highest) - float(millions) * each, 0, 1e6, xtol=1e-9))


@another_way("problem-formulation", "break_even", "draw_case")
def where_a_year_nets_nothing(cost: int, cases: int, percent: int, value: int) -> float:
    from scipy.optimize import brentq

    frauds = np.full(365, 1000 * cases) * percent / 100
    return float(brentq(lambda points: (frauds * points / 100 * value).sum() - 1000 * cost, 0, 100, xtol=1e-12))


# Metrics


@another_way("design-metrics", "normalized_entropy", "draw_loss")
def loss_over_that_of_a_constant(rate: float, loss: float) -> float:
    from sklearn.metrics import log_loss

    clicks = np.arange(1000) < round(1000 * rate)
    return loss / float(log_loss(clicks, np.full(1000, clicks.mean())))


@another_way("design-metrics", "mean_over_users", "draw_users")
def weighted_views(users: list[tuple[int, int]]) -> float:
    clicked = np.concatenate([np.arange(views) < clicks for clicks, views in users])
    return float(np.average(clicked, weights=np.concatenate([np.full(views, 1 / views) for _, views in users])))


@another_way("design-metrics", "affordable_latency", "draw_price")
def where_orders_are_as_before(gain: int, price: int) -> float:
    from scipy.optimize import brentq

    def orders(extra: float) -> float:
        return (1 + gain / 1000) * (1 - price / 1000) ** (extra / 100)

    return float(brentq(lambda extra: orders(extra) - 1, 0, 1e4, xtol=1e-10))


# Data


@another_way("design-data", "labeling_cost", "draw_labels")
def price_of_the_mean_number_drawn(wanted: int, share: float, each: int, cents: int) -> float:
    from scipy.stats import nbinom

    return (wanted + float(nbinom.mean(wanted, float(share)))) * each * cents / 100


@another_way("design-data", "rate_to_come", "draw_delay")
def seen_over_what_has_come(mean: int, age: int, seen: float) -> float:
    from scipy.integrate import quad
    from scipy.stats import expon

    return seen / 100 / float(quad(lambda delay: expon.pdf(delay, scale=mean), 0, age, epsabs=1e-12)[0])


@another_way("design-data", "relevance_ratio", "draw_places")
def mean_of_weighted_clicks(first: int, second: int, high: int, low: int) -> float:
    in_first, in_second = (np.arange(1000) < clicks for clicks in (first, second))
    return float((in_second / (low / 100)).mean() / (in_first / (high / 100)).mean())


# The first version


@another_way("mvp-logic", "catching_up", "draw_versions")
def where_savings_meet(early: int, late: int, rule: int, model: int) -> float:
    from scipy.optimize import brentq

    def ahead(day: float) -> float:
        return model * (day - 7 * late) - rule * (day - 7 * early)

    return float(brentq(ahead, 0, 1e5, xtol=1e-9))


@another_way("mvp-logic", "error_after_a_fix", "draw_errors")
def errors_counted(rate: int, seen: int, cause: int, solved: int) -> float:
    left = np.where(np.arange(seen) < cause, 1 - solved / 100, 1)
    return float(left.mean() * rate / 100)


# Features


@another_way("features-and-signals", "count_as_of", "draw_clicks")
def play_the_day(clicks: list[int], window: int, delay: int) -> float:
    stored: list[int] = []
    for minute in range(12 * 60 + 1):
        stored += [click for click in clicks if click + delay == minute]
    return sum(click > 12 * 60 - window for click in stored)


@another_way("features-and-signals", "smoothed_rate", "draw_rate")
def mean_of_the_posterior(clicks: int, views: int, mean: float, weight: int) -> float:
    from scipy.stats import beta

    positive = float(mean) * weight
    return float(beta.mean(positive + clicks, weight - positive + views - clicks))


@another_way("features-and-signals", "oldest_value", "draw_job")
def oldest_of_three_rounds(period: int, minutes: int) -> float:
    starts = 60 * period * np.arange(6)
    moments = np.arange(starts[2], starts[5])
    done = starts[:, None] + minutes <= moments
    return float((moments - np.where(done, starts[:, None], 0).max(axis=0)).max() + 1) / 60


# Training and splits


@another_way("training-and-splits", "training_days", "draw_log")
def days_sorted_one_by_one(log: int, delay: int, dev: int, test: int) -> float:
    days = np.arange(log)

    def finished(before: int) -> list[int]:
        """Days whose labels are finished when the day `before` begins."""
        return [int(day) for day in days if day + delay < before]

    tested = finished(log)[-test:]
    chosen_on = finished(tested[0])[-dev:]
    return len(finished(chosen_on[0]))


@another_way("training-and-splits", "sibling_in_training", "draw_siblings")
def every_way_to_deal_the_others(rows: int, share: float) -> float:
    chance = {True: float(share), False: 1 - float(share)}
    dealt = itertools.product((True, False), repeat=rows - 1)
    return float(sum(np.prod([chance[tested] for tested in others]) for others in dealt if not all(others)))


@another_way("training-and-splits", "test_rows", "draw_interval")
def rows_where_the_interval_is_as_wide(accuracy: int, half: float) -> float:
    from scipy.optimize import brentq
    from scipy.stats import norm

    def width(rows: float) -> float:
        low, high = norm.interval(0.95, accuracy / 100, np.sqrt(accuracy / 100 * (1 - accuracy / 100) / rows))
        return float(high - low)

    return float(brentq(lambda rows: width(rows) - half / 500, 1, 1e6, xtol=1e-6))


# Online inference


@another_way("online-inference", "tail_under_load", "draw_queue")
def tail_over_the_states_of_the_queue(service: int, busy: int) -> float:
    from scipy.optimize import brentq
    from scipy.stats import gamma

    ahead = np.arange(1000)
    chance = (1 - busy / 100) * (busy / 100) ** ahead

    def later(time: float) -> float:
        """The response is the sum of one service time more than there are requests ahead."""
        return float(chance @ gamma.sf(time, ahead + 1, scale=service))

    return float(brentq(lambda time: later(time) - 0.01, 0, 1e4, xtol=1e-9))


@another_way("online-inference", "slow_by_fan_out", "draw_shards")
def at_least_one_slow_shard(shards: int, share: float) -> float:
    from scipy.stats import binom

    return float(binom.pmf(np.arange(1, shards + 1), shards, float(share)).sum())


@another_way("online-inference", "rate_in_batches", "draw_batches")
def best_of_all_batches(fixed: int, each: int, longest: float) -> float:
    times = {size: (10 * fixed + each * size) / 10 for size in range(1, 1000)}
    return max(1000 * size / time for size, time in times.items() if time <= longest)


@another_way("online-inference", "percentile_behind_cache", "draw_hits")
def where_as_many_are_slower(hits: int, tail: int) -> float:
    from scipy.optimize import brentq
    from scipy.stats import lognorm

    def slower(time: float) -> float:
        return float((1 - hits / 100) * lognorm.sf(time, 0.8, scale=40))

    time = brentq(lambda time: slower(time) - (1000 - tail) / 1000, 1e-3, 1e5, xtol=1e-10)
    return float(100 * lognorm.cdf(time, 0.8, scale=40))
