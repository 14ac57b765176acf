# caught by: Every forest of up to three features, and some of four
# The plain knapsack with a look at the parent: the best choice of a cost may lack the parent that a later feature needs.
def best_features(parents, costs, values, budget):
    best = {0: (0, ())}
    for feature, parent in enumerate(parents):
        for used, (value, chosen) in sorted(best.items(), reverse=True):
            cost = used + costs[feature]
            if cost <= budget and (parent < 0 or parent in chosen):
                if cost not in best or best[cost][0] < value + values[feature]:
                    best[cost] = (value + values[feature], (*chosen, feature))
    return sorted(max(best.values())[1])
