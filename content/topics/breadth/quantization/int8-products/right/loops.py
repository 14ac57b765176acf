# Loops and Python's whole numbers.
def codes(row):
    m = max([abs(float(v)) for v in row] + [0.0])
    s = m / 127 if m > 0 else 1.0
    return s, [round(float(v) / s) for v in row]


def int8_product(X, W):
    left, right = [codes(x) for x in X], [codes(w) for w in W]
    return [[s * t * sum(a * b for a, b in zip(c, e)) for t, e in right] for s, c in left]


def mixed_product(X, W, threshold):
    d = len(X[0])
    out = [j for j in range(d) if any(abs(x[j]) >= threshold for x in X)]
    rest = [j for j in range(d) if j not in set(out)]
    exact = [[sum(float(x[j]) * float(w[j]) for j in out) for w in W] for x in X]
    coarse = int8_product([[x[j] for j in rest] for x in X], [[w[j] for j in rest] for w in W])
    return [[a + b for a, b in zip(p, q)] for p, q in zip(exact, coarse)]


def smooth(X, W, alpha=0.5):
    X2, W2 = [list(map(float, x)) for x in X], [list(map(float, w)) for w in W]
    for j in range(len(X2[0])):
        a, b = max(abs(x[j]) for x in X2), max(abs(w[j]) for w in W2)
        f = a**alpha / b ** (1 - alpha) if a and b else 1.0
        for x in X2:
            x[j] /= f
        for w in W2:
            w[j] *= f
    return X2, W2
