# caught by: Sixty states: no loop over pairs of them
# Plain Python over all pairs of states.
import math


def viterbi(start, transitions, emissions, observations):
    def log(p):
        return math.log(p) if p > 0 else -math.inf

    n = len(start)
    A = [[log(p) for p in row] for row in transitions.tolist()]
    B = [[log(p) for p in row] for row in emissions.tolist()]
    best = [log(start[i]) + B[i][observations[0]] for i in range(n)]
    back = []
    for x in list(observations)[1:]:
        step, new = [], []
        for j in range(n):
            i = max(range(n), key=lambda i: best[i] + A[i][j])
            step.append(i)
            new.append(best[i] + A[i][j] + B[j][x])
        back.append(step)
        best = new
    if max(best) == -math.inf:
        raise ValueError("impossible")
    path = [best.index(max(best))]
    for step in reversed(back):
        path.append(step[path[-1]])
    return path[::-1], max(best)
