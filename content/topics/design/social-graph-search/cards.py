"""Numeric cards on the social graph: friends of a friend, common friends, reads that reach the database."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_groups(rng: random.Random) -> tuple[list[int], list[int]]:
    """Percent of the people, and their number of friends, in three groups."""
    many, some = rng.choice([5, 10, 15]), rng.choice([20, 25, 30])
    shares = [100 - some - many, some, many]
    return shares, [rng.choice([10, 20, 30]), rng.choice([60, 80, 100]), rng.choice([300, 400, 500, 800])]


def friends_of_a_friend(rng: random.Random) -> Numeric:
    shares, friends = draw_groups(rng)
    ties = sum(share * count for share, count in zip(shares, friends, strict=True))
    answer = Fraction(sum(share * count**2 for share, count in zip(shares, friends, strict=True)), ties)
    said = ", ".join(f"{share}% have {count} friends" for share, count in zip(shares, friends, strict=True))
    return Numeric(
        f"Of the people in a network {said}. You pick one of all friendships at random, and one of its two ends. **How "
        "many friends does that person have** on average? (Exact, or within 1% of it.)",
        answer,
        f"A person with $d$ friends is met $d$ times as often: $E[d^2]/E[d] = {float(answer):.1f}$, while the mean "
        f"person has {ties / 100:g}.",
        float(answer) / 100,
    )


def draw_common(rng: random.Random) -> list[int]:
    """How many friends each of three common friends has."""
    return [rng.randint(3, 12), rng.randint(20, 90), rng.randrange(200, 1000, 50)]


def adamic_adar(rng: random.Random) -> Numeric:
    friends = draw_common(rng)
    answer = sum(1 / math.log(count) for count in friends)
    parts = " + ".join(f"{1 / math.log(count):.3f}" for count in friends)
    return Numeric(
        f"Ana and Ben have three friends in common, who have {friends[0]}, {friends[1]} and {friends[2]} friends. How "
        "close are Ana and Ben by $\\sum 1/\\ln d_f$? (Within 0.01.)",
        answer,
        f"${parts} = {answer:.3f}$. The common friend with {friends[0]} friends says as much as "
        f"{math.log(friends[2]) / math.log(friends[0]):.1f} of those with {friends[2]}.",
        0.01,
    )


def draw_reads(rng: random.Random) -> tuple[int, int, int]:
    """Millions of reads a second, and the percent that the followers and the leaders answer from their caches."""
    return rng.randint(10, 90), rng.randint(85, 97), rng.choice([50, 60, 70, 75, 80, 90])


def reads_of_the_database(rng: random.Random) -> Numeric:
    millions, followers, leaders = draw_reads(rng)
    answer = millions * (100 - followers) * (100 - leaders) * 100
    return Numeric(
        f"{millions} million reads a second come to the followers' caches, which answer {followers}% of them. The rest "
        f"go to the leaders' caches, which answer {leaders}% of what they get; what is left goes to the database. "
        "**How many reads a second** does it get? (A whole number, exactly.)",
        answer,
        f"${millions},000,000 \\cdot {(100 - followers) / 100:g} \\cdot {(100 - leaders) / 100:g} = {answer:,}$. One "
        f"percent more misses among the followers would add {millions * (100 - leaders) * 100:,}.",
    )


CARDS = [friends_of_a_friend, adamic_adar, reads_of_the_database]
