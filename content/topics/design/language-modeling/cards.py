"""Numeric cards on language models: bits per byte, discounted counts, and room for conversations."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_loss(rng: random.Random) -> tuple[Fraction, Fraction]:
    """Perplexity of a token, and bytes of a token on average."""
    return Fraction(rng.randint(60, 400), 10), Fraction(rng.randint(30, 50), 10)


def bits_per_byte(rng: random.Random) -> Numeric:
    perplexity, size = draw_loss(rng)
    loss = math.log(perplexity)
    answer = loss / math.log(2) / float(size)
    return Numeric(
        f"A language model has a perplexity of {float(perplexity):g} per token on a text, whose tokens have "
        f"{float(size):g} bytes on average. How many **bits per byte** does it need? (Within 1% of it is right.)",
        answer,
        f"$\\log_2 {float(perplexity):g} = {loss / math.log(2):.3f}$ bits for a token, and "
        f"${loss / math.log(2):.3f} / {float(size):g} = {answer:.3f}$ for a byte.",
        0.01 * answer,
        "bits per byte",
    )


def draw_followers(rng: random.Random) -> tuple[int, int, int, Fraction]:
    """How often the context was seen, with how many different words after it; a word's count and its other chance."""
    seen = rng.randint(30, 60)
    return seen, rng.randint(8, 20), rng.randint(2, 6), Fraction(rng.randint(12, 30), 1000)


def discounted(rng: random.Random) -> Numeric:
    seen, kinds, count, shorter = draw_followers(rng)
    taken = Fraction(3, 4)
    freed = taken * kinds / seen
    answer = (count - taken) / seen + freed * shorter
    return Numeric(
        f"A context was seen {seen} times, with {kinds} different words after it. Interpolated Kneser-Ney takes "
        "$d = 0.75$ from the count of each of them. One of these words was seen there "
        f"{count} times, and the model of the shorter context gives it {float(shorter):g}. What is its "
        "**probability**? (Within 1% of it is right.)",
        answer,
        f"$({count} - 0.75)/{seen} + {float(freed):.4f} \\cdot {float(shorter):g} = {float(answer):.4f}$, where "
        f"$0.75 \\cdot {kinds}/{seen} = {float(freed):.4f}$ is the share that goes to the shorter context.",
        0.01 * float(answer),
    )


MODELS = ((1.3, 24, 2048), (2.8, 32, 2560), (6.7, 32, 4096), (13, 40, 5120))
"""Billions of parameters, layers, and width."""


def draw_room(rng: random.Random) -> tuple[float, int, int, int, int]:
    """Billions of parameters, layers, width, tokens of a conversation, and gigabytes of memory."""
    while True:
        billions, layers, width = rng.choice(MODELS)
        tokens, memory = 500 * rng.randint(2, 12), rng.choice([24, 40, 48, 80])
        room = (memory - 2 * billions) * 1e9 / (4 * layers * width * tokens)
        if 4 < room < 200 and 0.05 < room % 1 < 0.95:
            return billions, layers, width, tokens, memory


def conversations(rng: random.Random) -> Numeric:
    billions, layers, width, tokens, memory = draw_room(rng)
    each = 2 * layers * width * 2
    left = Fraction(memory * 10**9) - Fraction(str(billions)) * 2 * 10**9
    answer = left // (each * tokens)
    return Numeric(
        f"A model of {billions:g} billion parameters has {layers} layers of width {width:,}. For each token it keeps "
        "a key and a value of that width in every layer. Weights, keys and values have 2 bytes a number. How many "
        f"conversations of {tokens:,} tokens fit **beside the weights** into {memory} GB ($10^9$ bytes each), if "
        "nothing else needs memory?",
        int(answer),
        f"A token keeps $2 \\cdot {layers} \\cdot {width:,} \\cdot 2 = {each:,}$ bytes, a conversation "
        f"{each * tokens / 1e9:.3f} GB. The weights leave ${memory} - {2 * billions:g} = "
        f"{float(left) / 1e9:g}$ GB, enough for {answer}.",
    )


CARDS = [bits_per_byte, discounted, conversations]
