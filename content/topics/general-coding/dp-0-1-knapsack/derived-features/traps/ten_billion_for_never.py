# caught by: One answer only
# Takes -10**10 for "cannot be", but a chain of harmful features may be worth less on the way down to the good ones.
def best_features(parents, costs, values, budget):
    never = -(10**10)
    derived = [[] for _ in range(len(parents) + 1)]
    for feature, parent in enumerate(parents):
        derived[parent].append(feature)

    def through(feature, before):
        row = [(never, None)] * (budget + 1)
        for room in range(costs[feature], budget + 1):
            value, chosen = before[room - costs[feature]]
            if value > never:
                row[room] = value + values[feature], (feature, chosen)
        for child in derived[feature]:
            row = through(child, row)
        return [with_it if with_it[0] > without[0] else without for with_it, without in zip(row, before, strict=True)]

    best = [(0, None)] * (budget + 1)
    for feature in derived[-1]:
        best = through(feature, best)
    features, rest = [], best[budget][1]
    while rest is not None:
        feature, rest = rest
        features.append(feature)
    return sorted(features)
