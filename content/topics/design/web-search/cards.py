"""Numeric cards on web search: freshness of a copy, bands of hashes, late shards."""

import math
import random

from sharpen.domain.card import Numeric


def draw_changes(rng: random.Random) -> tuple[int, int]:
    """Days between two changes on average, and days between two visits."""
    return rng.choice([4, 5, 8, 10, 16, 20, 30]), rng.choice([1, 3, 6, 7, 12, 14])


def freshness(rng: random.Random) -> Numeric:
    change, visit = draw_changes(rng)
    times = visit / change
    answer = 100 * (1 - math.exp(-times)) / times
    every = "day" if visit == 1 else f"{visit} days"
    return Numeric(
        f"A page changes once in {change} days on average, at random times (Poisson). A crawler visits it every "
        f"{every}. **What share of the time** is its copy up to date? (In percent, within 1 point.)",
        answer,
        f"$t$ days after a visit the copy is right with chance $e^{{-t/{change}}}$. Its mean over the time between "
        f"visits is $(1 - e^{{-x}})/x$ with $x = {visit}/{change} = {times:.3f}$: {answer:.1f}%. Just before the next "
        f"visit it is only {100 * math.exp(-times):.1f}%.",
        1.0,
        "%",
    )


def draw_bands(rng: random.Random) -> tuple[int, int, int]:
    """Tenths of the similarity, hashes of a band, and bands."""
    return rng.randint(4, 7), rng.randint(3, 5), rng.choice([8, 10, 16, 20])


def met_in_a_band(rng: random.Random) -> Numeric:
    tenths, rows, bands = draw_bands(rng)
    alike = (tenths / 10) ** rows
    answer = 100 * (1 - (1 - alike) ** bands)
    return Numeric(
        f"Pages are compared by MinHash in {bands} bands of {rows} independent hashes each; two pages become "
        f"candidates if all hashes of some band agree. Two pages have a Jaccard similarity of {tenths / 10:g}. **With "
        "what probability** do they become candidates? (In percent, within 0.3 points.)",
        answer,
        f"A band agrees with chance ${tenths / 10:g}^{{{rows}}} = {alike:.4f}$, none of them with "
        f"$(1 - {alike:.4f})^{{{bands}}} = {(1 - alike) ** bands:.4f}$. So {answer:.2f}%.",
        0.3,
        "%",
    )


def draw_shards(rng: random.Random) -> tuple[int, int]:
    """Shards, and the percent of queries that may meet no late one."""
    return rng.choice([20, 50, 100, 200, 400]), rng.choice([50, 60, 70, 80, 90])


def allowed_to_be_late(rng: random.Random) -> Numeric:
    shards, percent = draw_shards(rng)
    answer = 1e6 * (1 - (percent / 100) ** (1 / shards))
    return Numeric(
        f"A query waits for all of {shards} shards, which are late independently. In {percent}% of the queries no "
        "shard may be late. **How many of a million requests** may a shard answer late? (Within 1%.)",
        answer,
        f"$(1 - p)^{{{shards}}} = {percent / 100:g}$, so $p = 1 - {percent / 100:g}^{{1/{shards}}}$, which is "
        f"{answer:,.0f} in a million.",
        answer / 100,
        "requests",
    )


CARDS = [freshness, met_in_a_band, allowed_to_be_late]
