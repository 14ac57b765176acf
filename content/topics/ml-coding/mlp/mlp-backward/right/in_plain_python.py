# Plain Python, one example at a time. Gives lists.
import math


def mlp_backward(X, y, W1, b1, W2, b2):
    X, y, W1, b1, W2, b2 = (part.tolist() for part in (X, y, W1, b1, W2, b2))
    n, d, h, k = len(X), len(W1), len(b1), len(b2)
    dW1, db1 = [[0.0] * h for _ in range(d)], [0.0] * h
    dW2, db2 = [[0.0] * k for _ in range(h)], [0.0] * k
    losses = []
    for x, label in zip(X, y, strict=True):
        z = [sum(x[i] * W1[i][j] for i in range(d)) + b1[j] for j in range(h)]
        a = [max(value, 0.0) for value in z]
        s = [sum(a[j] * W2[j][c] for j in range(h)) + b2[c] for c in range(k)]
        powers = [math.exp(value - max(s)) for value in s]
        losses.append(max(s) + math.log(sum(powers)) - s[label])
        error = [(power / sum(powers) - (c == label)) / n for c, power in enumerate(powers)]
        for c in range(k):
            db2[c] += error[c]
        for j in range(h):
            below = sum(W2[j][c] * error[c] for c in range(k)) if z[j] > 0 else 0.0
            db1[j] += below
            for c in range(k):
                dW2[j][c] += a[j] * error[c]
            for i in range(d):
                dW1[i][j] += x[i] * below
    return math.fsum(losses) / n, dW1, db1, dW2, db2
