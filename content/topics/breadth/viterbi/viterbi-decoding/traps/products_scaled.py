# caught by: Probabilities of 1e-200
# Scales the products at every step; two tiny factors still make 0.
import numpy as np


def viterbi(start, transitions, emissions, observations):
    p = start * emissions[:, observations[0]]
    total, back = 0.0, []
    for x in observations[1:]:
        scale = p.max()
        if scale == 0:
            raise ValueError("impossible")
        total += np.log(scale)
        q = (p / scale)[:, None] * transitions
        back.append(q.argmax(axis=0))
        p = q.max(axis=0) * emissions[:, x]
    if p.max() == 0:
        raise ValueError("impossible")
    path = [int(p.argmax())]
    for b in back[::-1]:
        path.append(int(b[path[-1]]))
    return path[::-1], float(np.log(p.max()) + total)
