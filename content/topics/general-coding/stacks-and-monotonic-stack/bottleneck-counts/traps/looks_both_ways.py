# caught by: 20,000 stages: rising, falling, all alike, a valley, a hill
# Walks from each stage to both sides until something slower comes: quadratic where that is far.
def bottlenecks(rates):
    counts = []
    for place, rate in enumerate(rates):
        start, stop = place, place + 1
        while start > 0 and rates[start - 1] > rate:
            start -= 1
        while stop < len(rates) and rates[stop] >= rate:
            stop += 1
        counts.append((place - start + 1) * (stop - place))
    return counts
