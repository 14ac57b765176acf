# Plain Python numbers: w is a list, b an int, and the mistakes are a tuple.
def perceptron(X, y, order, epochs):
    labels = [float(label) for label in y]
    if not {*labels} <= {-1.0, 1.0}:
        raise ValueError("labels must be -1 or +1")
    rows, w, b, mistakes = [[float(value) for value in row] for row in X], [0.0] * len(X[0]), 0, ()
    for _ in range(epochs):
        wrong = 0
        for i in order:
            score = sum(a * c for a, c in zip(w, rows[i], strict=True)) + b
            if score == 0 or (score > 0) != (labels[i] > 0):
                w = [a + labels[i] * c for a, c in zip(w, rows[i], strict=True)]
                b += int(labels[i])
                wrong += 1
        mistakes += (wrong,)
        if not wrong:
            break
    return w, b, mistakes
