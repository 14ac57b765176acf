# caught by: Thousands of hours: rising, falling, a hill, noise
# The minimum of a sliding window, anew for each length: quadratic.
from collections import deque


def reservations(free):
    table = []
    for hours in range(1, len(free) + 1):
        window, best = deque(), (-1, 0)
        for hour, count in enumerate(free):
            while window and free[window[-1]] >= count:
                window.pop()
            window.append(hour)
            if window[0] <= hour - hours:
                window.popleft()
            if hour >= hours - 1 and free[window[0]] > best[0]:
                best = (free[window[0]], hour - hours + 1)
        table.append(best)
    return table
