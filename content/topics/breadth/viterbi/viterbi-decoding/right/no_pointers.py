# No pointers: the scores say again where the best path came from; the probability from the end.
import math

import numpy as np


def viterbi(start, transitions, emissions, observations):
    def log(p):
        out = np.full(np.shape(p), -math.inf)
        np.log(p, out=out, where=np.asarray(p) > 0)
        return out

    A, B = log(transitions), log(emissions)
    rest = np.zeros(len(start))
    table = []
    # From the end to the beginning, with the columns reversed so that ties can be told apart afterwards.
    for x in list(observations)[:0:-1]:
        table.append(rest)
        rest = (A + (B[:, x] + rest)[None, :]).max(axis=1)
    table.append(rest)
    score = log(start) + B[:, observations[0]]
    total = float((score + rest).max())
    if total == -math.inf:
        raise ValueError("nothing emits this")
    fronts = [score]
    for x in list(observations)[1:]:
        fronts.append((fronts[-1][:, None] + A).max(axis=0) + B[:, x])
    state = int(np.argmax(fronts[-1]))
    path = [state]
    for front in fronts[-2::-1]:
        state = int(np.argmax(front + A[:, state]))
        path.insert(0, state)
    return path, total
