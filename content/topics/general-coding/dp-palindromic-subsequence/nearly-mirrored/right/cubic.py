# For each start a table of its own, the longest common subsequence with the reverse: O(n³), which the statement accepts.
def fewest_stretches(events, k):
    count = len(events)
    best = [(0, 0)] * (count + 1)
    for start in reversed(range(count)):
        row = [0] * (count - start + 1)
        best[start] = (count + 1, 0)
        # columns[a]: the longest palindrome of the stretch from start + a to the newest stop
        columns = []
        for stop in range(start + 1, count + 1):
            columns.append(1)
            for a in reversed(range(len(columns) - 1)):
                inner = row[a + 1] if a + 1 < len(columns) - 1 else 0
                same = events[start + a] == events[stop - 1]
                columns[a] = 2 + inner if same else max(row[a], columns[a + 1])
            row = columns[:]
            dropped = stop - start - columns[0]
            if dropped <= k:
                best[start] = min(best[start], (best[stop][0] + 1, best[stop][1] + dropped))
    return best[0]
