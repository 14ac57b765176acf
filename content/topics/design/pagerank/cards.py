"""Numeric cards on PageRank: a hub, the rounds it takes, and what pages of one's own bring."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_hub(rng: random.Random) -> tuple[int, int]:
    """Pages around the hub, and the damping in hundredths."""
    return rng.randint(3, 40), rng.choice([50, 60, 70, 75, 80, 85, 90])


def hub(rng: random.Random) -> Numeric:
    around, hundredths = draw_hub(rng)
    damping = Fraction(hundredths, 100)
    jump = (1 - damping) / (around + 1)
    answer = (jump + damping) / (1 + damping)
    return Numeric(
        f"{around} pages link to a hub and to nothing else, and the hub links to each of them. The damping is "
        f"{float(damping):g}, and jumps go to all {around + 1} pages alike. What is the PageRank of the **hub**, if "
        "all ranks sum to 1? (Within 0.003.)",
        answer,
        f"All rank that is not the hub's flows to it: $r = \\frac{{{float(1 - damping):g}}}{{{around + 1}}} + "
        f"{float(damping):g} (1 - r)$, so $r = ({float(jump):.4f} + {float(damping):g}) / {float(1 + damping):g} = "
        f"{float(answer):.4f}$.",
        0.003,
    )


def draw_accuracy(rng: random.Random) -> tuple[int, int]:
    """The damping in hundredths, and the power of ten that is asked for."""
    return rng.choice([50, 60, 70, 75, 80, 85, 90, 95, 98, 99]), rng.randint(2, 9)


def rounds(rng: random.Random) -> Numeric:
    hundredths, digits = draw_accuracy(rng)
    damping = hundredths / 100
    exact = (math.log(2) + digits * math.log(10)) / -math.log(damping)
    answer = math.ceil(exact)
    return Numeric(
        f"The damping is {damping:g}. The sum of absolute differences to the solution is at most 2 at the start, and "
        f"shrinks by the factor {damping:g} in each round. After how many rounds is it surely at most "
        f"$10^{{-{digits}}}$? (The smallest whole number.)",
        answer,
        f"$2 \\cdot {damping:g}^t \\le 10^{{-{digits}}}$ means $t \\ge (\\ln 2 + {digits} \\ln 10) / "
        f"(-\\ln {damping:g}) = {exact:.2f}$.",
    )


def draw_farm(rng: random.Random) -> tuple[int, int, int]:
    """Pages of one's own, what the page gets from elsewhere in mean ranks, and the damping in hundredths."""
    return rng.choice([5, 10, 20, 50, 100, 200, 500]), rng.randint(1, 12), rng.choice([60, 75, 80, 85, 90])


def own_pages(rng: random.Random) -> Numeric:
    pages, income, hundredths = draw_farm(rng)
    damping = hundredths / 100
    answer = (income + damping * (1 - damping) * pages) / (1 - damping**2)
    return Numeric(
        f"A page gets {income} mean ranks ($1/n$ each) from jumps and from links of others. Its author adds {pages} "
        f"pages that link only to it, and it now links only to them, to each once. Nobody else links to these. "
        f"With damping {damping:g}, how many **mean ranks** does the page have then? (So many pages exist that $n$ "
        "hardly changes. Within 1% is right.)",
        answer,
        f"Let it have $y$. Each added page has ${1 - damping:.2g} + {damping:g}\\,y/{pages}$, so $y = {income} + "
        f"{damping:g} \\cdot {pages} \\cdot {1 - damping:.2g} + {damping:g}^2 y$, and $y = "
        f"{income + damping * (1 - damping) * pages:.4g} / {1 - damping**2:.4g} = {answer:.4g}$.",
        0.01 * answer,
        "mean ranks",
    )


CARDS = [hub, rounds, own_pages]
