# caught by: The example in the statement
# Makes every feature a bundle with all it needs, and pays for what two bundles share twice.
def best_features(parents, costs, values, budget):
    bundles = []
    for feature, parent in enumerate(parents):
        before = bundles[parent] if parent >= 0 else (0, 0, frozenset())
        bundles.append((before[0] + costs[feature], before[1] + values[feature], before[2] | {feature}))
    best = [(0, frozenset())] * (budget + 1)
    for cost, value, features in bundles:
        for room in range(budget, cost - 1, -1):
            before = best[room - cost]
            if before[0] + value > best[room][0]:
                best[room] = (before[0] + value, before[1] | features)
    return sorted(best[budget][1])
