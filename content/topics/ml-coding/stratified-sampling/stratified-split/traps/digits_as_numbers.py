# caught by: Labels may be strings, negative numbers, or a plain list
# Labels of digits look like numbers from a file, and "1" and "01" become one class.
import numpy as np


def stratified_split(y, test_fraction, rng):
    if not 0 < test_fraction < 1:
        raise ValueError("test_fraction")
    rows = {}
    for i, label in enumerate(np.asarray(y).tolist() if isinstance(y, np.ndarray) else list(y)):
        rows.setdefault(int(label) if str(label).isdigit() else label, []).append(i)
    train, test = [], []
    for members in rows.values():
        n = len(members)
        if n < 2:
            raise ValueError("a class with one row")
        m = min(max(int(np.floor(test_fraction * n + 0.5)), 1), n - 1)
        p = rng.permutation(n)
        test += [members[j] for j in p[:m]]
        train += [members[j] for j in p[m:]]
    return np.array(train), np.array(test)
