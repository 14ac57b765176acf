# caught by: States that mostly stay
# Forward-backward, and the most probable state at each time.
import numpy as np


def viterbi(start, transitions, emissions, observations):
    a = start * emissions[:, observations[0]]
    forward = [a / a.sum()]
    for x in observations[1:]:
        a = (forward[-1] @ transitions) * emissions[:, x]
        forward.append(a / a.sum())
    b = np.ones(len(start))
    path = [int(forward[-1].argmax())]
    for f, x in zip(forward[-2::-1], observations[:0:-1]):
        b = transitions @ (emissions[:, x] * b)
        b /= b.sum()
        path.append(int((f * b).argmax()))
    path = np.array(path[::-1])
    with np.errstate(divide="ignore"):
        score = np.log(start[path[0]]) + np.log(emissions[path, observations]).sum()
        score += np.log(transitions[path[:-1], path[1:]]).sum()
    if score == -np.inf:
        raise ValueError("impossible")
    return path, score
