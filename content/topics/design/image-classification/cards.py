"""Numeric cards on image classification: when to act alone, live shares put back, GPUs at the peak."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_costs(rng: random.Random) -> tuple[int, int, int]:
    """Cents that a wrong action and a review cost, and reviewers' errors in thousandths."""
    while True:
        wrong, review, errors = rng.randrange(200, 1600, 100), rng.randrange(10, 85, 5), rng.randrange(10, 60, 5)
        act = 1 - Fraction(review, wrong) - Fraction(errors, 1000)
        if Fraction(3, 4) < act < Fraction(97, 100) and review * 50 > wrong:
            return wrong, review, errors


def act_alone_from(rng: random.Random) -> Numeric:
    wrong, review, errors = draw_costs(rng)
    answer = 1 - Fraction(review, wrong) - Fraction(errors, 1000)
    return Numeric(
        f"A wrong label costs {wrong / 100:.2f} dollars, whoever gives it. A reviewer costs {review / 100:.2f} dollars "
        f"an image and gives a wrong label in {errors / 10:g}% of the images, easy or hard. From which **probability** "
        "of the model's being right is it cheaper to let the model decide alone? (Exact, or to within 0.002.)",
        answer,
        f"Alone, the expected cost is ${wrong / 100:g} (1 - p)$. With a review it is ${review / 100:g} + "
        f"{errors / 1000:g} \\cdot {wrong / 100:g} = {review / 100 + errors * wrong / 1e5:.3f}$. They are equal at "
        f"$p = 1 - {review / 100:g}/{wrong / 100:g} - {errors / 1000:g} = {float(answer):.4f}$.",
        0.002,
    )


def draw_shares(rng: random.Random) -> tuple[list[int], list[int]]:
    """Of three labels, in percent: what a model says that was trained on equal shares, and the live shares."""
    while True:
        said = [rng.randrange(40, 90, 5), rng.randrange(5, 40, 5)]
        live = [rng.randint(1, 6), rng.randrange(20, 65, 5)]
        said, live = [*said, 100 - sum(said)], [*live, 100 - sum(live)]
        if min(said) >= 5:
            return said, live


def shares_put_back(rng: random.Random) -> Numeric:
    said, live = draw_shares(rng)
    products = [Fraction(q * share, 100) for q, share in zip(said, live, strict=True)]
    answer = products[0] / sum(products)
    rows = "\n".join(f"| {name} | {q}% | {share}% |" for name, q, share in zip("ABC", said, live, strict=True))
    sums = " + ".join(f"{q / 100:g} \\cdot {share / 100:g}" for q, share in zip(said, live, strict=True))
    return Numeric(
        "A model was trained on equally many images of three labels, and is calibrated for that mixture. For an image "
        "it says what is in the table. Live, the labels have the shares beside it; nothing else differs. What is the "
        "**probability of A** live? (Within 1% of it is right.)\n\n"
        f"| label | said | live share |\n|---|---|---|\n{rows}",
        answer,
        f"Each is weighted by its live share, since equal training shares cancel: ${said[0] / 100:g} \\cdot "
        f"{live[0] / 100:g} / ({sums}) = {float(answer):.4f}$.",
        float(answer) / 100,
    )


def draw_load(rng: random.Random) -> tuple[int, int, int, int, int, int]:
    """Million images a day, peak over mean, tenths of a billion multiply-adds, teraflop/s, percent reached and busy."""
    return (
        rng.choice([24, 36, 60, 90, 120, 240]),
        rng.choice([2, 3, 4]),
        rng.choice([18, 41, 115, 155, 176]),
        rng.choice([65, 125, 312]),
        rng.choice([20, 25, 30, 40]),
        rng.choice([50, 60, 70]),
    )


def gpus_at_the_peak(rng: random.Random) -> Numeric:
    images, peak, tenths, paper, reached, busy = draw_load(rng)
    each = 2 * Fraction(tenths, 10) * 10**9
    rate = Fraction(images * 10**6 * peak, 86_400)
    alone = Fraction(paper * 10**12 * reached, 100) / each
    answer = float(rate / alone / Fraction(busy, 100))
    return Numeric(
        f"{images} million images come in a day; in the busiest hour the rate is {peak} times the mean. The network "
        f"takes {tenths / 10:g} billion multiply-adds an image. A GPU has {paper} teraflop/s on paper, counting a "
        f"multiply-add as two operations, and reaches {reached}% of that. **How many GPUs** does the peak take if each "
        f"may be busy {busy}% of the time? (Do not round up. Within 2% is right.)",
        answer,
        f"${float(rate):,.0f}$ images a second at the peak. A GPU does ${paper} \\cdot 10^{{12}} \\cdot "
        f"{reached / 100:g} / (2 \\cdot {tenths / 10:g} \\cdot 10^9) = {float(alone):,.0f}$ a second. "
        f"${float(rate):,.0f} / {float(alone):,.0f} / {busy / 100:g} = {answer:.3g}$.",
        0.02 * answer,
        "GPUs",
    )


CARDS = [act_alone_from, shares_put_back, gpus_at_the_peak]
