"""Latency under load, compared with what queueing theory says of lines that it can solve."""

import math

import numpy as np
import pytest

from sharpen.labs.queueing import Service, highest_rate, under

MANY = 400_000


def test_a_line_with_exponential_work_waits_as_long_as_theory_says() -> None:
    """In an M/M/1 line the time from arrival to answer is exponential with rate mu - lambda (Kleinrock, 1975)."""
    work = np.random.default_rng(1).exponential(1e-3, 200_000)
    found = under(Service(work), 700, 0.005, np.random.default_rng(2), MANY)
    rate = 1 / work.mean() - 700
    assert found.p50 == pytest.approx(math.log(2) / rate * 1e3, rel=0.05)
    assert found.p99 == pytest.approx(math.log(100) / rate * 1e3, rel=0.08)
    assert found.on_time == pytest.approx(1 - math.exp(-rate * 0.005), abs=0.02)
    assert found.busy == pytest.approx(0.7, abs=0.01)


def test_two_at_once_for_the_price_of_two_gain_nothing() -> None:
    work = np.full(100, 2e-3)
    alone = under(Service(work), 300, 0.01, np.random.default_rng(4))
    together = under(Service(work, 2, work * 2), 300, 0.01, np.random.default_rng(4))
    assert together.busy == pytest.approx(alone.busy, abs=0.01)
    assert together.p99 >= alone.p99


def test_batches_that_cost_little_more_than_one_request_carry_more_load() -> None:
    work = np.full(100, 4e-3)
    alone = highest_rate(Service(work), 0.05, 1)
    together = highest_rate(Service(work, 16, work * 1.5), 0.05, 1)
    assert alone < 250
    assert together > 4 * alone


def test_no_rate_is_low_enough_for_work_that_takes_longer_than_the_goal() -> None:
    assert highest_rate(Service(np.full(50, 0.2)), 0.1, 1) == 0


def test_at_the_highest_rate_the_goal_still_holds() -> None:
    service = Service(np.random.default_rng(5).exponential(1e-3, 5000))
    rate = highest_rate(service, 0.01, 7)
    assert under(service, rate, 0.01, np.random.default_rng(7)).p99 <= 10
    assert under(service, rate * 1.05, 0.01, np.random.default_rng(7)).p99 > 10


def test_an_overloaded_server_answers_almost_nothing_in_time() -> None:
    assert under(Service(np.full(10, 0.01)), 150, 0.02, np.random.default_rng(6)).on_time < 0.05
