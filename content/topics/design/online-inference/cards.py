"""Cards of online inference: the tail under load, fan-out, batches within a deadline, and the tail behind a cache."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def draw_queue(rng: random.Random) -> tuple[int, int]:
    """Mean service time in milliseconds, and the percentage of time that the server is busy."""
    return rng.choice([4, 5, 8, 10, 20, 25]), rng.choice([40, 50, 60, 70, 75, 80, 90])


def tail_under_load(rng: random.Random) -> Numeric:
    service, busy = draw_queue(rng)
    mean = service / (1 - busy / 100)
    answer = mean * math.log(100)
    rate = Fraction(10 * busy, service)
    return Numeric(
        f"One server with exponential service times of mean {service} ms gets requests at random (Poisson), "
        f"{float(rate):g} a second, and takes them in turn. What is the p99 of the response time, waiting included, "
        "in the long run? (In ms, within 2 %; $\\ln 100 = 4.605$.)",
        answer,
        f"It is busy for $\\rho = {float(rate):g} \\cdot {service / 1000:g} = {busy / 100:g}$ of the time. The mean "
        f"response is ${service} / (1 - {busy / 100:g}) = {mean:.2f}$ ms. It is exponential, so p99 is $\\ln 100$ "
        f"times that: ${answer:.1f}$ ms.",
        0.02 * answer,
        unit="ms",
    )


def draw_shards(rng: random.Random) -> tuple[int, Fraction]:
    """Shards that a request waits for, and the share of slow answers of each."""
    share = rng.choice([Fraction(1, 100), Fraction(1, 200), Fraction(2, 100)])
    return rng.choice([40, 50, 60, 80, 100, 150, 200]), share


def slow_by_fan_out(rng: random.Random) -> Numeric:
    shards, share = draw_shards(rng)
    answer = 1 - (1 - float(share)) ** shards
    return Numeric(
        f"A request is sent to {shards} shards at once and waits for all of them. Each answers later than 50 ms in "
        f"{100 * float(share):g} % of the requests, independently. Which share of requests takes longer than 50 ms? "
        "(Within 0.005.)",
        answer,
        f"All shards are in time with ${1 - float(share):g}^{{{shards}}} = {1 - answer:.4f}$, so ${answer:.4f}$ of the "
        "requests are late. What is rare for a shard is common for a request.",
        0.005,
    )


def draw_batches(rng: random.Random) -> tuple[int, int, int]:
    """Fixed time of a batch in ms, time of each request in it in tenths of a ms, and the longest time allowed."""
    return rng.randint(3, 10), rng.choice([2, 4, 5, 8, 10, 15]), rng.choice([15, 20, 25, 30, 40])


def rate_in_batches(rng: random.Random) -> Numeric:
    fixed, each, longest = draw_batches(rng)
    size = (10 * (longest - fixed)) // each
    time = fixed + Fraction(size * each, 10)
    answer = float(1000 * size / time)
    alone = 1000 / (fixed + each / 10)
    return Numeric(
        f"A batch of $b$ requests takes ${fixed} + {each / 10:g}\\,b$ ms on the GPU, which runs one batch after the "
        f"other, all of the same size. A batch may take at most {longest} ms. How many requests a second can it serve "
        "at the most? (Within 1 %.)",
        answer,
        f"The largest batch has $({longest} - {fixed}) / {each / 10:g}$ requests, rounded down: {size}. It takes "
        f"{float(time):g} ms, so ${size} / {float(time) / 1000:g} = {answer:.0f}$ a second. One by one it would be "
        f"{alone:.0f}.",
        0.01 * answer,
    )


def draw_hits(rng: random.Random) -> tuple[int, int]:
    """The percentage of hits, and the percentile asked for, in tenths of a percent."""
    tail = rng.choice([990, 980, 995])
    return rng.choice([40, 50, 60, 70, 75, 80, 85, 90, 92]), tail


def percentile_behind_cache(rng: random.Random) -> Numeric:
    hits, tail = draw_hits(rng)
    beyond = Fraction(1000 - tail, 1000) / Fraction(100 - hits, 100)
    answer = 100 * (1 - beyond)
    return Numeric(
        f"A cache answers {hits} % of the requests at once. The others are as slow as requests were before, as if "
        f"drawn from them at random. The new p{tail / 10:g} of all requests is which percentile of the old times? (A "
        "number between 0 and 100, to within 0.1.)",
        answer,
        f"The slowest {(1000 - tail) / 10:g} % of all are the slowest ${(1000 - tail) / 10:g} / {100 - hits} = "
        f"{float(100 * beyond):.2f}\\%$ of the misses: the percentile ${show_number(answer)} = {float(answer):.2f}$.",
        0.1,
    )


CARDS = [tail_under_load, slow_by_fan_out, rate_in_batches, percentile_behind_cache]
