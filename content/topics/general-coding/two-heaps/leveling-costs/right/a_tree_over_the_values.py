# A Fenwick tree of counts and sums over all values in order, each report a place of its own.
def leveling_costs(times, values, span):
    n = len(times)
    order = sorted(range(n), key=lambda report: values[report])
    rank = [0] * n
    for place, report in enumerate(order, 1):
        rank[report] = place
    counts, sums = [0] * (n + 1), [0] * (n + 1)

    def add(report, sign):
        place = rank[report]
        while place <= n:
            counts[place] += sign
            sums[place] += sign * values[report]
            place += place & -place

    oldest, total, costs = 0, 0, []
    for now, time in enumerate(times):
        while time - times[oldest] >= span:
            add(oldest, -1)
            total -= values[oldest]
            oldest += 1
        add(now, 1)
        total += values[now]
        size = now + 1 - oldest
        left, place, below = size // 2, 0, 0
        step = 1 << n.bit_length()
        while step:
            if place + step <= n and counts[place + step] <= left:
                place += step
                left -= counts[place]
                below += sums[place]
            step //= 2
        middle = values[order[place]] if place < n else 0
        costs.append(total - 2 * below - (middle if size % 2 else 0))
    return costs
