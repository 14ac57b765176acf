# Loops and the math module; lists are returned.
import math


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, chosen_mask, rejected_mask, beta, smoothing=0.0):
    n = len(chosen)
    loss, d_chosen, d_rejected = 0.0, [], []
    for i in range(n):
        kept = [t for t in range(len(chosen[i])) if chosen_mask[i][t]]
        other = [t for t in range(len(rejected[i])) if rejected_mask[i][t]]
        z = sum(chosen[i][t] - ref_chosen[i][t] for t in kept)
        z -= sum(rejected[i][t] - ref_rejected[i][t] for t in other)
        z *= beta
        tail = math.exp(-abs(z))
        agree = 1 / (1 + tail) if z >= 0 else tail / (1 + tail)
        softplus = max(-z, 0) + math.log1p(tail)
        loss += (1 - smoothing) * softplus + smoothing * (softplus + z)
        slope = beta * (agree - 1 + smoothing) / n
        d_chosen.append([slope if t in kept else 0.0 for t in range(len(chosen[i]))])
        d_rejected.append([-slope if t in other else 0.0 for t in range(len(rejected[i]))])
    return loss / n, d_chosen, d_rejected
