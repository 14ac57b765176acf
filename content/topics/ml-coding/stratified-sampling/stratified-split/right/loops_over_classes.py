# Looks at all rows for each class, and takes a share that is halfway in decimals for halfway.
from decimal import ROUND_HALF_DOWN, Decimal

import numpy as np


def stratified_split(y, test_fraction, rng):
    if not 0 < test_fraction < 1:
        raise ValueError("test_fraction must be strictly between 0 and 1")
    y = np.asarray(y)
    tested = np.zeros(len(y), bool)
    for name in set(y.tolist()):
        rows = np.flatnonzero(y == name)
        if len(rows) < 2:
            raise ValueError("every class needs at least two rows")
        share = (Decimal(str(test_fraction)) * len(rows)).quantize(Decimal(1), ROUND_HALF_DOWN)
        tested[rng.choice(rows, min(max(int(share), 1), len(rows) - 1), replace=False)] = True
    return np.flatnonzero(~tested).tolist(), set(np.flatnonzero(tested).tolist())
