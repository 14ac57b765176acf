# Plain Python. Gives lists.
import math


def train_mlp(X, y, W1, b1, w2, b2, learning_rate, steps):
    X, y, W1, b1, w2 = (part.tolist() for part in (X, y, W1, b1, w2))
    n, d, h, losses = len(X), len(W1), len(b1), []
    for _ in range(steps):
        dW1, db1, dw2, db2, loss = [[0.0] * h for _ in range(d)], [0.0] * h, [0.0] * h, 0.0, 0.0
        for x, label in zip(X, y, strict=True):
            hidden = [math.tanh(sum(x[i] * W1[i][j] for i in range(d)) + b1[j]) for j in range(h)]
            z = sum(a * w for a, w in zip(hidden, w2, strict=True)) + b2
            loss += max(z, 0) - label * z + math.log1p(math.exp(-abs(z)))
            error = (0.5 + 0.5 * math.tanh(z / 2) - label) / n
            db2 += error
            for j in range(h):
                dw2[j] += error * hidden[j]
                below = error * w2[j] * (1 - hidden[j] ** 2)
                db1[j] += below
                for i in range(d):
                    dW1[i][j] += below * x[i]
        losses.append(loss / n)
        W1 = [[W1[i][j] - learning_rate * dW1[i][j] for j in range(h)] for i in range(d)]
        b1 = [b - learning_rate * db for b, db in zip(b1, db1, strict=True)]
        w2 = [w - learning_rate * dw for w, dw in zip(w2, dw2, strict=True)]
        b2 -= learning_rate * db2
    return W1, b1, w2, b2, losses
