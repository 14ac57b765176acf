# caught by: Random traces
# Lets all stretches together drop k events instead of each of them.
def fewest_stretches(events, k):
    count = len(events)
    table = [[0] * (count + 1) for _ in range(count + 1)]
    for i in reversed(range(count)):
        for j in range(i + 2, count + 1):
            same = events[i] == events[j - 1]
            table[i][j] = table[i + 1][j - 1] if same else 1 + min(table[i + 1][j], table[i][j - 1])
    best = [{0: 0}]  # dropped in all: fewest stretches
    for stop in range(1, count + 1):
        options = {}
        for start in range(stop):
            for dropped, stretches in best[start].items():
                total = dropped + table[start][stop]
                if total <= k and options.get(total, count + 1) > stretches + 1:
                    options[total] = stretches + 1
        best.append(options)
    return min((stretches, dropped) for dropped, stretches in best[-1].items())
