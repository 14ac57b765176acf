# Plain Python, which takes all of the pull at a margin of exactly 1. Gives lists.
def hinge_subgradient(w, b, X, y, lam):
    n, loss = len(X), lam / 2 * sum(value * value for value in w)
    dw, db = [lam * value for value in w], 0.0
    for x, label in zip(X.tolist(), y.tolist(), strict=True):
        margin = label * (sum(a * c for a, c in zip(x, w, strict=True)) + b)
        if margin <= 1:
            loss += (1 - margin) / n
            db -= label / n
            dw = [slope - label * value / n for slope, value in zip(dw, x, strict=True)]
    return [loss, dw, db]
