"""Numeric cards on dialog: which conversations to answer, and what is read over many turns."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric

INTENTS = ("order status", "returns", "invoices", "complaints")


def draw_intents(rng: random.Random) -> tuple[list[tuple[int, int]], int, int]:
    """Percent of traffic and of right answers for each intent; dollars of a person and of a wrong answer."""
    while True:
        first = [rng.randint(10, 35) for _ in range(3)]
        shares = [*first, 100 - sum(first)]
        right = [rng.randint(45, 98) for _ in shares]
        person, wrong = rng.randint(4, 9), rng.choice([20, 25, 30, 40, 50])
        margins = [(100 - chance) * wrong - 100 * person for chance in right]
        if shares[3] >= 10 and 0 < sum(margin < 0 for margin in margins) < 4 and min(map(abs, margins)) > 60:
            return list(zip(shares, right, strict=True)), person, wrong


def cheapest_rule(rng: random.Random) -> Numeric:
    intents, person, wrong = draw_intents(rng)
    least = 100 - Fraction(100 * person, wrong)
    costs = [min(Fraction((100 - right) * wrong, 100), Fraction(person)) for _, right in intents]
    answer = sum(share * each for (share, _), each in zip(intents, costs, strict=True)) / 100
    rows = "\n".join(f"| {name} | {share}% | {right}% |" for name, (share, right) in zip(INTENTS, intents, strict=True))
    kept = [name for name, (_, right) in zip(INTENTS, intents, strict=True) if right > least]
    return Numeric(
        f"A bot may answer an intent itself or give it to people. A person costs {person} dollars for a "
        f"conversation and is always right; the bot's answer costs nothing if right and {wrong} dollars if wrong. "
        "What does a conversation cost **on average** with the best choice for each intent? (In dollars, within "
        f"0.02.)\n\n| intent | share | bot right |\n|---|---|---|\n{rows}",
        answer,
        f"Answering pays above $1 - {person}/{wrong} = {float(least) / 100:.3f}$: {', '.join(kept)}. The sum over "
        f"intents of share times the cheaper cost is {float(answer):.3f} dollars.",
        0.02,
        "dollars",
    )


def draw_turns(rng: random.Random) -> tuple[int, int, int, int]:
    """Tokens of instructions, of a question and of an answer, and turns."""
    return 100 * rng.randint(5, 30), 10 * rng.randint(2, 8), 10 * rng.randint(8, 25), rng.randint(4, 12)


def read_again(rng: random.Random) -> Numeric:
    fixed, question, answer, turns = draw_turns(rng)
    total = turns * (fixed + question) + (question + answer) * turns * (turns - 1) // 2
    return Numeric(
        f"At each turn a language model reads its instructions ({fixed:,} tokens), all earlier questions and answers, "
        f"and the new question, with nothing cached. A question has {question} tokens, an answer {answer}. How many "
        f"tokens does it **read** in {turns} turns altogether?",
        total,
        f"Turn $k$ reads ${fixed:,} + {question} + (k - 1) \\cdot {question + answer}$. Summed over {turns} turns: "
        f"${turns} \\cdot {fixed + question:,} + {question + answer} \\cdot {turns * (turns - 1) // 2} = {total:,}$.",
    )


CARDS = [cheapest_rule, read_again]
