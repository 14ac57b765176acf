# caught by: Random traces
# Follows all ways to cut by recursion, without remembering the best of what is left: exponential.
def fewest_stretches(events, k):
    count = len(events)
    table = [[0] * (count + 1) for _ in range(count + 1)]
    for i in reversed(range(count)):
        for j in range(i + 2, count + 1):
            same = events[i] == events[j - 1]
            table[i][j] = table[i + 1][j - 1] if same else 1 + min(table[i + 1][j], table[i][j - 1])

    def best(start):
        if start == count:
            return 0, 0
        options = []
        for stop in range(start + 1, count + 1):
            if table[start][stop] <= k:
                stretches, dropped = best(stop)
                options.append((stretches + 1, dropped + table[start][stop]))
        return min(options)

    return best(0)
