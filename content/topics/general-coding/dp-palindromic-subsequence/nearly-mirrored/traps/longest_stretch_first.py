# caught by: Every trace of up to six events of two kinds
# Greedy: the longest stretch that is possible from here, then from where it ends.
def fewest_stretches(events, k):
    count = len(events)
    table = [[0] * (count + 1) for _ in range(count + 1)]
    for i in reversed(range(count)):
        for j in range(i + 2, count + 1):
            same = events[i] == events[j - 1]
            table[i][j] = table[i + 1][j - 1] if same else 1 + min(table[i + 1][j], table[i][j - 1])
    start = stretches = dropped = 0
    while start < count:
        stop = max(j for j in range(start + 1, count + 1) if table[start][j] <= k)
        stretches, dropped, start = stretches + 1, dropped + table[start][stop], stop
    return stretches, dropped
