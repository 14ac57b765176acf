"""Numeric cards on content integrity: labels for a prevalence, labels that err, and thresholds from costs."""

import random
from fractions import Fraction
from statistics import NormalDist

from sharpen.domain.card import Numeric

LEVEL = NormalDist().inv_cdf(0.975)


def draw_prevalence(rng: random.Random) -> tuple[Fraction, Fraction]:
    """A share of views, and how far from it an estimate may be, as a part of it."""
    return Fraction(rng.choice([5, 8, 10, 15, 20, 25, 40]), 10_000), Fraction(rng.choice([10, 15, 20, 25, 30]), 100)


def labels_needed(rng: random.Random) -> Numeric:
    share, part = draw_prevalence(rng)
    answer = LEVEL**2 * float((1 - share) / share / part**2)
    return Numeric(
        f"About {100 * float(share):g}% of views break a rule. You draw views at random and label them without error. "
        f"**How many labels** does it take until the 95% interval reaches {100 * float(part):g}% of that share to "
        "either side? (Normal approximation; within 2% is right.)",
        answer,
        f"$1.96^2 (1 - p)/(p\\,r^2) = 3.84 \\cdot {float(1 - share):g} / ({float(share):g} \\cdot "
        f"{float(part):g}^2)$, about ${answer:,.0f}$. Rare things are expensive to count: half the share, twice the "
        "labels.",
        0.02 * answer,
        "labels",
    )


def draw_reviewers(rng: random.Random) -> tuple[Fraction, Fraction, Fraction]:
    """The true share, and what reviewers find of the violations and condemn of the rest. The two do not make up."""
    while True:
        share = Fraction(rng.choice([10, 15, 20, 30, 50, 80]), 10_000)
        found = Fraction(rng.choice([70, 75, 80, 85, 90]), 100)
        condemned = Fraction(rng.choice([2, 3, 4, 5, 8, 10]), 1000)
        if abs(condemned * (1 - share) - (1 - found) * share) > share / 20:
            return share, found, condemned


def true_share(rng: random.Random) -> Numeric:
    share, found, condemned = draw_reviewers(rng)
    seen = found * share + condemned * (1 - share)
    return Numeric(
        f"In a large random sample of views reviewers call {100 * float(seen):.4f}% violating. Against experts they "
        f"find {100 * float(found):g}% of the violations and condemn {100 * float(condemned):g}% of innocent posts. "
        "What is the **true share of violations, in percent**? (Within 2% of it is right.)",
        100 * share,
        f"What they see is $s\\,p + f(1 - p)$, so $p = (x - f)/(s - f) = ({float(seen):.6f} - {float(condemned):g}) / "
        f"({float(found):g} - {float(condemned):g}) = {float(share):g}$, which is {100 * float(share):g}%. Small "
        "errors in $f$ move this a lot, so experts confirm positives instead.",
        2 * float(share),
        "%",
    )


def draw_costs(rng: random.Random) -> tuple[int, Fraction, int]:
    """What a wrong removal costs, the harm of a view, and the views to come."""
    return (
        rng.choice([50, 100, 200, 400]),
        Fraction(rng.choice([2, 5, 10, 20, 50]), 10),
        rng.choice([40, 80, 150, 250, 600]),
    )


def removal_pays(rng: random.Random) -> Numeric:
    cost, weight, views = draw_costs(rng)
    answer = cost / (cost + weight * views)
    return Numeric(
        f"A view of a violating post does harm {float(weight):g}. Removing an innocent post costs {cost}. A post will "
        f"have {views} more views if it stays. **From which probability** of a violation is it better to remove it? "
        "(Exact, or to within 1% of it.)",
        answer,
        f"Staying costs $p \\cdot {float(weight):g} \\cdot {views}$, removing $(1 - p) \\cdot {cost}$. Both are even "
        f"at $p = {cost} / ({cost} + {float(weight * views):g}) = {float(answer):.4f}$.",
        float(answer) / 100,
    )


CARDS = [labels_needed, true_share, removal_pays]
