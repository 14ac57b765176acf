"""Numeric cards on contrastive learning: a loss by hand, pushes, what a batch can certify, and the logits' memory."""

import math
from random import Random

from sharpen.domain.card import Numeric


def loss_of_one(cosines: list[float], temperature: float) -> float:
    """InfoNCE of a row whose partner comes first."""
    return math.log(math.fsum(math.exp((cosine - cosines[0]) / temperature) for cosine in cosines))


def draw_row(rng: Random) -> tuple[list[float], float]:
    """Cosines of a partner and three others, and a temperature; neither of them can be left out unnoticed."""
    while True:
        cosines = [rng.randint(4, 9) / 10, *(rng.randint(-2, 8) / 10 for _ in range(3))]
        temperature = rng.choice([0.1, 0.2, 0.25, 0.5])
        loss = loss_of_one(cosines, temperature)
        others = math.log(math.expm1(loss))
        if 0.2 < loss < 4 and min(abs(loss - loss_of_one(cosines, 1)), abs(loss - others)) > 0.1:
            return cosines, temperature


def loss_by_hand(rng: Random) -> Numeric:
    cosines, temperature = draw_row(rng)
    answer = loss_of_one(cosines, temperature)
    others = ", ".join(f"{cosine:g}" for cosine in cosines[1:])
    terms = " + ".join(f"e^{{{(cosine - cosines[0]) / temperature:.3g}}}" for cosine in cosines)
    return Numeric(
        f"The cosine of an image and its caption is {cosines[0]:g}; with the three other captions of the batch it is "
        f"{others}. What is the InfoNCE loss of this image (natural logarithm) at temperature {temperature:g}? Within "
        "0.01 is right.",
        answer,
        f"Shifted by the logit of the partner: $\\ln({terms}) = {answer:.3f}$.",
        0.01,
    )


def times_the_push(near: float, far: float, temperature: float) -> float:
    """How much harder the nearer of two negatives is pushed."""
    return math.exp((near - far) / temperature)


def draw_negatives(rng: Random) -> tuple[float, float, float]:
    far = rng.randint(-1, 4)
    return (far + rng.randint(1, 4)) / 10, far / 10, rng.choice([0.05, 0.07, 0.1, 0.2])


def ratio_of_pushes(rng: Random) -> Numeric:
    near, far, temperature = draw_negatives(rng)
    answer = times_the_push(near, far, temperature)
    return Numeric(
        f"Two negatives of a row have the cosines {near:g} and {far:g}, and the temperature is {temperature:g}. How "
        "many times as large is the weight of the first in the gradient of InfoNCE? Within 2% of it is right.",
        answer,
        "Weights are softmax probabilities, so their ratio is "
        f"$e^{{({near:g} - {far:g}) / {temperature:g}}} = {answer:.3g}$.",
        0.02 * answer,
    )


def certified(batch: int, loss: float) -> float:
    """Bits that the two views share at the least."""
    return (math.log(batch) - loss) / math.log(2)


def draw_trained(rng: Random) -> tuple[int, float]:
    return 2 ** rng.randint(8, 15), rng.randint(5, 25) / 10


def information(rng: Random) -> Numeric:
    batch, loss = draw_trained(rng)
    answer = certified(batch, loss)
    return Numeric(
        f"InfoNCE with batches of {batch:,} pairs ends at a loss of {loss:g} nats on new data. How many **bits** of "
        "mutual information of the two views does that certify? Within 0.05 is right.",
        answer,
        f"At least $\\ln {batch} - {loss:g} = {math.log(batch) - loss:.3f}$ nats; divided by $\\ln 2$: "
        f"${answer:.3f}$ bits.",
        0.05,
        "bits",
    )


def gigabytes(pairs: int, devices: int) -> float:
    """Of 32-bit logits on one device, which has its own rows against all columns."""
    return 4 * pairs * (pairs // devices) / 1e9


def draw_devices(rng: Random) -> tuple[int, int]:
    return 2 ** rng.randint(14, 17), 2 ** rng.randint(1, 6)


def memory_of_logits(rng: Random) -> Numeric:
    pairs, devices = draw_devices(rng)
    answer = gigabytes(pairs, devices)
    return Numeric(
        f"A batch of {pairs:,} pairs is spread evenly over {devices} devices. Each computes the logits of its own "
        "images against **all** captions, in 32 bits. How many GB (of $10^9$ bytes) do these logits take on a device? "
        "Within 2% of it is right.",
        answer,
        f"${pairs // devices} \\cdot {pairs} \\cdot 4$ bytes $= {answer:.4g}$ GB.",
        0.02 * answer,
        "GB",
    )


CARDS = [loss_by_hand, ratio_of_pushes, information, memory_of_logits]
