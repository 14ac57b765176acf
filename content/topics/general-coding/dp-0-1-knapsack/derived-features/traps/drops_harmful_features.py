# caught by: The example in the statement
# Prunes what is worth nothing by itself, and with it all that is derived from it.
def best_features(parents, costs, values, budget):
    kept = []
    for feature, parent in enumerate(parents):
        if values[feature] > 0 and (parent < 0 or parent in kept):
            kept.append(feature)
    best = {0: (0, ())}
    for feature in kept:
        for used, (value, chosen) in sorted(best.items(), reverse=True):
            cost = used + costs[feature]
            if cost <= budget and (parents[feature] < 0 or parents[feature] in chosen):
                if cost not in best or best[cost][0] < value + values[feature]:
                    best[cost] = (value + values[feature], (*chosen, feature))
    return sorted(max(best.values())[1])
