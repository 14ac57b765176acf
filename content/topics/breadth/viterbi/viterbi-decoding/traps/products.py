# caught by: Ten thousand observations
# Multiplies probabilities, which underflow.
import numpy as np


def viterbi(start, transitions, emissions, observations):
    p = start * emissions[:, observations[0]]
    back = []
    for x in observations[1:]:
        q = p[:, None] * transitions
        back.append(q.argmax(axis=0))
        p = q.max(axis=0) * emissions[:, x]
    if p.max() == 0:
        raise ValueError("impossible")
    path = [int(p.argmax())]
    for b in back[::-1]:
        path.append(int(b[path[-1]]))
    return path[::-1], float(np.log(p.max()))
