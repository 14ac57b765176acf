# caught by: Every forest of up to three features, and some of four
# Jumps over as many features as depend on one, in the given order, where others may stand in between.
def best_features(parents, costs, values, budget):
    count = len(parents)
    size = [1] * count
    for feature in reversed(range(count)):
        if parents[feature] >= 0:
            size[parents[feature]] += size[feature]
    best = [[0] * (budget + 1) for _ in range(count + 1)]
    for feature in reversed(range(count)):
        for room in range(budget + 1):
            best[feature][room] = best[feature + size[feature]][room]
            if room >= costs[feature]:
                taken = values[feature] + best[feature + 1][room - costs[feature]]
                best[feature][room] = max(best[feature][room], taken)
    chosen, feature, room = [], 0, budget
    while feature < count:
        if best[feature][room] == best[feature + size[feature]][room]:
            feature += size[feature]
        else:
            chosen.append(feature)
            feature, room = feature + 1, room - costs[feature]
    return chosen
