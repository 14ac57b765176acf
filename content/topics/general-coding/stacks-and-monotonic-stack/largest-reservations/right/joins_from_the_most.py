# Hours from the most free to the least, each joined with the stretches beside it: O(n log n).
def reservations(free):
    n = len(free)
    length, best = [0] * (n + 2), [(-1, 0)] * (n + 2)
    for hour in sorted(range(n), key=lambda hour: -free[hour]):
        left, right = length[hour], length[hour + 2]
        whole, start = left + right + 1, hour - left
        length[hour + 1] = length[start + 1] = length[hour + right + 1] = whole
        best[whole] = max(best[whole], (free[hour], -start))
    for hours in range(n, 0, -1):
        best[hours] = max(best[hours], best[hours + 1])
    return [(gpus, -start) for gpus, start in best[1 : n + 1]]
