"""Cards of cross-entropy: from logits, and by its gradient."""

import math
import random

from sharpen.domain.card import Numeric


def softmax(logits: list[int]) -> list[float]:
    total = math.fsum(math.exp(z) for z in logits)
    return [math.exp(z) / total for z in logits]


def draw_logits(rng: random.Random) -> tuple[list[int], int]:
    """Three different logits, and which class is true."""
    return rng.sample(range(-2, 3), 3), rng.randrange(3)


def loss_from_logits(rng: random.Random) -> Numeric:
    logits, true = draw_logits(rng)
    total = math.fsum(math.exp(z) for z in logits)
    answer = math.log(total) - logits[true]
    terms = " + ".join(f"e^{{{z}}}" for z in logits)
    return Numeric(
        f"Logits of classes 1, 2, 3: ${', '.join(map(str, logits))}$. Class {true + 1} is true. What is the softmax "
        "cross-entropy, in nats? (To within 0.005.)",
        answer,
        f"$\\ln({terms}) - ({logits[true]}) = \\ln {total:.4f} - ({logits[true]}) = {answer:.4f}$.",
        0.005,
        "nats",
    )


def gradient_by_logit(rng: random.Random) -> Numeric:
    logits, true = draw_logits(rng)
    shares = softmax(logits)
    answer = shares[true] - 1
    return Numeric(
        f"Logits of classes 1, 2, 3: ${', '.join(map(str, logits))}$. Class {true + 1} is true. What is the derivative "
        f"of the softmax cross-entropy by the logit of class {true + 1}? (With its sign, to within 0.005.)",
        answer,
        f"The gradient is $p - y$. Softmax: $p_{{{true + 1}}} = {shares[true]:.4f}$, and $y_{{{true + 1}}} = 1$: "
        f"${shares[true]:.4f} - 1 = {answer:.4f}$.",
        0.005,
    )


CARDS = [loss_from_logits, gradient_by_logit]
