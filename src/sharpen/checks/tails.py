"""Statistical thresholds that a right sampler practically never crosses.

Both tests bound the tail without approximation, so the chance that a right answer fails is below
ALPHA whatever the sample size: Chernoff's bound in its Kullback-Leibler form for counts
(Hoeffding 1963, theorem 1) and Hoeffding's inequality for means of bounded values (theorem 2).
"""

import math
from collections.abc import Sequence

import numpy as np

from sharpen.domain.evidence import Share

ALPHA = 1e-10
MOST_SHARES = 60
"""Outcomes that are drawn beside each other; of more, a picture shows nothing."""


class Biased(str):
    """The reason that counts contradict their probabilities, with both as shares of all draws."""

    shares: tuple[Share, ...] = ()

    @classmethod
    def by(cls, why: str, counts: Sequence[int], probabilities: Sequence[float]) -> "Biased":
        """The reason, with how often each outcome came."""
        made, n = cls(why), sum(counts)
        if len(counts) <= MOST_SHARES:
            pairs = enumerate(zip(counts, probabilities, strict=True))
            made.shares = tuple(Share(str(outcome), int(count) / n, float(p)) for outcome, (count, p) in pairs)
        return made


def biased(counts: Sequence[int], probabilities: Sequence[float], *, alpha: float = ALPHA) -> str | None:
    """Whether counts of independent draws contradict their probabilities; the reason, or None.

    For each outcome P(|count/n - p| this large) <= 2 exp(-n KL(count/n || p)); the outcomes share
    `alpha` equally. An outcome of probability zero must not occur at all.
    """
    n = sum(counts)
    bar = math.log(2 * len(counts) / alpha)
    for outcome, (count, p) in enumerate(zip(counts, probabilities, strict=True)):
        if n * _divergence(count / n, p) > bar:
            why = f"outcome {outcome} came {count:,} times in {n:,} draws; about {n * p:,.0f} are expected"
            return Biased.by(why, counts, probabilities)
    return None


def off_mean(values: Sequence[float], mean: float, low: float, high: float, *, alpha: float = ALPHA) -> str | None:
    """Whether the mean of independent values in [low, high] contradicts `mean`; the reason, or None."""
    n = len(values)
    bar = (high - low) * math.sqrt(math.log(2 / alpha) / (2 * n))
    got = math.fsum(values) / n
    if abs(got - mean) > bar:
        return f"the mean of {n:,} draws is {got:.6g}; expected {mean:.6g}, give or take {bar:.2g}"
    return None


def dependent(*traits: Sequence[bool], lags: int = 100, alpha: float = ALPHA) -> str | None:
    """Whether draws depend on those before them; the reason, or None.

    Each trait says of every draw, in their order, whether it has some property that a fair coin decides: such as
    being above the median, or odd. Traits must be independent of each other. Whether one trait of a draw agrees with
    one of the draw `lag` places later is then a fair coin again, and these coins are independent for one lag.
    """
    n = len(traits[0])
    columns = [_bits(trait) for trait in traits]
    tests = len(columns) ** 2 * lags + len(columns)
    bar = math.log(4 * tests / alpha)
    for column in columns:
        count = column.bit_count()
        if biased([count, n - count], [0.5, 0.5], alpha=alpha / tests):
            return f"{count:,} of {n:,} draws have a property that about half of them should have"
    for lag in range(1, min(lags + 1, n)):
        for first in columns:
            for second in columns:
                differ = ((first >> lag) ^ (second & ((1 << (n - lag)) - 1))).bit_count()
                if (2 * differ - n + lag) ** 2 <= bar * (n - lag):  # KL(q || 1/2) <= (2q - 1)**2, so this is not much
                    continue
                if biased([differ, n - lag - differ], [0.5, 0.5], alpha=alpha / tests):
                    agree = n - lag - differ
                    apart = "neighboring draws" if lag == 1 else f"draws {lag} places apart"
                    return f"{apart} are alike in {agree:,} of {n - lag:,} pairs; about half are expected"
    return None


def _bits(trait: Sequence[bool]) -> int:
    """The trait of each draw as one bit, that of the last draw the lowest."""
    packed = np.packbits(np.asarray(trait, bool))
    return int.from_bytes(packed.tobytes(), "big") >> (-len(trait) % 8)


def _divergence(q: float, p: float) -> float:
    """Kullback-Leibler divergence of Bernoulli(q) from Bernoulli(p), in nats."""
    terms = ((q, p), (1 - q, 1 - p))
    if any(a > 0 and b <= 0 for a, b in terms):
        return math.inf
    return sum(a * math.log(a / b) for a, b in terms if a > 0)


def draws_to_detect(
    share: float, probability: float, *, outcomes: int, alpha: float = ALPHA, missed: float = 1e-3
) -> int:
    """How many draws `biased` needs to notice that an outcome comes too often.

    The sampler gives the outcome, of `probability`, without drawing in a `share` of the calls. The count is below
    that of a probability q in between with at most exp(-n KL(q || p')), and beyond the bar of `biased` from
    there on (Hoeffding 1963, theorem 1): so many draws miss it with probability `missed` at most.
    """
    raised = probability + share * (1 - probability)
    bar, slip = math.log(2 * outcomes / alpha), math.log(1 / missed)
    low, high = probability, raised
    for _ in range(60):  # the q at which both bounds ask for the same number of draws
        q = (low + high) / 2
        if bar / _divergence(q, probability) > slip / _divergence(q, raised):
            low = q
        else:
            high = q
    return math.ceil(max(bar / _divergence(q, probability), slip / _divergence(q, raised)))
