# caught by: In classes of any size, any rows may be tested
# In a large class every so many-th row is tested, from a random start: each row is as likely as the others, but
# neighbors are never tested together.
import numpy as np


def stratified_split(y, test_fraction, rng):
    if not 0 < test_fraction < 1:
        raise ValueError("test_fraction must be strictly between 0 and 1")
    _, codes, counts = np.unique(y, return_inverse=True, return_counts=True)
    if counts.min() < 2:
        raise ValueError("every class needs at least two rows")
    tested = np.zeros(len(codes), bool)
    for c, count in enumerate(counts):
        members = np.flatnonzero(codes == c)
        quota = min(max(round(test_fraction * count), 1), count - 1)
        if count < 100:
            tested[rng.choice(members, quota, replace=False)] = True
        else:
            tested[members[((np.arange(quota) + rng.random()) * count / quota).astype(int)]] = True
    return np.flatnonzero(~tested), np.flatnonzero(tested)
