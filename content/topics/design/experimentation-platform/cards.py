"""Numeric cards on an experimentation platform: A/A tests, ramps, triggers, votes of interleaving."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_aa(rng: random.Random) -> tuple[int, int, float]:
    """A/A tests, how many significant ones are asked about, and the level."""
    tests = rng.choice([8, 10, 12, 15, 16, 20, 24, 25, 30, 40])
    return tests, rng.choice([2, 3]) if tests >= 20 else 2, rng.choice([0.05, 0.1])


def at_least(least: int, tests: int, level: float) -> float:
    """The chance that at least so many of independent tests are significant."""
    return 1 - sum(math.comb(tests, k) * level**k * (1 - level) ** (tests - k) for k in range(least))


def significant_by_chance(rng: random.Random) -> Numeric:
    tests, least, level = draw_aa(rng)
    answer = at_least(least, tests, level)
    fewer = [math.comb(tests, k) * level**k * (1 - level) ** (tests - k) for k in range(least)]
    return Numeric(
        f"A sound platform runs {tests} independent A/A tests at a level of {level:.0%}. With which probability are "
        f"**at least {least}** of them significant? (Within 0.002 is right.)",
        answer,
        f"The chance of {', '.join(map(str, range(least)))} significant ones is "
        f"${' + '.join(f'{chance:.4f}' for chance in fewer)} = {sum(fewer):.4f}$, and the rest is ${answer:.4f}$. On "
        f"average {tests * level:g} are significant.",
        0.002,
    )


def draw_ramp(rng: random.Random) -> tuple[int, int]:
    """The treated share in percent, and members needed with 50:50, in thousands."""
    return rng.choice([1, 2, 5, 10, 20, 25, 30]), rng.randrange(40, 500, 20)


def members_at_a_ramp(rng: random.Random) -> Numeric:
    percent, thousands = draw_ramp(rng)
    share = Fraction(percent, 100)
    answer = thousands * Fraction(1, 4) / (share * (1 - share))
    return Numeric(
        f"With a 50:50 split a test needs {thousands},000 members **in both arms together**. Now {percent}% are "
        f"treated and the others are control. How many thousand members in both arms give the same standard error of "
        "the difference? (Exact, or to within 1%.)",
        answer,
        f"The variance is $\\sigma^2 / (N q (1 - q))$. $q(1 - q)$ falls from 0.25 to ${float(share * (1 - share)):g}$, "
        f"so $N = {thousands} \\cdot 0.25 / {float(share * (1 - share)):g} = {float(answer):.4g}$ thousand.",
        float(answer) / 100,
        "thousand",
    )


def draw_trigger(rng: random.Random) -> tuple[int, int]:
    """Members that the analysis of all needs, in thousands, and the share that meets the change in percent."""
    return rng.randrange(1000, 9000, 500), rng.choice([5, 10, 20, 25, 40, 50])


def members_when_triggered(rng: random.Random) -> Numeric:
    thousands, percent = draw_trigger(rng)
    answer = Fraction(thousands * percent, 100)
    return Numeric(
        f"{percent}% of the members ever meet a change; on the others it has no effect. Analyzing all members, a test "
        f"must enroll {1000 * thousands:,}. **How many thousand** must it enroll if only those who meet the change "
        "(in both arms) are analyzed? The metric's variance is the same among them. (Exact, or to within 1%.)",
        answer,
        f"Among those who meet it the effect is $1/{percent / 100:g}$ times as large, so $({percent / 100:g})^2$ as "
        f"many are analyzed; they are a share of {percent / 100:g} of the enrolled. "
        f"${thousands} \\cdot {percent / 100:g}^2 / {percent / 100:g} = {float(answer):g}$ thousand.",
        float(answer) / 100,
        "thousand",
    )


def draw_votes(rng: random.Random) -> tuple[int, int, int]:
    """Impressions that B won, that A won, and ties."""
    decided = rng.randrange(400, 2000, 50)
    margin = rng.uniform(1.2, 3.5) * math.sqrt(decided)
    wins = round((decided + margin) / 2)
    return wins, decided - wins, rng.randrange(500, 4000, 100)


def votes_of_interleaving(rng: random.Random) -> Numeric:
    wins, losses, ties = draw_votes(rng)
    answer = (wins - losses) / math.sqrt(wins + losses)
    return Numeric(
        f"A team-draft interleaving shows each list to another member. Ranker B wins {wins} lists, ranker A wins "
        f"{losses}, and {ties:,} are tied. Ties are left out. How many **standard errors** is B's share of the "
        "decided lists above one half, if in truth none is preferred? (Within 0.02 is right.)",
        answer,
        f"Of {wins + losses} decided lists half are expected, ${(wins + losses) / 2:g}$, with the standard deviation "
        f"$\\sqrt{{{wins + losses}}}/2 = {math.sqrt(wins + losses) / 2:.3f}$. "
        f"$z = ({wins} - {(wins + losses) / 2:g}) / {math.sqrt(wins + losses) / 2:.3f} = {answer:.3f}$.",
        0.02,
    )


CARDS = [significant_by_chance, members_at_a_ramp, members_when_triggered, votes_of_interleaving]
