"""Mistakes in contrastive learning."""

import numpy as np

from tests.content.mistakes import Mistake
from tests.content.ways.contrastive import by_counting_entries, by_halving, by_scikit_learn


def negatives_alone(cosines: list[float], temperature: float) -> float:
    logits = np.array(cosines) / temperature
    return float(np.logaddexp.reduce(logits[1:]) - logits[0])


MISTAKES = (
    Mistake(
        "contrastive-learning/loss-by-hand",
        "without the temperature",
        lambda cosines, _: by_scikit_learn(cosines, 1),
    ),
    Mistake("contrastive-learning/loss-by-hand", "without the partner below", negatives_alone),
    Mistake(
        "contrastive-learning/ratio-of-pushes",
        "times the temperature",
        lambda near, far, temperature: float(np.exp((near - far) * temperature)),
    ),
    Mistake(
        "contrastive-learning/information", "in nats", lambda batch, loss: by_halving(batch, loss) * float(np.log(2))
    ),
    Mistake(
        "contrastive-learning/memory-of-logits",
        "the whole matrix on each device",
        lambda pairs, _: by_counting_entries(pairs, 1),
    ),
)
