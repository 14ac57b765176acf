"""Numeric cards on mixtures of experts: parameters, capacity, balance, and what a batch reads."""

import math
from fractions import Fraction
from random import Random

from sharpen.domain.card import Numeric, show_number


def active_share(experts: int, chosen: int, each: int, rest: int) -> float:
    """Parameters that a token uses, in percent of all; sizes in the same unit."""
    return 100 * (chosen * each + rest) / (experts * each + rest)


def draw_sizes(rng: Random) -> tuple[int, int, int, int]:
    """Experts a layer, those chosen, and millions of parameters in an expert and in the rest of a layer."""
    experts = rng.choice([8, 16, 32, 64])
    return experts, rng.choice([1, 2, 4]), rng.choice([20, 50, 100, 180]), rng.choice([20, 40, 60, 80])


def active_parameters(rng: Random) -> Numeric:
    experts, chosen, each, rest = draw_sizes(rng)
    answer = active_share(experts, chosen, each, rest)
    used, total = chosen * each + rest, experts * each + rest
    return Numeric(
        f"A layer has {experts} experts of {each} million parameters and {rest} million others. A token goes through "
        f"{chosen} of the experts. How many percent of the layer's parameters does it use? Within 1% of it is right.",
        answer,
        f"${chosen} \\cdot {each} + {rest} = {used}$ of ${experts} \\cdot {each} + {rest} = {total}$ million: "
        f"${answer:.2f}\\,\\%$.",
        0.01 * answer,
        "%",
    )


def left_over(loads: list[int], capacity: int) -> int:
    """Choices that find no room."""
    return sum(max(0, load - capacity) for load in loads)


def draw_loads(rng: Random) -> tuple[list[int], int, Fraction]:
    """Loads of four experts, choices of a token and a capacity factor; some choices find no room."""
    while True:
        chosen, factor = rng.choice([1, 2]), rng.choice([Fraction(1), Fraction(5, 4), Fraction(3, 2)])
        tokens = rng.choice([32, 40, 48, 64])
        cuts = sorted(rng.sample(range(1, chosen * tokens), 3))
        loads = [after - before for before, after in zip([0, *cuts], [*cuts, chosen * tokens], strict=True)]
        room = math.ceil(factor * sum(loads) / len(loads))
        if max(loads) <= tokens and left_over(loads, room) > 2:
            return loads, chosen, factor


def dropped_choices(rng: Random) -> Numeric:
    loads, chosen, factor = draw_loads(rng)
    total = sum(loads)
    capacity = math.ceil(factor * total / len(loads))
    answer = left_over(loads, capacity)
    return Numeric(
        f"{total // chosen} tokens choose {chosen} of four experts each; the experts are chosen {loads[0]}, "
        f"{loads[1]}, {loads[2]} and {loads[3]} times. The capacity factor is {float(factor):g}. How many choices are "
        "dropped?",
        answer,
        f"The mean load is ${total} / 4 = {show_number(Fraction(total, 4))}$, so each expert takes {capacity}. "
        f"What goes beyond it: {', '.join(str(max(0, load - capacity)) for load in loads)}. Together {answer}.",
    )


def balance(counts: list[int], chances: list[Fraction]) -> Fraction:
    """Of one layer, from how often experts were chosen and their mean chances."""
    return len(counts) * sum(
        Fraction(count, sum(counts)) * chance for count, chance in zip(counts, chances, strict=True)
    )


def draw_router(rng: Random) -> tuple[list[int], list[Fraction]]:
    """How often three experts were chosen, and their mean chances, in twentieths."""
    counts = [rng.randint(0, 10) for _ in range(2)]
    first = rng.randint(2, 12)
    second = rng.randint(2, 18 - first)
    parts = [first, second, 20 - first - second]
    return [*counts, 20 - sum(counts)], [Fraction(part, 20) for part in parts]


def balance_by_hand(rng: Random) -> Numeric:
    counts, chances = draw_router(rng)
    answer = balance(counts, chances)
    products = " + ".join(f"{count} \\cdot {float(chance):g}" for count, chance in zip(counts, chances, strict=True))
    return Numeric(
        f"Three experts were chosen {counts[0]}, {counts[1]} and {counts[2]} times; the router's mean chances for them "
        f"are {', '.join(f'{float(chance):g}' for chance in chances)}. What is the balance loss $E \\sum_e f_e P_e$? "
        "(Exact; a fraction is welcome.)",
        answer,
        f"$3 \\cdot ({products}) / {sum(counts)} = {show_number(answer)}$. In balance it would be 1.",
    )


def experts_read(experts: int, chosen: int, tokens: int) -> float:
    """How many experts of a layer at least one token chose, on average, when each set of them is as likely."""
    return experts * (1 - (1 - chosen / experts) ** tokens)


def draw_batch(rng: Random) -> tuple[int, int, int]:
    return rng.choice([8, 16, 64, 128]), rng.choice([1, 2, 4]), rng.choice([2, 4, 8, 16, 32])


def experts_of_a_batch(rng: Random) -> Numeric:
    experts, chosen, tokens = draw_batch(rng)
    answer = experts_read(experts, chosen, tokens)
    return Numeric(
        f"A decoding step has {tokens} tokens. Each chooses {chosen} of {experts} experts, at random and independently "
        "of the others. The weights of how many experts must be read in one layer, on average? Within 2% is right.",
        answer,
        f"An expert is left out by one token with the chance $1 - {chosen}/{experts}$, by all with its power {tokens}. "
        f"So ${experts} \\cdot (1 - (1 - {chosen}/{experts})^{{{tokens}}}) = {answer:.2f}$.",
        0.02 * answer,
    )


CARDS = [active_parameters, dropped_choices, balance_by_hand, experts_of_a_batch]
