# As one writes it in a training loop: log-sigmoid by cases, masked copies, a stacked batch.
import numpy as np


def log_sigmoid(z):
    return np.minimum(z, 0) - np.log1p(np.exp(-np.abs(z)))


def summed(table, mask):
    clean = np.array(table, dtype=np.float64)
    clean[np.asarray(mask) == 0] = 0.0
    return clean.sum(-1)


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, chosen_mask, rejected_mask, beta, smoothing=0.0):
    policy_margin = summed(chosen, chosen_mask) - summed(rejected, rejected_mask)
    reference_margin = summed(ref_chosen, chosen_mask) - summed(ref_rejected, rejected_mask)
    logits = beta * (policy_margin - reference_margin)
    losses = -log_sigmoid(logits) * (1 - smoothing) - log_sigmoid(-logits) * smoothing
    d_logits = (np.exp(log_sigmoid(logits)) - (1 - smoothing)) / logits.size
    d_chosen = np.einsum("n,nt->nt", beta * d_logits, np.asarray(chosen_mask, float))
    d_rejected = np.einsum("n,nt->nt", -beta * d_logits, np.asarray(rejected_mask, float))
    return np.float64(losses.mean()), d_chosen, d_rejected
