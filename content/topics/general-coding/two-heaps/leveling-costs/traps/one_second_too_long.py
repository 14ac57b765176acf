# caught by: Two to four reports, every choice of three values
# A report that is exactly `span` seconds old still counts.
from bisect import bisect_left, insort


def leveling_costs(times, values, span):
    oldest, window, costs = 0, [], []
    for time, value in zip(times, values, strict=True):
        while time - times[oldest] > span:
            del window[bisect_left(window, values[oldest])]
            oldest += 1
        insort(window, value)
        half = len(window) // 2
        costs.append(sum(window[-half:]) - sum(window[:half]) if half else 0)
    return costs
