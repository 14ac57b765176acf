# Plain lists and log-probabilities.
import math


def token_probabilities(logits, temperature=1.0, top_k=None, top_p=1.0, min_p=0.0):
    if temperature < 0:
        raise ValueError("temperature")
    if top_k is not None and top_k <= 0:
        raise ValueError("top_k")
    if top_p <= 0 or top_p > 1 or min_p < 0 or min_p > 1:
        raise ValueError("top_p or min_p")
    z = [float(x) for x in logits]
    ranking = sorted(range(len(z)), key=lambda i: -z[i])
    if temperature == 0:
        ranking, logp = ranking[:1], [0.0]
    else:
        ranking = ranking[:top_k]
        scaled = [z[i] / temperature for i in ranking]
        total = scaled[0] + math.log(math.fsum(math.exp(x - scaled[0]) for x in scaled))
        logp = [x - total for x in scaled]
        if top_p != 1:
            mass, n = 0.0, 0
            while mass < top_p and n < len(logp):
                mass += math.exp(logp[n])
                n += 1
            logp = logp[:n]
        if min_p > 0:
            logp = [x for x in logp if x >= logp[0] + math.log(min_p)]
    out = [0.0] * len(z)
    rest = math.fsum(map(math.exp, logp))
    for i, x in zip(ranking, logp):
        out[i] = math.exp(x) / rest
    return out
