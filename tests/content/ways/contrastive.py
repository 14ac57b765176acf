"""Contrastive learning: one row's loss, pushes, and what a batch can say."""

import numpy as np

from tests.content.recomputing import another_way, sizes, slope_of


@another_way("contrastive-learning", "loss_by_hand", "draw_row")
def by_scikit_learn(cosines: list[float], temperature: float) -> float:
    from scipy.special import softmax
    from sklearn.metrics import log_loss

    return float(log_loss([0], [softmax(np.array(cosines) / temperature)], labels=range(len(cosines))))


@another_way("contrastive-learning", "ratio_of_pushes", "draw_negatives")
def by_differences(near: float, far: float, temperature: float) -> float:
    """Slopes of the loss in either cosine, beside a partner at 0.5."""

    def loss(first: float, second: float) -> float:
        return float(np.logaddexp.reduce(np.array([0.5, first, second]) / temperature)) - 0.5 / temperature

    return slope_of(lambda x: loss(x, far), near) / slope_of(lambda x: loss(near, x), far)


@another_way("contrastive-learning", "information", "draw_trained")
def by_halving(batch: int, loss: float) -> float:
    """Each halving of the batch is a bit; the loss is that of telling e**loss candidates apart."""
    return batch.bit_length() - 1 - float(np.log2(np.exp(loss)))


@another_way("contrastive-learning", "memory_of_logits", "draw_devices")
def by_counting_entries(pairs: int, devices: int) -> float:
    rows = len(range(0, pairs, devices))
    return sizes((rows, pairs)) * np.float32(0).nbytes / 1e9
