# Stages from the fastest to the slowest, each joined with the stretches beside it: O(n log n).
def bottlenecks(rates):
    n = len(rates)
    length, counts = [0] * (n + 2), [0] * n
    for place in sorted(range(n), key=lambda place: (-rates[place], -place)):
        left, right = length[place], length[place + 2]
        counts[place] = (left + 1) * (right + 1)
        length[place + 1] = length[place + 1 - left] = length[place + 1 + right] = left + right + 1
    return counts
