"""Cards of hidden Markov models: likelihood, filtering, the number of parameters. Two states, two symbols."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric

Pair = tuple[Fraction, Fraction]


def alphas(start: Pair, stay: Pair, first: Pair, seen: list[int]) -> list[Pair]:
    """The forward variables.

    `stay` holds the probabilities of staying in each state, `first` those of emitting symbol 0.
    """
    found: list[Pair] = []
    carried = start
    for symbol in seen:
        emit = first if symbol == 0 else (1 - first[0], 1 - first[1])
        a, b = carried[0] * emit[0], carried[1] * emit[1]
        found.append((a, b))
        carried = (a * stay[0] + b * (1 - stay[1]), a * (1 - stay[0]) + b * stay[1])
    return found


def draw_model(rng: random.Random) -> tuple[Pair, Pair, Pair, list[int]]:
    """Start, staying and emission probabilities in tenths, the states well apart, and two symbols.

    The states differ in how long they last and in the start, so that a transition read backward gives another answer.
    """
    begin = Fraction(rng.choice([3, 4, 6, 7]), 10)
    long, short = rng.sample(range(5, 10), 2)
    stay = (Fraction(long, 10), Fraction(short, 10))
    first = (Fraction(rng.randint(6, 9), 10), Fraction(rng.randint(1, 4), 10))
    return (begin, 1 - begin), stay, first, [rng.randrange(2), rng.randrange(2)]


SYMBOLS = ("an umbrella", "no umbrella")


def told(start: Pair, stay: Pair, first: Pair, seen: list[int]) -> str:
    """The model and what is seen, as a question begins."""
    return (
        f"Hidden states: rain (R) and dry (D). The first day is R with probability ${float(start[0]):g}$. R is "
        f"followed by R with ${float(stay[0]):g}$, D by D with ${float(stay[1]):g}$. You see an umbrella with "
        f"probability ${float(first[0]):g}$ in R and ${float(first[1]):g}$ in D. Day 1: {SYMBOLS[seen[0]]}. Day 2: "
        f"{SYMBOLS[seen[1]]}. "
    )


def worked(start: Pair, stay: Pair, first: Pair, seen: list[int]) -> str:
    """The forward pass, step by step."""
    one, two = alphas(start, stay, first, seen)
    shown = [[float(p if symbol == 0 else 1 - p) for p in first] for symbol in seen]
    rain = one[0] * stay[0] + one[1] * (1 - stay[1])
    dry = one[0] * (1 - stay[0]) + one[1] * stay[1]
    return (
        f"Day 1: $\\alpha_1 = ({float(start[0]):g} \\cdot {shown[0][0]:g},\\ {float(start[1]):g} \\cdot "
        f"{shown[0][1]:g}) = ({float(one[0]):g},\\ {float(one[1]):g})$. Carried over: R ${float(one[0]):g} \\cdot "
        f"{float(stay[0]):g} + {float(one[1]):g} \\cdot {float(1 - stay[1]):g} = {float(rain):g}$, D "
        f"${float(one[0]):g} \\cdot {float(1 - stay[0]):g} + {float(one[1]):g} \\cdot {float(stay[1]):g} = "
        f"{float(dry):g}$. Day 2: $\\alpha_2 = ({float(rain):g} \\cdot {shown[1][0]:g},\\ {float(dry):g} \\cdot "
        f"{shown[1][1]:g}) = ({float(two[0]):g},\\ {float(two[1]):g})$."
    )


def forward_likelihood(rng: random.Random) -> Numeric:
    model = draw_model(rng)
    answer = sum(alphas(*model)[-1], Fraction(0))
    return Numeric(
        told(*model) + "What is the probability of these two observations? (To within 0.001.)",
        answer,
        worked(*model) + f" The likelihood is their sum, ${float(answer):g}$.",
        0.001,
    )


def filtered(rng: random.Random) -> Numeric:
    model = draw_model(rng)
    last = alphas(*model)[-1]
    answer = last[0] / sum(last)
    return Numeric(
        told(*model) + "Given both observations, what is the probability of rain on **day 2**? (To within 0.002.)",
        answer,
        worked(*model) + f" Normalize: $\\frac{{{float(last[0]):g}}}{{{float(last[0]):g} + {float(last[1]):g}}} = "
        f"{float(answer):.4f}$.",
        0.002,
    )


def free_parameters(states: int, symbols: int) -> int:
    """Start, transition and emission probabilities that can be chosen freely."""
    return (states - 1) + states * (states - 1) + states * (symbols - 1)


def draw_sizes(rng: random.Random) -> tuple[int, int]:
    return rng.randint(2, 8), rng.choice([2, 3, 4, 5, 6, 10, 20])


def parameter_count(rng: random.Random) -> Numeric:
    states, symbols = draw_sizes(rng)
    answer = free_parameters(states, symbols)
    return Numeric(
        f"An HMM has ${states}$ hidden states and ${symbols}$ possible symbols, with no constraints besides that "
        "probabilities sum to one. How many free parameters does it have, start probabilities included?",
        answer,
        f"Start: ${states} - 1$. Transitions: ${states}$ rows of ${states} - 1$. Emissions: ${states}$ rows of "
        f"${symbols} - 1$. Together ${states - 1} + {states * (states - 1)} + {states * (symbols - 1)} = {answer}$.",
    )


CARDS = [forward_likelihood, filtered, parameter_count]
