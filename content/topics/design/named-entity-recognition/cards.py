"""Numeric cards on entities: F1 from kinds of errors, messages that leak, legal sequences of tags."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_errors(rng: random.Random) -> tuple[int, int, int, int, int]:
    """Entities that are right, with a wrong border, of a wrong kind, missed altogether, and made up."""
    return rng.randint(40, 90), rng.randint(4, 15), rng.randint(2, 9), rng.randint(3, 15), rng.randint(2, 12)


def f_of_entities(rng: random.Random) -> Numeric:
    right, border, kind, missed, made_up = draw_errors(rng)
    said, real = right + border + kind + made_up, right + border + kind + missed
    answer = Fraction(200 * right, said + real)
    return Numeric(
        f"Of the entities in a test, {right} are found with exact words and kind, {border} with a wrong border, {kind} "
        f"with exact words but a wrong kind, and {missed} not at all. {made_up} more are predicted where there is "
        "none. What is **F1** by exact match, in percent? (Within 0.3.)",
        answer,
        f"{said} are predicted, {real} are real: a wrong border or kind is in both, and right in neither. "
        f"$2 \\cdot {right} / ({said} + {real}) = {float(answer) / 100:.4f}$.",
        0.3,
        "%",
    )


def draw_messages(rng: random.Random) -> tuple[list[int], Fraction]:
    """The percentages of messages with no, one, two and five names, and the share of names that is found."""
    none, two, five = rng.randint(5, 20), rng.randint(20, 35), rng.randint(15, 30)
    return [none, 100 - none - two - five, two, five], Fraction(rng.choice([90, 92, 94, 95, 96, 97, 98]), 100)


def leaky_messages(rng: random.Random) -> Numeric:
    percent, found = draw_messages(rng)
    _, one, two, five = percent
    answer = float(one * (1 - found) + two * (1 - found**2) + five * (1 - found**5))
    return Numeric(
        f"{percent[0]}% of messages have no name, {one}% one, {two}% two and {five}% five. A masker finds each name "
        f"with a probability of {float(found):g}, independently. In **what percentage of all messages** does at "
        "least one name stay visible? (Within 1% of it.)",
        answer,
        f"$.{one:02d} \\cdot (1 - {float(found):g}) + .{two:02d} \\cdot (1 - {float(found):g}^2) + .{five:02d} \\cdot "
        f"(1 - {float(found):g}^5) = {answer / 100:.4f}$.",
        0.01 * answer,
        "%",
    )


def draw_tags(rng: random.Random) -> tuple[int, int]:
    """Kinds of entities, and words of the sentence."""
    return rng.choice([(kinds, words) for kinds in (1, 2, 3, 4, 5, 6) for words in (2, 3, 4, 5) if kinds * words < 21])


def legal_sequences(rng: random.Random) -> Numeric:
    kinds, words = draw_tags(rng)
    outside, inside = 1, kinds  # sequences so far that end outside, and in an entity
    for _ in range(words - 1):
        outside, inside = outside + inside, (outside + inside) * kinds + inside
    answer = outside + inside
    return Numeric(
        f"With {kinds} kind{'s' * (kinds > 1)} of entities there are {2 * kinds + 1} tags: O, and a B and an I for "
        f"each kind. An I may only follow a B or an I of its own kind. **How many** sequences of {words} tags are "
        "legal?",
        answer,
        f"Sequences that end in O come from all, and so do those that end in a B, {kinds} for each; an I prolongs "
        f"those that end in an entity. From (1, {kinds}) after one word this gives ({outside}, {inside}) after "
        f"{words}: {answer:,} of {(2 * kinds + 1) ** words:,}.",
    )


CARDS = [f_of_entities, leaky_messages, legal_sequences]
