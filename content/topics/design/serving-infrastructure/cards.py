"""Numeric cards on serving: the tail of a queue, replicas, requests in flight, batches, a cache."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_queue(rng: random.Random) -> tuple[int, int, int]:
    """Service time in ms, utilization in percent, and the percentile."""
    return rng.choice([4, 5, 8, 10, 20]), rng.choice([50, 60, 75, 80, 90]), rng.choice([90, 99])


def queue_percentile(rng: random.Random) -> Numeric:
    service, percent, percentile = draw_queue(rng)
    mean = service / (1 - percent / 100)
    factor = -math.log(1 - percentile / 100)
    answer = mean * factor
    return Numeric(
        f"One replica, Poisson arrivals, exponential service times with the mean {service} ms, first come, first "
        f"served. Its utilization is {percent / 100:g}. What is the **p{percentile} of the latency** (wait and "
        f"service) in ms? (Within 2% is right. $\\ln 10 = 2.303$, $\\ln 100 = 4.605$.)",
        answer,
        f"Latency in M/M/1 is exponential with the mean ${service} / (1 - {percent / 100:g}) = {mean:.4g}$ ms. A "
        f"share of {100 - percentile}% is above $\\ln {100 // (100 - percentile)} = {factor:.4g}$ means: "
        f"${answer:.4g}$ ms.",
        0.02 * answer,
        "ms",
    )


def draw_load(rng: random.Random) -> tuple[int, int, int]:
    """Requests a second, service time in ms, and the target utilization in percent."""
    return rng.randrange(300, 4000, 50), rng.choice([8, 12, 15, 25, 40]), rng.choice([50, 60, 65, 70, 80])


def replicas_needed(rng: random.Random) -> Numeric:
    rate, service, percent = draw_load(rng)
    busy = Fraction(rate * service, 1000)
    answer = math.ceil(busy / Fraction(percent, 100))
    return Numeric(
        f"At peak {rate:,} requests a second arrive. A replica works on one at a time, {service} ms each. At least "
        f"how many **replicas** keep the average utilization at or below {percent / 100:g}?",
        answer,
        f"${rate} \\cdot {service / 1000:g} = {float(busy):g}$ replicas would be busy without a pause; "
        f"${float(busy):g} / {percent / 100:g} = {float(busy * 100 / percent):.4g}$, rounded up ${answer}$.",
    )


def draw_flight(rng: random.Random) -> tuple[int, int, int]:
    """Requests a second, and how long one waits and is served, in ms."""
    return rng.randrange(100, 1000, 20), rng.randrange(10, 80, 5), rng.randrange(10, 60, 5)


def in_flight(rng: random.Random) -> Numeric:
    rate, wait, service = draw_flight(rng)
    answer = Fraction(rate * (wait + service), 1000)
    return Numeric(
        f"A stable service gets {rate} requests a second. On average a request waits {wait} ms and is then served "
        f"for {service} ms. How many requests are **in the service on average**? (Exact, or to within 0.05.)",
        answer,
        f"Little's law, with the whole time inside: $L = {rate} \\cdot ({wait} + {service}) / 1000 = "
        f"{float(answer):g}$.",
        0.05,
    )


def draw_batch(rng: random.Random) -> tuple[int, Fraction, int]:
    """Fixed time of a batch and time an item, in ms, and the batch size."""
    return rng.choice([6, 8, 10, 12]), Fraction(rng.choice([1, 2, 4]), 4), rng.choice([8, 16, 32])


def gain_of_batches(rng: random.Random) -> Numeric:
    fixed, item, size = draw_batch(rng)
    single, whole = 1 / (fixed + item), size / (fixed + size * item)
    answer = whole / single
    return Numeric(
        f"A batch of $b$ requests takes ${fixed} + {float(item):g}\\,b$ ms on the model's only device. By which "
        f"**factor** does the highest throughput grow from $b = 1$ to full batches of {size}? (Exact, or to within "
        "0.05.)",
        answer,
        f"$b = 1$: $1/{float(fixed + item):g}$ requests a ms. $b = {size}$: ${size}/{float(fixed + size * item):g}$. "
        f"The quotient is ${float(answer):.3f}$; each request now takes {float(fixed + size * item):g} ms instead of "
        f"{float(fixed + item):g} ms, and waits for its batch.",
        0.05,
    )


def draw_cache(rng: random.Random) -> tuple[int, int, int]:
    """Hit ratio in percent, and the times of a lookup and of the model in ms."""
    return rng.randrange(40, 95, 5), rng.randint(1, 4), rng.choice([20, 30, 40, 60])


def mean_with_cache(rng: random.Random) -> Numeric:
    percent, lookup, model = draw_cache(rng)
    answer = lookup + Fraction(100 - percent, 100) * model
    return Numeric(
        f"Every request is looked up in a cache, which takes {lookup} ms. {percent}% are hits; a miss then asks the "
        f"model, which takes another {model} ms. What is the **mean latency** in ms? (Exact, or to within 0.05.)",
        answer,
        f"All pay {lookup} ms, and {100 - percent}% pay {model} ms more: ${lookup} + {(100 - percent) / 100:g} "
        f"\\cdot {model} = {float(answer):g}$ ms.",
        0.05,
        "ms",
    )


CARDS = [queue_percentile, replicas_needed, in_flight, gain_of_batches, mean_with_cache]
