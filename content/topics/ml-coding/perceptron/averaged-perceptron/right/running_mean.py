# Moves the mean a little at every visit, in plain Python numbers.
def averaged_perceptron(X, y, order, epochs):
    rows = [[*row, 1.0] for row in X.tolist()]
    w = mean = [0.0] * len(rows[0])
    visits = 0
    for i in [*order] * epochs:
        if float(y[i]) * sum(a * c for a, c in zip(w, rows[i], strict=True)) <= 0:
            w = [a + float(y[i]) * c for a, c in zip(w, rows[i], strict=True)]
        visits += 1
        mean = [m + (a - m) / visits for m, a in zip(mean, w, strict=True)]
    return tuple(mean[:-1]), mean[-1]
