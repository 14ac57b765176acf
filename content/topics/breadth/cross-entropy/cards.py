"""Cards of cross-entropy: from logits, its gradient, and the divergence of two distributions."""

import itertools
import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


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
        "cross-entropy, in nats? (To within 0.001.)",
        answer,
        f"$\\ln({terms}) - ({logits[true]}) = \\ln {total:.4f} - ({logits[true]}) = {answer:.4f}$.",
        0.001,
        "nats",
    )


def draw_asked(rng: random.Random) -> tuple[list[int], int, int]:
    """Logits, the true class, and the class whose logit is asked about."""
    return *draw_logits(rng), rng.randrange(3)


def gradient_by_logit(rng: random.Random) -> Numeric:
    logits, true, asked = draw_asked(rng)
    share, target = softmax(logits)[asked], int(asked == true)
    answer = share - target
    return Numeric(
        f"Logits of classes 1, 2, 3: ${', '.join(map(str, logits))}$. Class {true + 1} is true. What is the derivative "
        f"of the softmax cross-entropy by the logit of class {asked + 1}? (With its sign, to within 0.001.)",
        answer,
        f"The gradient is $p - y$. Softmax: $p_{{{asked + 1}}} = {share:.4f}$, and $y_{{{asked + 1}}} = {target}$: "
        f"${share:.4f} - {target} = {answer:.4f}$.",
        0.001,
    )


def divergence(target: list[int], guess: list[int]) -> Fraction:
    """KL in bits between distributions whose probabilities are 2 to the minus these."""
    return sum((Fraction(q - h, 2**h) for h, q in zip(target, guess, strict=True)), Fraction(0))


def draw_distributions(rng: random.Random) -> tuple[list[int], list[int]]:
    """Two distributions over five classes, as exponents, whose divergence is another one the other way around."""
    one, other = rng.sample([(1, 2, 3, 4, 4), (2, 2, 2, 3, 3), (1, 3, 3, 3, 3)], 2)
    target = rng.sample(one, 5)
    guesses = [list(order) for order in sorted(set(itertools.permutations(other)))]
    return target, rng.choice([guess for guess in guesses if divergence(target, guess) != divergence(guess, target)])


def kl_in_bits(rng: random.Random) -> Numeric:
    target, guess = draw_distributions(rng)
    answer = divergence(target, guess)
    shown = [", ".join(f"\\tfrac{{1}}{{{2**h}}}" for h in halvings) for halvings in (target, guess)]
    terms = " + ".join(f"\\tfrac{{1}}{{{2**h}}} \\cdot ({q - h})" for h, q in zip(target, guess, strict=True))
    entropy = sum(Fraction(h, 2**h) for h in target)
    return Numeric(
        f"Five classes, target distribution $y = ({shown[0]})$, prediction $p = ({shown[1]})$. What is "
        "$KL(y \\Vert p)$ in bits (logarithm to base 2)? (A fraction, or a decimal to within 0.001.)",
        answer,
        f"$\\sum_k y_k \\log_2 (y_k/p_k) = {terms} = {show_number(answer)}$ bits. (The entropy of $y$ is "
        f"{float(entropy):g} bits, so the cross-entropy is {float(entropy + answer):g} bits. The other way "
        f"around, $KL(p \\Vert y) = {show_number(divergence(guess, target))}$ bits.)",
        0.001,
        "bits",
    )


CARDS = [loss_from_logits, gradient_by_logit, kl_in_bits]
