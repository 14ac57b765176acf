# A new table for each size from the one before, as deques of remainders that are turned by one.
from collections import deque


def plans(sizes, batch, devices):
    before = [[int(total == 0 and r == 0) for r in range(devices)] for total in range(batch + 1)]
    for size in sorted(sizes, reverse=True):
        after = []
        for total in range(batch + 1):
            row = before[total]
            if total >= size:
                turned = deque(after[total - size])
                turned.rotate(1)
                row = [one + other for one, other in zip(row, turned)]
            after.append(row)
        before = after
    return before[batch][0]
